import { headingText } from '../../../model/plain-text.ts'
import type { Finding } from '../../finding.ts'
import { oddMarks, ordinalMark, type OrdinalMark } from './ordinal-marks.ts'
import { defineReportRule, type CheckedParagraph, type Outline, type Read, type ReportContext } from '../../rule.ts'

/** Marks that end no heading, whatever its siblings do. */
const NEVER = /[，、；,;]\s*$/u
/** （一） and （1）, with a mark behind it or without */
const BRACKETED = /^([（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)])\s?([、，．]|\.(?!\d))?/u
const ENDED = /[！？!?…”》）]\s*$/u
/** a sentence of two clauses: 聚焦主责主业，依法履行审计监督职责 */
const isClausal = (text: string): boolean => text.length >= 12 && /.{4}[，,].{4}/u.test(text)
const STOP = /[。：:．]\s*$/u

/** A heading that ends with a mark where its siblings end with none: 。 at one of five, ， at any; a mark behind an ordinal in brackets, and another mark behind an ordinal than its siblings have. */
export const headingPunctuation = defineReportRule({
  id: 'heading.punctuation',
  title: '标题末尾标点不一',
  severity: 'warning',
  basis: { on: 'practice', why: '标题末尾通常不用标点，同级标题应当一致' },
  scope: 'report',
  defaults: {},
  read: ({ text }): Reading | undefined => {
    if (!text.startsWith('（') && !text.startsWith('(')) {
      const mark = ordinalMark(text)
      return mark && { mark }
    }
    const [surface, ordinal = '', mark = ''] = BRACKETED.exec(text) ?? []
    return surface === undefined ? undefined : { bracketed: { surface, ordinal, mark } }
  },
  check: (context, all) => {
    const headings = new Map<Outline, CheckedParagraph>()
    for (const p of context.lines) if (p.role === 'heading' && p.section) headings.set(p.section, p)
    const found: Finding[] = []
    const visit = (siblings: readonly Outline[]): void => {
      found.push(...checkSiblings(context, siblings.filter(({ level }) => level > 0), headings))
      for (const { sections } of siblings) if (sections.length > 0) visit(sections)
    }
    visit(context.outline)
    const bracketed = all.flatMap(({ in: at, it }) => (it.bracketed ? [{ in: at, it: it.bracketed }] : []))
    const marked = all.flatMap(({ in: at, it }) => (it.mark ? [{ in: at, it: it.mark }] : []))
    return [...found, ...behindBrackets(context, bracketed), ...oddMarks(context.finding, marked)]
  },
})

/** （二）、: no mark stands behind an ordinal in brackets (GB/T 15834—2011, B.3.4). Where all of a report have one, it is its style, and noted. */
function behindBrackets({ finding }: ReportContext, all: readonly Read<Bracketed>[]): Finding[] {
  const marked = all.filter(({ it: { mark } }) => mark !== '')
  const style = marked.length * 2 > all.length && marked.length > 1
  return marked.map(({ in: paragraph, it: { surface, ordinal, mark } }) => finding(`带括号的序数之后不用“${mark}”`, [{ in: paragraph, start: 0, end: surface.length }], { suggestion: ordinal, ...(style ? { severity: 'info' } : {}) }))
}

/** How a line begins. */
interface Reading {
  bracketed?: Bracketed
  mark?: OrdinalMark
}

/** An ordinal in brackets at the head of a line, with the mark behind it. */
interface Bracketed {
  surface: string
  ordinal: string
  mark: string
}

function checkSiblings(context: ReportContext, siblings: readonly Outline[], headings: ReadonlyMap<Outline, CheckedParagraph>): Finding[] {
  const lines = siblings.flatMap((section) => {
    const heading = headings.get(section)
    const text = headingText(section)
    // a lead sentence that was taken for a heading has its own sentence marks inside
    return heading && section.heading !== '' ? [{ heading, text, inner: /[。；].*\S.*[。；]?\s*$/u.test(text.slice(0, -1)) }] : []
  })
  const stops = lines.filter(({ text }) => STOP.test(text)).length
  const bare = lines.filter(({ text }) => !STOP.test(text) && !NEVER.test(text)).length
  // 一、…，…。二、…，…。三、…，…: the one among sentences that lost its stop; 四、存在问题 among them never had one
  const lost = stops >= 3 && bare === 1 ? lines.find(({ text }) => !STOP.test(text) && !NEVER.test(text) && !ENDED.test(text)) : undefined
  const without = lost && isClausal(lost.text) && lines.every(({ text }) => isClausal(text)) ? [lost] : []
  return [...without.map(({ heading }) => context.finding(`标题末尾没有“。”，同级的其他${stops}个标题都有`, [{ in: heading, start: heading.text.trimEnd().length - 1, end: heading.text.trimEnd().length }])), ...lines.flatMap(({ heading, text, inner }): Finding[] => {
    const mark = /\s*([，、；,;。：:．])\s*$/u.exec(text)
    if (!mark || inner) return []
    const [surface, sign = ''] = mark
    const start = mark.index + surface.indexOf(sign)
    const place = { in: heading, start, end: start + 1 }
    if (NEVER.test(text)) {
      // a heading in two halves over two lines ends its first with ， in print
      return lines.length >= 2 || text.length <= 40 ? [context.finding(`标题末尾不用“${sign}”`, [place], { suggestion: stops > bare ? '。' : '' })] : []
    }
    // few against many: one of three, two of five; of two, where both are sentences of one build
    const two = sign === '。' && lines.length === 2 && stops === 1 && bare === 1 && lines.every((line) => isClausal(line.text))
    if (!two && (stops === 0 || bare < 2 || stops * 2 >= lines.length)) return []
    return [context.finding(two ? `标题末尾用了“${sign}”，同级的另一个标题没有` : `标题末尾用了“${sign}”，同级的其他${bare}个标题都没有`, [place], { suggestion: '' })]
  })]
}
