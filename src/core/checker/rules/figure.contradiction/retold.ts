import type { CoreFigure } from '../../../figures/figure.ts'
import { isTransposition } from '../../number-slip.ts'
import { inAnyOrder } from '../../reading.ts'
import { agree, stepOf } from './agree.ts'
import { EVERYWHERE, significant } from './counted.ts'
import type { Countable } from './references.ts'
import { TAILS } from './words.ts'

/**
 * A number that is told as one that the reader knows: 78万人次门急诊的背后, 有了126.5万元的经营性收入, 73.18%的森林覆盖率来之不易, 96名专任教师全员参与. What
 * follows the number tells where its noun ends, and nothing limits it to a part, so that it must be the number that was told before.
 */
export interface Retelling {
  figure: CoreFigure
  /** what it counts */
  noun: string
  /** all of them (全员, 全部) did something */
  all: boolean
  /** what was done to them (新建 in 新建的13个口袋公园); the number told before must be of the same doing */
  done?: string
  /** what is to come goes on from it (在今年128.6万元经营性收入的基础上), whenever that is */
  basis: boolean
}

/** what may stand before it in its clause; (1) says that it was told before */
const LEAD = /^(?:随着|因为?|正是|就是|面对|为|对于?|(?:我们|学校|医院|学院)?(?:始终|坚持)*(?:把|将|让)(?:约|近)?)?(有了|凭着?|靠着?|依托|用好|守好|管好)?(这|这些|这笔|这样?的|上述|以上)?(?:全部|所有)?(?:全[省市县区镇乡村校院局系统]{1,2}|我[县市区镇村校院]|学校|医院|全馆)?$/u
const KNOWN = /^的?(\p{Script=Han}{2,14}?)(?:的(?:成长|健康|安全|冷暖|幸福|福祉|利益|期盼|生命|安危)|的?(?:数据|数字)?背后|的?(?:取得|实现|化解|办结|落地)，?(?=来之不易|离不开|凝聚)|来之不易|弥足珍贵|见证|凝聚|印证|承载|饱含|诠释|彰显|折射|汇聚|传递|寄托|给了?(?=我们)|再?创(?=历史|近|建|有|下|新|造)|刷新|带来|换来|撬动|得益于|实属|就?是(?=对|最|全|我们|广大))/u
const ALL = /^的?(\p{Script=Han}{2,14}?)(?:已|均|都)*(?:全员|全部|悉数|无一|人人|个个|活跃在|奋战在?|坚守在?)/u
const ENDS = /^的?(\p{Script=Han}{2,14})$/u
/** what the time to come begins with was told of the time before */
const BASIS = { lead: /^(?:我们|全[省市县区镇乡村校院局])?(?:要|将)?在(?:今年|20\d\d年|去年|现有|全年|完成|实现)*$/u, behind: /^的?(\p{Script=Han}{2,14}?)(?:全面完成|圆满完成|完成)?的?基础上/u }
const RATE = /^的(\p{Script=Han}{2,12}?(?:率|度|比重))(?!的?(?:目标|要求|标准|任务|[省市县区镇]))/u
/** one step on from the noun: these are of some */
const SOME = /未|尚|不|其中|其余|剩余|另|部分|新|首批|第|上年|去年/u

/** Does a number tell again what is known? `before` and `behind` are the words of its clause around it. */
export function retellingOf(figure: CoreFigure, before: string, behind: string): Retelling | undefined {
  if (behind.length < 2 || before.length > 12) return undefined
  const again = doneAgain(figure, before, behind) ?? received(figure, before, behind)
  if (again) return again
  const basis = behind.includes('基础上') && BASIS.lead.test(before) && figure.kind !== 'percent' ? BASIS.behind.exec(behind)?.[1] : undefined
  if (basis !== undefined) return { figure, noun: basis, all: false, basis: true }
  const lead = LEAD.exec(before)
  if (!lead) return undefined
  if (figure.kind === 'percent') {
    const rate = RATE.exec(behind)?.[1]
    return rate === undefined || SOME.test(rate) ? undefined : { figure, noun: rate, all: false, basis: false }
  }
  const all = ALL.exec(behind)?.[1]
  const pointed = lead[1] !== undefined || lead[2] !== undefined
  const noun = all ?? KNOWN.exec(behind)?.[1] ?? (pointed || behind.startsWith('的') ? ENDS.exec(behind)?.[1] : undefined)
  return noun === undefined || SOME.test(noun) ? undefined : { figure, noun, all: all !== undefined, basis: false }
}

/** 新建的|13个|口袋公园|全部, |36家|新改扩建的|村卫生室|已全部: all that were made or done, by the same verb */
const DONE_AHEAD = /^(?:截至目前|目前|年底|年内)?(?:对|将|把)?(?:全年|年内|今年)?(新?\p{Script=Han}{1,6})的$/u
const DONE_BEHIND = /^(新?\p{Script=Han}{1,6}?)的(\p{Script=Han}{3,14}?)(?:已|均|都)*(?:全部|均|都|悉数|无一)/u
const ALL_AHEAD = /^(\p{Script=Han}{3,14}?)(?:已|均|都)*(?:全部|均|都|悉数|无一)/u
const ALL_SAID = /全部|均|都|悉数|无一/u
const TIME_ONLY = /^(?:截至目前|目前|年底|年内|全年|今年)?$/u

function doneAgain(figure: CoreFigure, before: string, behind: string): Retelling | undefined {
  if (figure.approx !== 'exact' || figure.kind === 'percent' || !ALL_SAID.test(behind)) return undefined
  const ahead = before.endsWith('的') ? DONE_AHEAD.exec(before)?.[1] : undefined
  const [, done, noun] = ahead === undefined ? (TIME_ONLY.test(before) ? (DONE_BEHIND.exec(behind) ?? []) : []) : ['', ahead, ALL_AHEAD.exec(behind)?.[1]]
  return done === undefined || noun === undefined || SOME.test(done.replace(/^新/u, '')) || SOME.test(noun) ? undefined : { figure, noun, done, all: true, basis: false }
}

/** 面对全年|18426件|的收案总量: of all cases received */
const RECEIVED = /^的(?:收案|受案|案件受理)(?:总量|总数|数量|体量|规模|量)$/u
const received = (figure: CoreFigure, before: string, behind: string): Retelling | undefined =>
  RECEIVED.test(behind) && /^(?:面对|随着|应对)?(?:全年|全院)?$/u.test(before) ? { figure, noun: '案件', done: '受理', all: false, basis: false } : undefined

/** Was the number before told of this noun, and of this doing: 全年门急诊诊疗|87.62万人次? */
export const tells = ({ front }: Countable, { noun, done }: Retelling): boolean => (done === undefined ? isOf(front, noun) : front.includes(`${done}${noun}`) || (done === '受理' && /(?:受理|新收|收)(?:各类)?案件$/u.test(front)))
const isOf = (front: string, noun: string): boolean => front.endsWith(noun) || front.replace(TAILS, '').endsWith(noun) || (/.{2}[量数]$/u.test(noun) && front.endsWith(noun.slice(0, -1)))

/** a body that says of all it has that this is all */
const OF_ALL = /^(?:全|我|本)[省市县区镇乡村校院局馆](?:现|共|实|拥)?有/u

/** Is a number that is told again another one than was told, by a slip of the hand? */
export function slipped({ figure: told, whole, front }: Countable, { figure, noun, all, basis, done }: Retelling): boolean {
  const step = Math.max(stepOf(told), stepOf(figure))
  const q = String(Math.round(figure.value / step))
  const written = [Math.round, Math.floor].map((cut) => String(cut(told.value / step + 1e-9))).filter((p) => p.length === q.length)
  const special = !EVERYWHERE.test(noun)
  // the same digits, the point or 万 elsewhere: 286.4万 and 28.64万
  if (significant(told.value) === significant(figure.value) && significant(figure.value).length >= 3 && figure.approx === told.approx && figure.kind !== 'percent') return true
  if (written.some((p) => isTransposition(p, q))) return q.length >= 3 || (noun.length >= 3 && special) || isMoreThanAll()
  if (basis && written.some((p) => p.length >= 4 && inAnyOrder(p) === inAnyOrder(q))) return true
  if (figure.approx !== 'exact' || !written.some((p) => differsInOne(p, q))) return false
  // all of one doing by its whole name: even of two digits
  if (done !== undefined && all && q.length === 2 && noun.length >= 4 && special && !(q.endsWith('0') && told.value % 10 === 0)) return true
  return (q.length >= (figure.kind === 'percent' ? 4 : 3) && noun.length >= 3 && special) || isMoreThanAll()

  /** 96名专任教师全员 of 专任教师92人 */
  function isMoreThanAll(): boolean {
    return all && whole && figure.value > told.value && told.approx === 'exact' && ((noun.length >= 3 && special) || OF_ALL.test(front))
  }
}

const differsInOne = (a: string, b: string): boolean => [...a].filter((c, i) => c !== b.charAt(i)).length === 1

/** Does a number of the same unit say the same? 超过百万元 is too rough for that. */
export const isTold = (figure: CoreFigure, other: CoreFigure): boolean => figure.unit === other.unit && (figure.value === other.value || (stepOf(figure) <= figure.value / 10 && agree(figure, other)))
