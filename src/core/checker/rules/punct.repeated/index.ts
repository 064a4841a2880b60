import type { Finding } from '../../finding.ts'
import { defineParagraphRule } from '../../rule.ts'

/** Two marks of pause or stop in a row. ！！ ？！ …… —— are right, and so is a stop before a closing quotation mark. */
const CLASH = /[，。、；：,;][ \u3000]{0,2}[，。、；：,;](?:[ \u3000]{0,2}[，。、；：,;])*/gu

/** Doubled or clashing punctuation (，， 。，). */
export const punctRepeated = defineParagraphRule({
  id: 'punct.repeated',
  title: '标点重复或冲突',
  severity: 'error',
  mechanical: true,
  basis: { on: 'practice', why: '一处停顿只用一个点号' },
  defaults: {},
  check: ({ paragraph, finding }) => {
    const found: Finding[] = []
    const { text } = paragraph
    for (const match of text.matchAll(CLASH)) {
      const marks = match[0].replace(/[ \u3000]/gu, '')
      if (!/[，。、；：]/u.test(marks)) continue
      const start = match.index
      const right = rightMark(marks)
      const message = right === undefined ? `标点“${marks}”连用，应只留一个` : `标点“${marks}”连用，应为“${right}”`
      found.push(finding(message, [{ in: paragraph, start, end: start + match[0].length }], right === undefined ? {} : { suggestion: right }))
    }
    return found
  },
})

/** The one mark that was meant, where that is plain: the doubled one, or the full stop at the end. */
function rightMark(marks: string): string | undefined {
  const full = marks.replaceAll(',', '，').replaceAll(';', '；')
  if (/^。{3,}$/u.test(full)) return '……'
  if (new Set(full).size === 1) return full.charAt(0)
  return full.endsWith('。') && !full.slice(0, -1).includes('。') ? '。' : undefined
}
