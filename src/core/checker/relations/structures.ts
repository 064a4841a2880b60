import { resolutionOf } from '../../figures/writing.ts'
import { onePartAway } from '../number-slip.ts'
import { wrongScales } from './scales.ts'
import type { Sentence, Term } from './sentence.ts'

/** Shares of one whole that are listed together and must come to 100 %. */
export interface Structure {
  /** half-open ranges of the numbers in the paragraph, in order */
  places: readonly { start: number; end: number }[]
  values: readonly number[]
}

const RATIO = /(?<![\d.:：∶︰])\d{1,2}(?:\.\d{1,2})?(?:[:：∶︰]\d{1,2}(?:\.\d{1,2})?){2}(?![\d.:：∶︰])/gu
const OF_INDUSTRIES = /产业|三产|三次|结构/u

/** 三次产业结构8.6∶41.2∶50.2, 占比分别为35.2%、9.8% …: the ones that come to something else than 100. */
export function wrongStructures(sentence: Sentence): Structure[] {
  return [...wrongRatios(sentence), ...wrongShareLists(sentence), ...(sentence.text.includes('占') ? [...wrongDivisions(sentence), ...wrongScales(sentence.terms).map(structureOf)] : [])]
}

const structureOf = (list: readonly Term[]): Structure => ({ values: list.map(({ figure }) => figure.value), places: list.map(({ figure: { start, end } }) => ({ start, end })) })

function wrongRatios({ text, start, end }: Sentence): Structure[] {
  const said = text.slice(start, end)
  return [...said.matchAll(RATIO)].flatMap((ratio) => {
    if (!OF_INDUSTRIES.test(said.slice(Math.max(0, ratio.index - 40), ratio.index))) return []
    const numbers = [...ratio[0].matchAll(/\d+(?:\.\d+)?/gu)]
    const values = numbers.map(([n]) => Number(n))
    const room = numbers.some(([n]) => !n.includes('.')) ? 1 : 0.15
    const sum = values.reduce((a, b) => a + b, 0)
    // 1:2:3 is a proportion, no division of 100
    if (Math.abs(sum - 100) <= room + 1e-9 || sum < 80 || sum > 120) return []
    return [{ values, places: numbers.map((n) => ({ start: start + ratio.index + n.index, end: start + ratio.index + n.index + n[0].length })) }]
  })
}

/** more parts than this may well be all there are; with fewer something else is meant */
const FEWEST = 3
/** what lists of shares that are no division of one whole are mostly off by more */
const FURTHEST = 10

function wrongShareLists({ terms }: Sentence): Structure[] {
  return terms.flatMap((first) => {
    // 第一、二、三产业对经济增长的贡献率分别为…: all that grew
    const contributed = first.before.includes('贡献率') && /(?:三次?产业|三产|净出口)[^，。；]{0,14}贡献率[^，；。]{0,4}分别(?:为|达到?|是)$/u.test(first.before)
    if (!(contributed || /(?:占比|比重|比例|占)[^，；。]{0,6}分别(?:为|占|达到?)?$|分别占(?:比|总数|比例)?[^，；。、]{0,8}(?:的|为)?$/u.test(first.before)) || !isPlainPercent(first)) return []
    const list = [first]
    for (let t = terms[first.at + 1]; t && isPlainPercent(t) && /^[、和及与，]{1,2}$/u.test(t.before); t = terms[t.at + 1]) list.push(t)
    if (list.length < FEWEST) return []
    if (!offHundred(list)) return []
    return [structureOf(list)]
  })
}

/** 婚姻家庭纠纷占18.6%，合同纠纷占52.3%，…，其他纠纷占14.4%: with the others, all is said. */
function wrongDivisions({ terms }: Sentence): Structure[] {
  const shares = terms.filter((t) => isPlainPercent(t) && /占比?[^，；。、占]{0,10}$/u.test(t.before))
  const last = shares.at(-1)
  const others = /其他|其它|其余/u
  if (shares.length < FEWEST || !last || !others.test(last.before) || shares.some((t) => /其中|[，；]占比?(?:达|为)?全|分别|[比较]上年/u.test(t.at === shares[0]?.at ? '' : t.before))) return []
  return offHundred(shares) ? [structureOf(shares)] : []
}

/** Do these shares miss 100 % by what one slip makes? */
function offHundred(list: readonly Term[]): boolean {
  const step = Math.min(...list.map(({ figure }) => resolutionOf(figure.text)))
  const values = list.map(({ figure }) => Math.round(figure.value / step))
  const whole = Math.round(100 / step)
  const room = Math.ceil(list.length / 2)
  const sum = values.reduce((a, b) => a + b, 0)
  return Math.abs(sum - whole) > room && Math.abs(sum - whole) <= FURTHEST / step && onePartAway(values, whole, room)
}

const isPlainPercent = ({ figure }: Term): boolean => figure.kind === 'percent' && figure.unit === '%' && figure.high === undefined && figure.approx === 'exact'
