import { isOneSlip } from '../number-slip.ts'
import { meet } from '../span.ts'
import { isDelta, isLevel, sameMeasure, type Sentence, type Term } from './sentence.ts'
import type { Share } from './shares.ts'

/** 每期60人, 每个补助5万元 */
const EACH = /每(人|名|户|家|期|场|次|个|所|村|亩|套|台|件|队|班)(?:村|点|项目|学校|社区)?(?:均|补助|补贴|奖励|资助|发放|安排|投入|培训|参加|给予)*$/u
const UNITS: Readonly<Record<string, RegExp>> = { 人: /^[人名位]$/u, 名: /^[人名位]$/u, 场: /^(?:场|场次)$/u, 期: /^期$/u, 次: /^(?:次|场|期)$/u, 村: /^[村个]$/u, 队: /^支$/u, 班: /^[班个期]$/u }
const TOTAL = /(?:共|合计|总计|累计|总共)[^，。；：\d]{0,8}$/u
/** paid over a time, or to some only */
const OTHERWISE = /[；。]|每[天月年日]|[/／]|左右|其中|不等|最高|至少|以上|以内/u

/** 12期，每期60人，共培训720人次: a total that the count and what there is for each do not come to, where one slip of the hand makes the difference. */
export function readProducts({ terms, text, start, end }: Sentence): Share[] {
  if (terms.length < 3 || !text.slice(start, end).includes('每')) return []
  return terms.flatMap((each): Share[] => {
    const word = EACH.exec(each.before)?.[1]
    const [count, total] = [terms[each.at - 1], terms[each.at + 1]]
    if (word === undefined || !count || !total || ![count, each, total].every((t) => isLevel(t) && !isDelta(t) && t.figure.approx === 'exact' && t.depth === each.depth)) return []
    if (!(UNITS[word] ?? new RegExp(`^${word}$`, 'u')).test(count.figure.unit) || !isLike(total, each) || !TOTAL.test(total.before) || OTHERWISE.test(text.slice(count.figure.end, total.figure.end))) return []
    const span = { low: count.span.low * each.figure.value, high: count.span.high * each.figure.value }
    if (meet(span, total.span)) return []
    const product = count.figure.value * each.figure.value
    const scale = [1e8, 1e4].find((size) => total.figure.text.includes(size === 1e8 ? '亿' : '万')) ?? 1
    const [said, due] = [total.figure.value, product].map((value) => String(Number((value / scale).toPrecision(12))).replace('.', ''))
    return said !== undefined && due !== undefined && due.length >= 2 && isOneSlip(said, due) ? [{ stated: total, span, as: 'product', part: count, whole: each, open: false, uncertain: true }] : []
  })
}

/** 每期60人 come to so many 人次 */
const isLike = (total: Term, each: Term): boolean => sameMeasure(total, each) || (total.figure.unit === '人次' && /^[人名]$/u.test(each.figure.unit))
