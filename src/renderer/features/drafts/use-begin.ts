import { useState } from 'react'
import { messageOf } from '../../app/failure.ts'
import { goTo } from '../../app/routes.ts'

/** Makes a draft and opens it: says while it is under way, and why where it failed. */
export function useBegin(onDone: () => void) {
  const [failure, setFailure] = useState<string>()
  const [busy, setBusy] = useState(false)
  const begin = async (make: () => Promise<{ id: string }>): Promise<void> => {
    setBusy(true)
    setFailure(undefined)
    try {
      const { id } = await make()
      onDone()
      goTo({ page: 'edit', id })
    } catch (error) {
      setFailure(messageOf(error))
    } finally {
      setBusy(false)
    }
  }
  return { begin, busy, failure, setFailure }
}
