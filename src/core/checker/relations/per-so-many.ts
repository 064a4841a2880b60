import { resolutionOf } from '../../figures/writing.ts'
import { digitsOf, isOneSlip } from '../number-slip.ts'
import { wordsOf } from './rates.ts'
import { isDelta, isLevel, labelOf, sameMeasure, type Sentence, type Term } from './sentence.ts'
import type { Share } from './shares.ts'

const SIZES: Readonly<Record<string, number>> = { 百: 100, 千: 1000, 万: 1e4, 十万: 1e5, '100': 100, '1000': 1000, '10000': 1e4, '1万': 1e4, '10万': 1e5 }
/** 每千人口床位数, 每100人中有; nothing but what is counted behind it */
const PER = /每(百|千|十万|万|100(?:00?)?|10?万)(?:名|个|位)?(?:常住人口|户籍人口|总?人口|人|居民|老年人|老人)(?:中|里)?([^，。；：、\d每]{0,20})$/u
const POPULATION = /人口|常住|户籍|居民|老年人|老人/u
/** a count of a part only */
const PART_ONLY = /新增|新建|其中|新注册|新登记|年内|今年|增加/u
/** off by more than different populations make */
const FAR = 1.5

/** 志愿者18.26万人，户籍人口40.6万人，每100人中有45名志愿者: so many per 100, 1,000 or 10,000 persons, where the one count and the one population stand before it. */
export function readPerSoMany({ terms, text, start, end, previous }: Sentence): Share[] {
  if (!/每(?:[百千万十]|1\d*万?(?:人|名))/u.test(text.slice(start, end))) return []
  return terms.flatMap((stated): Share[] => {
    if (!isLevel(stated) || stated.figure.approx !== 'exact') return []
    const said = PER.exec(text.slice(Math.max(start, stated.figure.start - 40), stated.figure.start).replace(/\s+/gu, ''))
    const size = SIZES[said?.[1] ?? '']
    if (!said || size === undefined) return []
    // 每100人 is read as a number of its own
    const sayer = /\d/u.test(said[1] ?? '') ? stated.at - 1 : stated.at
    const before = [...(previous?.previous?.terms ?? []), ...(previous?.terms ?? []), ...terms.slice(0, sayer)].filter((t) => isLevel(t) && !isDelta(t))
    const populations = before.filter((t) => /^[人名]$/u.test(t.figure.unit) && POPULATION.test(labelOf(t)) && t.figure.value > size)
    const [whole] = populations
    // 发明专利 are not all 专利: each character of what is counted
    const thing = ((said[2] ?? '') + (/^[^，；。：、]*/u.exec(stated.after)?.[0] ?? '')).replace(/拥有|数量?|总量|为|达到?|[有的是约量]/gu, '')
    const parts = before.filter((t) => t !== whole && sameMeasure(t, stated) && thing.length >= 2 && [...thing].every((c) => wordsOf(t).includes(c)))
    const [part] = parts
    if (!whole || !part || populations.length > 1 || parts.length > 1 || PART_ONLY.test(labelOf(part)) || /以[上下]|高价值/u.test(`${said[2] ?? ''}${labelOf(part)}`)) return []
    const step = resolutionOf(stated.figure.text)
    const [low, high] = [(part.span.low / whole.span.high) * size, (part.span.high / whole.span.low) * size]
    if (low <= stated.figure.value + step && high >= stated.figure.value - step) return []
    return isSlip(stated, (part.figure.value / whole.figure.value) * size, step) ? [{ stated, span: { low, high }, as: 'per', size, part, whole, open: false, uncertain: true }] : []
  })
}

/** Two digits at least, of which one is wrong or two changed places; or off by far. */
function isSlip({ figure }: Term, due: number, step: number): boolean {
  const [said, meant] = [digitsOf(figure.text), String(Math.round(due / step))]
  return (said.length >= 2 && isOneSlip(said, meant)) || (said.length < 2 && Math.max(due / figure.value, figure.value / due) > FAR)
}
