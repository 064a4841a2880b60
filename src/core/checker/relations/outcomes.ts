import { oneSlipAway } from '../number-slip.ts'
import { isDelta, isLevel, sameMeasure, type Sentence, type Term } from './sentence.ts'
import type { Sum } from './sums.ts'

/** what became of so many of them, said behind the number: 139项达标，26项未达标，2项无数据 */
const DONE = /^[^，；。：、\d]{0,10}?(达标|合格|完成|办结|通过|建成|投产|投用|竣工|完工|整改到位|落实|解决|化解|销号|开工|达到目标|通过验收)/u
const DOING = /^[^，；。：、\d]{0,6}?(?:正在|在建|推进|持续|按序时|办理中|建设中)/u
const NOT = /^[^，；。：、\d]{0,6}?(?:未|尚未|没有|不)(达标|合格|完成|办结|通过|建成|开工|落实|解决|化解|销号|达到目标)/u
const NO_DATA = /^[^，；。：、\d]{0,4}?(?:无数据|暂无数据|无法评估|数据缺失|待评估|待检|缺项|暂停|取消|终止|调整)/u

/** sentences back in which the whole is looked for */
const BACK = 2
const LONGEST = 16

/** 169项为目标值指标，139项达标，26项未达标，2项无数据; 11个项目全部开工。目前，1个建成投产，7个一期投产，5个正在建设: outcomes that exclude each other and come to more than there are, or to less where 达标 stands beside 未达标. */
export function wrongOutcomes(sentence: Sentence): Sum[] {
  const said = sentence.text.slice(sentence.start, sentence.end)
  if (sentence.terms.length < 2 || !/未|没有|正在|在建|推进|建设中|办理中|不[达合通]/u.test(said)) return []
  for (const first of sentence.terms) {
    const parts = runFrom(first, sentence)
    if (parts.length < 2) continue
    const dones = parts.flatMap((t) => (NOT.test(t.after) ? [] : (DONE.exec(t.after)?.[1] ?? [])))
    const nots = parts.flatMap((t) => NOT.exec(t.after)?.[1] ?? [])
    const doing = parts.some((t) => DOING.test(t.after))
    if (dones.length === 0 || (nots.length === 0 && !doing)) continue
    const next = sentence.terms[(parts.at(-1)?.at ?? 0) + 1]
    const closed = nots.length === 1 && dones.includes(nots[0] ?? '') && !doing && !(next && isLevel(next) && sameMeasure(next, first) && !next.before.includes('；'))
    return offWhole(parts, sentence, closed)
  }
  return []
}

/** Numbers of one unit, each in a clause of its own with what became of it behind. */
function runFrom(first: Term, { terms }: Sentence): readonly Term[] {
  const out: Term[] = []
  for (let t: Term | undefined = first; t && isLevel(t) && !isDelta(t) && sameMeasure(t, first) && t.depth === 0 && t.figure.approx === 'exact' && t.span.low === t.span.high; t = terms[t.at + 1]) {
    const clause = /^[^，；。：、]*/u.exec(t.after)?.[0] ?? ''
    if (clause.length > LONGEST || !(DONE.test(t.after) || DOING.test(t.after) || NOT.test(t.after) || NO_DATA.test(t.after))) break
    // nothing but 已有, 其中 or a date stands before the number
    if (!(out.length === 0 ? /(?:^|[，；：])(?:目前|现|其中|已有|有|[到至]?年[末底]|截[至止][^，；。]{0,10}有?)*[，：]?(?:已?有)?$/u : /^[^，；。：]{0,16}[，、；](?:已有|还有|有|另有)?$/u).test(t.before)) break
    out.push(t)
  }
  return out
}

function offWhole(parts: readonly Term[], sentence: Sentence, closed: boolean): Sum[] {
  const [first] = parts
  if (!first) return []
  const wholes: Term[] = sentence.terms.filter((t) => t.at < first.at && isLevel(t) && sameMeasure(t, first)).reverse()
  let own = sentence.previous
  for (let back = 0; own && back < BACK && wholes.length === 0; back++, own = own.previous) wholes.push(...own.terms.filter((t) => isLevel(t) && sameMeasure(t, first)).reverse())
  const sum = parts.reduce((all, { figure }) => all + figure.value, 0)
  const [total] = wholes
  // any number of the unit that they come to, or that is large enough, makes it right
  if (!total || isDelta(total) || total.figure.approx !== 'exact' || wholes.some(({ figure }) => figure.value === sum)) return []
  const largest = Math.max(...parts.map(({ figure }) => figure.value))
  if (total.figure.value < largest || (sum < total.figure.value ? !closed : wholes.some(({ figure }) => figure.value > sum) && !closed)) return []
  return oneSlipAway(parts.map(({ figure }) => figure.value), total.figure.value, 0) ? [{ total, parts }] : []
}
