import { SegmentedControl, Text } from '@mantine/core'
import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { PrintModel } from '#core/print/model.ts'
import { drawnSize, PageSheet } from './PageSheet.tsx'
import { usePages, type PagesState } from './use-pages.ts'
import './pages.css'

/** 整页, 页宽, or times the real size (1: a millimetre is a millimetre) */
export type Zoom = 'page' | 'width' | number

export interface PagesProps {
  model: PrintModel | undefined
  /** what `usePages` said of the same model, where the caller has asked already */
  layout?: PagesState
  /** how large pages are shown; without it the reader chooses */
  zoom?: Zoom
}

/** between pages and around them, in pixels */
const GAP = 20
const PIXELS_PER_POINT = 96 / 72
/** pages drawn above and below the ones that are seen */
const BEYOND = 1

/** The pages of a print model, as they come out of the printer. */
export function Pages({ model, layout, zoom }: PagesProps) {
  const own = usePages(layout ? undefined : model)
  const { current, pages, count, lastFill, busy } = layout ?? own
  const [chosen, setChosen] = useState<string>('width')
  const desk = useRef<HTMLDivElement>(null)
  const [view, setView] = useState({ width: 0, height: 0, top: 0 })

  useLayoutEffect(() => {
    const element = desk.current
    if (!element) return
    const look = (): void => setView((v) => ({ ...v, width: element.clientWidth, height: element.clientHeight }))
    look()
    const observer = new ResizeObserver(look)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  const size = current ? drawnSize(current.model) : { width: 595, height: 842 }
  const scale = scaleOf(zoom ?? (chosen === '1' ? 1 : chosen === 'page' ? 'page' : 'width'), size, view)
  const width = size.width * PIXELS_PER_POINT * scale
  const height = size.height * PIXELS_PER_POINT * scale
  const pitch = height + GAP
  const from = Math.max(0, Math.floor((view.top - GAP) / pitch) - BEYOND)
  const to = Math.min(count, Math.ceil((view.top + view.height) / pitch) + BEYOND)
  const here = Math.min(count, Math.floor((view.top + view.height / 2) / pitch) + 1)

  // the page that is seen stays while the size changes
  const before = useRef(pitch)
  useEffect(() => {
    const element = desk.current
    if (element && before.current !== pitch) element.scrollTop = (element.scrollTop / before.current) * pitch
    before.current = pitch
  }, [pitch])

  const keys = (event: KeyboardEvent): void => {
    const element = desk.current
    const target = event.key === 'PageDown' ? here * pitch : event.key === 'PageUp' ? (here - 2) * pitch : event.key === 'Home' ? 0 : event.key === 'End' ? count * pitch : undefined
    if (!element || target === undefined || event.ctrlKey || event.altKey || event.metaKey) return
    event.preventDefault()
    element.scrollTo({ top: Math.max(0, target) })
  }

  return (
    <section className="pages" aria-label="版面预览" aria-busy={busy}>
      <div className="pages-bar">
        <Text size="sm" role="status" className="numeric">
          {current ? sayPages(count, lastFill) : '正在排版…'}
          {current && busy ? '（正在重新排版…）' : ''}
        </Text>
        <Text size="sm" c="dimmed" className="numeric" aria-hidden>
          {count > 0 ? `${here} / ${count}` : ''}
        </Text>
        {zoom === undefined && (
          <SegmentedControl size="xs" aria-label="显示大小" value={chosen} onChange={setChosen} data={[{ label: '整页', value: 'page' }, { label: '页宽', value: 'width' }, { label: '100%', value: '1' }]} />
        )}
      </div>
      {/* it scrolls, so the keyboard must reach it */}
      <div ref={desk} className="pages-desk" role="region" aria-label={`页面，共 ${count} 页；用 PageUp、PageDown、Home、End 翻页`} tabIndex={0} onKeyDown={keys} onScroll={(event) => setView({ ...view, top: event.currentTarget.scrollTop })}>
        <div className="pages-all" style={{ height: count * pitch + GAP, minWidth: width + 2 * GAP }}>
          {current &&
            pages.slice(from, to).map((page) => (
              <div key={page.number} className="pages-page" role="group" aria-label={`第 ${page.number} 页，共 ${count} 页`} style={{ top: GAP + (page.number - 1) * pitch, width, height }}>
                <PageSheet of={current} page={page} width={`${width}px`} height={`${height}px`} />
              </div>
            ))}
        </div>
      </div>
    </section>
  )
}

/** 共 12 页，末页 8 行 */
export const sayPages = (count: number, lastFill: number): string => `共 ${count} 页，末页 ${lastFill} 行`

function scaleOf(zoom: Zoom, size: { width: number; height: number }, view: { width: number; height: number }): number {
  if (typeof zoom === 'number') return zoom
  const wide = Math.max(0.1, (view.width - 2 * GAP) / (size.width * PIXELS_PER_POINT))
  return zoom === 'width' ? Math.min(2.5, wide) : Math.min(wide, Math.max(0.1, (view.height - 2 * GAP) / (size.height * PIXELS_PER_POINT)))
}
