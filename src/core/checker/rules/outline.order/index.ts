import { headingText, plainText } from '../../../model/plain-text.ts'
import type { Section } from '../../../model/report.ts'
import type { Finding } from '../../finding.ts'
import { defineReportRule, type CheckedParagraph } from '../../rule.ts'

/** So many headings without text in a row are no accident of one that is still to be written. */
const FEWEST = 3

/**
 * Headings that stand together without their text, while text stands in front of them that has none: the order of columns in print, in which headings come
 * behind the body. Only in published texts: in a draft a heading without text is one still to be written.
 */
export const outlineOrder = defineReportRule({
  id: 'outline.order',
  title: '标题脱离正文',
  severity: 'warning',
  scope: 'report',
  basis: { on: 'practice', why: '标题应在所领起的正文之前；从版面复制的文字，标题可能集中在文末' },
  defaults: {},
  read: ({ role, text }): true | undefined => (role === 'paragraph' && text.trim() === '' ? true : undefined),
  check: (context, blanks) => {
    if (context.status !== 'published' || (blanks.length === 0 && !haveRow(context.lines))) return []
    const { report, paragraphs, finding } = context
    const headings = new Map<Section, CheckedParagraph>()
    for (const p of paragraphs) if (p.role === 'heading' && p.section) headings.set(p.section, p)
    const found: Finding[] = []
    let before = 0
    let row: Section[] = []
    const isEmpty = (section: Section): boolean => section.level > 0 && section.sections.length === 0 && section.paragraphs.every(({ content }) => plainText(content).trim() === '')
    const flush = (next: Section | undefined): void => {
      // the last of the row holds the text that follows it, which may be the closing words
      const closing = next && next.level === row[0]?.level && next.sections.length === 0 && next.paragraphs.length <= 1 ? [next] : []
      const all = [...row, ...closing]
      const places = all.flatMap((section) => headings.get(section) ?? [])
      const [first, ...others] = places
      if (row.length >= FEWEST && first && before >= row.length) {
        const at = (p: CheckedParagraph): { in: CheckedParagraph; start: number; end: number } => ({ in: p, start: 0, end: p.text.length })
        found.push(finding(`${all.length}个标题集中在一处，没有各自的正文，前面的${before}段正文没有标题：${all.map(headingText).join('；')}`, [at(first), ...others.map(at)]))
      }
      row = []
    }
    for (const section of report.sections) {
      if (isEmpty(section) && (row.length === 0 || row[0]?.level === section.level)) {
        row.push(section)
        continue
      }
      flush(section)
      if (isEmpty(section)) row.push(section)
      else if (row.length === 0) before = section.level === 0 ? before + section.paragraphs.length : 0
    }
    flush(undefined)
    return found
  },
})

/** Do so many headings stand one behind the other? */
const haveRow = (lines: readonly CheckedParagraph[]): boolean => lines.some(({ index }, k) => lines[k + FEWEST - 1]?.index === index + FEWEST - 1)
