import type { View } from '../../view.ts'
import type { FixedSlip } from './own.ts'

/** 截至2024年12月底，全区已完成2025年度无障碍改造320户，为年度目标300户的106.7% */
const DONE = /(?:截至|截止到?)((?:19|20)\d{2})年(?:\d{1,2}月(?:底|末|\d{1,2}日)?|底|末)，(?:[^。；]{0,30}?(?:已|共|累计|全部|全面)*完成)?[^。；]{0,10}?((?:19|20)\d{2})年(?:度)?([^。；]{2,60})/gu
const REACHED = /(?:为|占|达|完成|超|超额完成)[^，。；]{0,4}(?:年度|全年)[^，。；]{0,6}(?:目标|任务|计划)|(?:目标|任务|计划|实事|项目)[^，。；]{0,8}(?:全部|均已|已全部|全面|如期|已)[^，。；]{0,4}(?:完成|办结|建成|交付)|(?:年度|全年)(?:目标|任务)[^，。；]{0,4}(?:的)?\d[\d.]*%/u
/** what is rightly done before the year of which it is */
const AHEAD = /参保|缴费|征缴|征订|订阅|预算|编制|申报|储备|招生|招聘|订单|签约|采购|征兵|谋划|排定|审批|立项|招标|报名|续保|预售|合同|前期|下达|分配|提前|认购|投保|备案|年检|招录|计划.{0,4}(?:编|制|下)|筹备|开工准备|征集/u

/** A state before the year whose goals it says are reached; `year` is that of the report. Offsets in the source of the view, linear in it. */
export function doneBefore({ text, at, endAt }: View, year: number | null): FixedSlip[] {
  if (year === null || !text.includes('截')) return []
  return [...text.matchAll(DONE)].flatMap(({ index, 0: surface, 1: then = '', 2: goal = '', 3: rest = '' }): FixedSlip[] => {
    if (Number(goal) !== year || Number(then) >= year || year - Number(then) > 2 || !REACHED.test(rest) || AHEAD.test(surface)) return []
    const start = index + surface.indexOf(then)
    return [{ start: at(start), end: endAt(start + 4), message: `${goal}年度的目标不会在${then}年完成`, suggestion: goal, other: { start: at(index + surface.indexOf(`${goal}年`)), end: endAt(index + surface.indexOf(`${goal}年`) + 4) } }]
  })
}
