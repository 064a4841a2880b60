import { isOneSlip } from '../../number-slip.ts'
import { clauseEnd, clauseStart, isQuoted, squeezed } from '../../reading.ts'
import { Mention, sayingOf, type Saying } from './mentions.ts'
import { bare } from './statement.ts'
import type { Told } from './told.ts'

const DATE = /^(?:(\d{4})年)?(\d{1,2})月(\d{1,2})[日号]$/u
/** what happens to a thing once */
const ONCE = /^(正式|全线)?(?:建成)?(开馆|开园|开业|开街|开诊|开院|揭牌|挂牌|通车|通水|通航|通气|启用|投用|投入使用|投入运营|投入运行|开通|竣工|落成|奠基)/u
/** what meetings and festivals do, each under the name of its kind */
const MEETS: Readonly<Record<string, string>> = { 开幕: '开幕', 揭幕: '开幕', 启幕: '开幕', 开赛: '开幕', 闭幕: '闭幕', 落幕: '闭幕', 召开: '召开', 举行: '召开', 举办: '召开' }
const MEETING = /^(?:正式|隆重|盛大|胜利|顺利|圆满|成功)?(开幕|揭幕|启幕|开赛|闭幕|落幕|召开|举行|举办)/u
/** 3月21日召开的|第十次代表大会|上 */
const MET_BEHIND = /^的((?:[\p{Script=Han}\d]|“[^”]{2,12}”){4,24}?)(?=[上中，。；]|期间|以来|吸引|带动|作出|审议|确定|选举|通过|提出|明确|强调|$)/u
/** 从8月15日揭幕到9月6日落幕，23天的|乡村篮球赛|带动… */
const LASTED = /^[到至](?:\d{4}年)?\d{1,2}月\d{1,2}日(?:闭幕|落幕|收官|结束)，(?:历时|为期|持续)?[^，。；的]{1,8}的(\p{Script=Han}{4,16}?)(?=[，。；]|带动|吸引|共|累计|实现|拉动|让|为|成|期间)/u
/** the one of its name: 第三届乡村篮球赛, 十四届八次全会 */
const ORDINAL = /届|首届|第[一二三四五六七八九十\d]+次/u
const TRIED = /试(?:运[行营]|开|营)|首[批期段]|部分|预/u
const TO_COME = /[将拟]|计划|预计|定于/u
const OTHER_YEAR = /\d{4}年|去年|上年|次年|前年/u
/** 新馆 is one only under its own heading, 安河大桥 everywhere */
const SHORT = 4
/** a part of a thing, which many things have */
const PART = /^(?:[一二三四]期|[东西南北中]区|分[院馆校]|\p{Script=Han}标段|主体|新址|学校|医院|中心|项目|工程|大桥|公路|平台|系统|基地|场馆)$/u

/** The day on which something opened or came into use. */
class Event extends Mention {
  constructor(
    saying: Saying,
    private readonly what: string,
    /** what opened, where it is named before the date; else empty */
    private readonly thing: string,
    /** the first words of its sentence */
    private readonly lead: string,
    /** the headings above it, where its name is so short that it is one only there; undefined where something else is named before it */
    private readonly under: string | undefined,
    /** the word for what happened, where several say so (开赛, 揭幕) */
    private readonly word: string,
  ) {
    super(saying)
  }

  isOf(other: Mention): boolean {
    if (!(other instanceof Event)) return false
    const [a, b] = [this.thing, other.thing]
    if (a === b) return a.length >= SHORT
    if ((a.length < SHORT || b.length < SHORT) && (this.under === undefined || this.under !== other.under)) return false
    if (a === '') return isNamedIn(b, this.lead)
    if (b === '') return isNamedIn(a, other.lead)
    const [short, long] = a.length <= b.length ? [a, b] : [b, a]
    return long.endsWith(short) && !PART.test(short)
  }

  deniedBy(other: Mention): string | undefined {
    const [a, b] = [this.value.split('-'), other.value.split('-')]
    // a match may be played before the festival opens: only a slip between two days tells
    if (other instanceof Event && this.word !== other.word && !isOneSlip(a[2] ?? '', b[2] ?? '')) return undefined
    // one slip: the year, the month or the day is another one
    return other instanceof Event && a.filter((part, i) => part !== b[i]).length === 1 ? `${this.thing.length > other.thing.length || other.thing === '' ? this.thing : other.thing}${this.word === other.word ? this.word : this.what}日期` : undefined
  }
}

const isNamedIn = (thing: string, lead: string): boolean => !PART.test(thing) && lead.includes(thing)

/** The days of events that a paragraph tells, with that to which they happened. */
export function eventsOf({ paragraph: { text, path, figures }, sentenceAt, body, year }: Told): Mention[] {
  const out: Mention[] = []
  for (const figure of figures) {
    if (figure.kind !== 'date' || !figure.text.endsWith('日')) continue
    const date = DATE.exec(figure.text)
    if (!date || isQuoted(text, figure.start)) continue
    const rest = squeezed(text.slice(figure.end, clauseEnd(text, figure.end)))
    const once = ONCE.exec(rest)
    const meets = once ? null : MEETING.exec(rest)
    const word = once?.[2] ?? meets?.[1]
    if (word === undefined) continue
    const what = meets ? (MEETS[word] ?? word) : word
    const { index, start } = sentenceAt(figure.start)
    const clause = squeezed(text.slice(Math.max(start, clauseStart(text, figure.start)), figure.start))
    const lead = squeezed(text.slice(start, figure.start))
    const before = bare(clause, body).replace(/[于在自从]$/u, '').replace(/^(?:自|随着|其中|在)/u, '')
    const thing = before === '' && meets ? behindOf(squeezed(text.slice(figure.end, figure.end + 80)).slice(meets[0].length)) : before
    if (date[1] === undefined && OTHER_YEAR.test(lead.replaceAll(String(year), ''))) continue
    if (TRIED.test(clause) || /[、\d]/u.test(before) || thing.length === 1 || thing.length > 24) continue
    // 会议 and 活动 meet often: those with an ordinal once
    if (meets && (thing === '' || TO_COME.test(clause) || (what === '召开' && !ORDINAL.test(thing)))) continue
    const value = `${date[1] ?? year ?? ''}-${Number(date[2])}-${Number(date[3])}`
    out.push(new Event(sayingOf(figure, index, value, `event|${what}`), what, thing, lead.slice(0, 24), thing !== '' && lead !== clause ? undefined : path.join('\n'), word))
  }
  return out
}

/** What met, where it is named behind the day and the verb. */
const behindOf = (rest: string): string => (MET_BEHIND.exec(rest) ?? LASTED.exec(rest))?.[1] ?? ''
