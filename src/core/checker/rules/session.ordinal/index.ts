import { organOf, SESSIONS_PER_TERM } from '../../../figures/plenary-sessions.ts'
import { chineseInteger } from '../../../text/decimals.ts'
import type { Finding } from '../../finding.ts'
import { LONG, partOf } from '../../part.ts'
import { defineReportRule, type CheckedParagraph, type Frame, type Read, type ReadParagraph, type ReportContext } from '../../rule.ts'
import { readSessions, type SessionMention, type SessionReading } from './mentions.ts'
import { deliveredElsewhere, otherCommittee, otherTerm } from './delivered.ts'
import { contradictions, isLong, readAssemblies, type AssemblyReading } from './assemblies.ts'
import { readCommittees, wrongCommittees, type CommitteeReading } from './committees.ts'
import { massCongresses, notYetHeld, type MassCongress } from './mass-congresses.ts'
import { nationalSession, partySession, sessionToCome } from './national.ts'
import { wrongEdition, wrongMeet, type OrdinalSlip } from './recurring.ts'
import { otherTermInShort } from './in-short.ts'
import { otherThanTitled, readResolution, type Resolution } from './resolutions.ts'
import { otherThanOccasion, readAllSessions, reportingTerm, reportsAtFirst, type AllSessions } from './front.ts'
import { committeeOfOtherTerm, otherThanCongressHeld, workersToCome } from './new-committees.ts'
import { ofTermBefore, termUnderWay } from './own-term.ts'
import { plenumOfOtherTerm } from './congress-and-plenum.ts'
import { otherThanBeforeTitle } from './since-title.ts'
import { numbersAgainstMonths } from './by-months.ts'
import { congressBefore, sinceTwo, takenApart } from './side-by-side.ts'
import { wrongCounts, type WrongCount } from './kept-days.ts'
import { laterThanPresent, stagesOf, type Stage } from './present.ts'
import { courseIn, courseOf, isOwn, most, type Session } from './own.ts'

interface Reading extends SessionReading, AssemblyReading, CommitteeReading {
  long: boolean
  resolution?: Resolution
  /** numbers of games and fairs that the year contradicts */
  slips: readonly OrdinalSlip[]
  /** days of the year with a number that the year does not have */
  days: readonly WrongCount[]
  /** all sessions of a term, whose tasks were carried out */
  allOf: readonly AllSessions[]
  /** the term of the committee that reports */
  by?: number
  /** national congresses of mass organizations by a number not yet reached */
  masses: readonly MassCongress[]
  /** assemblies as the one being held, or as gone by */
  stages: readonly Stage[]
  /** the term that is under way */
  under?: number
  /** a title or heading that speaks of a term */
  ofTerm: boolean
  /** a title or heading that names the year reported on */
  ofYear: boolean
  /** 2017年以来 of the year that was taken for the one reported on: the text goes on beyond it */
  since: boolean
}

const NO_SESSION = { sessions: [], party: [], assemblies: [], clashes: [], committees: [], slips: [], days: [], allOf: [], masses: [], stages: [], long: false }

function readAll(paragraph: ReadParagraph, frame: Frame): Reading | undefined {
  const { text, role } = paragraph
  const { year } = frame
  const ofTerm = role !== 'paragraph' && /五年|本届|换届/u.test(text)
  const ofYear = role !== 'paragraph' && year !== null && text.includes(`${year}年`)
  const since = year !== null && text.includes(`${year}年以来`)
  const slips = wrongMeet(paragraph)
  const days = wrongCounts(paragraph, frame)
  if (!text.includes('届') && !text.includes('次') && !text.includes('大')) return ofTerm || ofYear || since || slips.length + days.length > 0 ? { ...NO_SESSION, slips, days, ofTerm, ofYear, since } : undefined
  if (slips.length === 0) slips.push(...wrongEdition(paragraph, frame))
  const reading = { ...readSessions(text, role, year), ...readAssemblies(text), ...readCommittees(text, role), ...readResolution(text), slips, days, allOf: readAllSessions(text), masses: massCongresses(text), stages: [], ofTerm, ofYear, since }
  const by = reportingTerm(text)
  const under = termUnderWay(text, role)
  const { sessions, party, assemblies, committees, congress, resolution } = reading
  const clashes = [...reading.clashes, ...(sessions.length > 1 ? [...sinceTwo(text, sessions), ...takenApart(text, sessions)] : []), ...reportsAtFirst(text, sessions), ...congressBefore(text), ...otherTerm(text), ...otherCommittee(text), ...otherThanCongressHeld(text), ...committeeOfOtherTerm(text), ...workersToCome(text), ...numbersAgainstMonths(text), ...plenumOfOtherTerm(text)]
  const told = sessions.length + party.length + assemblies.length + clashes.length + committees.length + slips.length + days.length + reading.allOf.length + reading.masses.length
  return told > 0 || congress !== undefined || resolution || by !== undefined || under !== undefined || ofTerm || ofYear || since ? { ...reading, ...(under === undefined ? {} : { under }), ...(by === undefined ? {} : { by }), clashes, stages: stagesOf(text, assemblies), long: assemblies.length > 0 && isLong(text) } : undefined
}

/** Ordinals of sessions (届次) that contradict each other, the year, or last year's report; numbers of days that are kept every year (第40个教师节) that their year does not have. */
export const sessionOrdinal = defineReportRule({
  id: 'session.ordinal',
  title: '届次与年份或前后不符',
  severity: 'warning',
  scope: 'report',
  basis: { on: 'practice', why: '全体会议每年一次、每届五次（政协章程、地方组织法），届次逐年递进' },
  defaults: {},
  read: readAll,
  check: (context, all) => {
    const until = reportedUntil(context, all.some(({ it }) => it.ofYear), all.some(({ it }) => it.since))
    const found = all.flatMap(({ in: paragraph, it: { sessions, party } }): Finding[] =>
      [...sessions.filter((it) => it.national).flatMap((it) => [...nationalSession(context, paragraph, it), ...sessionToCome(context, paragraph, it, until)]), ...party.flatMap((it) => partySession(context, paragraph, it, until))],
    )
    for (const { in: paragraph, it: { masses } } of all) {
      for (const it of masses) {
        const message = notYetHeld(it, until)
        if (message !== undefined) found.push(context.finding(message, [{ in: paragraph, start: it.start, end: it.end }]))
      }
    }
    for (const { in: paragraph, it: { days } } of all) for (const { start, end, message, suggestion } of days) found.push(context.finding(message, [{ in: paragraph, start, end }], { suggestion }))
    const own = ownSessions(context, all)
    const told = [...found, ...own]
    const isTold = ({ anchors }: Finding): boolean => told.some(({ anchors: [at] }) => anchors.some(({ paragraph, start }) => at.paragraph === paragraph && at.start === start))
    return [...told, ...others(context, all).filter((finding) => !isTold(finding))]
  },
})

/** The month up to which the report can know of sessions: that of its date, else the middle of the year after, or its end where nobody said the year; undefined where it is unknown. */
function reportedUntil({ date, year, yearIsGiven }: Frame, titled: boolean, goesOn: boolean): string | undefined {
  const dated = /((?:19|20)\d{2})[-年/.]\s*(\d{1,2})/u.exec(date)
  if (dated) return `${dated[1] ?? ''}-${(dated[2] ?? '').padStart(2, '0')}`
  if (year === null || (goesOn && !yearIsGiven && !titled)) return undefined
  // a year that was read from the text may be that before the one meant
  return yearIsGiven || titled ? `${year + 1}-06` : `${year + 1}-12`
}

interface Placed {
  in: CheckedParagraph
  mention: SessionMention
}

const nameOf = ({ term, number }: Session): string => `${chineseInteger(term)}届${chineseInteger(number)}次会议`
const same = (a: Session, b: Session): boolean => a.term === b.term && a.number === b.number

function ownSessions(context: ReportContext, all: readonly Read<Reading>[]): Finding[] {
  if (organOf(context.body) === 'other') return []
  const own = all.flatMap(({ in: paragraph, it: { sessions } }): Placed[] => sessions.filter((it) => isOwn(it, context.body)).map((mention) => ({ in: paragraph, mention })))
  if (own.length === 0) return []
  const here = courseIn(own.map(({ mention }) => mention))
  const last = lastCourse(context)
  const found: Finding[] = []
  const line = own.find(({ mention }) => mention.role === 'at')
  const report = ({ in: paragraph, mention }: Placed, right: Session | undefined, why: string): void => {
    const surface = paragraph.text.slice(mention.start, mention.end)
    const cut = (from: number, to: number): string => paragraph.text.slice(from, to)
    const like = (old: string, value: number): string => (/\d/u.test(old) ? String(value) : chineseInteger(value))
    const suggestion = right
      ? cut(mention.start, mention.termAt.start) + like(cut(mention.termAt.start, mention.termAt.end), right.term) + cut(mention.termAt.end, mention.numberAt.start) + like(cut(mention.numberAt.start, mention.numberAt.end), right.number) + cut(mention.numberAt.end, mention.end)
      : undefined
    found.push(context.finding(`${why}${right ? `，应为${nameOf(right)}` : ''}，文中写作${surface}`, [{ in: paragraph, start: mention.start, end: mention.end }, ...(line && line.mention !== mention ? [{ in: line.in, start: line.mention.start, end: line.mention.end }] : [])], suggestion === undefined ? {} : { suggestion }))
  }

  let at = here.at
  if (at && last?.at) {
    const next: Session = { term: last.at.term, number: last.at.number + 1 }
    const isNext = same(at, next) || (at.term === last.at.term + 1 && at.number === 1)
    if (!isNext && line) {
      report(line, last.at.number >= SESSIONS_PER_TERM ? { term: last.at.term + 1, number: 1 } : next, `上一份报告作于${nameOf(last.at)}`)
      at = next
    }
  }
  const told = own.filter(({ in: paragraph, mention }) => (mention.role === 'since' || mention.role === 'during') && partOf(paragraph.path, context.year) !== 'plan')
  const frame = own.find(({ mention }) => mention.frames)
  const before = at ? (at.number > 1 ? { term: at.term, number: at.number - 1 } : undefined) : last?.at ?? (last?.since && last.since.number < SESSIONS_PER_TERM ? { term: last.since.term, number: last.since.number + 1 } : frame?.mention)
  const delivered = at
  for (const placed of told) {
    const { mention } = placed
    // 十届一次会议以来的四年里: a look back on the term so far
    const long = LONG.test(placed.in.text) || /^(?:召开)?以来(?:的)?(?:[近这]?[一二两三四五]年|，?[^。；]{0,16}(?:累计|届|[二两三四]年))/u.test(placed.in.text.slice(mention.end, mention.end + 30))
    if (at?.number === 1) {
      if (mention.number > SESSIONS_PER_TERM && mention.term === at.term - 1) report(placed, undefined, `一届任期五年，全体会议一般每年一次，共${SESSIONS_PER_TERM}次`)
      continue
    }
    if (!before || same(mention, before) || (delivered && same(mention, delivered) && mention.role === 'during')) continue
    const since = mention.role === 'since'
    const othersFit = told.some((other) => other !== placed && same(other.mention, before))
    const why = at ? `本报告作于${nameOf(at)}` : !last && frame ? `本报告说的是${nameOf(frame.mention)}以来的工作` : `上一份报告说的是${nameOf(last?.since ?? last?.at ?? before)}`
    if (mention.term !== before.term) {
      // 九届四次会议期间 in a report to 十届五次: the number is right in another term
      if (Math.abs(mention.term - before.term) === 1 && mention.number === before.number) report(placed, before, why)
      continue
    }
    const stale = mention.number < before.number
    if (!stale) {
      if (since || mention.number > before.number + 1 || !at) report(placed, before, why)
    } else if (since && !long && (mention.number > 1 || othersFit || (last?.since !== undefined && same(mention, last.since)))) {
      report(placed, before, why)
    } else if (!since && othersFit && !long && mention.number === before.number - 1 && mention.number > 1 && !/[比较]|上年|去年|同比|分别/u.test(placed.in.text)) {
      report(placed, before, why)
    } else if (!since && !at && last?.since && same(mention, last.since) && !long) {
      report(placed, before, why)
    }
  }
  if (at && before) for (const placed of own) found.push(...plain(context, placed, at, before, report))
  if (!before && !at) found.push(...outliers(context, told))
  return found
}

/** Sessions that are neither 以来 nor 期间, in a report that says at which it was delivered. */
function plain({ year }: ReportContext, placed: Placed, at: Session, before: Session, report: (placed: Placed, right: Session | undefined, why: string) => void): [] {
  const { mention, in: { path, text } } = placed
  const why = `本报告作于${nameOf(at)}`
  if (mention.role !== 'plain' || mention.does === 'ahead' || partOf(path, year) === 'plan' || LONG.test(text)) return []
  if (mention.does === 'ends') {
    if (mention.term === at.term ? Math.abs(mention.number - at.number) === 1 && mention.number !== before.number : Math.abs(mention.term - at.term) === 1 && mention.number === at.number) report(placed, at, why)
    // 会议通过了五届二次会议决议 at the close of the third
    else if (same(mention, before) && /(?:会议|大会)[^，。]{0,4}(?:通过|表决)/u.test(text.slice(Math.max(0, mention.start - 16), mention.start))) report(placed, at, why)
    return []
  }
  // what this session decides is not yet carried out
  if (mention.does === 'carries' && same(mention, at) && (partOf(path, year) === 'review' || /一年来|过去一年|过去的一年|全年/u.test(text))) report(placed, before, why)
  else if (mention.term === at.term && mention.number > at.number) report(placed, undefined, why)
  else if (Math.abs(mention.term - at.term) === 1 && (same({ ...mention, term: at.term }, before) || (mention.does === 'carries' && mention.number === before.number))) report(placed, before, why)
  return []
}

/** Sessions of any assembly that contradict each other, and committees that the congress did not elect. */
function others({ finding, year }: ReportContext, all: readonly Read<Reading>[]): Finding[] {
  const found: Finding[] = []
  const assemblies = all.flatMap(({ in: paragraph, it: { assemblies: own, long } }) => own.map((it) => ({ in: paragraph, it, long })))
  const committees = all.flatMap(({ in: paragraph, it: { committees: own } }) => own.map((it) => ({ in: paragraph, it })))
  const congress = all.find(({ it }) => it.congress !== undefined)?.it.congress
  for (const { in: paragraph, it: { clashes } } of all) {
    for (const { at, other, message } of clashes) found.push(finding(message, [{ in: paragraph, start: at.start, end: at.end }, { in: paragraph, start: other.start, end: other.end }]))
  }
  for (const { in: paragraph, it: { slips } } of all) for (const { start, end, message, suggestion } of slips) found.push(finding(message, [{ in: paragraph, start, end }], { suggestion }))
  for (const { at, title } of deliveredElsewhere(all.flatMap(({ in: paragraph, it: { sessions } }) => sessions.map((it) => ({ in: paragraph, it }))))) {
    found.push(finding(`本报告作于${title.it.surface}，此处写作向${at.it.surface}报告`, [{ in: at.in, start: at.it.start, end: at.it.end }, { in: title.in, start: title.it.start, end: title.it.end }]))
  }
  for (const { at, title, message } of otherThanBeforeTitle(all.flatMap(({ in: paragraph, it: { sessions } }) => sessions.map((it) => ({ in: paragraph, it }))))) {
    found.push(finding(message, [{ in: at.in, start: at.it.start, end: at.it.end }, { in: title.in, start: title.it.start, end: title.it.end }]))
  }
  for (const { at, present, message } of laterThanPresent(all.map(({ in: paragraph, it: { stages } }) => ({ in: paragraph, it: stages })), year)) {
    found.push(finding(message, [{ in: at.in, start: at.it.start, end: at.it.end }, { in: present.in, start: present.it.start, end: present.it.end }]))
  }
  // at the first session of a term, or where a report looks back on one, two terms are told side by side
  const overTerms = all.some(({ it: { sessions, ofTerm } }) => ofTerm || sessions.some(({ role, number }) => role === 'at' && number === 1))
  for (const { at, other, message } of contradictions(assemblies, overTerms)) {
    if (found.some(({ anchors }) => anchors.some((a) => a.paragraph === at.in.index && a.start === at.it.start))) continue
    found.push(finding(message, [{ in: at.in, start: at.it.start, end: at.it.end }, { in: other.in, start: other.it.start, end: other.it.end }]))
  }
  if (!overTerms) {
    for (const { at, full } of otherTermInShort(all.flatMap(({ in: paragraph, it: { sessions } }) => sessions.map((it) => ({ in: paragraph, it, long: LONG.test(paragraph.text) }))))) {
      found.push(finding(`文中另写作${full.it.surface}，此处写作${at.it.surface}，届数不一致`, [{ in: at.in, start: at.it.start, end: at.it.end }, { in: full.in, start: full.it.start, end: full.it.end }]))
    }
  }
  for (const { in: paragraph, it, term } of overTerms ? [] : ofTermBefore(all.map(({ in: paragraph, it: { sessions, under } }) => ({ in: paragraph, sessions, under })))) {
    if (found.some(({ anchors }) => anchors.some((a) => a.paragraph === paragraph.index && a.start === it.start))) continue
    found.push(finding(`文中另说本届为第${chineseInteger(term)}届，此处写作${it.surface}，届数不一致`, [{ in: paragraph, start: it.start, end: it.end }]))
  }
  const titled = otherThanOccasion(all.filter(({ in: { role }, it: { sessions } }) => sessions.length > 0 && (role !== 'paragraph' || sessions.some((it) => it.role === 'at'))).flatMap(({ in: paragraph, it: { sessions } }) => sessions.map((it) => ({ in: paragraph, role: paragraph.role, it }))))
  if (titled) found.push(finding(`标题写作${titled.title.it.surface}，此处写作${titled.at.it.surface}，两处届次不一致`, [{ in: titled.at.in, start: titled.at.it.start, end: titled.at.it.end }, { in: titled.title.in, start: titled.title.it.start, end: titled.title.it.end }]))
  const by = all.find(({ it }) => it.by !== undefined)
  for (const { in: paragraph, it: { allOf } } of all) {
    for (const { start, end, term, surface } of allOf) {
      if (by?.it.by !== undefined && Math.abs(by.it.by - term) === 1) found.push(finding(`作报告的是第${chineseInteger(by.it.by)}届常务委员会，此处写作${surface}`, [{ in: paragraph, start, end }]))
    }
  }
  const resolutions = all.flatMap(({ in: paragraph, it: { resolution } }) => (resolution ? [{ in: paragraph, it: resolution }] : []))
  for (const { at, title } of otherThanTitled(resolutions)) {
    found.push(finding(`标题写作${title.it.surface}，正文写作${at.it.surface}，两处届次不一致`, [{ in: at.in, start: at.it.start, end: at.it.end }, { in: title.in, start: title.it.start, end: title.it.end }]))
  }
  for (const { in: paragraph, it, right } of wrongCommittees(committees, congress)) {
    found.push(finding(`${it.role === 'from' ? '向大会报告的' : '大会选举产生的'}应为第${chineseInteger(right)}届委员会，文中写作${it.surface}`, [{ in: paragraph, start: it.start, end: it.end }]))
  }
  return found
}

/** What last year's report says, where it is of the year before. */
function lastCourse({ earlier, year }: ReportContext): ReturnType<typeof courseOf> | undefined {
  const last = earlier?.last
  if (!last || last.year === null || year === null || year - last.year !== 1) return undefined
  return courseOf(last)
}

/** Where nothing says at which session the report was delivered: one mention that differs in the term from all others. */
function outliers(context: ReportContext, told: readonly Placed[]): Finding[] {
  // 八届三次会议以来 and 八届二次会议期间: the year reported on has but one of them
  const since = told.find(({ mention }) => mention.role === 'since')
  const odd = since && told.find(({ in: { text }, mention: { term, number, role } }) => term === since.mention.term && number > 1 && (number === since.mention.number - 1 || (role === 'since' && number === since.mention.number + 1)) && !/[比较]|上年|去年|同比|分别/u.test(text) && !LONG.test(text))
  if (since && odd && since.mention.number > 1 && told.length <= 4) {
    return [context.finding(`文中另写作${since.mention.surface}以来，此处写作${odd.mention.surface}`, [{ in: odd.in, start: odd.mention.start, end: odd.mention.end }, { in: since.in, start: since.mention.start, end: since.mention.end }])]
  }
  const usual = most(told.map(({ mention }) => mention))
  if (!usual || told.filter(({ mention }) => same(mention, usual)).length < 2) return []
  return told.flatMap(({ in: paragraph, mention }): Finding[] =>
    mention.term !== usual.term && mention.number === usual.number
      ? [context.finding(`文中其他各处写作${nameOf(usual)}，此处写作${mention.surface}`, [{ in: paragraph, start: mention.start, end: mention.end }])]
      : [],
  )
}
