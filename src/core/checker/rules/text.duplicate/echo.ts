import { clausesOf, type Clause } from './edited.ts'

/** The clauses at the head and at the end of a paragraph, and the stretches in it that repeat the clauses right before them. Offsets in its text. */
export interface Echoes {
  head: readonly Clause[]
  tail: readonly Clause[]
  /** the one to go to, and what it repeats */
  within: readonly Echo[]
  /** whole sentences with numbers that stand in another, not neighbouring sentence of the paragraph */
  apart: readonly Echo[]
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
  return { head: all[0] ?? [], tail: all.at(-1) ?? [], within, apart: all.length < 3 ? [] : toldApart(all) }
}

/** How long a sentence of at least two clauses and two numbers must be to stand in another one by no accident. */
const APART = 16

/**
 * …，组织对接会6场，落实融资2.1亿元。（…。）组织对接会6场，落实融资2.1亿元。: a sentence that stands, as a run of clauses, in another one of the paragraph, before it or behind it.
 * Each clause is looked up once by its words.
 */
function toldApart(all: readonly (readonly Clause[])[]): Echo[] {
  const out: Echo[] = []
  /** where a clause stood first */
  const clauses = new Map<string, { sentence: number; at: number }>()
  /** sentences by the clause with which they begin */
  const beginnings = new Map<string, number>()
  all.forEach((sentence, i) => {
    const [first] = sentence
    if (!first) return
    const known = clauses.get(first.words)
    const earlier = known && i - known.sentence > 1 ? runOf(sentence, all[known.sentence] ?? [], known.at) : undefined
    if (earlier) out.push({ again: spanOf(sentence), before: earlier })
    sentence.forEach(({ words }, at) => {
      const begun = earlier ? undefined : beginnings.get(words)
      const whole = begun === undefined || i - begun < 2 ? undefined : all[begun]
      const again = whole && runOf(whole, sentence, at)
      if (whole && again) out.push({ again, before: spanOf(whole) })
      if (!clauses.has(words)) clauses.set(words, { sentence: i, at })
    })
    if (isTelling(sentence) && !beginnings.has(first.words)) beginnings.set(first.words, i)
  })
  return out
}

/** Where a telling sentence stands in a longer one from the clause `at` on; undefined where it does not. */
function runOf(sentence: readonly Clause[], longer: readonly Clause[], at: number): Stretch | undefined {
  if (!isTelling(sentence) || longer.length <= sentence.length || !sentence.every(({ words }, k) => longer[at + k]?.words === words)) return undefined
  return spanOf(longer.slice(at, at + sentence.length))
}

const isTelling = (sentence: readonly Clause[]): boolean => {
  if (sentence.length < 2) return false
  const words = sentence.map((clause) => clause.words).join('，')
  return words.length >= APART && (words.match(/\d[\d.,]*/gu) ?? []).length >= 2
}

const spanOf = (run: readonly Clause[]): Stretch => ({ start: run[0]?.start ?? 0, end: run.at(-1)?.end ?? 0 })

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
