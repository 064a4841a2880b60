/** A mark that is not one of a well-nested pair. */
export type Odd =
  | { what: 'unclosed' | 'unopened'; mark: string; partner: string; at: number }
  | { what: 'crossing' | 'reversed' | 'nested' | 'outer' | 'mixed'; mark: string; partner: string; at: number; other: number }

const PAIRS: readonly (readonly [string, string])[] = [
  ['“', '”'], ['‘', '’'], ['《', '》'], ['〈', '〉'], ['「', '」'], ['『', '』'], ['（', '）'], ['【', '】'], ['〔', '〕'], ['［', '］'],
]
const CLOSER = new Map(PAIRS)
const OPENER = new Map(PAIRS.map(([open, close]) => [close, open]))
const MARKS = /[“”‘’《》〈〉「」『』（）【】〔〕［］()]/gu

/** Pairs the marks of one paragraph and returns the odd ones in order. Half-width brackets pair with full-width ones. Linear. */
export function pairMarks(text: string): Odd[] {
  const stack: { mark: string; at: number }[] = []
  const unclosed: { mark: string; at: number }[] = []
  const out: Odd[] = []
  const nested: Odd[] = []
  for (const { index: i, 0: sign } of text.matchAll(MARKS)) {
    const mark = wide(sign)
    if (CLOSER.has(mark)) {
      const outer = stack.at(-1)
      if (mark === '“' && outer?.mark === '“') nested.push({ what: 'nested', mark, partner: '‘', at: i, other: outer.at })
      stack.push({ mark, at: i })
      continue
    }
    const opener = OPENER.get(mark)
    if (opener === undefined || isApostrophe(text, i) || (isItemNumber(text, i, mark) && (!stack.some((s) => s.mark === '（') || closesLater(text, i)))) continue
    if (stack.at(-1)?.mark === opener) {
      const inner = stack.pop()
      // ‘…’ with no “…” around it; in a title single marks are a matter of taste
      if (mark === '’' && inner && !stack.some((s) => '“《'.includes(s.mark))) nested.push({ what: 'outer', mark: '‘', partner: '“', at: inner.at, other: i })
      continue
    }
    const depth = stack.findLastIndex((s) => s.mark === opener)
    if (depth >= 0) {
      unclosed.push(...stack.splice(depth).slice(1))
      continue
    }
    // its opener was passed over when the closer of an outer mark came first
    const crossed = unclosed.findLastIndex((u) => u.mark === opener)
    const [inner] = crossed < 0 ? [] : unclosed.splice(crossed, 1)
    if (inner) out.push({ what: 'crossing', mark: opener + mark, partner: outerPair(text, inner.at, i), at: inner.at, other: i })
    else out.push({ what: 'unopened', mark, partner: opener, at: i })
  }
  const left = [...unclosed, ...stack].sort((a, b) => a.at - b.at)
  for (let k = 0; k < left.length; k++) {
    const one = left[k]
    const next = left[k + 1]
    if (!one) continue
    const partner = CLOSER.get(one.mark) ?? ''
    if (next?.mark === one.mark && isReversed(text, one.at, next.at)) {
      out.push({ what: 'reversed', mark: next.mark, partner, at: next.at, other: one.at })
      k++
    } else {
      out.push({ what: 'unclosed', mark: one.mark, partner, at: one.at })
    }
  }
  return (out.length > 0 ? withMixed(text, out) : nested).sort((a, b) => a.at - b.at)
}

/**
 * “既‘面对面’又‘键对键”，…”: an inner quotation that is closed by a double mark, which leaves the outer one's closing mark over. One thing is wrong:
 * the mark in the middle. Between ‘ and it stand a few words.
 */
function withMixed(text: string, odd: readonly Odd[]): Odd[] {
  const out = [...odd]
  for (const inner of odd) {
    if (inner.what !== 'unclosed' || inner.mark !== '‘') continue
    const end = text.indexOf('”', inner.at)
    const left = out.find((o) => o.what === 'unopened' && o.mark === '”' && o.at > end)
    if (end < 0 || !left || end - inner.at > SHORT_QUOTATION || /[“‘’。]/u.test(text.slice(inner.at + 1, end)) || /[“”]/u.test(text.slice(end + 1, left.at))) continue
    out.splice(out.indexOf(inner), 1)
    out.splice(out.indexOf(left), 1, { what: 'mixed', mark: '”', partner: '’', at: end, other: inner.at })
  }
  return out
}
const SHORT_QUOTATION = 16

const wide = (c: string): string => (c === '(' ? '（' : c === ')' ? '）' : c)

/** Li’s, writers’ : an apostrophe, not a closing quotation mark. */
const isApostrophe = (text: string, at: number): boolean =>
  text.charAt(at) === '’' && /[A-Za-z]/u.test(text.charAt(at - 1)) && (at + 1 >= text.length || /[A-Za-z\s]/u.test(text.charAt(at + 1)))

/** 1）调研 a)… 一）: a bracket that closes an item's number and was never opened. */
const isItemNumber = (text: string, at: number, mark: string): boolean =>
  mark === '）' && /(?:^|[\s，。；：、,;:])(?:\d{1,2}|[a-zA-Z]|[一二三四五六七八九十]{1,3}|[①-⑳])$/u.test(text.slice(Math.max(0, at - 4), at))

/** （包括：1）调研；2）视察）: another bracket closes behind it before one opens. In （8:00—17:30） none does. */
const closesLater = (text: string, at: number): boolean => /^[^（(）)]*[）)]/u.test(text.slice(at + 1))

/** The pair that a crossing mark crosses with. */
function outerPair(text: string, from: number, to: number): string {
  for (let i = to - 1; i > from; i--) {
    const mark = wide(text.charAt(i))
    const opener = OPENER.get(mark)
    if (opener !== undefined) return opener + mark
  }
  return ''
}

/** “同心“: two openers around a few words, the second with the end of a clause or a noun behind it. */
const isReversed = (text: string, first: number, second: number): boolean =>
  '“‘'.includes(text.charAt(first)) && second - first > 1 && second - first <= 24 && !/[，。；、]/u.test(text.slice(first, second)) && /^(?:$|[，。；、：！？）]|\p{Script=Han}{0,8}(?:[，。；]|$))/u.test(text.slice(second + 1, second + 10))
