import { contentFigures } from '../figures/content-figures.ts'
import type { Inline } from '../model/inline.ts'
import { plainText } from '../model/plain-text.ts'
import { claimMarks } from './claims.ts'
import { eventMarks } from './events.ts'
import { anniversaryChanges } from './moving-anniversaries.ts'
import { sessionChanges } from './moving-sessions.ts'
import { lineYearChanges, yearChanges } from './moving-years.ts'
import { personMarks } from './persons.ts'
import { quotedBy, type Change, type Step } from './step.ts'
import { workMarks } from './works.ts'

/**
 * What rolling forward changes and marks in a paragraph, in order and without overlaps; core figures, which become slots, are not among it. Where two
 * readings meet, the one listed first holds: a year in the title of a document belongs to the title.
 */
export function changesIn(content: readonly Inline[], step: Step): Change[] {
  const text = plainText(content)
  const figures = contentFigures(content)
  const out: Change[] = []
  const taken = new Uint8Array(text.length)
  const readings = [workMarks(text), sessionChanges(text, step), anniversaryChanges(text, step), yearChanges(text, step), personMarks(text), claimMarks(text, figures), eventMarks(text, figures, step)]
  for (const change of readings.flat()) {
    if (change.end <= change.start || taken.subarray(change.start, change.end).includes(1)) continue
    taken.fill(1, change.start, change.end)
    out.push(change)
  }
  return out.sort((a, b) => a.start - b.start)
}

/** A title or heading with what certainly moves moved; nothing can be marked there. Words in quotation marks stay. */
export function changedLine(line: string, step: Step): string {
  let out = ''
  let at = 0
  const moves = [...sessionChanges(line, step), ...anniversaryChanges(line, step), ...lineYearChanges(line, step)].sort((a, b) => a.start - b.start)
  for (const { start, end, to } of moves) {
    if (to === undefined || start < at || quotedBy(line, start) !== '') continue
    out += line.slice(at, start) + to
    at = end
  }
  return out + line.slice(at)
}
