import { useCallback, useEffect, useRef, useState } from 'react'
import type { Printing } from '#contract/contract.ts'
import type { PrintModel } from '#core/print/model.ts'
import type { FileKind } from '#core/print/options.ts'
import { useHost } from '../../app/host.ts'
import { messageOf } from '../../app/failure.ts'
import type { Made } from './LastExports.tsx'

/** How long after the last change of an option the pages are made again, in milliseconds. */
const PAUSE = 250

/** What a window wants made: undefined while something is still unknown. */
export type Wanted = Printing & { kind: FileKind }

/** The document as it would be exported, made again as the options change; the last one stays while the next is made. */
export function useModel(printing: Printing | undefined): { model: PrintModel | undefined; failure: string | undefined; busy: boolean } {
  const { client } = useHost()
  const [shown, setShown] = useState<{ key: string; model?: PrintModel; failure?: string }>()
  const key = JSON.stringify(printing)
  useEffect(() => {
    if (printing === undefined) return undefined
    const asked = new AbortController()
    const timer = setTimeout(() => {
      client.publish.model(printing, { signal: asked.signal }).then(
        (model) => !asked.signal.aborted && setShown({ key, model }),
        (error: unknown) => !asked.signal.aborted && setShown({ key, failure: messageOf(error) }),
      )
    }, PAUSE)
    return () => {
      clearTimeout(timer)
      asked.abort()
    }
    // `key` says everything of `printing`
  }, [client, key])
  return { model: shown?.model, failure: shown && shown.key === key ? shown.failure : undefined, busy: printing !== undefined && shown?.key !== key }
}

/** The last exports, as this and other windows make them. */
export function useExports(): { exports: readonly Made[]; reload: () => void } {
  const { client } = useHost()
  const [exports, setExports] = useState<readonly Made[]>([])
  const alive = useRef(true)
  const reload = useCallback(() => {
    client.publish.exports().then(
      (made) => alive.current && setExports(made),
      // a list that cannot be had is an empty one
      () => undefined,
    )
  }, [client])
  useEffect(() => {
    alive.current = true
    reload()
    return () => {
      alive.current = false
    }
  }, [reload])
  return { exports, reload }
}
