import type { CoreFigure } from '../../../figures/figure.ts'
import { digitsOf, isTransposition } from '../../number-slip.ts'
import { oncePerPair } from '../../once-per-pair.ts'
import { defineGroups, type Placed } from '../../groups.ts'
import type { Memory, Read } from '../../rule.ts'
import { stepOf } from './agree.ts'
import { nounCutShort } from './cut-short.ts'
import { isCertain, looselyShared } from './loosely.ts'
import { pointedNoun, raisedStandard } from './pointed.ts'
import { ROUNDED, significant, unitOf, type Counted, type Slip } from './counted.ts'
import { sameDoing } from './same-doing.ts'
import { sharedNoun } from './shared-noun.ts'
import { summedUp } from './summed-up.ts'

/** One thing told with two numbers of which one looks like the other mistyped. */
export interface Twice {
  noun: string
  /** said of both so loosely that it is but a suspicion? */
  loosely: boolean
  first: Placed<Counted>
  other: Placed<Counted>
}

/** more numbers of the same digits than this are a list of like things */
const MANY = 24

/** What the numbers of one key count alike but for a slip of the hand: each with those before it. */
const slips = defineGroups<{ counted: readonly Counted[] }, Counted, readonly Twice[]>({
  itemsOf: ({ counted }) => counted.flatMap((one) => one.keys.map((key) => [key, one] as const)),
  judge: (group) => {
    if (group.length > MANY) return undefined
    const found = group.flatMap((other, k) =>
      group.slice(0, k).flatMap((first): Twice[] => {
        if (first.item.figure.value === other.item.figure.value || (first.in === other.in && (first.item.sentence === other.item.sentence || other.item.ofPart))) return []
        const noun = nounOf(first.item, other.item) ?? (first.in === other.in ? takenUp(first.item, other.item) : undefined)
        if (noun !== undefined) return [{ noun, loosely: false, first, other }]
        const loose = looselyOf(first, other)
        return loose === undefined ? [] : [{ ...loose, first, other }]
      }),
    )
    return found.length > 0 ? found : undefined
  },
})

/** The things that two paragraphs or sentences count alike but for a slip of the hand, each told once. */
export function countedTwice(memory: Memory, all: readonly Read<{ counted: readonly Counted[] }>[]): Twice[] {
  const told = new Set<Counted>()
  return slips(memory, all).flat().filter(({ first, other: at, loosely }) => !told.has(at.item) && !areTwo(first.item, at, all, loosely) && told.add(at.item))
}

/** 制定整改措施158条，已完成148条 and later 158条整改措施: what is told elsewhere is no slip; of two exchanged ones only where both are. */
function areTwo(first: Counted, at: Placed<Counted>, all: readonly Read<{ counted: readonly Counted[] }>[], loosely: boolean): boolean {
  const { item: other } = at
  const isElsewhere = (one: Counted): boolean => all.some(({ it }) => it.counted.some((c) => c !== one && c.figure.value === one.figure.value && unitOf(c.figure.unit) === unitOf(one.figure.unit)))
  // 129条当场答复，其余63条: the two and what lies between them
  const between = Math.abs(first.figure.value - other.figure.value)
  if (at.in.figures.some(({ value, unit }) => unit === other.figure.unit && value === between)) return true
  return isElsewhere(other) && (loosely || slipBetween(first.figure, other.figure)?.exchanged !== true || isElsewhere(first))
}

/** The noun of two numbers of which one may be the other mistyped. */
const nounOf = oncePerPair((first: Counted, other: Counted): string | undefined => {
  const slip = slipBetween(first.figure, other.figure)
  // most numbers are of things that have one name only while nothing is mistyped
  return slip && (slip.exchanged || (first.isNamed && other.isNamed)) ? (sharedNoun(first, other, slip, inLooserWords) ?? raisedStandard(first, other, slip)) : undefined
})

/** The same where their words agree in no more than the noun. */
const looselyOf = ({ item: first, in: at }: Placed<Counted>, { item: other, in: there }: Placed<Counted>): Pick<Twice, 'noun' | 'loosely'> | undefined => {
  const slip = slipBetween(first.figure, other.figure)
  const noun = slip && isSlip(first, other, slip) ? looselyShared(first, other, slip, at === there) : undefined
  return slip === undefined || noun === undefined ? undefined : { noun, loosely: !isCertain(noun, slip) }
}

/** The keys of a group say that so much is alike; 3215 and 3125 may still be of one key with 3251 and 2315. */
const isSlip = ({ figure: a }: Counted, { figure: b }: Counted, { exchanged, digits }: Slip): boolean => exchanged || (digits >= 3 && [...digitsOf(a.text)].filter((c, i) => c !== digitsOf(b.text).charAt(i)).length === 1)

const inLooserWords = (a: Counted, b: Counted, slip: Slip): string | undefined => nounCutShort(a, b, slip) ?? sameDoing(a, b, slip) ?? summedUp(a, b, slip)

/** The noun of two numbers in one paragraph of which the second takes the first up. */
const takenUp = oncePerPair((first: Counted, other: Counted): string | undefined => {
  const slip = slipBetween(first.figure, other.figure)
  return slip && pointedNoun(first, other, slip)
})

/** Is the one number the other with two digits exchanged or one of them wrong? */
function slipBetween(one: CoreFigure, other: CoreFigure): Slip | undefined {
  // 4850万元 and 0.458亿元: the values are compared, not how they are written
  if (one.value !== other.value && significant(one.value) === significant(other.value)) return one.approx === other.approx && one.kind !== 'percent' ? { exchanged: false, shifted: true, digits: significant(one.value).length } : undefined
  const rounded = exchangedWhenRounded(one, other)
  if (rounded) return rounded
  const rescaled = scaleOf(one.text) !== scaleOf(other.text)
  if (rescaled && Math.floor(Math.log10(one.value)) !== Math.floor(Math.log10(other.value))) return undefined
  const [a, b] = rescaled ? [significant(one.value), significant(other.value)] : [digitsOf(one.text), digitsOf(other.text)]
  const digits = a.length
  if (isTransposition(a, b)) return { exchanged: true, digits }
  return !rescaled && one.approx === 'exact' && other.approx === 'exact' && b.length === digits ? { exchanged: false, digits } : undefined
}

/** 48.72亿 and 47.8亿, 12846 and 1.82万余: two digits are exchanged in what the finer number comes to when it is rounded or cut off like the rougher one. */
function exchangedWhenRounded(one: CoreFigure, other: CoreFigure): Slip | undefined {
  const [rough, fine] = significant(one.value * 100).length < significant(other.value * 100).length ? [one, other] : [other, one]
  const step = stepOf(rough)
  if (step <= stepOf(fine)) return undefined
  const q = String(Math.round(rough.value / step))
  if (!ROUNDED.includes(q.length)) return undefined
  return [Math.round, Math.floor].some((cut) => isTransposition(String(cut(fine.value / step + 1e-9)), q)) ? { exchanged: true, digits: q.length } : undefined
}

const scaleOf = (surface: string): string => /[万亿]/u.exec(surface)?.[0] ?? ''
