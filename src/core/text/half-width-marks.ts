import { isHan } from './width.ts'

/** A half-width mark that stands where Chinese wants the full-width one. Offsets are UTF-16 units. */
export interface HalfWidthMark {
  at: number
  /** the full-width mark */
  full: string
}

const FULL: Readonly<Record<string, string>> = { ',': '，', '.': '。', ';': '；', ':': '：', '!': '！', '?': '？', '(': '（', ')': '）' }
const OPENING = '“‘《〈「『（【〔'
const CLOSING = '”’》〉」』）】〕'
const NUMBERING = /^[\d一二三四五六七八九十]{1,3}$/u

/** half-width marks, and full-width brackets, which may be the partners of half-width ones */
const CANDIDATES = /[,;:!?.()（）]/gu

/** The half-width marks of a paragraph between Chinese characters (GB/T 15834—2011, 5.1.1), in order. Numbering ((一), 1)), numbers (10:30) and Latin text keep theirs. */
export function halfWidthMarks(text: string): HalfWidthMark[] {
  const out: HalfWidthMark[] = []
  const add = (at: number): void => {
    const full = FULL[text.charAt(at)]
    if (full !== undefined) out.push({ at, full })
  }
  const opens: number[] = []
  for (const { 0: c, index: i } of text.matchAll(CANDIDATES)) {
    if (c === '(' || c === '（') {
      opens.push(i)
    } else if (c === ')' || c === '）') {
      const open = opens.pop()
      if (open !== undefined && isChineseBracket(text, open, i)) for (const at of [open, i]) add(at)
    } else if (c in FULL && isBetweenChinese(text, i)) {
      add(i)
    }
  }
  return out.sort((a, b) => a.at - b.at)
}

/** Brackets around Chinese words; numbering such as (一) or 1) is a matter of headings, and Latin text keeps its own. */
function isChineseBracket(text: string, open: number, close: number): boolean {
  const inner = text.slice(open + 1, close)
  return inner.length <= 200 && /\p{Script=Han}/u.test(inner) && !NUMBERING.test(inner.trim())
}

/** A comma or the like with Chinese on both sides, or with Chinese on one and a number or a Latin letter on the other. */
function isBetweenChinese(text: string, at: number): boolean {
  const left = neighbour(text, at, -1)
  const right = neighbour(text, at, 1)
  const chineseLeft = isHan(left) || CLOSING.includes(left) && left !== ''
  const chineseRight = isHan(right) || OPENING.includes(right) && right !== ''
  // a point between two Chinese words ends a sentence; 一.加强学习 is a heading's number, 张三.李四 may be two names
  if (text.charAt(at) === '.' && !endsClause(text, at)) return false
  if (chineseLeft && (chineseRight || right === '')) return !(right === '' && text.charAt(at) === ':' && left === '')
  const mark = text.charAt(at)
  // 3200个.同时 and 86.4%.在此基础上: a stop behind a figure
  if (mark === '.') return chineseRight && /[%％]/u.test(left)
  if (mark !== ',' && mark !== ';') return false
  if (chineseLeft) return /[\dA-Za-z]/u.test(right)
  return chineseRight && /[\d%％‰A-Za-z℃)]/u.test(left)
}

/** Does a sentence of some length end here, and another one or none begin behind? */
const endsClause = (text: string, at: number): boolean =>
  text.charAt(at - 1) !== '.' && text.charAt(at + 1) !== '.' && /(?:\p{Script=Han}{4}|[\d%％”）》]\s*\p{Script=Han}{0,3})$/u.test(text.slice(Math.max(0, at - 5), at)) && /^\s*(?:$|[\p{Script=Han}“《]{4}|[\p{Script=Han}]{2,3}[，：\d])/u.test(text.slice(at + 1, at + 9))

/** The next character on one side, beyond spaces; empty at the edge of the paragraph. */
function neighbour(text: string, at: number, step: 1 | -1): string {
  let i = at + step
  while (i >= 0 && i < text.length && /\s/u.test(text.charAt(i)) && Math.abs(i - at) < 4) i += step
  return text.charAt(i)
}
