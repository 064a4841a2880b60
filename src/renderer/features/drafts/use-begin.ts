import { useState } from 'react'
import { messageOf } from '../../app/failure.ts'
import { goTo, type RoutePlace } from '../../app/routes.ts'

/** Makes a draft and opens it: says while it is under way, and why where it failed. */
export function useBegin(onDone: () => void) {
  const [failure, setFailure] = useState<string>()
  const [busy, setBusy] = useState(false)
  const begin = async (make: () => Promise<{ id: string; first?: RoutePlace | undefined }>): Promise<void> => {
    setBusy(true)
    setFailure(undefined)
    try {
      const { id, first } = await make()
      onDone()
      // the first open slot, so that filling can begin at once
      goTo({ page: 'edit', id, ...(first ? { at: first } : {}) })
    } catch (error) {
      setFailure(messageOf(error))
    } finally {
      setBusy(false)
    }
  }
  return { begin, busy, failure, setFailure }
}
