import { useEffect, type RefObject } from 'react'
import type { RoutePlace } from '../../app/routes.ts'
import type { EditorHandle } from '../../editor/handle.ts'

/** milliseconds until the editor has drawn its text */
const DRAWN = 60

/** Goes to the place with which the report was opened, once; whoever is already at work somewhere is not taken away from there. */
export function useArrival(editor: RefObject<EditorHandle | null>, at: RoutePlace | undefined): void {
  useEffect(() => {
    if (!at) return undefined
    const stop = (): void => {
      clearTimeout(timer)
      for (const event of ['pointerdown', 'keydown'] as const) window.removeEventListener(event, stop, true)
    }
    const timer = setTimeout(() => {
      stop()
      editor.current?.goTo(at)
    }, DRAWN)
    for (const event of ['pointerdown', 'keydown'] as const) window.addEventListener(event, stop, true)
    return stop
  }, [editor, at])
}
