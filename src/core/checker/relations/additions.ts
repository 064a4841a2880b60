import { isTransposition, oneSlipAway } from '../number-slip.ts'
import { meet, sumSpan } from '../span.ts'
import { inSteps } from './arithmetic.ts'
import { isLevel, sameMeasure, type Sentence, type Term } from './sentence.ts'
import type { Sum } from './sums.ts'

const OLD = '(?:原有|原来|原先|现有|已有|已建成?|此前|之前|以前|先前|上年|去年|往年|历年|前期|存量|既有|年初)'
/** 加上原有的612个 */
const WITH_OLD = new RegExp(`[，、（](?:再)?(?:加上|连同|算上|加)${OLD}[^，。；：、\\d和及与]{0,12}$`, 'u')
/** 在原有86个站点的基础上; 原有教师126人 */
const BASED_ON = new RegExp(`(?:^|[，；：、])[^，；：、]{0,10}(?:在${OLD}|原有|原来有|原先有|年初有|上年末有)[^，。；：、\\d]{0,10}$`, 'u')
const NEW = /新增|新建|新设|新招|新聘|新购|新引|新发展|新成立|新吸收|新开|增设|增建|扩建|续建|增加|净增|又建|再建/u
const TOTAL = /(?:总数|总量|总额|总里程|总面积|总规模|总产能|累计|合计|总计|共计|共有|共|拥有量?|保有量|已有|现有)[^，。；：、\d]{0,8}$|(?:增至|增加[到至]|扩大[到至]|达到?)$/u
/** something went as well, or is counted apart */
const LESS = /撤|减|退|并入|合并|注销|淘汰|拆除|关停|调出|报废|改造|除|正在|在建|其中|[另含]|[比较]上?一?[年期]|同比/u
/** members come and go without a word about it; what was built stays */
const LEAVING = /^[人名位户家]$/u
/** farther off, the total is of something else */
const NEAR = 0.35

/** 新建148个，加上原有的612个，总数达到760个: what is there now, of what was there and what is new, that does not come to it. */
export function wrongAdditions({ terms, text, start, end }: Sentence): Sum[] {
  if (terms.length < 3 || !/加上|加原|连同|算上|原[有来先]|年初有|末有|基础上/u.test(text.slice(start, end))) return []
  return terms.flatMap((second): Sum[] => {
    const first = terms[second.at - 1]
    const total = terms[second.at + 1]
    if (!first || !total || ![first, second, total].every((t) => isLevel(t) && t.figure.approx === 'exact' && sameMeasure(t, second) && t.depth === second.depth)) return []
    const before = terms[first.at - 1]
    if (before && sameMeasure(before, first) && /^[、和及与]/u.test(first.before)) return []
    const stated = WITH_OLD.test(second.before)
    const told = stated ? '' : text.slice(first.figure.end, second.figure.start).replace(/\s+/gu, '')
    if (!stated && !(BASED_ON.test(first.before) && NEW.test(told) && /^[^，。；：、]{0,12}(?:的?基础上)?，?[^，。；：、]{0,12}$/u.test(told))) return []
    const between = text.slice(second.figure.end, total.figure.start).replace(/\s+/gu, '')
    if (!TOTAL.test(between) || !/^[^，。；：]{0,12}，[^，。；：]{0,16}$/u.test(between) || LESS.test(told + between)) return []
    return isOff([first, second], total, stated) ? [{ total, parts: [first, second] }] : []
  })
}

/** What 加上 says is a sum; what only follows from what was there before needs a slip that explains it. */
function isOff(parts: readonly Term[], total: Term, stated: boolean): boolean {
  const sum = parts.reduce((all, { figure }) => all + figure.value, 0)
  if (meet(sumSpan(parts.map(({ span }) => span)), total.span) || Math.abs(sum - total.figure.value) > NEAR * sum) return false
  const { values: [whole = 0, ...shares] } = inSteps([total, ...parts])
  return stated ? total.figure.value > Math.max(...parts.map(({ figure }) => figure.value)) : oneSlipAway(shares, whole, 0, LEAVING.test(total.figure.unit) ? isTransposition : undefined)
}
