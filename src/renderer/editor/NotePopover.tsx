import { Paper, Portal } from '@mantine/core'
import { useClickOutside, useWindowEvent } from '@mantine/hooks'
import type { ReactNode } from 'react'

const WIDTH = 360

/** Something that is said of a place in the text. It takes nothing of the keyboard: whoever clicked to type goes on typing. */
export function NotePopover({ rect, onClose, children }: { rect: DOMRect; onClose: () => void; children: ReactNode }) {
  const outside = useClickOutside(onClose)
  useWindowEvent('keydown', (event) => {
    if (event.key === 'Escape') onClose()
  })
  // the text scrolls away under it
  useWindowEvent('wheel', (event) => {
    if (!(event.target instanceof Element && event.target.closest('.note-popover'))) onClose()
  })
  const below = rect.bottom + 190 < window.innerHeight
  return (
    <Portal>
      <Paper
        ref={outside}
        className="note-popover"
        shadow="md"
        withBorder
        p="sm"
        w={WIDTH}
        role="dialog"
        aria-label="这里的问题"
        style={{ position: 'fixed', zIndex: 300, left: Math.max(8, Math.min(rect.left, window.innerWidth - WIDTH - 16)), ...(below ? { top: rect.bottom + 8 } : { bottom: window.innerHeight - rect.top + 8 }) }}
      >
        {children}
      </Paper>
    </Portal>
  )
}
