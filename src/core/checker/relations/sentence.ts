import { isCore, type CoreFigure, type Figure } from '../../figures/figure.ts'
import { sentenceRanges } from '../../text/sentences.ts'
import type { ReadParagraph } from '../rule.ts'
import { spanOf, type Span } from '../span.ts'

/** A stated number with the words around it. */
export interface Term {
  figure: CoreFigure
  /** its place among the terms of its sentence */
  at: number
  /** the words from the number before it (or the sentence's beginning) to this one, without white space, with full-width marks */
  before: string
  /** the words from this number to the next one, or to the sentence's end */
  after: string
  /** how many round brackets are open around it */
  depth: number
  span: Span
}

/** A sentence of a paragraph and the numbers stated in it. */
export interface Sentence {
  /** offsets in the paragraph: UTF-16, half-open */
  start: number
  end: number
  /** the paragraph's text with full-width marks in place of half-width ones, same offsets as the paragraph */
  text: string
  terms: readonly Term[]
  /** all numbers, ranks (第2位) and spans of time (五年) among them */
  numbers: readonly Figure[]
  /** the sentence before this one in its paragraph */
  previous: Sentence | undefined
}

const FULL: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '(': '（', ')': '）', '!': '！', '?': '？', '∶': '：', '﹕': '：' }

/** Half-width marks as full-width ones, except between digits (1,234 and 8.6:41.2); offsets stay. */
const withFullMarks = (text: string): string => text.replace(/[,;:()!?]|(?<!\d)[∶﹕]/gu, (c, i: number) => ((c === ',' || c === ':') && /\d/u.test(text.charAt(i - 1)) && /\d/u.test(text.charAt(i + 1)) ? c : (FULL[c] ?? c)))

/** more numbers than this in one sentence are a table or no prose at all; what relates them is not said in words */
const MOST = 60

const memory = new WeakMap<readonly Figure[], { text: string; sentences: readonly Sentence[] }>()

/**
 * The sentences of a paragraph that state numbers, in order. Remembered with the paragraph's figures, since several rules ask. A sentence
 * with an open slot (【待填】) or a number that is cut in two (12 345) has no terms: what its numbers come to is not known yet.
 */
export function readSentences({ text, figures }: Pick<ReadParagraph, 'text' | 'figures'>): readonly Sentence[] {
  if (figures.length === 0) return []
  const known = memory.get(figures)
  if (known?.text === text) return known.sentences
  const sentences = sentencesIn(text, figures)
  memory.set(figures, { text, sentences })
  return sentences
}

function sentencesIn(text: string, figures: readonly Figure[]): Sentence[] {
  const folded = withFullMarks(text)
  const out: Sentence[] = []
  let next = 0
  let previous: Sentence | undefined
  for (const { start, end } of sentenceRanges(folded)) {
    const own: CoreFigure[] = []
    const numbers: Figure[] = []
    for (; next < figures.length; next++) {
      const figure = figures[next]
      if (!figure || figure.start >= end) break
      numbers.push(figure)
      if (isCore(figure)) own.push(figure)
    }
    // 12 345件: a number cut in two by a space is read as its second half
    const cut = own.some((f) => /\d[ \u00a0\u2009\u202f]$/u.test(folded.slice(Math.max(0, f.start - 2), f.start)) && /^\d{3}(?!\d)/u.test(f.text))
    const open = own.length > MOST || cut || folded.slice(start, end).includes('【待填】')
    const sentence: Sentence = { start, end, text: folded, terms: open ? [] : termsOf(folded, start, end, own), numbers: open || numbers.length > 2 * MOST ? [] : numbers, previous }
    out.push(sentence)
    previous = sentence
  }
  return out
}

function termsOf(text: string, start: number, end: number, figures: readonly CoreFigure[]): Term[] {
  let depth = 0
  let from = start
  return figures.map((figure, at) => {
    for (let i = from; i < figure.start; i++) {
      const c = text.charAt(i)
      if (c === '（') depth++
      else if (c === '）') depth = Math.max(0, depth - 1)
    }
    const before = words(text, from, figure.start)
    from = figure.end
    const after = words(text, figure.end, figures[at + 1]?.start ?? end)
    return { figure, at, before, after, depth, span: spanOf(figure) }
  })
}

const words = (text: string, from: number, to: number): string => text.slice(from, Math.max(from, to)).replace(/\s+/gu, '')

const PERSONS = '人名位'

/** Do the two count in the same unit, so that one may be a part of the other? 人, 名 and 位 count persons alike. */
export const sameMeasure = (a: Term, b: Term): boolean =>
  a.figure.kind === b.figure.kind && (a.figure.unit === b.figure.unit || (a.figure.unit.length === 1 && b.figure.unit.length === 1 && PERSONS.includes(a.figure.unit) && PERSONS.includes(b.figure.unit)))

/** Is it a count or a sum (no rate, no multiple, no range)? */
export const isLevel = ({ figure }: Term): boolean => figure.kind !== 'percent' && figure.unit !== '' && figure.unit !== '倍' && figure.unit !== '番' && figure.high === undefined && figure.value > 0

/** Words that say how much something grew: such a number is no level. */
const DELTA = /(?:增长|增加|增多|增收|减少|下降|提高|(?<!改造|改建|整治|提质|修缮|更新)提升|上升|上涨|扩大|多|少|新增|净增|增幅|同比|环比|[比较]上?一?[年届期月]\p{Script=Han}{0,6})(?:了|约|近|超|达|到)*$/u

/** Is it the amount of a change (比上年增加12件)? */
export const isDelta = ({ before }: Term): boolean => DELTA.test(before) && !/(?:增长|增加|提高|提升|上升|扩大|减少|下降|上涨)(?:到|至)$/u.test(before)
/** What a number counts, as far as the words before it in its clause say. */
export const labelOf = ({ before }: Pick<Term, 'before'>): string => /[^，。；：、）—]*$/u.exec(before)?.[0] ?? ''
