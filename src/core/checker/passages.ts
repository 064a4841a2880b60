/** Sentences, clauses and quotations of a plain paragraph. All offsets are UTF-16, half-open. */

const CLAUSE_MARKS = '，。；！？：,;!?:\n'
const SENTENCE_MARKS = '。！？\n'
const REACH = 400

/** The sentence around a place, looking at most 400 characters either way. */
export function sentenceAround(text: string, start: number, end: number): { start: number; end: number } {
  return reach(text, start, end, SENTENCE_MARKS)
}

/** The clause around a place: between commas, colons and full stops. */
export function clauseAround(text: string, start: number, end: number): { start: number; end: number } {
  return reach(text, start, end, CLAUSE_MARKS)
}

function reach(text: string, start: number, end: number, marks: string): { start: number; end: number } {
  let from = start
  while (from > 0 && start - from < REACH && !marks.includes(text.charAt(from - 1))) from--
  let to = end
  while (to < text.length && to - end < REACH && !marks.includes(text.charAt(to))) to++
  return { start: from, end: to }
}

/** 1 for each unit inside quotation or book-title marks, the marks included. */
export function quotedUnits(text: string): Uint8Array {
  const out = new Uint8Array(text.length)
  let depth = 0
  for (let i = 0; i < text.length; i++) {
    const c = text.charAt(i)
    if ('“‘《〈「『'.includes(c)) depth++
    if (depth > 0) out[i] = 1
    if ('”’》〉」』'.includes(c)) depth = Math.max(0, depth - 1)
  }
  return out
}
