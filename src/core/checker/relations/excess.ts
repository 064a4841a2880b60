import { meet, quotientSpan, shareSpan } from '../span.ts'
import { isDelta, isLevel, sameMeasure, type Sentence } from './sentence.ts'
import type { Share } from './shares.ts'

/** 超额完成15%, 超出目标任务15%: by how much more than planned was done */
const BEYOND = /^[，、；]?(?:比|较)?(?:(?:原定|既定|年初|年度|全年|任务|目标|计划)的?)*(?:超额|超出?|超过|多)(?:(?:年初|年度|全年|下达|既定|原定|预定|的)*(?:任务|目标|计划|指标)(?:任务|目标|数|指标)?)?(?:完成)?(?:任务|目标|计划)?(?:了|达|约|的)*$/u
const SAYS_PLAN = /超额|任务|目标|计划|指标/u
const PLANNED = /计划|目标|任务|指标|(?<!实)应/u
const DONE = /实际|完成|达到?|实现|到位|建成|新增|已|落实/u

/** 任务是120家，实际完成138家，超额完成15%: the excess over a plan where plan and result stand right before it. */
export function readExcesses({ terms, text, start, end }: Sentence): Share[] {
  if (terms.length < 3 || !/[超多]/u.test(text.slice(start, end))) return []
  return terms.flatMap((stated): Share[] => {
    const { figure } = stated
    const [plan, done] = [terms[stated.at - 2], terms[stated.at - 1]]
    if (figure.kind !== 'percent' || figure.unit !== '%' || figure.high !== undefined || !plan || !done || !isLevel(plan) || !isLevel(done) || isDelta(plan) || !sameMeasure(plan, done)) return []
    // 138家，超额完成: what follows the count may only be its noun
    const noun = /^[^，；。：、]{0,8}(?=[，、；])/u.exec(stated.before)?.[0] ?? ''
    const said = stated.before.slice(noun.length)
    if (!BEYOND.test(said) || !SAYS_PLAN.test(said) || !PLANNED.test(plan.before) || PLANNED.test(done.before.replace(/完成(?:任务|目标|计划)/u, '')) || !DONE.test(done.before) || !/^[^；。：]*$/u.test(done.before)) return []
    const { low, high } = quotientSpan(done.span, plan.figure.approx === 'exact' ? { low: plan.figure.value, high: plan.figure.value } : plan.span)
    const span = shareSpan(figure)
    // written for 完成115%
    return meet({ low: low - 100, high: high - 100 }, span) || meet({ low, high }, span) ? [] : [{ stated, span, as: 'excess', part: done, whole: plan, open: false }]
  })
}
