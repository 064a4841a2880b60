import { isCore, type CoreFigure } from '../../../figures/figure.ts'
import { partOf } from '../../part.ts'
import { clauseEnd, clauseStart, isQuoted, squeezed } from '../../reading.ts'
import { meet, spanOf } from '../../span.ts'
import { EVERYWHERE, plainOf, unitOf } from './counted.ts'
import { retellingOf, type Retelling } from './retold.ts'
import { scopeOf } from './statement.ts'
import type { Told } from './told.ts'
import { TAILS } from './words.ts'

/** 在走访服务的116家|重点企业中, 896场次|宣讲中: what was told of before is told to be so many */
const BACK = /^在?(?:上述|以上|这|全部|所有)?(?:(\p{Script=Han}{2,8})的)?$/u
const WITHIN = /^(?!其)(\p{Script=Han}{2,10})(?:当?中|里)(?:有|$)/u
/** “安河古籍”等8个自建特色数据库 */
const NAMED = /”等$/u
const WHOLE = /现有|共有|拥有|建有|目前有|设有/u
const FRESH = /新[建增改设引评获培]|累计|达到|增至|增加/u
/** shortest noun that is told to be of all there are */
const SPECIAL = 5

/** how a number is joined to its noun */
const REACHED = /(?:(?:稳定|保持|维持)在|(?:达|提高|提升|上升|增加|增长|扩大|发展)到|增至|升至|[达为共有])+$/u

/** A number that can be told again by words that refer to it. */
export interface Countable {
  figure: CoreFigure
  /** the words of its clause before it: verbs and the noun */
  front: string
  /** 现有, 共有 before it in its sentence */
  whole: boolean
  scope: readonly string[]
  /** of these the ones that hold for this number, not only for one before it in its sentence */
  own: readonly string[]
  sentence: number
  keys: readonly string[]
}

/** A number that refers to one told before, of the same things. */
export interface Reference {
  figure: CoreFigure
  /** of what; where `named` it is only the beginning of the words */
  words: string
  /** 走访服务 in 在走访服务的116家 */
  verb: string
  /** “…”等8个 */
  named: boolean
  /** does it begin its sentence? */
  first: boolean
  scope: readonly string[]
  sentence: number
  key: string
}

/** A retelling where it stands in its paragraph. */
export interface RetoldAt extends Retelling {
  scope: readonly string[]
  sentence: number
  key: string
}

/** What a paragraph tells that may be referred to, and what refers to others. */
export interface Referring {
  countables: Countable[]
  references: Reference[]
  retellings: RetoldAt[]
}

/** The numbers of a paragraph that may be referred to, and those that refer to others. */
export function referencesOf({ paragraph: { text, path, figures }, core, sentenceAt, year, timeOf }: Told): Referring {
  const countables: Countable[] = []
  const references: Reference[] = []
  const retellings: RetoldAt[] = []
  const plan = partOf(path, year) === 'plan'
  // a plan refers to what was told before it
  if (plan && !text.includes('基础上')) return { countables, references, retellings }
  for (const figure of core) {
    if (figure.high !== undefined || figure.unit === '' || figure.value < 2 || isQuoted(text, figure.start)) continue
    const { index: sentence, start } = sentenceAt(figure.start)
    const before = squeezed(text.slice(Math.max(start, clauseStart(text, figure.start)), figure.start))
    const behind = squeezed(text.slice(figure.end, clauseEnd(text, figure.end))).slice(0, 24)
    const unit = unitOf(figure.unit)
    const scope = (all: boolean): string[] => [timeOf(figure.start), ...scopeOf({ text, figures }, figure, start, year, all)]
    const previous = figures.findLast((f) => f.end <= figure.start && isCore(f))?.end ?? 0
    const own = previous > start ? squeezed(text.slice(Math.max(start, clauseStart(text, figure.start), previous), figure.start)) : before
    const retold = retellingOf(figure, own.replace(/^[、和及与]/u, ''), behind)
    if (retold) retellings.push({ ...retold, scope: scope(false), sentence, key: `${retold.noun.replace(/(?<=.{2})[量数]$/u, '').slice(-2)}|${unit}` })
    if (plan) continue
    const back = figure.approx === 'exact' && figure.kind === 'quantity' ? BACK.exec(before) : null
    const within = back ? WITHIN.exec(behind) : null
    if (within?.[1] !== undefined) references.push({ figure, words: within[1], verb: back?.[1] ?? '', named: false, first: squeezed(text.slice(start, figure.start)) === before, scope: scope(true), sentence, key: `${within[1].slice(-2)}|${unit}` })
    else if (figure.approx === 'exact' && figure.kind === 'quantity' && NAMED.test(before) && unit !== '人' && !FRESH.test(before)) references.push({ figure, words: behind, verb: '', named: true, first: false, scope: scope(true), sentence, key: `${behind.slice(0, 2)}”${unit}` })
    if (behind !== '' && !behind.startsWith('、')) continue
    const clause = own.replace(/^.*[、”）]/u, '').replace(REACHED, '')
    // 经营性收入首次超过百万元，达到128.6万元
    const front = clause === '' && own !== '' ? figure.indicator : clause
    if (front.length < 3 || (figure.kind === 'percent' && !/[率度重]$/u.test(front))) continue
    const whole = WHOLE.test(text.slice(start, figure.start)) && !FRESH.test(front)
    const untailed = front.replace(TAILS, '')
    countables.push({ figure, front, whole, scope: scope(true), own: scope(false), sentence, keys: [`${front.slice(-2)}|${unit}`, ...(untailed.length >= 2 && untailed !== front ? [`${untailed.slice(-2)}|${unit}`] : []), ...(whole ? [`${plainOf(front).slice(0, 2)}”${unit}`] : [])] })
  }
  return { countables, references, retellings }
}

/** 省级 is no limit in 7个省级一流专业建设点 */
export const limitsOf = (scope: readonly string[], noun: string): string => scope.filter((word) => !noun.includes(word)).join('|')

/** The noun that both count; undefined where the reference may be to something else. */
export function referredNoun({ front, figure, whole, scope }: Countable, { words, verb, named, first, scope: other }: Reference): string | undefined {
  const noun = named ? plainOf(front) : words
  if (limitsOf(scope, noun) !== limitsOf(other, noun)) return undefined
  if (named) return whole && figure.approx === 'exact' && noun.length >= SPECIAL && !EVERYWHERE.test(noun) && words.startsWith(noun) ? noun : undefined
  // 公安机关查办案件, and in another's sentence 在查办的案件中
  if (!front.endsWith(words) || (figure.approx === 'exact' && !first)) return undefined
  const before = front.slice(0, -words.length)
  if (verb !== '') return before.endsWith(verb) && HOW.test(plainOf(before.slice(0, -verb.length))) ? words : undefined
  const special = !EVERYWHERE.test(words) && (figure.approx !== 'exact' || words.length >= 4)
  return special && plainOf(before) === '' ? words : undefined
}
/** what may stand before a verb without saying whose doing it is */
const HOW = /^(?:上门|实地|入户|登门|逐户|逐一|联合|集中)*$/u

/** Is the number of the reference another one, and not one of quite another size, which is of something else? */
export function differs(told: CoreFigure, { figure: { value }, named }: Reference): boolean {
  // of all there are some may be named, but not more than all
  if (named) return value > told.value && value <= 2 * told.value
  const ratio = value / told.value
  if (ratio < 0.6 || ratio > 1.7) return false
  return told.approx === 'about' ? Math.abs(ratio - 1) > 0.12 : !meet(spanOf(told), { low: value, high: value })
}
