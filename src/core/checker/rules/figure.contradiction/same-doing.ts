import { EVERYWHERE, plainOf, type Counted, type Slip } from './counted.ts'

/** 为|864户|家庭发放住房租赁补贴: (1) what was done for them */
const FOR_THEM = /^(?:家庭|群众|居民|农户|村民|职工|企业|学生|老人|人|对象)?((?:发放|兑现|落实|办理|提供|安装|改造|实施|减免|代缴|缴纳)\p{Script=Han}{4,14})$/u
const FOR = /^(?:年内|全年|共|累计|已)*(?:为|向|对|给)$/u
/** money that was spent on something */
const SPENT = /^(?:年内|全年|共|累计|已)*(?:投入|投资|安排|筹集|拨付)(?:资金|各类资金)?(?:达|约)?$/u
const SPENT_IN_ALL = /^(?:共|累计|已)*(?:完成|总)?(?:投入|投资|安排)(?:资金)?(?:达|约)?$/u
/** what it was spent on, behind it; (1) the doing */
const ON = /^(?:用于)?((?:实施|建设|新建|改造|改建|修建|开展|推进|完成)\p{Script=Han}{4,12})/u

/**
 * One doing told twice with its words in another order, told by a number of three and more digits of which two are exchanged: 发放住房租赁补贴864户 and
 * 为846户家庭发放住房租赁补贴, 实施民生实事项目12件，完成投资3.86亿元 and 投入3.68亿元实施民生实事项目.
 */
export function sameDoing(a: Counted, b: Counted, { exchanged, digits }: Slip): string | undefined {
  if (!exchanged || digits < 3 || a.ofPart || b.ofPart || a.rate !== '' || b.rate !== '') return undefined
  return forThem(a, b) ?? forThem(b, a) ?? spentOn(a, b) ?? spentOn(b, a)
}

function forThem(told: Counted, again: Counted): string | undefined {
  const done = FOR.test(again.front) ? FOR_THEM.exec(again.behind)?.[1] : undefined
  return done !== undefined && told.behind === '' && told.front.endsWith(done) && !EVERYWHERE.test(plainOf(done)) ? done : undefined
}

function spentOn(told: Counted, again: Counted): string | undefined {
  if (told.behind !== '' || !SPENT.test(again.front) || !SPENT_IN_ALL.test(told.front)) return undefined
  const done = ON.exec(again.behind)?.[1]
  return done !== undefined && told.isFor(done) && !EVERYWHERE.test(plainOf(done)) ? done : undefined
}
