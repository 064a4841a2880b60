import { chineseInteger } from '../../../text/decimals.ts'
import { readNumeral } from '../../../text/numerals.ts'
import { viewOf } from '../../view.ts'
import type { Slip } from './slip.ts'

const FOUNDED = /(?<!\d)((?:18|19|20)\d{2})年(?:\d{1,2}月)?(?:改制|正式|挂牌)?(?:成立|建立|创办|创建|创立|组建|建校|建院|建馆|建社|建会|建厂|建园|建台|建站|建局|建所|办学|开馆|开业|创刊)|(?:成立|创办|创建|创立|始建|组建|建校|建院|建馆|(?<![重新改扩])建)于((?:18|19|20)\d{2})年/gu
/** 建院63年来, 办学68年的历程; the body itself, with no other named before it */
const SINCE = /(?:^|[，。；]|(?<=[我本该][校院馆社会所站台局园厂]))自?(?:建校|建院|建馆|建社|建会|建厂|建园|建台|建站|建局|建所|办学|办院|成立|创办|创建|开馆|开业|创刊)(?:以来的?)?(\d{1,3}|[一二三四五六七八九十百]{1,4})年(?:来|间|的?(?:历程|风雨|历史|征程|岁月|积淀|华诞|庆典))/gu
/** 走过了26年不平凡的历程, 已有70年的历史 */
const WALKED = /(?:^|[，。；])(?:学校|医院|公司|集团|企业|我[校院馆社会]|全[校院]|[校院]|协会|商会|图书馆|报社)?(?:至今|迄今|已|现)*(?:走过了?|历经|经历了?|有着?|拥有|有)(\d{1,3}|[一二三四五六七八九十百]{1,4})(?:个?春秋|年的?[^，。；\d]{0,8}(?:历程|历史|风雨|岁月|征程|积淀|奋斗史|发展史))(?=[，。；、！])/gu
/** 成立于1953年，六十年来: right behind its founding; as many as a slip of ten makes of it */
const BEHIND = /(?:成立|创办|创建|创立|始建|组建|建校|建院|建馆)于(?:18|19|20)\d{2}年(?:\d{1,2}月)?，()([2-9]\d|1[0-9]\d|[一二三四五六七八九]十[一二三四五六七八九]?)年来/gu

/** how far the founding may stand before it */
const REACH = 60
const LARGEST_SLIP = 30

/**
 * Years since the founding that the text itself dates (医院始建于1952年，建院63年来): not those that lie between it and the report's year, a year more or less
 * for the way of counting. Silent where the text gives another year from which they are counted. Offsets in the paragraph's own text.
 */
export function yearsSince(source: string, year: number | null): Slip[] {
  if (year === null || !/\d年/u.test(source) || !/年来|年间|春秋|历程|风雨|历史|征程|岁月|积淀|华诞|庆典|[斗展]史/u.test(source)) return []
  const { text, at, endAt } = viewOf(source)
  const founded = [...text.matchAll(FOUNDED)]
  const [first] = founded
  if (!first || founded.length > 1) return []
  const from = Number(first[1] ?? first[2])
  const years = year - from
  return [...text.matchAll(SINCE), ...text.matchAll(WALKED), ...[...text.matchAll(BEHIND)].flatMap((match) => (Math.abs(readNumeral(match[2] ?? '') - years) === 10 ? [Object.assign([match[0], match[2] ?? ''], { index: match.index })] : []))].flatMap(({ index, 0: surface = '', 1: numeral = '' }): Slip[] => {
    const said = readNumeral(numeral)
    const off = Math.abs(years - said)
    if (index < first.index || index - first.index > REACH || !Number.isInteger(said) || off < 2 || off > LARGEST_SLIP || years < 2) return []
    // 1962年独立建院，建院63年来: counted from another year
    if ([...text.matchAll(/(?<!\d)((?:18|19|20)\d{2})年/gu)].some(({ 1: other = '' }) => Number(other) !== from && [-1, 0, 1].includes(year - Number(other) - said))) return []
    // …，到2015年走过63年: told of another year
    if ([...text.slice(first.index + first[0].length, index + surface.length).matchAll(/(?<!\d)((?:19|20)\d{2})年/gu)].some(({ 1: other = '' }) => Math.abs(Number(other) - from - said) <= 1)) return []
    const start = index + surface.lastIndexOf(numeral)
    const right = /\d/u.test(numeral) || years > 99 ? String(years) : chineseInteger(years)
    return [{ start: at(start), end: endAt(start + numeral.length + 1), message: `${from}年成立：${year} − ${from} = ${years}，文中写作${numeral}年`, suggestion: text.charAt(start + numeral.length) === '年' ? `${right}年` : `${right}${text.charAt(start + numeral.length)}`, sure: false, kept: from + said }]
  })
}
