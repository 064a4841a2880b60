import { resolutionOf } from '../../figures/writing.ts'
import { digitsOf, isOneSlip } from '../number-slip.ts'
import { meet, type Span } from '../span.ts'
import { OF_A_PART } from './near-averages.ts'
import { isDelta, isLevel, labelOf, type Sentence, type Term } from './sentence.ts'
import type { Share } from './shares.ts'

/** 人均50学时, 户均慰问2000元, 平均每次52人次; a verb between must be one of those that said what was counted */
const AVERAGE = /(?:(人|户|场|次|校|村|班|亩|件|笔|台|所|家|期|生)均|平均每(人|名|位|户|场|次|期|所|校|个?村|个?班|队|件|家|个|辆|台|笔|亩|例)|平均(班)额)(\p{Script=Han}{0,6}?)(?:达到?|为|约|有|近|超|可)*$/u
/** ，每户1500元: no average by its words; a standard is paid over a time, and says so */
const EACH = /[，（](?:平均)?(?:给予|发放|补助|补贴|奖励|资助|救助|慰问)?每(人|名|位|户|家|村|亩|台|笔|场)(?:给予|发放|补助|补贴|奖励|资助|救助)?$/u
/** 每人300元标准, 300元/月 */
const RATE_BEHIND = /^(?:的?标准|[/／]|每|一)/u
const PERSONS = /^(?:人|名|位)$/u
const VISITS = /^人次$/u
const PAID = /^(?:人|名|位|户|家)$/u
const COUNTED_IN: Readonly<Record<string, RegExp>> = {
  人: PERSONS, 名: PERSONS, 位: PERSONS, 生: PERSONS, 户: /^(?:户|家)$/u, 队: /^支$/u, 个班: /^(?:班|个)$/u, 场: /^(?:场|场次|次|期)$/u, 次: /^(?:场|场次|次|期)$/u, 期: /^期$/u, 例: /^例$/u,
  校: /^所$/u, 所: /^所$/u, 村: /^(?:村|个)$/u, 个村: /^(?:村|个)$/u, 班: /^(?:班|期|个)$/u, 亩: /^亩$/u, 件: /^件$/u, 家: /^家$/u, 个: /^个$/u, 辆: /^辆$/u, 台: /^台$/u, 笔: /^笔$/u,
}
/** what visitors leave is told as income of the place and as spending of each */
const SPENT = /消费|花费/u
const FROM_VISITORS = /旅游\p{Script=Han}{0,4}收入|消费|花费/u

/** Averages (人均, 户均, 平均每次) that do not follow from the one total and the one count in their sentence. */
export function readAverages({ terms, text, start }: Sentence): Share[] {
  if (terms.length < 3) return []
  return terms.flatMap((stated) => {
    if (!isLevel(stated) || !/[均每]/u.test(stated.before) || OF_A_PART.test(stated.before)) return []
    const named = AVERAGE.exec(stated.before)
    const each = named ? null : EACH.exec(stated.before)
    const word = named?.[1] ?? named?.[2] ?? named?.[3] ?? each?.[1] ?? ''
    const unit = COUNTED_IN[word]
    if (!unit || (each && (stated.figure.kind !== 'money' || RATE_BEHIND.test(stated.after)))) return []
    const before = terms.filter((t) => t.at < stated.at && !isDelta(t))
    // 户均补贴3.12万元，人均691元: an average is no total
    const totals = before.filter((t) => isLevel(t) && t.figure.unit === stated.figure.unit && t.figure.kind === stated.figure.kind && !AVERAGE.test(t.before))
    const [part] = totals
    const verb = named?.[4] ?? ''
    const spent = SPENT.test(verb) && part !== undefined && FROM_VISITORS.test(labelOf(part))
    if (verb !== '' && !spent && !text.slice(start, stated.figure.start).replace(/\s+/gu, '').slice(0, -(named?.[0].length ?? 0)).includes(verb)) return []
    const persons = before.filter((t) => isLevel(t) && unit.test(t.figure.unit))
    // 救助856人次，人均2400元: of visits where no persons are counted
    const visits = persons.length === 0 && PERSONS.test(word) ? before.filter((t) => isLevel(t) && VISITS.test(t.figure.unit)) : []
    const counts = persons.length > 0 ? persons : visits
    const [whole] = counts
    if (!part || !whole || totals.length > 1 || counts.length > 1 || part === whole || whole.span.low <= 0) return []
    if (text.slice(Math.min(part.figure.end, whole.figure.end), stated.figure.start).includes('；')) return []
    // 惠及企业412家、职工1.86万人: who was paid; anything else between total and average is another topic
    const between = terms.slice(part.at + 1, stated.at).filter((t) => !AVERAGE.test(t.before))
    if (between.length > 1 && !(between.length === 2 && between.every((t) => PAID.test(t.figure.unit)))) return []
    // one more or less of a few is no rounding
    const step = stated.figure.value < 10 * resolutionOf(stated.figure.text) ? 0 : resolutionOf(stated.figure.text)
    const span: Span = { low: stated.span.low - step, high: stated.span.high + step }
    if (meet({ low: part.span.low / whole.span.high, high: part.span.high / whole.span.low }, span)) return []
    // a person may have come more than once, and each be paid a part of it: only what a slip makes
    if ((visits.length > 0 || each) && !slipped(stated, part.figure.value / whole.figure.value)) return []
    return [{ stated, span, as: 'average', part, whole, open: false, ...(each ? { uncertain: true as const } : {}) }]
  })
}

/** Is the stated number one slip away from the average, at the fineness to which it is stated? 600元 for 650.5元 is rounded to hundreds or to tens. */
function slipped({ figure }: Term, average: number): boolean {
  const said = digitsOf(figure.text)
  return [1, 10, 100].some((room) => {
    const meant = String(Math.round(average / (resolutionOf(figure.text) * room)))
    const short = said.replace(new RegExp(`0{${Math.log10(room)}}$`, 'u'), '')
    return meant.length >= 2 && short.length === said.length - Math.log10(room) && short.length === meant.length && isOneSlip(short, meant)
  })
}
