import { headingText } from '../../../model/plain-text.ts'
import { splitHeadingNumber, type HeadingNumber, type NumberStyle } from '../../../text/heading-number.ts'
import { chineseInteger } from '../../../text/decimals.ts'
import type { Finding } from '../../finding.ts'
import { defineReportRule, type CheckedParagraph, type Outline, type ReportContext } from '../../rule.ts'
import { checkRunning, readRunning, type RunningReading } from './running.ts'

/** Heading numbers that skip, repeat or mix styles among siblings, and ordinals in running text that do (一是…二是…四是). */
export const outlineNumbering = defineReportRule({
  id: 'outline.numbering',
  title: '标题编号与分述序数不连续',
  severity: 'error',
  scope: 'report',
  basis: { on: 'standard', clause: 'GB/T 9704—2012，7.3.3：结构层次序数依次为“一、”“（一）”“1.”“（1）”' },
  defaults: {},
  read: ({ role, text }): RunningReading | undefined => (role === 'paragraph' ? readRunning(text) : role === 'heading' ? { slips: [] } : undefined),
  check: (context, all) => {
    const headings = new Map<Outline, CheckedParagraph>()
    for (const p of context.lines) if (p.role === 'heading' && p.section) headings.set(p.section, p)
    const found: Finding[] = []
    /** the number at which the last series of a style ended: numbering may run on through the parts of a report */
    const ended = new Map<NumberStyle, number>()
    const visit = (siblings: readonly Outline[]): void => {
      const numbered = siblings.flatMap((section): Numbered[] => {
        const heading = headings.get(section)
        const split = heading && section.number !== '' ? splitHeadingNumber(headingText(section)) : undefined
        return heading && split ? [{ heading, split }] : []
      })
      found.push(...checkSeries(context, numbered, ended))
      for (const section of siblings) visit(section.sections)
    }
    visit(context.outline)
    return [...found, ...checkRunning(context, all)]
  },
})

interface Numbered {
  heading: CheckedParagraph
  split: HeadingNumber
}

/** One set of sibling headings in order. */
function checkSeries(context: ReportContext, siblings: readonly Numbered[], ended: Map<NumberStyle, number>): Finding[] {
  if (siblings.length < 2) {
    for (const { split } of siblings) ended.set(split.style, split.value)
    return []
  }
  const found: Finding[] = []
  const style = majorityStyle(siblings)
  const report = ({ heading, split }: Numbered, message: string, suggestion: string, severity?: 'info'): void => {
    const end = split.number.trimEnd().length
    found.push(context.finding(message, [{ in: heading, start: 0, end }], { suggestion, ...(severity ? { severity } : {}) }))
  }
  let last = 0
  siblings.forEach((item, k) => {
    const { split } = item
    const expected = last + 1
    if (split.style !== style.sample.style) {
      const right = numberLike(style.sample, expected)
      report(item, `同级标题编号体例不一：应为“${right}”，文中为“${split.number.trim()}”`, right)
      last = expected
      return
    }
    // a new series (一、 again behind 三、) is a part whose heading is not numbered, and a first number may go on from the part before
    const starts = k > 0 && last >= 2 && split.value === 1 && (siblings[k + 1]?.split.value ?? 2) === 2
    const goesOn = k === 0 && split.value === (ended.get(split.style) ?? 0) + 1 && (siblings[k + 1]?.split.value ?? Infinity) > split.value
    if (split.value === expected || starts || goesOn || standsInText(context, item, split, expected, last)) {
      last = split.value
      return
    }
    const right = numberLike(style.sample, expected)
    const repeated = split.value === last
    const next = siblings[k + 1]?.split.value
    report(item, `标题编号${repeated ? '重复' : split.value > expected ? '跳号' : '次序不对'}：应为“${right}”，文中为“${split.number.trim()}”`, right, isExcerpt(item, k, last, next) ? 'info' : undefined)
    // one slip, after which the numbers go on as if it were right, or a gap from which they go on
    last = next === split.value + 1 || isExcerpt(item, k, last, next) ? split.value : expected
  })
  ended.set(style.sample.style, last)
  return found
}

/**
 * Is this where a text begins that was taken out of a longer one (四、…五、…), or goes on after sections that were left out (一、…四、…)? A hand that slips
 * skips one number, and gives the first heading a later one only where the next shows it (二、二、三、).
 */
function isExcerpt({ heading, split }: Numbered, k: number, last: number, next: number | undefined): boolean {
  const goesOn = next === undefined || next > split.value
  return goesOn && ((k === 0 && (heading.section?.level ?? 1) === 1) || split.value > last + 2)
}

function majorityStyle(siblings: readonly Numbered[]): { sample: HeadingNumber } {
  const counts = new Map<NumberStyle, number>()
  for (const { split } of siblings) counts.set(split.style, (counts.get(split.style) ?? 0) + 1)
  let best = siblings[0]?.split as HeadingNumber
  for (const { split } of siblings) if ((counts.get(split.style) ?? 0) > (counts.get(best.style) ?? 0)) best = split
  return { sample: best }
}

const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'

/** A number of the same form with another value (三、 → 四、). */
function numberLike(sample: HeadingNumber, value: number): string {
  const form = sample.number.trim()
  if (sample.style === '①') return CIRCLED.charAt(value - 1)
  if (/\d/u.test(form)) return form.replace(/\d+/u, String(value))
  return form.replace(/[一二三四五六七八九十]+/u, value <= 99 ? chineseInteger(value) : String(value))
}

/** Are the numbers that seem left out in the text as paragraphs (二、… that was taken for no heading)? */
function standsInText(context: ReportContext, item: Numbered, split: HeadingNumber, expected: number, last: number): boolean {
  if (split.value <= expected) return false
  const missing = new Set<number>()
  for (let i = item.heading.index - 1; i >= 0; i--) {
    const p = context.paragraphs[i]
    // what stands under another heading of a higher level is none of this series
    if (!p || (p.role === 'heading' && (p.section?.level ?? 0) < (item.heading.section?.level ?? 0))) break
    const number = splitHeadingNumber(p.text)
    if (number?.style !== split.style) continue
    if (p.role === 'heading' && number.value === last) break
    missing.add(number.value)
  }
  for (let value = expected; value < split.value; value++) if (!missing.has(value)) return false
  return true
}
