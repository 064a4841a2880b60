import type { CoreFigure } from '../../../figures/figure.ts'
import { squeezed } from '../../reading.ts'
import { meet, quotientSpan, shareSpan, spanOf } from '../../span.ts'
import type { Claim } from './change.ts'

/** What was done, what was planned (undefined where only the share of it is told), and by how much the one goes beyond the other. */
export interface AgainstPlan {
  done: CoreFigure
  plan: CoreFigure | undefined
  /** 105% of the plan */
  share: CoreFigure | undefined
  claim: Claim
}

const WHICH = '(?:全年|年度|当年|年初|本级|[省市县区]下达|[省市县区]定|人代会批准|人大批准|确定|下达|调整后?)'
const PLAN = `((?:${WHICH}的?)*)(?:预算|计划|目标|任务)(?:任务|目标|指标|收入|数)?`
/** 12.6亿元，完成年初预算12亿元: between what was done and what was planned */
const DONE_TO_PLAN = new RegExp(`^[，,（(]?(?:已|超额)?(?:完成|为|达到?|是|占)?${PLAN}(?:的|为|是)?$`, 'u')
/** 的105%，超收1.6亿元: between the plan (or its share) and the difference. Groups: what is compared with, which plan, the word. */
const DIFFERENCE = new RegExp(`^[，,、](?:(?:比|较|同比)${PLAN})?(超收|短收|欠收|减收|增收|超额完成|超支|超额|增加|减少|多收|少收|超)(?:收入)?(?:了|达)?$`, 'u')
const DOWN = /短|欠|减|少/u
/** these alone are said of a plan; 增加 only where it is named again */
const OF_A_PLAN = /超|短|欠/u

/** Differences against a plan (12.6亿元，完成预算12亿元的105%，超收1.6亿元). `figures` are those of the sentence, in order. Another plan than the one told ahead is left alone. */
export function againstPlan(text: string, figures: readonly CoreFigure[]): AgainstPlan[] {
  return figures.flatMap((done, k): AgainstPlan[] => {
    if (done.kind === 'percent' || done.high !== undefined) return []
    const next = figures[k + 1]
    const to = next && DONE_TO_PLAN.exec(squeezed(text.slice(done.end, next.start)))
    if (!to) return []
    const plan = next.kind === 'percent' ? undefined : next
    const third = plan ? figures[k + 2] : next
    const isShare = third?.unit === '%' && (plan ? squeezed(text.slice(plan.end, third.start)) === '的' : text.slice(0, third.start).trimEnd().endsWith('的'))
    const share = isShare ? third : undefined
    if (!plan && !share) return []
    const before = share ?? plan
    const difference = figures[k + 1 + (plan ? 1 : 0) + (share ? 1 : 0)]
    if (!before || !difference || difference.high !== undefined || difference.kind !== done.kind || difference.unit !== done.unit || (plan && plan.unit !== done.unit)) return []
    const said = DIFFERENCE.exec(squeezed(text.slice(before.end, difference.start)))
    const word = said?.[2]
    if (!said || word === undefined || (said[1] === undefined ? !OF_A_PLAN.test(word) : said[1] !== '' && said[1] !== to[1])) return []
    // 超额完成26亿元 may be all that was done
    if (meet(spanOf(difference), spanOf(done))) return []
    return [{ done, plan, share, claim: { figure: difference, direction: DOWN.test(word) ? 'down' : 'up', word, wordStart: difference.start - word.length, how: 'difference' } }]
  })
}

/** Can the difference be right for this share, where the plan itself is not told? 12.6亿元，完成预算的105%，超收0.6亿元 */
export function fitsShare({ done, share, claim }: AgainstPlan): boolean {
  if (!share) return true
  const [now, change] = [spanOf(done), spanOf(claim.figure)]
  const plan = claim.direction === 'up' ? { low: now.low - change.high, high: now.high - change.low } : { low: now.low + change.low, high: now.high + change.high }
  return plan.low <= 0 || meet(quotientSpan(now, plan), shareSpan(share))
}
