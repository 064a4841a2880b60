import { useEffect, useMemo, useRef } from 'react'
import { headingText } from '#core/model/plain-text.ts'
import type { Report } from '#core/model/report.ts'
import { allSections } from '#core/model/tree.ts'
import type { Stop } from './stops.ts'
import { isLeft, progressBySection } from './walk.ts'

export interface VerifySectionsProps {
  report: Report
  stops: readonly Stop[]
  stop: Stop | undefined
  onJump: (index: number) => void
}

/** The sections that hold figures, each with how far it is; a press goes to its first figure that is not verified, or its first one. */
export function VerifySections({ report, stops, stop, onJump }: VerifySectionsProps) {
  const list = useRef<HTMLUListElement>(null)
  const progress = useMemo(() => progressBySection(stops), [stops])
  const current = stop?.sections[0]
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [current])
  const sections = allSections(report.sections)
  return (
    <ul ref={list} className="verify-sections" aria-label="各板块进度">
      {sections.map((section, i) => {
        const own = progress.get(section.id)
        if (!own) return null
        const name = headingText(section).trim() || (section.level > 0 ? '（无标题）' : i === 0 ? '导语' : '结语')
        const wanting = own.left + own.open
        const inside = (s: Stop): boolean => !s.fixed && s.sections.includes(section.id)
        return (
          <li key={section.id}>
            <button
              type="button"
              data-level={section.level}
              aria-current={section.id === current || undefined}
              onClick={() => {
                const first = stops.findIndex((s) => inside(s) && isLeft(s))
                onJump(first >= 0 ? first : stops.findIndex(inside))
              }}
            >
              <span className="verify-section-name" title={name}>{name}</span>
              <span className="verify-section-count numeric" data-done={wanting === 0 || undefined} data-doubtful={own.doubtful > 0 || undefined}>
                {wanting === 0 ? (own.doubtful > 0 ? `存疑 ${own.doubtful}` : '已核') : `${own.total - wanting}/${own.total}`}
              </span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}
