import { isOneSlip, isTransposition, oneSlipAway } from '../number-slip.ts'
import type { Balance } from './balances.ts'
import { isLevel, labelOf, sameMeasure, type Sentence, type Term } from './sentence.ts'

/** what there was before the movements of the year */
const OPENING = /年初|月初|期初|学年初|[上去]年[末年]?底|上年末|20\d\d年[末底]|[一二两三四五]届|原有|此前|换届时|旧存/u
const CLOSING = /年[末底]|月[末底]|期末|学年末|目前|现[有共]|实有|截[至止]|如今|尚有|在册|现$/u
const CAME = /增补|补选|新增|新招|招[收录聘]|录用|聘用|调入|转入|划入|吸收|发展|吸纳|新?纳入|入会|加入|入库|入驻|收押|收治|入院|入住|入伍|入职|购[入置买]|新购|新建|新开|开办|新设|增设|设立|注册|引进|新收|复学|接收|迁入|扩建|补充|进入|新进|培育|新入|移入|出生|新认定|新聘|分配/u
const GONE = /解除|解矫|期满|刑满|离园|辞去|辞职|撤销|终止|免去|罢免|调[离出]|转出|划出|退休|离职|去世|病故|死亡|逝世|除名|开除|毕业|退[会出学伍役社库租]|注销|释放|出[院库所栏]|报废|淘汰|处置|拆除|关[闭停]|停[办产业]|撤并|撤点|结业|[审办执]结|销号|迁出|流失|休学|清退|裁撤|[辞解]聘|吊销|取消|移出|假释|核减|消除|辞退|离任|外调|剔除/u
/** what is left open, or no movement */
const ELSE = /净[增减]|其中|同比|比|较|累计|以来|共计|合计|自然|返聘|占|计划/u
/** said behind the closing number: it holds others */
const LATER = /[含另]|包括|返聘|划[入转]|恢复/u
/** persons and things that are counted one by one */
const COUNTED = /^(?:[人名位个家件户所台辆张只头套座处项支条]|床位)$/u
const MOST = 8
/** farther off, something else came or went */
const NEAR = 0.2

/** 年初共有委员236名，辞去委员职务5名，撤销委员资格1名，增补8名，年末实有委员239名: a number at the end of the year that does not follow from that at its beginning and all that came and went. */
export function wrongMovements({ terms, text, start, end }: Sentence): Balance[] {
  if (terms.length < 4 || !/[末底目现实截尚册]/u.test(text.slice(start, end))) return []
  return terms.flatMap((opening, i): Balance[] => {
    if (!isCount(opening) || !OPENING.test(clauseOf(opening)) || CAME.test(labelOf(opening)) || GONE.test(labelOf(opening))) return []
    const plus: Term[] = [opening]
    const minus: Term[] = []
    for (const t of terms.slice(i + 1, i + 2 + MOST)) {
      if (t.depth > 0) continue
      if (!sameMeasure(t, opening)) return []
      const clause = clauseOf(t)
      if (!isCount(t) || ELSE.test(clause.replace(/比武/u, '')) || text.slice(opening.figure.end, t.figure.start).includes('；')) return []
      const label = /^[、和及与]/u.test(t.before) ? labelOf(t) : clause
      if (CLOSING.test(label) && !GONE.test(label) && !CAME.test(label)) return isOff(plus, minus, t) && !LATER.test(/^[^；。]*/u.exec(text.slice(t.figure.end, end))?.[0] ?? '') ? [{ plus, minus, closing: t }] : []
      const [came, gone] = [CAME.test(label), GONE.test(label)]
      if (came === gone) return []
      ;(came ? plus : minus).push(t)
    }
    return []
  })
}

const isCount = (t: Term): boolean => isLevel(t) && t.figure.approx === 'exact' && t.span.low === t.span.high && COUNTED.test(t.figure.unit) && t.depth === 0

const clauseOf = ({ before }: Term): string => /[^，；。：]*$/u.exec(before)?.[0] ?? ''

/** Movements are seldom all told: where three and more are, one slip tells; where two are, only two digits that changed places, or another digit than the last. */
function isOff(plus: readonly Term[], minus: readonly Term[], closing: Term): boolean {
  if (plus.length < 2 || minus.length === 0) return false
  const sum = plus.reduce((all, { figure }) => all + figure.value, 0)
  const less = minus.map(({ figure }) => figure.value)
  const due = sum - less.reduce((a, b) => a + b, 0)
  const off = closing.figure.value - due
  if (off === 0 || due <= 0 || Math.abs(off) > NEAR * due) return false
  const slip = plus.length + minus.length >= 4 || Math.abs(off) % 10 === 0 ? isOneSlip : isTransposition
  // all that went and what is left come to all that was there
  return oneSlipAway([closing.figure.value, ...less], sum, 0, slip) || plus.some(({ figure }) => slip(String(figure.value), String(figure.value + off)))
}
