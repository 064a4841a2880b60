import { clauseEnd, clauseStart, isQuoted, squeezed } from '../../reading.ts'
import { Mention, sayingOf, type Saying } from './mentions.ts'
import { bare } from './statement.ts'
import type { Told } from './told.ts'

const DATE = /^(?:(\d{4})年)?(\d{1,2})月(\d{1,2})[日号]$/u
/** what happens to a thing once */
const ONCE = /^(正式|全线)?(?:建成)?(开馆|开园|开业|开街|开诊|开院|揭牌|挂牌|通车|通水|通航|通气|启用|投用|投入使用|投入运营|投入运行|开通|竣工|落成|奠基)/u
const TRIED = /试(?:运[行营]|开|营)|首[批期段]|部分|预/u
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
    // one slip: the year, the month or the day is another one
    return other instanceof Event && a.filter((part, i) => part !== b[i]).length === 1 ? `${this.thing.length > other.thing.length || other.thing === '' ? this.thing : other.thing}${this.what}日期` : undefined
  }
}

const isNamedIn = (thing: string, lead: string): boolean => !PART.test(thing) && lead.includes(thing)

/** The days of events that a paragraph tells, with that to which they happened. */
export function eventsOf({ paragraph: { text, path, figures }, sentenceAt, body, year }: Told): Mention[] {
  const out: Mention[] = []
  for (const figure of figures) {
    if (figure.kind !== 'date' || !figure.text.endsWith('日')) continue
    const date = DATE.exec(figure.text)
    const once = ONCE.exec(squeezed(text.slice(figure.end, clauseEnd(text, figure.end))))
    if (!date || !once || isQuoted(text, figure.start)) continue
    const { index, start } = sentenceAt(figure.start)
    const clause = squeezed(text.slice(Math.max(start, clauseStart(text, figure.start)), figure.start))
    const lead = squeezed(text.slice(start, figure.start))
    const thing = bare(clause, body).replace(/[于在自从]$/u, '').replace(/^(?:自|随着|其中)/u, '')
    if (date[1] === undefined && OTHER_YEAR.test(lead.replaceAll(String(year), ''))) continue
    if (TRIED.test(clause) || /[、\d]/u.test(thing) || thing.length === 1 || thing.length > 24) continue
    const value = `${date[1] ?? year ?? ''}-${Number(date[2])}-${Number(date[3])}`
    out.push(new Event(sayingOf(figure, index, value, `event|${once[2] ?? ''}`), once[2] ?? '', thing, lead.slice(0, 24), thing !== '' && lead !== clause ? undefined : path.join('\n')))
  }
  return out
}
