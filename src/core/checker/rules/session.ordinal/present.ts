import type { CheckedParagraph } from '../../rule.ts'
import { partOf } from '../../part.ts'
import type { Assembly } from './assemblies.ts'

/** A session of any assembly as the one that is being held, or as one whose decisions were carried out. */
export interface Stage {
  assembly: Assembly
  /** present: 提交本次…会议, 现向…会议报告; past: 落实…会议决议; since: …会议以来 */
  stage: 'present' | 'past' | 'since'
  /** 向…会议报告 and not only 本次…会议 */
  given: boolean
  /** 一年来，…落实: told of the year gone by, so that it cannot be the present session's */
  overYear: boolean
}

const PRESENT = /(?:本次|这次|此次|今天的?)[^，。；]{0,14}$/u
const REPORTS_TO = /(?:现在|现|下面)?，?[^。；]{0,40}向[^，。；]{0,16}$/u
const CARRIES = /(?:落实|贯彻|执行|完成|按照|根据|围绕)[^，。；]{0,14}$/u
const DECIDED = /^(?:的)?(?:各项)?(?:工作)?(?:决议|决定|确定|部署|精神|提出|通过|审议通过|票决|批准|审查批准|要求|目标|任务)/u
const SINCE = /^(?:召开|胜利召开|闭幕)?以来/u
const AHEAD = /将|拟|即将|明年|来年|下一步|今后|力争|号召|开好|筹备|届时|新的一年/u
const OVER_YEAR = /一年来|过去一年|过去的一年|去年|全年|年内/u

/** What the text of a paragraph says of its assemblies; those of which it says neither are left out. */
export function stagesOf(text: string, assemblies: readonly Assembly[]): Stage[] {
  return assemblies.flatMap((assembly): Stage[] => {
    if (assembly.often) return []
    const before = text.slice(Math.max(0, assembly.start - 60), assembly.start).replace(/^.*[。；！]/su, '')
    const after = text.slice(assembly.end, assembly.end + 30).replace(/[。；！].*$/su, '')
    const given = REPORTS_TO.test(before) && /^(?:作|做)?[^，。；]{0,6}报告(?!了|过)/u.test(after) && /现在|现向|我代表|我受|受[^，。；]{2,24}委托|请予?审[议查]|请审[议查]/u.test(text)
    if (PRESENT.test(before) || given) return [{ assembly, stage: 'present', given, overYear: false }]
    if (AHEAD.test(before) || AHEAD.test(after.slice(0, 8))) return []
    const overYear = OVER_YEAR.test(before)
    if (SINCE.test(after)) return [{ assembly, stage: 'since', given: false, overYear }]
    return CARRIES.test(before) && DECIDED.test(after) ? [{ assembly, stage: 'past', given: false, overYear }] : []
  })
}

/**
 * Sessions gone by that come behind the present one, or are the present one itself: 认真执行县十七届人大六次会议决议 in a report to its fifth session; 一年来落实五次会议部署 there. Only of one series and one
 * term, where the text names one present session; not in plans.
 */
export function laterThanPresent<P extends CheckedParagraph>(all: readonly { in: P; it: readonly Stage[] }[], year: number | null): { at: { in: P; it: Assembly }; present: { in: P; it: Assembly }; message: string }[] {
  const presents = all.flatMap(({ in: paragraph, it }) => it.filter(({ stage }) => stage === 'present').map(({ assembly, given }) => ({ in: paragraph, it: assembly, given })))
  const [present] = presents
  if (!present || presents.some(({ it }) => it.key === present.it.key && (it.term !== present.it.term || it.number !== present.it.number))) return []
  const named = present.it.key.split('|')[1] !== ''
  return all.flatMap(({ in: paragraph, it }) =>
    it.flatMap(({ assembly, stage, overYear }) => {
      if (stage === 'present' || !named || assembly.key !== present.it.key || assembly.term !== present.it.term || assembly.number < present.it.number || assembly.number > present.it.number + 2) return []
      if (assembly.number === present.it.number && !overYear && !(stage === 'since' && present.given)) return []
      if (partOf(paragraph.path, year) === 'plan') return []
      return [{ at: { in: paragraph, it: assembly }, present, message: `本次会议是${present.it.surface}，此处说的是已经过去的会议，文中写作${assembly.surface}` }]
    }),
  )
}
