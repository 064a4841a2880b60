import type { Finding } from '../../finding.ts'
import { defineParagraphRule } from '../../rule.ts'

const OPEN = '《<＜'
const CLOSE: Readonly<Record<string, string>> = { '《': '》', '<': '>', '＜': '＞' }
const HAN = /\p{Script=Han}/u

/**
 * A title within a title takes single marks: 《关于贯彻〈信访工作条例〉的意见》 (GB/T 15834—2011, 4.15). Reported are half-width < > and ＜ ＞ there, and
 * 《》 within 《》. A third level takes 《》 again, so that a title with 〈〉 around the inner one is right.
 */
export const punctInnerTitleMark = defineParagraphRule({
  id: 'punct.inner-title-mark',
  title: '书名号内的书名号',
  severity: 'warning',
  mechanical: true,
  basis: { on: 'standard', clause: 'GB/T 15834—2011，4.15：书名号中还需要书名号时，里面一层用单书名号“〈〉”' },
  defaults: {},
  check: ({ paragraph, finding }) => {
    const { text } = paragraph
    const found: Finding[] = []
    let depth = 0
    let single = 0
    for (let i = 0; i < text.length; i++) {
      const c = text.charAt(i)
      if (c === '〈') single++
      else if (c === '〉') single--
      else if (c === '》') depth = Math.max(0, depth - 1)
      const isInner = depth > 0 && single === 0 && OPEN.includes(c)
      if (isInner) {
        const end = closing(text, i, CLOSE[c] ?? '')
        const inner = end === undefined ? '' : text.slice(i + 1, end)
        // the outer title must go on or end behind the inner one, else the first 《 was merely not closed
        if (end !== undefined && HAN.test(inner) && closesOuter(text, end + 1)) {
          found.push(
            finding(`书名号之内的书名号应为“〈〉”，文中用了“${c}${text.charAt(end)}”`, [{ in: paragraph, start: i, end: end + 1 }], { suggestion: `〈${inner}〉` }),
          )
          i = end
          continue
        }
      }
      if (c === '《') depth++
    }
    return found
  },
})

/** Where the mark that opens at `start` closes; at most 60 characters on, and before another one opens. */
function closing(text: string, start: number, close: string): number | undefined {
  const end = text.indexOf(close, start + 1)
  if (end < 0 || end - start > 60) return undefined
  const inner = text.slice(start + 1, end)
  return /[《<＜。；]/u.test(inner) ? undefined : end
}

/** Is there a closing 》 for the outer title before the next 《 and the end of the sentence? */
function closesOuter(text: string, from: number): boolean {
  for (let i = from; i < text.length && i < from + 80; i++) {
    const c = text.charAt(i)
    if (c === '》') return true
    if (c === '。' || c === '；') return false
    if (c === '《') {
      const end = closing(text, i, '》')
      if (end === undefined) return false
      i = end
    }
  }
  return false
}
