import type { Finding } from '../../finding.ts'
import { defineParagraphRule } from '../../rule.ts'

const OPEN = '《<＜'
const CLOSE: Readonly<Record<string, string>> = { '《': '》', '<': '>', '＜': '＞' }
const HAN = /\p{Script=Han}/u

/**
 * A title within a title takes single marks: 《关于贯彻〈信访工作条例〉的意见》 (GB/T 15834—2011, 4.15). Reported are half-width < > and ＜ ＞ there,
 * 《》 within 《》, and 〈〉 outermost. A third level takes 《》 again, so that a title with 〈〉 around the inner one is right.
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
    if (!text.includes('《') && !text.includes('〈')) return []
    const found: Finding[] = []
    for (const { start, end, right } of turnedInsideOut(text)) found.push(finding(`最外层的书名号应为“《》”，里面一层用“〈〉”：${right}`, [{ in: paragraph, start, end }], { suggestion: right }))
    if (found.length > 0) return found
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

/** 〈关于印发《条例》的通知〉, 〈信访工作条例〉: single marks outermost. Nothing where a mark stands without its partner: that is told otherwise. */
function turnedInsideOut(text: string): { start: number; end: number; right: string }[] {
  if (!text.includes('〈') || count(text, '《') !== count(text, '》') || count(text, '〈') !== count(text, '〉')) return []
  const out: { start: number; end: number; right: string }[] = []
  for (const { index, 0: surface, 1: inner = '' } of text.matchAll(OUTER)) {
    const before = text.slice(0, index)
    if (count(before, '《') !== count(before, '》') || count(before, '〈') !== count(before, '〉') || !/\p{Script=Han}{2}/u.test(inner)) continue
    out.push({ start: index, end: index + surface.length, right: `《${inner.replaceAll('《', '〈').replaceAll('》', '〉')}》` })
  }
  return out
}

/** At most one level within, and a title of some length. */
const OUTER = /〈((?:[^《》〈〉。；]|《[^《》〈〉。；]{2,50}》){2,90})〉/gu

const count = (text: string, mark: string): number => text.split(mark).length - 1

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
