import { diffArrays } from 'diff'
import { sentenceRanges } from '../text/sentences.ts'

/** A stretch of two texts beside each other: in both, only in this year's, or only in last year's. */
export interface Difference {
  kind: 'same' | 'added' | 'removed'
  text: string
}

/** numbers with their factor and unit mark, Latin words; of the rest Han words */
const PIECE = /\d+(?:[.,]\d+)*(?:[万亿千百]+)?%?|[A-Za-z]+|[\p{Script=Han}]+|\s+|./gsu

const segmenter = typeof Intl.Segmenter === 'function' ? new Intl.Segmenter('zh', { granularity: 'word' }) : undefined

/** A text as words; joined they are the text. */
function wordsOf(text: string): string[] {
  return [...text.matchAll(PIECE)].flatMap(([piece]) => {
    if (!/^\p{Script=Han}{2}/u.test(piece)) return [piece]
    return segmenter ? Array.from(segmenter.segment(piece), ({ segment }) => segment) : [...piece]
  })
}

/** texts with more differing words are shown as wholly different; the time grows with the square of it */
const MOST_EDITS = 500
/** a common word this short between two changes is read more easily as part of them */
const SHORT = 1

/**
 * The differences of two texts by word: what `last` had is removed, what `now` has is added. The texts of `same` and `added` joined are
 * `now`, those of `same` and `removed` are `last`. By the `diff` library (Myers 1986).
 */
export function wordDifferences(last: string, now: string): Difference[] {
  const parts = diffArrays(wordsOf(last), wordsOf(now), { maxEditLength: MOST_EDITS })
  // so different that no one would read it word by word
  if (!parts) return bySentences(last, now)
  const raw = parts.map(({ added, removed, value }): Difference => ({ kind: added ? 'added' : removed ? 'removed' : 'same', text: value.join('') }))
  const out: Difference[] = []
  raw.forEach((part, k) => {
    const [before, after] = [raw[k - 1], raw[k + 1]]
    const wedged = part.kind === 'same' && part.text.length <= SHORT && !/[，。；：！？]/u.test(part.text) && before && after && before.kind !== 'same' && after.kind !== 'same'
    if (wedged) out.push({ kind: 'removed', text: part.text }, { kind: 'added', text: part.text })
    else out.push(part)
  })
  return joined(out)
}

/** Sentence by sentence, for texts that were rewritten. */
function bySentences(last: string, now: string): Difference[] {
  const of = (text: string): string[] => sentenceRanges(text).map(({ start, end }) => text.slice(start, end))
  const parts = diffArrays(of(last), of(now), { maxEditLength: MOST_EDITS })
  if (!parts) return joined([{ kind: 'removed', text: last }, { kind: 'added', text: now }])
  return joined(parts.map(({ added, removed, value }) => ({ kind: added ? 'added' : removed ? 'removed' : 'same', text: value.join('') })))
}

/** Neighbouring changes as one removal and one addition. */
function joined(parts: readonly Difference[]): Difference[] {
  const out: Difference[] = []
  let removed = ''
  let added = ''
  const flush = (): void => {
    if (removed !== '') out.push({ kind: 'removed', text: removed })
    if (added !== '') out.push({ kind: 'added', text: added })
    removed = ''
    added = ''
  }
  for (const { kind, text } of parts) {
    if (kind === 'removed') removed += text
    else if (kind === 'added') added += text
    else {
      flush()
      const before = out.at(-1)
      if (before?.kind === 'same') before.text += text
      else out.push({ kind, text })
    }
  }
  flush()
  return out
}
