import { resolutionOf } from '../../figures/writing.ts'
import { digitsOf, isOneSlip } from '../number-slip.ts'
import { isDelta, isLevel, type Sentence } from './sentence.ts'
import type { Share } from './shares.ts'

const PER_YEAR = /(?:年均|平均每年|每年平均)(\p{Script=Han}{0,6}?)(?:达到?|为|约|有)?$/u
const PER_DAY = /(?:日均|平均每天)(\p{Script=Han}{0,6}?)(?:达到?|为|约|有)?$/u
const PER_MONTH = /(?:月均|平均每月|每月平均)(\p{Script=Han}{0,6}?)(?:达到?|为|约|有)?$/u
const YEARS = '两三四五六七八九十'
/** 五年来; 过去五年; 2021年至2025年 */
const SPAN = /(?:过去|近|这|届内)?([两三四五六七八九十])年(?:来|间|以来|累计|共)|(?:过去|近|这)([两三四五六七八九十])年|((?:19|20)\d{2})年?(?:至|到|—{1,2}|-|－|～)((?:19|20)\d{2})年(?!\d)/u
/** rates of growth by the year are another thing */
const GROWTH = /增长|增加|递增|下降|减少|提高|新增(?!加)/u

/** 五年来累计投入86.4亿元，年均投入17.3亿元; 全年诊疗87.62万人次，日均2400人次: an average by the year, month or day that the one total of its sentence does not come to. */
export function readAveragesOverTime({ terms, text, start, end }: Sentence): Share[] {
  if (terms.length < 2 || !/[年日月]均|每[年天月]/u.test(text.slice(start, end))) return []
  return terms.flatMap((stated): Share[] => {
    const named = PER_YEAR.exec(stated.before) ?? PER_DAY.exec(stated.before) ?? PER_MONTH.exec(stated.before)
    if (!named || !isLevel(stated) || GROWTH.test(stated.before)) return []
    const daily = PER_DAY.test(stated.before)
    const monthly = PER_MONTH.test(stated.before)
    const part = terms[stated.at - 1]
    const said = text.slice(start, stated.figure.start)
    if (!part || !isLevel(part) || isDelta(part) || part.figure.unit !== stated.figure.unit || part.figure.kind !== stated.figure.kind || terms.some((t) => t.at < part.at && t.figure.unit === part.figure.unit) || /[；]|其中/u.test(said)) return []
    const verb = named[1] ?? ''
    if (verb !== '' && !said.slice(0, -named[0].length).includes(verb)) return []
    const counts = monthly ? monthsOf(said) : daily ? daysOf(said) : yearsOf(said)
    const [n] = daily || monthly ? counts : counts.slice(1)
    if (n === undefined) return []
    const step = resolutionOf(stated.figure.text)
    const room = Math.max(step, stated.figure.approx === 'exact' ? 0 : 0.1 * stated.figure.value)
    if (counts.some((days) => part.span.low / days - room <= stated.figure.value && part.span.high / days + room >= stated.figure.value)) return []
    const due = part.figure.value / n
    // of working days, of other years: only what a slip makes
    return isNearlyWritten(digitsOf(stated.figure.text), due / step) ? [{ stated, span: stated.span, as: 'time', size: n, part, whole: stated, open: false, uncertain: true }] : []
  })
}

/** How many days a total is of, as far as the words say. */
function daysOf(said: string): number[] {
  if (/全年|一年|年内/u.test(said)) return [365, 366]
  if (/第\s*\d{1,2}\s*周|本周|一周/u.test(said)) return [7, 5]
  return /上半年/u.test(said) ? [181, 182] : /[一1]季度/u.test(said) ? [90, 91] : []
}

/** How many months a total is of; none where what is done may have begun later in the year. */
function monthsOf(said: string): number[] {
  if (/自\S{0,3}月|[0-9一二三四五六七八九十]月[份以起]|开展以来|运行以来|上线以来|启用|启动|试点|投用/u.test(said)) return []
  if (/全年|一年来|年内/u.test(said)) return [12]
  return /上半年|下半年/u.test(said) ? [6] : /前三季度/u.test(said) ? [9] : /[一二三四]季度/u.test(said) ? [3] : []
}

/** The years that a span may count: one less and one more than it says, the middle one first after the least. */
function yearsOf(said: string): number[] {
  const found = SPAN.exec(said)
  if (!found) return []
  const word = found[1] ?? found[2]
  const n = word === undefined ? Number(found[4]) - Number(found[3]) + 1 : YEARS.indexOf(word) + 2
  return n >= 2 && n < 30 ? [n - 1, n, n + 1] : []
}

/** One slip away from the average, at its fineness or rounded to tens: 2140 for 2401. */
function isNearlyWritten(said: string, due: number): boolean {
  return [1, 10, 100].some((size) => {
    const meant = String(Math.round(due / size))
    const zeros = size === 1 ? '' : size === 10 ? '0' : '00'
    return said.endsWith(zeros) && meant.length >= 2 && isOneSlip(said.slice(0, said.length - zeros.length), meant)
  })
}
