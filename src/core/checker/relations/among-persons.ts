import { isDelta, isLevel, labelOf, sameMeasure, type Sentence, type Term } from './sentence.ts'

/** A part that is larger than its whole, and what the two are called. */
interface Larger {
  part: Term
  whole: Term
  partName: string
  wholeName: string
}

/** 826名考生中，: so many persons, of whom something is told */
const OF_THESE = /^([^，；。：、\d]{0,10})(?<!其|当|集|高|初|镇|贫|水|医|政|年|期)中，?/u
const PERSON = /^[人名位户]$/u
/** what some of them did or are: nothing that may be said of others as well */
const OF_THEM = /^(?:其中|已|有|现有|共有|考试|考核|成绩|综合|普通类|特殊类型招生控制|一段|二段|重点|本科|专科|普通?高中|被评为|评为|考核)*(?:上线|达线|录取|合格|及格|优秀|优良|良好|达标|通过|升学|就业|参保|参加[^，；。、]{1,10}(?:保险|培训|合作社)|取得|获得?|党员|女性?|男性?|(?:正|副)?高级(?:职称|教师|以上)?|中级(?:职称)?|初级(?:职称)?|[^，；。、]{0,6}(?:学历|职称|学位|以上|以下|证书|资格))(?:以上)?(?:的|有|为|达到?|者|共|人数)*$/u
/** others come in, or what is told goes beyond them */
const ELSEWHERE = /累计|以来|历年|带动|辐射|服务|培养|全[国省市县校院区]|新增|引进|计划|目标|合计|总计|另|以外|家属|子女|[；。]/u
const BEHIND = /^[^，；。：、\d]{0,8}(?:参加|报名|参考|应考|参赛|参训)[^，；。：、\d]{0,8}，$/u
const PASSED = /^(?:已|全部|考试|考核|笔试|面试|其中)*(?:合格|及格|达标|通过|上线|被?录取|取得证书|取得资格|获证|优秀|晋级)(?:的|有|者)?$/u

/** 826名考生中，…上线417人，本科上线867人; 126名村医参加考试，合格162人: more of them than there are. */
export function largerAmongPersons({ terms, text, start, end }: Sentence): Larger[] {
  if (terms.length < 2 || !/中|参/u.test(text.slice(start, end))) return []
  return terms.flatMap((whole): Larger[] => {
    if (!PERSON.test(whole.figure.unit) || !isLevel(whole) || isDelta(whole)) return []
    const next = terms[whole.at + 1]
    if (next && BEHIND.test(next.before.slice(0, next.before.lastIndexOf('，') + 1)) && PASSED.test(labelOf(next)) && exceeds(next, whole)) return [{ part: next, whole, partName: labelOf(next), wholeName: '参加' }]
    const things = OF_THESE.exec(whole.after)?.[1]
    if (things === undefined) return []
    return terms.slice(whole.at + 1, whole.at + 6).flatMap((part): Larger[] => {
      if (!exceeds(part, whole) || ELSEWHERE.test(text.slice(whole.figure.end, part.figure.start)) || !OF_THEM.test(labelOf(part))) return []
      // all that stands between counts the same persons
      if (!terms.slice(whole.at + 1, part.at).every((t) => sameMeasure(t, whole) || t.figure.kind === 'percent')) return []
      return [{ part, whole, partName: labelOf(part), wholeName: things === '' ? '总数' : things }]
    })
  })
}

const exceeds = (part: Term, whole: Term): boolean => isLevel(part) && !isDelta(part) && sameMeasure(part, whole) && part.depth === whole.depth && part.span.low > whole.span.high
