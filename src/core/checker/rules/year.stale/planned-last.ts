import { plainParagraphs } from '../../../model/plain-text.ts'
import type { Report } from '../../../model/report.ts'
import { partOf } from '../../part.ts'

/** Who plans for a year: 2024年，市文联将. Undefined where the words say no such thing. */
export function planKey(text: string): string | undefined {
  return /^(?:19|20)\d{2}年，?[^，。；\d]{1,16}?(?:将|计划|拟|力争|继续)/u.exec(text.slice(0, 40).replace(/\s+/gu, ''))?.[0]
}

const remembered = new WeakMap<Report, ReadonlySet<string>>()

/** Who plans in an earlier report for the year after its own. A report is never changed in place, so it is read once. */
export function plannedIn(report: Report): ReadonlySet<string> {
  const known = remembered.get(report)
  if (known) return known
  const out = new Set<string>()
  const next = `${(report.year ?? 0) + 1}年`
  for (const { text, role, path } of plainParagraphs(report)) {
    if (role !== 'paragraph' || !text.includes(next) || partOf(path, report.year) !== 'plan') continue
    for (let at = text.indexOf(next); at >= 0; at = text.indexOf(next, at + 1)) {
      const key = planKey(text.slice(at))
      if (key !== undefined) out.add(key)
    }
  }
  remembered.set(report, out)
  return out
}
