import { resolutionOf } from '../../figures/writing.ts'
import { digitsOf, isOneSlip } from '../number-slip.ts'
import { decimalsOf, fits, meet, numberOf, shareSpan, type Span } from '../span.ts'
import { isDelta, isLevel, sameMeasure, type Sentence, type Term } from './sentence.ts'

/** A part with its share of a whole that need not be stated. */
interface Pair {
  part: Term
  stated: Term
  /** what the share may be in per cent, and the whole that it implies */
  share: Span
  whole: Span
}

/** A share that implies another whole than all others of its series. */
export interface OddShare {
  stated: Term
  part: Term
  /** a whole that all others imply, and one of them with its share */
  whole: number
  other: { part: Term; stated: Term }
  /** what the share would be, to as many decimals as it is stated */
  due: string
}

const FEWEST = 3
/** more numbers than this may be meant by a slip, and it tells nothing any more */
const MOST_MEANT = 12
/** ，占, ，占比, （占党员总数的: what is named is the key of the series */
const SHARED = /^[^，；。、：（\d]{0,12}[，（]?(?:约|大约|仅|只)?占(?:比|据)?([^，；。、占\d“”（]{0,16}?)(?:的|达到?|为|约|近|超过?|比[重例])*$/u
const OTHER_BASE = /计划|目标|任务|预算|上年|去年|同期|合计|分别|其中/u

/** 94件，占57.3%；36件，占20.6%；45件，占25.7%: the share of a series that does not fit the whole that all others imply. `sentences` are those of one paragraph. */
export function oddShares(sentences: readonly Sentence[]): OddShare[] {
  return runsIn(sentences).flatMap((run) => oddOf(run, sentences) ?? [])
}

/** Pairs of part and share that stand one after another and are said of one whole. */
function runsIn(sentences: readonly Sentence[]): Pair[][] {
  const runs: Pair[][] = []
  let run: Pair[] = []
  let key = ''
  let last = 0
  for (const sentence of sentences) {
    if (!sentence.text.includes('占', sentence.start)) continue
    for (const stated of sentence.terms) {
      const part = sentence.terms[stated.at - 1]
      const of = part === undefined || stated.figure.kind !== 'percent' ? undefined : SHARED.exec(stated.before)?.[1]
      if (!part || of === undefined || OTHER_BASE.test(stated.before) || !isCounted(part) || stated.figure.unit !== '%' || stated.figure.approx !== 'exact' || stated.figure.high !== undefined || stated.figure.value <= 0) continue
      const named = of.replace(/^(?:总数|总量|全部|其|总额)?(?:的)?$/u, '')
      const between = sentence.text.slice(last, part.figure.start)
      const [first] = run
      // 其中 opens a part of a part; what is said in between is of something else
      if (!first || !sameMeasure(first.part, part) || first.part.depth !== part.depth || (named !== '' && key !== '' && named !== key) || /其中|[；。][^；。]{0,12}中，/u.test(between) || between.length > 120) {
        runs.push(run)
        run = []
        key = ''
      }
      if (named !== '') key = named
      const share = shareSpan(stated.figure)
      run.push({ part, stated, share, whole: { low: (part.span.low / share.high) * 100, high: (part.span.high / Math.max(share.low, 1e-6)) * 100 } })
      last = stated.figure.end
    }
  }
  return [...runs, run].filter(({ length }) => length >= FEWEST)
}

const isCounted = (term: Term): boolean => isLevel(term) && !isDelta(term) && term.figure.approx === 'exact'

function oddOf(run: readonly Pair[], sentences: readonly Sentence[]): OddShare | undefined {
  const odd = run.flatMap((pair) => {
    const others = run.filter((other) => other !== pair)
    const whole = { low: Math.max(...others.map(({ whole: { low } }) => low)), high: Math.min(...others.map(({ whole: { high } }) => high)) }
    return whole.low <= whole.high && !meet(pair.whole, whole) ? [{ pair, others, whole }] : []
  })
  const [found, ambiguous] = odd
  if (!found || ambiguous) return undefined
  const { pair, others, whole } = found
  // one whole that is stated near explains it
  const near = sentences.filter(({ start, end }) => start <= pair.stated.figure.start && end > pair.stated.figure.start - 200).flatMap(({ terms }) => terms)
  if (near.some((t) => t !== pair.part && t.figure.start < pair.stated.figure.start && isLevel(t) && sameMeasure(t, pair.part) && fits(pair.part.span, t.span, pair.share))) return undefined
  const { part, stated } = pair
  const sharp = others.reduce((a, b) => (b.whole.high - b.whole.low < a.whole.high - a.whole.low ? b : a))
  const places = decimalsOf(stated.figure.text)
  const meantShares = valuesBetween((part.span.low / whole.high) * 100, (part.span.high / whole.low) * 100, 10 ** -places).map((value) => value.toFixed(places))
  const step = resolutionOf(part.figure.text) || 1
  const rounded = Math.round((whole.low + whole.high) / 2 / step) * step
  const middle = rounded >= whole.low && rounded <= whole.high ? rounded : (whole.low + whole.high) / 2
  const meantParts = valuesBetween((pair.share.low / 100) * whole.low, (pair.share.high / 100) * whole.high, step).map((value) => String(Math.round(value / step)))
  const slipped = (said: string, meant: readonly string[]): boolean => meant.length <= MOST_MEANT && meant.some((value) => isOneSlip(said, digitsOf(value).replace(/^0+(?=\d)/u, '')))
  const own = String(Math.round(part.figure.value / step))
  if (!slipped(digitsOf(numberOf(stated.figure.text)).replace(/^0+(?=\d)/u, ''), meantShares) && !slipped(own, meantParts)) return undefined
  return { stated, part, whole: middle, other: { part: sharp.part, stated: sharp.stated }, due: ((part.figure.value / middle) * 100).toFixed(places) }
}

/** All multiples of a step within a range, and the one nearest to its middle. */
function valuesBetween(low: number, high: number, step: number): number[] {
  const from = Math.ceil(low / step - 1e-9)
  const to = Math.floor(high / step + 1e-9)
  if (to - from > MOST_MEANT + 1) return Array.from({ length: MOST_MEANT + 1 }, () => 0)
  const out = [Math.round((low + high) / 2 / step) * step]
  for (let k = from; k <= to; k++) out.push(k * step)
  return out
}
