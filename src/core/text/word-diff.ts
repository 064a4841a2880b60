import { diffArrays } from 'diff'
import { segmentsOf } from './segments.ts'
import { sentenceRanges } from './sentences.ts'

/** A stretch of two texts beside each other: in both, only in the later, or only in the earlier. */
export interface WordChange {
  kind: 'same' | 'inserted' | 'deleted'
  /** never empty */
  text: string
}

/** numbers with their factor (4.4亿, 20多万, 59.4%), Latin words, stretches of Han characters, spaces; any other character with what joins it */
const PIECE = /(?<number>\d+(?:[.,．，]?\d+)*[万亿千百多余]*[%％‰]?)|[A-Za-z]+|(?<han>(?:\p{Script=Han}\p{M}*)+)|\s+|.(?:\p{M}|\u200d.)*/gsu
/** units of more than one character; one of one character is whatever word of one character stands behind a number */
const LONG_UNIT = /^(?:个?百分点|人次|案次|件次|场次|批次|[万亿]?[人户]次|平方公里|平方千米|平方米|立方米|公里|千米|公顷|公斤|千克|千瓦时?|小时|分钟|周年|年度|月份)/u

/** A text as words; joined they are the text. A number and its unit are one word (86件), since one without the other says nothing. */
export function wordsOf(text: string): string[] {
  const out: string[] = []
  let afterNumber = false
  for (const { 0: piece, groups } of text.matchAll(PIECE)) {
    const last = out.at(-1)
    if (groups?.han === undefined) out.push(piece)
    else {
      const long = afterNumber ? LONG_UNIT.exec(piece)?.[0] : undefined
      const words = hanWords(piece.slice(long?.length ?? 0))
      const unit = long ?? (afterNumber && words[0]?.length === 1 ? words.shift() : undefined)
      if (unit !== undefined && last !== undefined) out[out.length - 1] = last + unit
      for (const word of words) out.push(word)
    }
    afterNumber = groups?.number !== undefined && !/[%％‰]$/u.test(piece)
  }
  return out
}

function hanWords(piece: string): string[] {
  if (piece.length < 2) return piece === '' ? [] : [piece]
  return segmentsOf(piece)
}

/** texts with more differing words are shown as wholly different; the time grows with the square of it */
const MOST_EDITS = 500
/** a common word this short between two changes is read more easily as part of them */
const SHORT = 1

/**
 * The differences of two texts by word: `same` and `deleted` joined are `before`, `same` and `inserted` are `after`; of two neighbouring changes the deletion
 * stands first. By the `diff` library (Myers 1986); texts that differ in more than {@link MOST_EDITS} words are compared by sentence.
 */
export function wordChanges(before: string, after: string): WordChange[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before }]
  const raw = changesOf(wordsOf(before), wordsOf(after))
  // so different that no one would read it word by word
  if (!raw) return bySentences(before, after)
  const out: WordChange[] = []
  raw.forEach((part, k) => {
    const [previous, next] = [raw[k - 1], raw[k + 1]]
    const wedged = part.kind === 'same' && part.text.length <= SHORT && !/[，。；：！？]/u.test(part.text) && previous && next && previous.kind !== 'same' && next.kind !== 'same'
    if (wedged) out.push({ kind: 'deleted', text: part.text }, { kind: 'inserted', text: part.text })
    else out.push(part)
  })
  return joined(out)
}

/** Undefined where too much differs. */
function changesOf(before: string[], after: string[]): WordChange[] | undefined {
  return diffArrays(before, after, { maxEditLength: MOST_EDITS })?.map(({ added, removed, value }) => ({ kind: added ? 'inserted' : removed ? 'deleted' : 'same', text: value.join('') }))
}

/** Sentence by sentence, for texts that were rewritten. */
function bySentences(before: string, after: string): WordChange[] {
  const of = (text: string): string[] => sentenceRanges(text).map(({ start, end }) => text.slice(start, end))
  return joined(changesOf(of(before), of(after)) ?? [{ kind: 'deleted', text: before }, { kind: 'inserted', text: after }])
}

/** Neighbouring changes as one deletion and one insertion. */
function joined(parts: readonly WordChange[]): WordChange[] {
  const out: WordChange[] = []
  let deleted = ''
  let inserted = ''
  const flush = (): void => {
    if (deleted !== '') out.push({ kind: 'deleted', text: deleted })
    if (inserted !== '') out.push({ kind: 'inserted', text: inserted })
    deleted = ''
    inserted = ''
  }
  for (const { kind, text } of parts) {
    if (kind === 'deleted') deleted += text
    else if (kind === 'inserted') inserted += text
    else {
      flush()
      const last = out.at(-1)
      if (last?.kind === 'same') last.text += text
      else out.push({ kind, text })
    }
  }
  flush()
  return out
}
