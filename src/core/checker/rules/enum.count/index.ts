import type { Finding } from '../../finding.ts'
import { defineReportRule, type CheckedParagraph, type Place, type Read, type ReportContext } from '../../rule.ts'
import { viewOf } from '../../view.ts'
import { announcedIn, type Announced } from './announced.ts'
import { wrongCharacters } from './characters.ts'
import { wrongDatedTimes } from './dated-times.ts'
import { wrongEndingLists } from './ending-lists.ts'
import { headedIn, headsBelow, type Headed } from './headed.ts'
import { beginsWithLead, withoutLead } from './items.ts'
import { listedAfter } from './listed-after.ts'
import { listedBefore } from './listed-before.ts'
import { takenUp, wrongNamedLists } from './named-lists.ts'
import { moreMonthsThanTimes, toldTwice, wrongMonths } from './numbered.ts'
import { plainBehind, wrongGroups, wrongTimesNamed } from './plain-behind.ts'
import { plainBefore } from './plain-lists.ts'
import { numberedBelow, readPoints, type PointsReading } from './points.ts'
import { wrongSlogans } from './slogans.ts'
import { wrongNamesBehind } from './slogans-behind.ts'
import { wrongSpans } from './spans.ts'

/** A range in the paragraph's own text. */
interface Range {
  start: number
  end: number
  text: string
}

interface Counted {
  at: Range
  count: number
}

interface CountReading {
  /** lists whose items are not as many as announced */
  lists: readonly (Counted & { listed: number; items: readonly Range[]; hint?: boolean })[]
  /** announced points, with the ordinals of this paragraph */
  points: readonly (Counted & { values: readonly Range[]; open: boolean; style: string })[]
  /** months, and series told by their numbers */
  numbered: readonly { at: Range; message: string; also: readonly Range[] }[]
  preview?: Counted & { below: boolean }
  leading?: PointsReading['leading']
  /** counts beside the run of ordinals that they count */
  spans: readonly { at: Range; counted: Range; message: string }[]
  /** a count of headings that begin with its word */
  headed?: Headed
}

/** How far the number of points may be off and still be a slip. */
const SLIP = 2

/** An announced count that differs from the items listed (三个角度：助餐、助洁、助医、助行). Lists that can be read either way are left alone. */
export const enumCount = defineReportRule({
  id: 'enum.count',
  title: '列举数目不符',
  severity: 'warning',
  scope: 'report',
  basis: { on: 'practice', why: '概括的数目应与所列各项相等；以“等”收尾的列举，所列不应多于概括的数目' },
  defaults: {},
  read: ({ text, role }): CountReading | undefined => {
    const counts = role === 'paragraph' || role === 'heading' ? readCounts(text) : undefined
    return counts && (counts.lists.length + counts.numbered.length + counts.points.length + counts.spans.length > 0 || counts.preview || counts.leading || counts.headed) ? counts : undefined
  },
  check: (context, all) => {
    const found: Finding[] = []
    const leading: Leading = new Map(all.flatMap(({ in: { index }, it }) => (it.leading ? [[index, it.leading]] : [])))
    for (const read of all) {
      const { in: paragraph, it: { lists, spans, headed, numbered } } = read
      for (const { at, message, also } of numbered) found.push(report(context, paragraph, at, message, also.map((item) => ({ in: paragraph, ...item }))))
      for (const { at, count, listed, items, hint } of lists) {
        const names = items.map(({ text }) => text)
        found.push(report(context, paragraph, at, `文中写作“${at.text}”，应为${count}项，列出的是${listed}项：${names.length > 1 ? names.join('、') : (names[0] ?? '')}`, items.map((item) => ({ in: paragraph, ...item })), hint === true))
      }
      for (const { at, counted, message } of spans) found.push(report(context, paragraph, at, message, [{ in: paragraph, start: counted.start, end: counted.end }]))
      found.push(...checkPoints(context, read, leading))
      if (headed && !found.some(({ anchors: [at] }) => at.paragraph === paragraph.index && at.start === headed.start)) found.push(...checkHeaded(context, paragraph, headed))
    }
    return found
  },
})

const report = ({ finding }: ReportContext, paragraph: CheckedParagraph, at: Range, message: string, others: readonly Place[], hint = false): Finding =>
  finding(message, [{ in: paragraph, start: at.start, end: at.end }, ...others.map(({ in: where, start, end }) => ({ in: where, start, end }))], hint ? { severity: 'info' } : {})

/** “四个坚持” above three headings that begin with 坚持. */
function checkHeaded(context: ReportContext, paragraph: CheckedParagraph, { count, word, ...at }: Headed): Finding[] {
  const below = headsBelow(context.paragraphs, paragraph.index, word)
  if (!below || below.count < 2 || below.count === count || Math.abs(below.count - count) > SLIP) return []
  return [report(context, paragraph, at, `文中写作“${at.text.replace(/[“”]/gu, '')}”，下文以“${word}”开头的有${below.count}项`, below.places.map((it) => ({ in: it, start: 0, end: it.text.length })))]
}

function readCounts(source: string): CountReading {
  if (!/[2-9二三四五六七八九十两]/u.test(source)) return { lists: [], points: [], spans: [], numbered: [], ...leadingOf(source) }
  const view = viewOf(source)
  const range = ({ start, end }: { start: number; end: number }): Range => ({ start: view.at(start), end: view.endAt(end), text: view.text.slice(start, end) })
  const counted = (announced: Announced): Counted => ({ at: range(announced), count: announced.count })
  const counts = announcedIn(view)
  const more = [...wrongSlogans(view), ...wrongNamedLists(view), ...wrongNamesBehind(view), ...wrongEndingLists(view)]
  const lists = counts.flatMap((announced) => {
    const before = listedBefore(view, announced, counts) ?? takenUp(view, announced, counts)
    const exact = before ?? listedAfter(view, announced)
    const plain = exact || more.some(({ start, end }) => start < announced.end && announced.start < end) ? undefined : (plainBefore(view, announced, counts) ?? plainBehind(view, announced))
    const wrong = exact ?? plain
    if (!wrong) return []
    // 围绕A、B三个方面 begins with a verb of its own, 健全A、优化B with one of each item
    const strip = (before !== undefined || (plain !== undefined && (plain.items[0]?.start ?? 0) < announced.start)) && !wrong.items.slice(1).some(beginsWithLead)
    return [{ ...counted(announced), listed: wrong.listed, items: wrong.items.map((item, i) => range(i === 0 && strip ? withoutLead(view, item) : item)), ...(plain?.hint === true ? { hint: true } : {}) }]
  })
  for (const { count, items, ...at } of more) {
    if (!counts.some((it) => it.quoted && it.start <= at.start && at.start < it.end && lists.some((list) => list.at.start === view.at(it.start)))) {
      lists.push({ at: range(at), count, listed: items.length, items: items.map(range) })
    }
  }
  const { here, open, preview, leading } = readPoints(view, counts)
  const headed = headedIn(source)
  const numbered = [...wrongMonths(view), ...toldTwice(view), ...moreMonthsThanTimes(view), ...wrongCharacters(view), ...wrongDatedTimes(view), ...wrongGroups(view), ...wrongTimesNamed(view)].map(({ message, also, ...at }) => ({ at: range(at), message, also: also.map(range) })).filter(({ at }) => !lists.some((list) => list.at.start === at.start))
  return {
    lists,
    numbered,
    points: here.map((it) => ({ ...counted(it.announced), values: it.points.map(range), open: it === open, style: it.points[0]?.style ?? '' })),
    ...(preview ? { preview: { ...counted(preview.announced), below: preview.below } } : {}),
    ...(leading ? { leading } : {}),
    spans: wrongSpans(view).map(({ counted, listed, first, last, surface, ...at }) => ({ at: range(at), counted: range(counted), message: `${surface}：${last} − ${first} + 1 = ${listed}，文中写作${counted.text}` })),
    ...(headed ? { headed } : {}),
  }
}

function leadingOf(source: string): Pick<CountReading, 'leading'> {
  const { leading } = readPoints(viewOf(source.slice(0, 40)), [])
  return leading ? { leading } : {}
}

/** The ordinals with which paragraphs begin, by the index of the paragraph. */
type Leading = ReadonlyMap<number, NonNullable<CountReading['leading']>>

/** Points of this paragraph, or in what follows it. */
function checkPoints(context: ReportContext, { in: paragraph, it: reading }: Read<CountReading>, leading: Leading): Finding[] {
  const { index: at } = paragraph
  const found: Finding[] = []
  const wrong = (counted: Counted, points: number): boolean => points >= 2 && points !== counted.count && Math.abs(points - counted.count) <= SLIP
  for (const { open, values, style, ...counted } of reading.points) {
    const more = open ? pointsBelow(leading, at, style, values.length) : values.length
    if (wrong(counted, more)) found.push(report(context, paragraph, counted.at, `文中写作“${counted.at.text}”，应为${counted.count}项，实际分${more}项（${values.map(({ text }) => text).join('、')}${more > values.length ? '…' : ''}）`, values.map((value) => ({ in: paragraph, ...value }))))
  }
  const { preview } = reading
  if (preview && !reading.points.some(({ at: { start } }) => start === preview.at.start)) {
    const next = leading.get(at + 1)
    const below = next?.first === 1 ? pointsBelow(leading, at, next.style, 0) : 0
    const headings = numberedBelow(context.paragraphs, at)
    const isHeading = context.paragraphs[at + 1]?.role === 'heading'
    const count = headings && (isHeading || below < 2) ? headings.count : below
    if (wrong(preview, count)) {
      found.push(report(context, paragraph, preview.at, `文中写作“${preview.at.text}”，应为${preview.count}项，下文实际分${count}项`, headings ? [{ in: headings.last, start: 0, end: headings.last.text.length }] : []))
    }
  }
  return found
}

/** The number at which points of a style end that go on in the following paragraphs. */
function pointsBelow(leading: Leading, at: number, style: string, so: number): number {
  let last = so
  for (let i = at + 1; ; i++) {
    const next = leading.get(i)
    // a paragraph between two points belongs to the one before it
    if (next?.style !== style) {
      if (i > at + 6) return last
      continue
    }
    if (next.first !== last + 1) return last
    last = next.last
  }
}
