import { clausesOf, type Clause } from './edited.ts'

/** The clauses at the head and at the end of a paragraph, and the stretches in it that repeat the clauses right before them. Offsets in its text. */
export interface Echoes {
  head: readonly Clause[]
  tail: readonly Clause[]
  /** the one to go to, and what it repeats */
  within: readonly Echo[]
}

interface Stretch {
  start: number
  end: number
}

export interface Echo {
  again: Stretch
  before: Stretch
}

/** Words said again at once: so many where a number is among them (收到提案186件。收到提案186件，), and without one a whole sentence of so many. */
const WITH_NUMBER = 8
const WITHOUT = 14

/** What sentences of a paragraph repeat of the one before them. Linear in its text. */
export function echoesIn(text: string, sentences: readonly Stretch[]): Echoes {
  const all = sentences.map(({ start, end }) => clausesOf(text.slice(start, end), 1).map((clause) => ({ ...clause, start: clause.start + start, end: clause.end + start })))
  const within = all.flatMap((clauses, i): Echo[] => {
    const echo = i === 0 ? undefined : echoOf(all[i - 1] ?? [], clauses)
    return echo ? [echo] : []
  })
  return { head: all[0] ?? [], tail: all.at(-1) ?? [], within }
}

/**
 * The clauses at the end of one sentence that the next one begins with. Undefined where there are none, or where the sentences are the same as a whole
 * (that is told otherwise). Clauses without a number are taken up again on purpose (顶真: …就是发展。发展是…): only a whole sentence of them is told.
 */
export function echoOf(before: readonly Clause[], after: readonly Clause[]): Echo | undefined {
  for (let count = Math.min(before.length, after.length); count > 0; count--) {
    const from = before.length - count
    let same = true
    for (let k = 0; same && k < count; k++) same = before[from + k]?.words === after[k]?.words
    if (!same) continue
    if (from === 0 && count === after.length) return undefined
    const words = after.slice(0, count).map((clause) => clause.words).join('')
    const isTold = /\d/u.test(words) ? words.length >= WITH_NUMBER : count === after.length && words.length >= WITHOUT
    const [first, last, again, end] = [before[from], before.at(-1), after[0], after[count - 1]]
    return isTold && first && last && again && end ? { again: { start: again.start, end: end.end }, before: { start: first.start, end: last.end } } : undefined
  }
  return undefined
}
