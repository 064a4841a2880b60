import type { CoreFigure, PlacedCoreFigure } from '../../../figures/figure.ts'
import type { Pair } from '../../../compare/pair.ts'
import { oncePerComparison } from '../../last-year.ts'
import { isOneSlip, isTransposition } from '../../number-slip.ts'
import { decimalsOf, numberOf } from '../../span.ts'
import type { CheckedParagraph, Earlier } from '../../rule.ts'
import { claimPlace, faultOf, type Claim } from './change.ts'
import type { OpenLevel } from './statements.ts'
import { AT_CONSTANT_PRICES, REVISED } from './words.ts'

type Found = readonly { at: { start: number; end: number }; message: string }[]

/** The levels of last year's report, by the place of what they are compared with here. */
class LastLevels {
  private readonly pairs = new Map<string, Pair>()
  private readonly known = new WeakMap<OpenLevel, { index: number; found: Found }>()
  private levels: Map<string, PlacedCoreFigure[]> | undefined

  constructor(private readonly earlier: Earlier) {
    for (const pair of earlier.comparison.pairs) if (pair.same === 'yes') this.pairs.set(`${pair.this.paragraph}:${pair.this.start}`, pair)
  }

  /** What last year's report gave for a figure, where the two are one indicator. */
  before({ index }: CheckedParagraph, { start, text }: CoreFigure): PlacedCoreFigure | undefined {
    const pair = this.pairs.get(`${index}:${start}`)
    return pair && pair.this.text === text ? pair.last : undefined
  }

  /** What a level is said to have changed by, where last year's report says otherwise. */
  faults({ index }: CheckedParagraph, open: OpenLevel): Found {
    const before = this.known.get(open)
    if (before?.index === index) return before.found
    const found = this.read(index, open)
    this.known.set(open, { index, found })
    return found
  }

  private read(index: number, { level, claims }: OpenLevel): Found {
    const pair = this.pairs.get(`${index}:${level.start}`)
    if (!pair || pair.last.high !== undefined || pair.this.text !== level.text) return []
    const { indicator } = level
    const counted = level.kind === 'quantity'
    const revised = AT_CONSTANT_PRICES.test(indicator) || REVISED.test(indicator)
    return claims.flatMap((claim) => {
      if (claim.how === 'multiple' || claim.how === 'fold' || AT_CONSTANT_PRICES.test(indicator)) return []
      const fault = faultOf(pair.last, level, claim)
      if (!fault) return []
      // a statistic that is revised every year, a sum of money: only what a slip of the hand makes of the rate
      if ((revised || (claim.how === 'rate' && !counted)) && !(fault.points ?? (isRateSlip(pair.last, level, claim) || (!UNSTEADY.test(indicator) && isLevelSlip(pair.last, level, claim))))) return []
      // another figure of last year's report may be the one that is meant
      if ((fault.slip && !fault.points) || this.others(pair.last).some((other) => !faultOf(other, level, claim))) return []
      return [{ at: claimPlace(claim, fault), message: `${fault.message}（${this.earlier.last.year ?? '上'}年报告：${pair.last.indicator}${pair.last.text}）` }]
    })
  }

  /** All figures of last year's report in the unit of one of them. */
  private others(figure: PlacedCoreFigure): readonly PlacedCoreFigure[] {
    if (!this.levels) {
      this.levels = new Map()
      const { pairs, onlyLast } = this.earlier.comparison
      for (const f of [...pairs.map(({ last }) => last), ...onlyLast]) {
        const list = this.levels.get(f.unit)
        if (list) list.push(f)
        else this.levels.set(f.unit, [f])
      }
    }
    return this.levels.get(figure.unit) ?? []
  }
}

/** Does the stated rate of growth differ from the computed one by two digits that changed places, or by one that was left out or doubled? One digit that is another is what a revision makes, too. */
function isRateSlip(from: PlacedCoreFigure, to: OpenLevel['level'], { figure, how, direction, years }: Claim): boolean {
  if (how !== 'rate' || years || figure.approx !== 'exact' || figure.unit !== '%' || to.unit === '%' || from.value <= 0) return false
  const rate = (to.value / from.value - 1) * (direction === 'down' ? -100 : 100)
  const [said, due] = [numberOf(figure.text), rate.toFixed(decimalsOf(figure.text))]
  if (rate <= 0 || !said.includes('.')) return false
  const [a, b] = [said.replace('.', ''), due.replace('.', '')]
  return isTransposition(a, b) || (a.length !== b.length && isOneSlip(a, b))
}

/** what last year's level is corrected by a census or a new scope, or is not published to the rate's precision */
const UNSTEADY = /投资|零售|产值|人口|能耗|消费品/u
/** by how many points the rate must be off: what is corrected between two reports moves it less */
const FAR = 2

/**
 * 45.92亿元，比上年增长6.5%，上年42.18亿元: would one other digit among the level's first two, or two that changed places, make the stated rate right to its last place? A new
 * scope moves the rate as well, but hits such a number only by chance.
 */
function isLevelSlip(from: PlacedCoreFigure, to: OpenLevel['level'], { figure, how, direction, years }: Claim): boolean {
  if (how !== 'rate' || years || figure.approx !== 'exact' || figure.unit !== '%' || decimalsOf(figure.text) < 1 || to.approx !== 'exact' || from.approx !== 'exact' || from.unit !== to.unit || from.value <= 0) return false
  const said = numberOf(to.text)
  const digits = /^\d[\d,.]*/u.exec(said)?.[0].replaceAll(',', '') ?? ''
  const plain = digits.replace('.', '')
  if (plain.length < 4) return false
  const rate = figure.value * (direction === 'down' ? -1 : 1)
  if (Math.abs((to.value / from.value - 1) * 100 - rate) < FAR) return false
  const room = 10 ** -decimalsOf(figure.text) * 0.55
  const meant = (other: string): boolean => Math.abs((((Number(other) / Number(plain)) * to.value) / from.value - 1) * 100 - rate) <= room
  for (let i = 0; i < plain.length; i++) {
    for (let k = i + 1; k < plain.length; k++) {
      const [a, b] = [plain.charAt(i), plain.charAt(k)]
      if (a !== b && meant(plain.slice(0, i) + b + plain.slice(i + 1, k) + a + plain.slice(k + 1))) return true
    }
    if (i < 2) for (const digit of '0123456789') if (digit !== plain.charAt(i) && meant(plain.slice(0, i) + digit + plain.slice(i + 1))) return true
  }
  return false
}

/** The same for one comparison, worked out once. */
export const lastLevels = oncePerComparison((earlier) => new LastLevels(earlier))
