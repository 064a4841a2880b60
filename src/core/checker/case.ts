import type { Inline } from '../model/inline.ts'
import { textNode } from '../model/inline.ts'
import type { Level, Report } from '../model/report.ts'
import { toSections, type Block } from '../model/tree.ts'
import { splitHeadingNumber } from '../text/heading-number.ts'
import type { CheckOptions } from './check.ts'
import type { Severity } from './finding.ts'
import { DEFAULT_SETTINGS, type Term } from './settings.ts'

/** A small report to try a rule on. */
export interface CaseReport {
  /** paragraphs in order; a text that begins with `#` to `####` and a space is a heading of that level, `#0` begins a section of level 0 */
  text: readonly (string | readonly Inline[])[]
  /** why this text is here, where it does not show */
  why?: string
  title?: string
  date?: string
  body?: string
  year?: number | null
  status?: Report['status']
  origin?: Report['origin']
  /** the report to compare with */
  last?: CaseReport
  /** further reports of the body */
  others?: readonly CaseReport[]
  /** the editor's own word list */
  terms?: readonly Term[]
}

/** A finding that must come, and nothing else. */
export interface ExpectedFinding {
  message: string
  /** the first anchor between ‹ and ›, with as much text around it as makes the place unique in the report */
  at: string
  /** the further anchors, in order, in the same writing */
  also?: readonly string[]
  suggestion?: string
  /** where it is not the rule's own */
  severity?: Severity
}

export interface Cases {
  /** texts on which the rule must be silent; a string is a report of one paragraph */
  valid: readonly (string | CaseReport)[]
  invalid: readonly (CaseReport & { findings: readonly ExpectedFinding[] })[]
}

/** What a case is checked with besides its report. */
export function optionsOf(given: string | CaseReport): CheckOptions {
  if (typeof given === 'string') return {}
  const { last, others = [], terms } = given
  const earlier = last ? { last: reportOf(last, 'last') } : undefined
  return {
    ...(earlier ? { ...earlier, others: [earlier.last, ...others.map((other, i) => reportOf(other, `other${i}`))] } : {}),
    ...(terms ? { settings: { ...DEFAULT_SETTINGS, terms: [...terms] } } : {}),
  }
}

/** Builds the report of a case. */
export function reportOf(given: string | CaseReport, id = 'case'): Report {
  const source: CaseReport = typeof given === 'string' ? { text: [given] } : given
  let count = 0
  const blocks = source.text.map((item): Block => {
    count++
    const heading = typeof item === 'string' ? /^(#{1,4})(0?)(?: (.*))?$/su.exec(item) : null
    if (heading) {
      const line = heading[3] ?? ''
      const split = splitHeadingNumber(line)
      const level = (heading[2] === '0' ? 0 : (heading[1] ?? '').length) as Level
      return { type: 'heading', id: `s${count}`, level, number: split?.number ?? '', heading: split?.heading ?? line }
    }
    const content: Inline[] = typeof item !== 'string' ? [...item] : item === '' ? [] : [textNode(item)]
    return { type: 'paragraph', id: `p${count}`, content }
  })
  return {
    id,
    status: source.status ?? 'published',
    body: source.body ?? '某县政协',
    year: source.year === undefined ? 2024 : source.year,
    title: source.title ?? '',
    subtitle: '',
    occasion: '',
    byline: '',
    date: source.date ?? '',
    sections: toSections(blocks),
    captions: [],
    noise: [],
    origin: source.origin ?? { from: 'blank' },
  }
}
