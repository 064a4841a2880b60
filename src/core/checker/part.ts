import { isPlanSection } from '../compare/frame.ts'

/**
 * Which part of a report a paragraph stands in, by the headings above it: the one reading of it for all rules. It is wider than `isPlanSection`, on
 * which it stands: there a section that is wrongly called a plan loses its pairs with last year and is rolled forward as promises, so a heading
 * must say it outright; here it only keeps a rule silent, so 三、问题与打算 is enough.
 */

const PLAN = /(?:安排|任务|计划|打算|部署|展望|思路|建议|意见|要求|目标|举措|谋划|努力方向|下一步|下步|今后|未来|明年|来年)[^，。]{0,8}$|新的一年/u
/** 推动重大部署落地见效, 助推决策部署落实, 以更实举措践行履职为民: what was done with a plan, not one */
const CARRIED_OUT = /(?:部署|任务|目标|要求|意见|建议|安排|计划)[^，。]{0,4}(?:落实|落地|落细|见效|完成|办理)|举措[^，。]{0,2}践行/u
/** 今年以来的主要工作: here 今年 is no year to come */
const SO_FAR = /今年以?来|一年来|过去/u
const REVIEW = /回顾|总结|综述|成效|成绩|做法|主要工作|工作情况|开展情况|完成情况|过去(?:一年|五年)|一年来/u

export type Part = 'review' | 'plan' | 'unknown'

/** `path` are the headings from the outermost inwards, `year` that of the report. Outright plans apart, the outermost heading that says something decides. */
export function partOf(path: readonly string[], year: number | null): Part {
  if (isPlanSection(path.map((heading) => (SO_FAR.test(heading) ? '' : heading)), year)) return 'plan'
  for (const heading of path) {
    const isReview = REVIEW.test(heading)
    if (isReview && !/展望|安排|计划|打算/u.test(heading)) return 'review'
    if (!isReview && PLAN.test(heading) && !CARRIED_OUT.test(heading)) return 'plan'
  }
  return 'unknown'
}

/** 五年来, 本届: a report, or a part of one, that looks back on more than a year. */
export const LONG = /[五四三十两]年来|[五四三]年工作|过去的?[五四三]年|本届|届内|五年间|这五年|回顾五年|\d{4}年?(?:以来|[—–～~-]{1,2}\d{4}年)/u
