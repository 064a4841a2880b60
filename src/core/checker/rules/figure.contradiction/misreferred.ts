import { isCore, type CoreFigure, type Figure } from '../../../figures/figure.ts'
import { defineGroups, type Placed } from '../../groups.ts'
import type { CheckedParagraph, Memory, Read } from '../../rule.ts'
import { agree } from './agree.ts'
import { differs, limitsOf, referredNoun, type Countable, type Reference, type Referring, type RetoldAt } from './references.ts'
import { isTold, slipped, tells } from './retold.ts'

/** A number that refers to another one than was told. */
export interface Misreferred {
  noun: string
  first: { figure: CoreFigure; in: CheckedParagraph }
  other: { figure: CoreFigure; in: CheckedParagraph }
}

/** What may be referred to, what refers by its words, and what is told again as known. */
type Item = Countable | Reference | RetoldAt

/** A reference to a number that differs from it: a slip unless `isElsewhere` says of another figure that it tells the same number. */
interface Suspicion extends Misreferred {
  isElsewhere: (figure: Figure) => boolean
  /** references come before what is retold */
  rank: number
  order: number
}

const suspicions = defineGroups<Referring, Item, readonly Suspicion[]>({
  itemsOf: (referring) => known(referring),
  judge: (group) => {
    const found = group.flatMap((at): readonly Suspicion[] => {
      const { item } = at
      if ('front' in item) return []
      const suspicion = 'noun' in item ? ofRetelling({ ...at, item }, group) : ofReference({ ...at, item }, group)
      return suspicion ? [suspicion] : []
    })
    return found.length > 0 ? found : undefined
  },
})

/** What a reading has, with its keys: made once. */
function known(referring: Referring): readonly (readonly [string, Item])[] {
  const before = keyed.get(referring)
  if (before) return before
  const items = [
    ...referring.countables.flatMap((one) => one.keys.map((key) => [key, one] as const)),
    ...referring.references.map((one) => [one.key, one] as const),
    ...referring.retellings.map((one) => [one.key, one] as const),
  ]
  keyed.set(referring, items)
  return items
}
const keyed = new WeakMap<Referring, readonly (readonly [string, Item])[]>()

/**
 * The references that name another number than the one they refer to, which stands before them: by its words under the same headings, in reading
 * order. `paragraphs` are asked for only where one is found.
 */
export function misreferred(memory: Memory, all: readonly Read<Referring>[], paragraphs: () => readonly CheckedParagraph[]): Misreferred[] {
  return suspicions(memory, all)
    .flat()
    .sort((a, b) => a.other.in.index - b.other.in.index || a.rank - b.rank || a.order - b.order)
    .filter(({ other, isElsewhere }) => !paragraphs().some((p) => p.figures.some((f) => f !== other.figure && isElsewhere(f) && !(p === other.in && f.start === other.figure.start))))
}

/** The numbers of a group that stand before something, in reading order. */
const countablesOf = (group: readonly Placed<Item>[]): Placed<Countable>[] => group.flatMap((at) => ('front' in at.item ? [{ ...at, item: at.item }] : []))

function ofReference({ item: reference, in: paragraph, order }: Placed<Reference>, group: readonly Placed<Item>[]): Suspicion | undefined {
  const matching = countablesOf(group).flatMap(({ item, in: at }) => {
    if (at.index >= paragraph.index || !(reference.named || item.front.endsWith(reference.words)) || !isUnderTheSame(at.path, paragraph.path)) return []
    const noun = referredNoun(item, reference)
    return noun === undefined ? [] : [{ figure: item.figure, in: at, noun }]
  })
  const [first] = matching
  if (!first || matching.some(({ figure }) => figure.value !== first.figure.value) || !differs(first.figure, reference)) return undefined
  const { value, unit } = reference.figure
  const isElsewhere = (f: Figure): boolean => !reference.named && f.value === value && f.unit === unit
  return { noun: first.noun, first: { figure: first.figure, in: first.in }, other: { figure: reference.figure, in: paragraph }, isElsewhere, rank: 0, order }
}

function ofRetelling({ item: retold, in: paragraph, order }: Placed<RetoldAt>, group: readonly Placed<Item>[]): Suspicion | undefined {
  // whenever that is to come
  const scopeOf = (scope: readonly string[]): string => limitsOf(retold.basis ? scope.slice(1) : scope, retold.noun)
  const matching = countablesOf(group).filter(
    ({ item, in: at }) => (at === paragraph ? item.sentence < retold.sentence : at.index < paragraph.index) && tells(item, retold) && scopeOf(at === paragraph && !retold.scope.some(isYear) ? item.own.filter((word) => !isYear(word)) : item.own) === scopeOf(retold.scope),
  )
  const [first] = matching
  if (!first || matching.some(({ item }) => !agree(item.figure, first.item.figure)) || agree(first.item.figure, retold.figure) || !slipped(first.item, retold)) return undefined
  return { noun: retold.noun, first: { figure: first.item.figure, in: first.in }, other: { figure: retold.figure, in: paragraph }, isElsewhere: (f) => isCore(f) && isTold(f, retold.figure), rank: 1, order }
}

/** 2025年，… and the sentence that goes on from it */
const isYear = (word: string): boolean => /^\d{4}年$/u.test(word)

const isUnderTheSame = (a: readonly string[], b: readonly string[]): boolean => a === b || (a.length === b.length && a.every((line, i) => line === b[i]))
