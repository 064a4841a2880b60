import { featuresOf, type Features } from '../compare/features.ts'
import { frameReader } from '../compare/frame.ts'
import { pairFeatures } from '../compare/pairing.ts'
import { similarity } from '../compare/similarity.ts'
import { plainGrams } from '../compare/wording.ts'
import type { PlacedCoreFigure } from '../figures/figure.ts'
import type { CoreKind } from '../model/inline.ts'
import type { PlainParagraph } from '../model/plain-text.ts'
import { toHalfWidth } from '../text/numerals.ts'
import type { Indicator } from './ledger.ts'
import { baseUnit, kindOfUnit } from '../figures/unit-scale.ts'

/** What is sought in a ledger: a row of a sheet, a slot of a template, a figure of a material. `unit` may count in 万 or 亿 and may be empty where nobody says it. */
export interface WantedIndicator {
  name: string
  unit: string
  kind?: CoreKind | undefined
}

/** Below this, wordings are no certain match: nobody looks over what this answers. */
const CERTAIN = 0.62
/** the second best must be so much worse */
const MARGIN = 0.08
/** Words that make another indicator of a name and that a text may leave to its surroundings: a name alone has none. */
const NARROWING = /累计|净增|其中|两级|预期|目标|计划/gu

/**
 * The indicators of a ledger that words mean, by their ids, in the order of `wanted`; undefined where none is certain. Equal names first (those that
 * ask with equal words get one answer), the rest by their wording as two reports are paired (core/compare), each indicator at most once.
 * 出口 never means 进口, nor a rate its level. Of two that a name fits equally well neither is taken.
 */
export function matchIndicators(wanted: readonly WantedIndicator[], indicators: readonly Pick<Indicator, 'id' | 'name' | 'unit' | 'kind'>[]): (string | undefined)[] {
  // equal words are one question
  const questions = new Map<string, { ask: WantedIndicator; rows: number[] }>()
  wanted.forEach((ask, i) => {
    if (nameKey(ask.name) === '') return
    const key = [nameKey(ask.name), baseUnit(ask.unit), kindOf(ask)].join('\n')
    const known = questions.get(key)
    if (known) known.rows.push(i)
    else questions.set(key, { ask, rows: [i] })
  })
  const out: (string | undefined)[] = wanted.map(() => undefined)
  const taken = new Set<string>()
  const open: { ask: WantedIndicator; rows: number[] }[] = []
  const byName = new Map<string, Pick<Indicator, 'id' | 'name' | 'unit' | 'kind'>[]>()
  for (const indicator of indicators) {
    const key = nameKey(indicator.name)
    byName.set(key, [...(byName.get(key) ?? []), indicator])
  }
  const unsaid: { ask: WantedIndicator; rows: number[] }[] = []
  const take = ({ rows }: { rows: number[] }, { id }: { id: string }): void => {
    for (const row of rows) out[row] = id
    taken.add(id)
  }
  for (const question of questions.values()) {
    const same = byName.get(nameKey(question.ask.name)) ?? []
    const fitting = same.filter((i) => baseUnit(i.unit) === baseUnit(question.ask.unit) && (question.ask.kind === undefined || question.ask.kind === i.kind))
    const [only] = fitting
    if (only && fitting.length === 1) take(question, only)
    else if (fitting.length === 0) (same.length > 0 ? unsaid : open).push(question)
  }
  for (const question of unsaid) {
    const fitting = (byName.get(nameKey(question.ask.name)) ?? []).filter((i) => !taken.has(i.id) && unitUnsaid(question.ask, i))
    const [only] = fitting
    if (only && fitting.length === 1) take(question, only)
    else if (fitting.length === 0) open.push(question)
  }
  const rest = indicators.filter(({ id, name }) => !taken.has(id) && nameKey(name) !== '')
  const [here, there] = [open.map(({ ask }, i) => featuresOfName(ask, i)), rest.map((indicator, j) => featuresOfName(indicator, j))]
  for (const { i, j, similarity: found } of pairFeatures(here, there)) {
    const [question, indicator, asked] = [open[i], rest[j], here[i]]
    if (!question || !indicator || !asked || found.why.length > 0 || found.score < CERTAIN || narrowed(question.ask.name) !== narrowed(indicator.name)) continue
    const rival = there.some((other, k) => k !== j && (similarity(asked, other)?.score ?? 0) > found.score - MARGIN)
    if (!rival) for (const row of question.rows) out[row] = indicator.id
  }
  return out
}

/** A name without white space, punctuation and width, so that 提案立案（数） is 提案立案数. */
export const nameKey = (name: string): string => toHalfWidth(name).replace(/[\s\p{P}]+/gu, '').toLowerCase()

const narrowed = (name: string): string => (name.match(NARROWING) ?? []).sort().join()

const kindOf = ({ unit, kind }: WantedIndicator): CoreKind => kind ?? kindOfUnit(unit)

/** Does one of two of an equal name not say its unit? Two units that are said and differ are a rate and its level, or 走访企业 in 家 and in 次. */
const unitUnsaid = (ask: WantedIndicator, indicator: Pick<Indicator, 'unit' | 'kind'>): boolean =>
  baseUnit(ask.unit) === '' ? ask.kind === undefined || ask.kind === indicator.kind : baseUnit(indicator.unit) === '' && kindOf(ask) === indicator.kind

/** A name as compare knows figures: a sentence that says nothing but it and a number. */
function featuresOfName(ask: WantedIndicator, index: number): Features {
  const [unit, kind] = [baseUnit(ask.unit), kindOf(ask)]
  const name = ask.name.replace(/\s+/gu, '')
  const text = `${name}1${unit}`
  const [start, end] = [name.length, text.length]
  const id = `${index}:${name}:${unit}`
  const figure: PlacedCoreFigure = { start, end, text: `1${unit}`, value: 1, unit, approx: 'exact', kind, indicator: name, section: [], paragraph: index, paragraphId: id, before: name.slice(-12), after: '' }
  const paragraph: PlainParagraph = { index, id, role: 'paragraph', text, path: [] }
  return featuresOf(figure, paragraph, frameReader(null)(paragraph).at(start), { sentence: { start: 0, end }, rank: 0, position: 0, place: plainGrams('') }, [figure])
}
