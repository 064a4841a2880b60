import { useEffect, type RefObject } from 'react'

/**
 * Scrolls the text and last year's text together: the block at the top of the one that is being scrolled brings the block that goes with it
 * to the same height in the other. Only the pane that the hand is on leads.
 */
export function useScrollTogether(text: RefObject<HTMLElement | null>, pane: RefObject<HTMLElement | null>, on: boolean): void {
  useEffect(() => {
    const [a, b] = [text.current, pane.current]
    if (!on || !a || !b) return undefined
    let leader: HTMLElement | undefined
    const lead = (event: Event): void => {
      leader = event.currentTarget instanceof HTMLElement ? event.currentTarget : undefined
    }
    const follow = (from: HTMLElement, to: HTMLElement, attribute: 'data-id' | 'data-beside', other: 'data-id' | 'data-beside') => (): void => {
      if (leader !== undefined && leader !== from) return
      const top = from.getBoundingClientRect().top
      for (const block of from.querySelectorAll<HTMLElement>(`[${attribute}]`)) {
        const box = block.getBoundingClientRect()
        if (box.bottom <= top + 8) continue
        const partner = to.querySelector<HTMLElement>(`[${other}="${CSS.escape(block.getAttribute(attribute) ?? '')}"]`)
        if (!partner) continue
        const inside = Math.min(1, Math.max(0, (top - box.top) / Math.max(1, box.height)))
        const goal = partner.getBoundingClientRect()
        to.scrollTop += goal.top + inside * goal.height - to.getBoundingClientRect().top - (box.top > top ? box.top - top : 0)
        return
      }
    }
    const [byText, byPane] = [follow(a, b, 'data-id', 'data-beside'), follow(b, a, 'data-beside', 'data-id')]
    const leads = ['wheel', 'pointerdown', 'keydown', 'touchstart'] as const
    for (const type of leads) for (const element of [a, b]) element.addEventListener(type, lead, { passive: true })
    a.addEventListener('scroll', byText, { passive: true })
    b.addEventListener('scroll', byPane, { passive: true })
    byText()
    return () => {
      for (const type of leads) for (const element of [a, b]) element.removeEventListener(type, lead)
      a.removeEventListener('scroll', byText)
      b.removeEventListener('scroll', byPane)
    }
  }, [text, pane, on])
}
