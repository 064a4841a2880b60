import { pairsOf } from '../compare/wording.ts'
import type { CoreFigure } from '../figures/figure.ts'
import { readNumeral } from '../text/numerals.ts'
import { squeezed } from './reading.ts'

/** A value that a sentence gives of a year; the year is undefined where only the order says which (近三年分别为…). */
export interface YearValue {
  year: number | undefined
  figure: CoreFigure
}

const YEAR = /(?<!\d)((?:19|20)\d{2})\s*年/gu
const RANGE = /(?<!\d)((?:19|20)\d{2})\s*年?\s*(?:至|到|—|-|－|–|~|～)\s*((?:19|20)\d{2})\s*年/u
const LISTED_YEARS = /(?<!\d)(?:(?:19|20)\d{2}\s*年?\s*[、，和及与]\s*){1,9}(?:19|20)\d{2}\s*年/u
const PAST_YEARS = /(?:近|过去|最近|这)([两二三四五六七八九十\d]{1,2})年(?:来|间)?/u
const IN_TURN = /(?:分别|依次|先后)(?:为|达到?|是|有|完成|实现)?[：:]?$/u

/**
 * The values of three or more years that one sentence gives of one thing, in the order of the years: 2021年为46人，2022年为41人，2023年为43人; 2022年、2023年、2024年分别为
 * 2.41%、2.63%、2.58%; 近三年分别为…. Undefined where it gives none, or where it is not certain which year a value belongs to. `figures` are those of the paragraph.
 */
export function yearsTold(text: string, sentence: { start: number; end: number }, figures: readonly CoreFigure[]): readonly YearValue[] | undefined {
  const own = figures.filter((f) => f.start >= sentence.start && f.end <= sentence.end && f.high === undefined && !isChange(text, f))
  return ofEachYear(text, sentence.start, own) ?? inTurn(text, sentence.start, own) ?? inTurn(text, sentence.start, uncounted(text, sentence))
}

/** 分别为2463对、2718对和2206对 */
const UNCOUNTED = /(?:分别|依次)(?:为|是|有|达到?)?((?:\d+(?:\.\d+)?([对双宗桌笼畦])[、，和及与]?){3,})/gu

/** Values told in turn behind a measure word by which reports count so seldom that a number before it is no reported quantity elsewhere (对, 双). */
function uncounted(text: string, sentence: { start: number; end: number }): readonly CoreFigure[] {
  if (!/\d[对双宗桌笼畦]/u.test(text)) return []
  const [list] = [...text.slice(sentence.start, sentence.end).matchAll(UNCOUNTED)]
  if (!list) return []
  const from = sentence.start + list.index + list[0].indexOf(list[1] ?? '')
  return Array.from((list[1] ?? '').matchAll(/(\d+(?:\.\d+)?)(\D)/gu), ({ index, 0: surface, 1: digits = '', 2: unit = '' }) => ({ start: from + index, end: from + index + surface.length, text: surface, value: Number(digits), unit, approx: 'exact', kind: 'quantity', indicator: '' }))
}

/** 增长5.2%, 增速分别为6.1%、5.8%: how much it changed, which may fall while the thing itself rises */
const CHANGE = /(?:增长|增加|下降|减少|提高|提升|上升|回落|增速|增幅|降幅|同比)(?!到|至|了?为)(?:[^，。；\d]|率){0,6}$/u
const isChange = (text: string, { unit, start }: CoreFigure): boolean => unit === '个百分点' || unit === '百分点' || (unit === '%' && CHANGE.test(text.slice(Math.max(0, start - 16), start)))

/** what stands between a year and its value without naming anything */
const BARE = /分别|再次|进一步|继续|又|再|则|已|是|为|达到?了?|至|到|约|近|有|共|全[年省市县区]|[升降增减]|上升|下降|增加|减少|增长|提高|提升|回落|进|攀|完成|实现|[，,：:（(\d.%亿万元]/gu

/** A year before each value. */
function ofEachYear(text: string, from: number, figures: readonly CoreFigure[]): readonly YearValue[] | undefined {
  let best: YearValue[] = []
  let run: YearValue[] = []
  let at = from
  let named = ''
  for (const figure of figures) {
    const words = (/年(?:度|末|底)?([^年]*)$/u.exec(squeezed(text.slice(at, figure.start)))?.[1] ?? '').replace(BARE, '')
    const years = [...text.slice(at, figure.start).matchAll(YEAR)]
    at = figure.end
    const [only] = years
    const year = only && years.length === 1 ? Number(only[1]) : undefined
    const before = run.at(-1)
    // a value without its year (增长5%) ends nothing where it is of another unit
    if (year === undefined) {
      if (before && before.figure.unit === figure.unit) run = []
      continue
    }
    if (before && (before.figure.unit !== figure.unit || before.figure.kind !== figure.kind || (before.year ?? 0) + 1 !== year)) run = []
    // 2023年立案118件，2024年结案102件: another thing
    if (run.length === 0) named = words
    else if (words.length >= 2 && named.length >= 2 && ![...pairsOf(words)].some((pair) => pairsOf(named).has(pair))) {
      run = []
      named = words
    }
    run.push({ year, figure })
    if (run.length > best.length) best = [...run]
  }
  return best.length >= 3 ? best : undefined
}

/** The years first, then their values in turn. */
function inTurn(text: string, from: number, figures: readonly CoreFigure[]): readonly YearValue[] | undefined {
  for (let first = 0; first + 2 < figures.length; first++) {
    const head = figures[first]
    if (!head) continue
    const words = squeezed(text.slice(figures[first - 1]?.end ?? from, head.start))
    if (!IN_TURN.test(words) || (head.unit === '%' && /增速|增幅|降幅|增长/u.test(words))) continue
    const values = [head]
    for (let k = first + 1; k < figures.length; k++) {
      const [before, next] = [values.at(-1), figures[k]]
      if (!before || !next || next.unit !== head.unit || next.kind !== head.kind || !/^[、，,和及与]$/u.test(squeezed(text.slice(before.end, next.start)))) break
      values.push(next)
    }
    if (values.length < 3) continue
    const years = yearsOf(text.slice(from, head.start), values.length)
    if (years) return values.map((figure, i) => ({ year: years[i], figure }))
  }
  return undefined
}

/** The years that a list of so many values belongs to, ascending; undefined members where they are only counted; undefined where the words name other ones. */
function yearsOf(words: string, count: number): (number | undefined)[] | undefined {
  const range = RANGE.exec(words)
  if (range) {
    const [from, to] = [Number(range[1]), Number(range[2])]
    return to - from + 1 === count ? Array.from({ length: count }, (_, i) => from + i) : undefined
  }
  const listed = LISTED_YEARS.exec(words)?.[0].match(/(?:19|20)\d{2}/gu)?.map(Number)
  if (listed) return listed.length === count && listed.every((year, i) => i === 0 || year === (listed[i - 1] ?? 0) + 1) ? listed : undefined
  const past = PAST_YEARS.exec(words)
  return past && readNumeral((past[1] ?? '').replace('两', '二')) === count && !/以前|前[两三四五]/u.test(words) ? Array.from({ length: count }, () => undefined) : undefined
}

/** A year's value as a message says it. */
export const sayYear = ({ year, figure }: YearValue): string => `${year === undefined ? '' : `${year}年`}${figure.text}`
