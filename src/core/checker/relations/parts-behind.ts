import { areOneFamily } from './kinds.ts'
import { isDelta, isLevel, labelOf, sameMeasure, type Sentence, type Term } from './sentence.ts'
import { offending, type Sum } from './sums.ts'

const FEWEST = 2
/** with fewer parts a slip of the hand is not told from another way of dividing */
const SURE = 3
/** ways of dividing that cut across each other, and numbers of another doing */
const NO_PART = /党员|女|少数民族|学历|本科|岁|以[上下]|重点|优秀|先进|首次|新增|当年|示范|骨干|其中|共|合计|总|累计|[人户月年日]均|平均|每|计划|目标|任务|预算|上年|去年|比|较|超|获|已|完成|截至|另|还|同时|最|涉|可|办结|整改|受理/u
/** a total has one of these behind its noun, or is the noun */
const LEAD = /^(?:20\d\d年|全年|年末|年内|截至年底|全[县市区镇乡村校院省州]|全社会|全域|辖区|现有|共有|拥有|实现|完成|共|总|的)+/u
const WHOLE = /总|全[县市区镇乡村校院省州社]|共/u
const TOTAL = /(?:总数|总量|总额|总面积|总收入|总支出|总产量|量|额|数)?(?:达到?|为|共|约|有|完成|实现)*$/u

/** 用电量86.4亿千瓦时，工业用电52.6亿千瓦时，居民用电…: parts right behind their total, without 其中, each called with the noun of the total. */
export function wrongPartsBehind({ terms, text, previous }: Sentence): Sum[] {
  if (terms.length <= FEWEST) return []
  return terms.flatMap((total): Sum[] => {
    const [first, second] = [terms[total.at + 1], terms[total.at + 2]]
    // most numbers stand beside those of another unit
    if (!first || !second || !sameMeasure(first, total) || !sameMeasure(second, total)) return []
    if (!isLevel(total) || isDelta(total) || total.figure.approx !== 'exact' || total.depth > 0) return []
    const before = terms[total.at - 1]
    if (before && sameMeasure(before, total)) return []
    const noun = nounOf(total)
    if (noun === '') return []
    const parts: Term[] = []
    for (let t = terms[total.at + 1]; t && isLevel(t) && !isDelta(t) && sameMeasure(t, total) && t.depth === 0 && t.figure.approx === 'exact'; t = terms[t.at + 1]) {
      const label = labelOf(t)
      if (!/^[^，；。：、\d]{0,3}[，、；][^，；。：、\d]{2,14}$/u.test(t.before) || NO_PART.test(label)) break
      parts.push(t)
    }
    const last = parts.at(-1)
    const next = last ? terms[last.at + 1] : undefined
    if (parts.length < FEWEST || !last || (next && sameMeasure(next, total) && next.depth === 0 && !isDelta(next) && !/[；。]/u.test(text.slice(last.figure.end, next.figure.start))) || /^[^，；。]{0,4}等/u.test(last.after)) return []
    const labels = parts.map(labelOf)
    if (NO_PART.test(noun) || new Set(labels).size < labels.length) return []
    const named = labels.every((label) => label.length > noun.length && label.endsWith(noun))
    if (!named && !(areOneFamily(labels) && parts.length >= SURE && WHOLE.test(labelOf(total)))) return []
    // the total is one of a list whose own total stands before
    if (previous?.terms.some((t) => sameMeasure(t, total) && t.figure.value > total.figure.value)) return []
    const sum = { total, parts }
    return parts.every(({ figure }) => figure.value < total.figure.value) && offending(sum, 'listed') && (parts.length >= SURE || named) ? [sum] : []
  })
}

/** 用电 of 全社会用电量: all that the total counts, without where and when; a narrower name is one of a list (制造业企业286家，商贸企业152家). */
const nounOf = (total: Term): string => /^\p{Script=Han}{2,6}$/u.exec(labelOf(total).replace(TOTAL, '').replace(LEAD, ''))?.[0] ?? ''
