/** Which part of a report a paragraph stands in, by the headings above it. */

const PLAN = /(?:安排|任务|计划|打算|部署|展望|思路|建议|意见|要求|目标|举措|谋划|努力方向|下一步|下步|今后|未来|明年|来年)[^，。]{0,8}$|新的一年/u
const REVIEW = /回顾|总结|综述|成效|成绩|做法|主要工作|工作情况|开展情况|完成情况|过去(?:一年|五年)|一年来/u

export type Part = 'review' | 'plan' | 'unknown'

/** `path` are the headings from the outermost inwards: the outermost that says something decides. */
export function partOf(path: readonly string[], year: number | null): Part {
  for (const heading of path) {
    const said = /(?<!\d)((?:19|20)\d{2})年/u.exec(heading)?.[1]
    const isReview = REVIEW.test(heading)
    if (said !== undefined && year !== null && !isReview && Number(said) === year + 1) return 'plan'
    if (isReview && !/展望|安排|计划|打算/u.test(heading)) return 'review'
    if (!isReview && PLAN.test(heading)) return 'plan'
  }
  return 'unknown'
}

/** 五年来, 本届: a report, or a part of one, that looks back on more than a year. */
export const LONG = /[五四三十两]年来|[五四三]年工作|过去的?[五四三]年|本届|届内|五年间|这五年|回顾五年|\d{4}年?(?:以来|[—–～~-]{1,2}\d{4}年)/u
