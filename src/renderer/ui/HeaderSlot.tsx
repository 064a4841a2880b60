import { useEffect, useState, type ReactNode } from 'react'
import { createPortal } from 'react-dom'

/** What a screen puts into the frame's header. */
export function HeaderSlot({ children }: { children: ReactNode }) {
  const [slot, setSlot] = useState<HTMLElement | null>(null)
  useEffect(() => setSlot(document.getElementById('header-slot')), [])
  return slot ? createPortal(children, slot) : null
}
