import { useEffect, useRef, type RefObject } from 'react'
import type { MenuCommand } from '#contract/contract.ts'
import { useHost } from '../../app/host.ts'

export type Commands = Partial<Record<MenuCommand, () => void>>

const mac = /Mac/u.test(navigator.platform)

/** Ctrl+Shift+1 to 4 */
const VIEWS: readonly MenuCommand[] = ['view.text', 'view.compare', 'view.series', 'view.ledger']
const KEYS: Readonly<Record<string, MenuCommand>> = { s: 'save', e: 'export', f: 'find', ',': 'settings.checks' }
/** F7 as in Word, where it goes to the next mistake; with Shift back */
const FINDINGS: Readonly<Record<string, MenuCommand>> = { F7: 'finding.next', 'Shift+F7': 'finding.previous', 'Alt+Enter': 'finding.fix', 'Alt+Delete': 'finding.dismiss' }
const isDialogOpen = (): boolean => document.querySelector('[role="dialog"][aria-modal="true"]') !== null
/** where nothing is being typed in: the text and fields have their own */
const HISTORY: Readonly<Record<string, MenuCommand>> = { z: 'undo', y: 'redo' }

/** Runs the commands of a page: from the application's menu, and by their keys where there is no such menu. Alt+1 to 3 and F6 go between panes, Ctrl+Shift+1 to 4 between views, F9 begins to verify. */
export function useCommands(frame: RefObject<HTMLElement | null>, commands: Commands): void {
  const host = useHost()
  const latest = useRef(commands)
  useEffect(() => {
    latest.current = commands
  })
  useEffect(
    () =>
      host.onMenu((command) => {
        // in a field of a dialog or panel, undo is the field's own
        if ((command === 'undo' || command === 'redo') && document.activeElement?.matches('input, textarea')) return document.execCommand(command)
        // findings are behind a dialog, out of sight
        if (command.startsWith('finding.') && isDialogOpen()) return true
        const run = latest.current[command]
        run?.()
        return run !== undefined
      }),
    [host],
  )
  useEffect(() => {
    const focusPane = (n: number): void => {
      const pane = frame.current?.querySelector<HTMLElement>(`[data-pane="${n}"]`)
      pane?.querySelector<HTMLElement>('.ProseMirror, [role="treeitem"][tabindex="0"], [role="tab"][aria-selected="true"]')?.focus()
    }
    const onKey = (event: KeyboardEvent): void => {
      if (event.isComposing) return
      const finding = event.ctrlKey || event.metaKey ? undefined : FINDINGS[`${event.altKey ? 'Alt+' : ''}${event.shiftKey ? 'Shift+' : ''}${event.key}`]
      if (finding) {
        // before the question whether it was dealt with: the editor says so of every Enter
        event.preventDefault()
        if (!isDialogOpen()) latest.current[finding]?.()
        return
      }
      if (event.defaultPrevented) return
      const typing = document.activeElement?.matches('input:not([type="radio"], [type="checkbox"]), textarea, [contenteditable="true"]') ?? false
      const key = event.key.toLowerCase()
      const command = (mac ? event.metaKey : event.ctrlKey) && !event.altKey && !event.shiftKey ? (KEYS[key] ?? (typing ? undefined : HISTORY[key])) : undefined
      const run = command && latest.current[command]
      if (run) {
        event.preventDefault()
        run()
      } else if (event.altKey && (mac ? event.metaKey : event.ctrlKey) && event.code === 'KeyD') {
        event.preventDefault()
        latest.current['figure.declare']?.()
      } else if (event.shiftKey && !event.altKey && (mac ? event.metaKey : event.ctrlKey) && /^Digit[1234]$/u.test(event.code)) {
        event.preventDefault()
        latest.current[VIEWS[Number(event.code.slice(5)) - 1] ?? 'view.text']?.()
      } else if (event.altKey && !event.ctrlKey && !event.metaKey && /^Digit[123]$/u.test(event.code)) {
        event.preventDefault()
        focusPane(Number(event.code.slice(5)))
      } else if (event.key === 'F9') {
        event.preventDefault()
        latest.current['figures.verify']?.()
      } else if (event.key === 'F6') {
        event.preventDefault()
        const now = Number(document.activeElement?.closest<HTMLElement>('[data-pane]')?.dataset['pane'] ?? 0)
        focusPane(event.shiftKey ? ((now + 1) % 3) + 1 : (now % 3) + 1)
      }
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [frame])
}
