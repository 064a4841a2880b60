import { isCore, type CoreFigure } from '../../figures/figure.ts'
import type { Sentence } from './sentence.ts'

/** So many matters, and the offices to which they are given one by one. Offsets in the paragraph. */
export interface DealtOut {
  matters: CoreFigure
  offices: number
  place: { start: number; end: number }
}

/** 分别交A、B和C承办. With 等 the list is open, with 共同 or 会同 one matter may have two offices. */
const GIVEN = /分别(?:转?交由?|由|交办给|分解到)([^，。；：（“0-9]{6,80}?)(?:具体|负责|牵头)?(?:承办|办理|主办|督办|领办|落实|负责)(?=[，。；]|$)/u
const SHARED = /等|共同|联合|会同|协同|配合|协办|分头|[及和与](?:相关|有关|各|其)|下属|所属|部门|单位|股室|科室/u
const OFFICE = /(?:局|委|办|办公室|中心|公司|集团|政府|街道|乡|镇|院|银行|法院|检察院|妇联|工会|残联|团委|支队|大队|管委会)$/u
/** 和 joins two offices where the second has a name of its own and the first is complete: 县教育和体育局 is one. */
const JOINED = /^(.+(?:局|委|办|中心|公司|集团|政府|街道|乡|镇|院|会))(?:以及|和|与|及)(.+)$/u
/** What stands between the matters and 分别: their name, and who leads them. */
const BETWEEN = /^[^，。；：、]{2,16}(?:，由[^，。；：、]{2,20}(?:领办|领衔|督办|包案|牵头)(?:督办)?)?，?$/u

/**
 * 3件重点建议…分别交A、B、C和D承办: more offices than matters, which are given to one each. Fewer offices are right, since one may have two matters. Only small numbers,
 * one too many: else the list is another's.
 */
export function wronglyDealtOut({ text, start, end, numbers }: Sentence): DealtOut | undefined {
  const said = text.slice(start, end)
  if (numbers.length === 0 || !said.includes('分别')) return undefined
  const given = GIVEN.exec(said)
  const list = given?.[1]
  if (!given || list === undefined || SHARED.test(list)) return undefined
  const at = start + given.index
  const matters = numbers.findLast((n) => n.end <= at)
  if (!matters || !isCore(matters) || matters.approx !== 'exact' || matters.high !== undefined || !/^[件项个]$/u.test(matters.unit) || matters.value < 2 || matters.value > 8) return undefined
  if (!BETWEEN.test(text.slice(matters.end, at).replace(/\s+/gu, ''))) return undefined
  const offices = list.replace(/\s+/gu, '').split('、').flatMap((item) => JOINED.exec(item)?.slice(1) ?? [item])
  if (offices.length !== matters.value + 1 || !offices.every((office) => OFFICE.test(office))) return undefined
  const from = at + given[0].indexOf(list)
  return { matters, offices: offices.length, place: { start: from, end: from + list.length } }
}
