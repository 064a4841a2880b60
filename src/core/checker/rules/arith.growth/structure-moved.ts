import { roundedDecimal } from '../../../text/decimals.ts'

/** A change of one industry's share that does not follow from the two structures before it. Offsets in the paragraph; the number first, then the two shares. */
export interface StructureFault {
  message: string
  at: readonly { start: number; end: number }[]
  should: string
}

const N = '\\d{1,2}(?:\\.\\d{1,2})?'
const RATIO = `(${N})[:：∶︰](${N})[:：∶︰](${N})(?![\\d.:：∶︰])`
/** 三次产业结构由5.7:49.3:45.0优化为6.6:45.8:47.6 */
const MOVED = new RegExp(`由[^，。；:：\\d]{0,8}(?:(?:19|20)\\d{2}年)?(?:[^，。；:：\\d]{0,4})${RATIO}，?[^，。；\\d]{0,10}(?:为|到|至|成)[^，。；\\d]{0,6}(?:(?:19|20)\\d{2}年的?)?${RATIO}`, 'gu')
/** 第三产业占比提高2.6个百分点 */
const CLAIM = new RegExp(`(?:第([一二三])产业|(服务业))(?:增加值)?(?:的|所)?(?:占比|比重|占(?:GDP|地区生产总值|生产总值|经济总量)?的?比[重例])(?:较|比)?(?:上年|去年|${'(?:19|20)'}\\d{2}年)?(提高|提升|上升|增加|下降|降低|回落|减少)了?(${N})个百分点`, 'u')
const FAR = 60

/** 三次产业占比由5.7:49.3:45.0优化为6.6:45.8:47.6，第三产业占比提高3.6个百分点 */
export function structureFaults(text: string): StructureFault[] {
  if (!text.includes('产业') || !text.includes('百分点')) return []
  return [...text.matchAll(MOVED)].flatMap((moved): StructureFault[] => {
    const end = moved.index + moved[0].length
    const claim = CLAIM.exec(/^[^。；]*/u.exec(text.slice(end, end + FAR + 30))?.[0] ?? '')
    if (!claim || claim.index > FAR) return []
    const at = claim[2] === undefined ? '一二三'.indexOf(claim[1] ?? '') : 2
    const [from, to, said] = [moved[1 + at], moved[4 + at], claim[4]]
    if (from === undefined || to === undefined || said === undefined) return []
    const change = Number(to) - Number(from)
    const up = /提|升|增/u.test(claim[3] ?? '')
    // rounded to one place each: off by one of the last place is no slip
    if (Math.abs((up ? change : -change) - Number(said)) <= 0.11) return []
    const should = roundedDecimal(String(Number(Math.abs(change).toPrecision(12))), 4)
    const start = end + claim.index + claim[0].length - said.length - '个百分点'.length
    const [large, small] = change > 0 ? [to, from] : [from, to]
    const wrongWay = change !== 0 && change > 0 !== up
    return [{ message: `${large} − ${small} = ${should}${wrongWay ? `，是${up ? '下降' : '提高'}` : ''}，文中写作“${claim[3] ?? ''}${said}个百分点”`, at: [{ start, end: start + said.length }], should }]
  })
}
