import type { Finding } from '../../finding.ts'
import { defineParagraphRule } from '../../rule.ts'

/** Two marks of pause or stop in a row. ！！ ？！ …… —— are right, and so is a stop before a closing quotation mark. */
const CLASH = /[，。、；：,;][ \u3000]{0,2}[，。、；：,;](?:[ \u3000]{0,2}[，。、；：,;])*|[！？][，、；：。]|[，、；：。](?:[！？]+)|(?<!\.)\.[，。、；]/gu
/** A pause behind an opening mark or before a closing one, and a stop or pause on either side of a closing quotation mark (，”。 。”。). */
const AT_BRACKETS = /([（《〈【])([，。、；：])|([，、；])([）】》〉])|([，、；：。])([”’])([，。、；：])/gu

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
      if (!/[，。、；：]/u.test(marks) || /^。{3,}$/u.test(marks)) continue
      // e.g.，  etc.，: the point belongs to the Latin word
      if (marks.startsWith('.') && !/\p{Script=Han}|[”》）]/u.test(text.charAt(match.index - 1)) && !/\d\p{Script=Han}{1,3}$/u.test(text.slice(Math.max(0, match.index - 4), match.index))) continue
      const start = match.index
      const right = rightMark(marks)
      const message = right === undefined ? `标点“${marks}”连用，应只留一个` : `标点“${marks}”连用，应为“${right}”`
      found.push(finding(message, [{ in: paragraph, start, end: start + match[0].length }], right === undefined ? {} : { suggestion: right }))
    }
    for (const match of text.matchAll(AT_BRACKETS)) {
      const [written, open, , inside, close, before, quote, after] = match
      const place = { in: paragraph, start: match.index, end: match.index + written.length }
      if (open !== undefined) found.push(finding(`“${open}”之后不应有“${written.slice(1)}”`, [place], { suggestion: open }))
      else if (inside !== undefined && close !== undefined) found.push(finding(`“${close}”之前不应有“${inside}”`, [place], { suggestion: close }))
      else if (before !== undefined && quote !== undefined && after !== undefined) found.push(...atQuote(before, quote, after).map(([message, suggestion]) => finding(message, [place], { suggestion })))
    }
    return found
  },
})

/** 好。”，他说 is right; a pause inside and a stop outside, or the same mark on both sides, is one mark too many. */
function atQuote(before: string, quote: string, after: string): [message: string, suggestion: string][] {
  const message = `标点“${before}”与“${after}”分在引号内外，只留一个`
  if (before === after) return [[message, before === '。' ? `${before}${quote}` : `${quote}${after}`]]
  return '，、；：'.includes(before) && '。，；'.includes(after) ? [[message, `${quote}${after}`]] : []
}

/** The one mark that was meant, where that is plain: the doubled one, or the full stop at the end. */
function rightMark(marks: string): string | undefined {
  const full = marks.replaceAll(',', '，').replaceAll(';', '；')
  if (/^[！？]。$/u.test(full)) return full.charAt(0)
  if (/^\.[，。、；]$/u.test(marks)) return marks.charAt(1)
  if (new Set(full).size === 1) return full.charAt(0)
  return full.endsWith('。') && !full.slice(0, -1).includes('。') ? '。' : undefined
}
