import { headingText } from '../../../model/plain-text.ts'
import type { Finding } from '../../finding.ts'
import { defineReportRule, type CheckedParagraph, type Outline, type ReportContext } from '../../rule.ts'

/** Marks that end no heading, whatever its siblings do. */
const NEVER = /[，、；,;]\s*$/u
const STOP = /[。：:．]\s*$/u

/** A heading that ends with a mark where its siblings end with none: 。 at one of five, ， at any. */
export const headingPunctuation = defineReportRule({
  id: 'heading.punctuation',
  title: '标题末尾标点不一',
  severity: 'warning',
  basis: { on: 'practice', why: '标题末尾通常不用标点，同级标题应当一致' },
  scope: 'report',
  defaults: {},
  check: (context) => {
    const headings = new Map<Outline, CheckedParagraph>()
    for (const p of context.lines) if (p.role === 'heading' && p.section) headings.set(p.section, p)
    const found: Finding[] = []
    const visit = (siblings: readonly Outline[]): void => {
      found.push(...checkSiblings(context, siblings.filter(({ level }) => level > 0), headings))
      for (const { sections } of siblings) if (sections.length > 0) visit(sections)
    }
    visit(context.outline)
    return found
  },
})

function checkSiblings(context: ReportContext, siblings: readonly Outline[], headings: ReadonlyMap<Outline, CheckedParagraph>): Finding[] {
  const lines = siblings.flatMap((section) => {
    const heading = headings.get(section)
    const text = headingText(section)
    // a lead sentence that was taken for a heading has its own sentence marks inside
    return heading && section.heading !== '' ? [{ heading, text, inner: /[。；].*\S.*[。；]?\s*$/u.test(text.slice(0, -1)) }] : []
  })
  const stops = lines.filter(({ text }) => STOP.test(text)).length
  const bare = lines.filter(({ text }) => !STOP.test(text) && !NEVER.test(text)).length
  return lines.flatMap(({ heading, text, inner }): Finding[] => {
    const mark = /\s*([，、；,;。：:．])\s*$/u.exec(text)
    if (!mark || inner) return []
    const [surface, sign = ''] = mark
    const start = mark.index + surface.indexOf(sign)
    const place = { in: heading, start, end: start + 1 }
    if (NEVER.test(text)) {
      // a heading in two halves over two lines ends its first with ， in print
      return lines.length >= 2 || text.length <= 40 ? [context.finding(`标题末尾不用“${sign}”`, [place], { suggestion: stops > bare ? '。' : '' })] : []
    }
    // few against many: one of three, two of five
    if (stops === 0 || bare < 2 || stops * 2 >= lines.length) return []
    return [context.finding(`标题末尾用了“${sign}”，同级的其他${bare}个标题都没有`, [place], { suggestion: '' })]
  })
}
