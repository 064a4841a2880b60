import type { Finding } from '../../finding.ts'
import { isQuoted } from '../../reading.ts'
import { defineReportRule, type CheckedParagraph, type Place, type Read, type ReportContext } from '../../rule.ts'
import { LONG, partOf } from '../../part.ts'
import { viewOf } from '../../view.ts'
import { baseIsOf, besideOf, toldOtherwise } from './beside-last.ts'
import { framesOf, yearReportedOn, type Frame as YearFrame } from './frame.ts'
import { carriedFrom } from './carried.ts'
import { plannedIn, planKey } from './planned-last.ts'
import { toldIn } from './told-last.ts'
import { titledOtherwise } from './told-title.ts'
import { readYears, type YearReading } from './own.ts'

/**
 * A year left over from the report that this one was made from: in headings and titles that disagree with the year reported on, in openings
 * (2024年是…的一年), in sentences that tell the year's own work (2023年，县政协共召开…), and, in a draft rolled forward, wherever the old year stands as if it
 * were this one.
 */
export const yearStale = defineReportRule({
  id: 'year.stale',
  title: '年份未更新',
  severity: 'warning',
  scope: 'report',
  basis: { on: 'practice', why: '回顾写当年，任务写来年；其他年份出自规划、文件名、比较与历史' },
  defaults: {},
  read: readYears,
  check: (context, all) => {
    const fixed = all.flatMap(({ in: paragraph, it }) => it.fixed.map(({ start, end, message, suggestion, other }) => context.finding(message, [{ in: paragraph, start, end }, ...(other ? [{ in: paragraph, ...other }] : [])], suggestion === undefined ? {} : { suggestion })))
    fixed.push(...toldOfLast(context, all), ...carriedOver(context, all), ...againstTitle(context, all), ...plannedBefore(context, all))
    for (const one of besideLast(context, all)) if (!fixed.some(({ anchors: [a] }) => a.paragraph === one.anchors[0].paragraph && a.start === one.anchors[0].start)) fixed.push(one)
    const frames = framesOf(context.paragraphs)
    const year = yearReportedOn(context, frames, all)
    const itself = all.flatMap(({ in: paragraph, it }) => it.itself.map(({ start, end, message, suggestion, other }) => context.finding(message, [{ in: paragraph, start, end }, ...(other ? [{ in: paragraph, ...other }] : [])], suggestion === undefined ? {} : { suggestion })))
    if (year === null) return [...fixed, ...itself, ...toldMonths(context, all)]
    const claimed = frames.flatMap((claim, i) =>
      !isToldTask(frames, i) && claim.year - claim.ahead < year && year - (claim.year - claim.ahead) <= 3 ? [stale(claim.in, claim.start, claim.year, year + claim.ahead, claim.what, context)] : [],
    )
    const taken = new Set([...fixed, ...claimed].flatMap((f) => f.anchors.map((a) => `${a.paragraph}:${a.start}`)))
    const long = looksBack(context)
    const opening = context.paragraphs.find(({ role, text }) => role === 'paragraph' && text.length >= 20 && !GREETING.test(text))
    const told = ownWork(context, all, { year, long, reviews: frames.some(({ ahead }) => ahead === 0), opening: opening?.index ?? -1 })
    const left = [...(long ? [] : openings(context, opening, year)), ...outlooks(context, all, year), ...leftOver(context, year), ...told, ...itself, ...(long ? [] : ofItsYear(context, all, year))].filter((f) => {
      const key = `${f.anchors[0].paragraph}:${f.anchors[0].start}`
      return taken.has(key) ? false : taken.add(key)
    })
    return [...fixed, ...claimed, ...left]
  },
})

/** 现将我局2024年度法治政府建设情况报告如下 under the title 2025年度法治政府建设情况报告. */
function againstTitle(context: ReportContext, all: readonly Read<YearReading>[]): Finding[] {
  const said = all.flatMap(({ in: paragraph, it: { selfNamed } }) => selfNamed.map((it) => ({ paragraph, it })))
  if (said.length === 0) return []
  const titles = context.paragraphs.filter(({ role }) => role === 'title' || role === 'subtitle')
  return said.flatMap(({ paragraph, it }): Finding[] => {
    for (const title of titles) {
      const other = titledOtherwise(it, title)
      if (!other) continue
      const here: Place = { in: paragraph, start: it.start, end: it.start + 4 }
      const there: Place = { in: title, start: other.start, end: other.end }
      const inTitle = it.year === context.year
      return [context.finding(`标题为${other.year}年，此处为${it.year}年，同一报告的年份应当一致`, inTitle ? [there, here] : [here, there], { suggestion: String(inTitle ? it.year : other.year) })]
    }
    return []
  })
}

/** 2024年，市文联将持续深化… under the plan of a report on 2024, where last year's report planned 2024 in its own plan. */
function plannedBefore({ earlier, year, finding }: ReportContext, all: readonly Read<YearReading>[]): Finding[] {
  const last = earlier?.last
  if (!last || last.year === null || year !== last.year + 1) return []
  return all.flatMap(({ in: paragraph, it: { claims, years } }) =>
    claims.flatMap(({ start, year: said, kind }): Finding[] => {
      if ((kind !== 'plan' && kind !== 'intends') || said !== year || years.includes(year + 1) || partOf(paragraph.path, year) !== 'plan') return []
      const key = planKey(paragraph.text.slice(start))
      return key !== undefined && plannedIn(last).has(key) ? [finding(`上一份报告（${last.year ?? ''}年）计划的是${said}年，本报告计划的年份应为${year + 1}年，文中为${said}年`, [{ in: paragraph, start, end: start + 4 }], { suggestion: String(year + 1) })] : []
    }),
  )
}

/** 一、2025年重点任务 before 二、2026年工作安排, and nothing else that looks back: what was done of the tasks of the year. */
const isToldTask = (frames: readonly YearFrame[], at: number): boolean => {
  const own = frames[at]
  return own?.ahead === 1 && !frames.slice(0, at).some(({ ahead }) => ahead === 0) && frames.slice(at + 1).some(({ ahead, year }) => ahead === 1 && year === own.year + 1)
}

/** 现在，我代表市中级人民法院向大会报告工作，请予审议。 */
const GREETING = /^(?:[^。]{0,30}：)?[^。]{0,12}(?:我代表|我受|受[^，。]{2,30}委托)[^。]{0,120}(?:审议|审查|意见)[^。]{0,30}。?$/u

const YEAR = /(?<![\d０-９.-])((?:19|20)\d{2})(\s*)年/gu

function stale(paragraph: CheckedParagraph, start: number, found: number, right: number, what: string, { finding }: Pick<ReportContext, 'finding'>, severity?: 'info'): Finding {
  return finding(`${what}应为${right}年，文中为${found}年`, [{ in: paragraph, start, end: start + 4 }], { suggestion: String(right), ...(severity ? { severity } : {}) })
}

/** 2023年是…的一年 at the head of a report on 2024. */
function openings(context: ReportContext, opening: CheckedParagraph | undefined, year: number): Finding[] {
  if (!opening) return []
  const { text } = opening
  const head = /^\s*((?:19|20)\d{2})\s*年(?!\s*\d{1,2}\s*月)(?:，|,)?(是|.{0,16}(?:政协|人大|政府|法院|检察院|常委会|[全我本][国省市县区州旗盟乡镇村街院校局系馆会站厅司处]|各级|工会|学校|学院|医院|在中共|在以习近平|我们)|[^，。]{0,4}[省市县区州旗乡镇校院]\p{Script=Han}{2,10}(?:委|局|厅|办|会|站|队|所|馆|中心|集团|公司)(?=以|坚持|在|深入|认真|紧|围绕|全面)|在[^，。]{2,30}(?:领导|指导|支持|关心|帮助)下)/u.exec(text)
  if (!head || Number(head[1]) !== year - 1 || /[到至—-]/u.test(text.slice(0, 12))) return []
  const later = text.indexOf(`${year}年`)
  const first = /[。！]/u.exec(text)?.index ?? text.length
  // 2023年是…；2024年是…: the opening looks back on its way to this year
  const isOpening = (later < 0 || later > first + 200) && /^是[^。]{0,60}(?:年|周年)[，。；、]/u.test(text.slice(text.indexOf('年') + 1).replace(/^[，,]/u, '')) === (head[2] === '是')
  return isOpening ? [stale(opening, text.indexOf(head[1] ?? ''), year - 1, year, '本报告所述年份', context)] : []
}

/** 展望2024年 in a report on 2024. */
const outlooks = (context: ReportContext, all: readonly Read<YearReading>[], year: number): Finding[] =>
  all.flatMap(({ in: paragraph, it }): Finding[] => {
    const { text } = paragraph
    return (it.ahead ? [...text.matchAll(/展望\s*((?:19|20)\d{2})\s*年?(?![\d—-])/gu)] : []).flatMap(({ index, 0: words, 1: digits = '' }) =>
      Number(digits) === year && !isQuoted(text, index) ? [stale(paragraph, index + words.indexOf(digits), year, year + 1, '展望的年份', context)] : [],
    )
  })

/** Does a heading say that the report looks back on more than the year? */
const looksBack = ({ paragraphs }: ReportContext): boolean => paragraphs.some(({ role, text }) => role !== 'paragraph' && /五年|本届|“十[一二三四五]五”/u.test(text))

/** A year whose own work the report tells, or plans, and which is not the one that it tells or plans. */
function ownWork(context: ReportContext, all: readonly Read<YearReading>[], { year, long, reviews, opening }: { year: number; long: boolean; reviews: boolean; opening: number }): Finding[] {
  const found: Finding[] = []
  for (const { in: paragraph, it: reading } of all) {
    if (reading.relative.length === 0 && reading.claims.length === 0) continue
    const part = partOf(paragraph.path, year)
    for (const { start, end, off, year: said, word } of reading.relative) {
      // in a report delivered next January 今年 may be the year of delivery
      if (said !== year + off && said !== year + 1 + off && Math.abs(said - year - off) <= 3) found.push(context.finding(`${word}应为${year + off}年，文中为${said}年`, [{ in: paragraph, start, end }], { suggestion: String(year + off) }))
    }
    if (long && (part !== 'plan' || LONG.test(paragraph.text))) continue
    for (const { start, year: said, kind } of reading.claims) {
      if (kind === 'reports') {
        // 报告2022年工作 to an assembly of early 2024
        if (said === year - 1 && !reading.years.includes(year)) found.push(stale(paragraph, start, said, year, '报告工作的年份', context))
        continue
      }
      if (kind === 'plan' || kind === 'intends' || kind === 'opening') {
        // without headings, a report on the year intends nothing more for it behind its opening
        const ahead = part === 'plan' || (kind === 'intends' && part === 'unknown' && reviews && paragraph.index > opening)
        if (ahead && (said === year || (part === 'plan' && said === year - 1 && !reading.years.includes(year))) && !reading.years.includes(year + 1)) found.push(stale(paragraph, start, said, year + 1, '计划的年份', context))
        continue
      }
      if (part === 'plan' || said !== year - 1) continue
      // told beside this year: a look back
      const beside = kind === 'own' ? reading.years.includes(year) : kind !== 'self' && (reading.lastAt.get(year) ?? -1) > start
      if (beside || (kind !== 'self' && LONG.test(paragraph.text))) continue
      found.push(stale(paragraph, start, said, year, kind === 'asOf' ? '统计截止的年份' : '所述工作的年份', context, kind === 'december' ? 'info' : undefined))
    }
  }
  return found
}

/** 2023年11月，我院承办… where no heading says the year: it is this one where last year's report is beside it and the text tells work of this one, none of the other. */
function toldMonths({ earlier, year, finding }: ReportContext, all: readonly Read<YearReading>[]): Finding[] {
  if (year === null || earlier?.last.year !== year - 1 || !all.some(({ it: { ofTheYear } }) => ofTheYear.length > 0)) return []
  const own = all.flatMap(({ it: { claims } }) => claims.filter(({ kind }) => kind === 'own' || kind === 'inside'))
  if (!own.some((it) => it.year === year) || own.some((it) => it.year === year - 1)) return []
  return ofItsYear({ finding, paragraphs: [] }, all, year, true)
}

/** 回顾2023年, 完成2023年目标任务, 截至2023年12月底 in a report on 2024, and the date under it that lies before the year that it tells of. */
const ofItsYear = (context: Pick<ReportContext, 'finding' | 'paragraphs'>, all: readonly Read<YearReading>[], year: number, unsure = false): Finding[] =>
  all.flatMap(({ in: paragraph, it: { ofTheYear, signed, years, lastAt } }): Finding[] => {
    if (signed && (signed.year === year - 1 || signed.year === year - 2) && paragraph.index >= context.paragraphs.length - 3) {
      const { start, end } = signed
      return [context.finding(`本报告所述为${year}年，落款日期为${signed.year}年`, [{ in: paragraph, start, end }], /\d/u.test(paragraph.text.charAt(start)) ? { suggestion: String(year) } : {})]
    }
    if (ofTheYear.length === 0 || LONG.test(paragraph.text)) return []
    const plan = partOf(paragraph.path, year) === 'plan'
    return ofTheYear.flatMap(({ start, year: said, what, mild, ahead }): Finding[] => {
      const wrong = ahead ? said === year && !years.includes(year + 1) : !plan && said === year - 1 && (lastAt.get(year) ?? -1) < start
      return wrong ? [stale(paragraph, start, said, ahead ? year + 1 : year, what, context, mild || unsure ? 'info' : undefined)] : []
    })
  })

/** 截至2023年12月底，共受理案件2.83万件, where last year's report told another number of that very day: the words were kept and the year with them. */
function toldOfLast({ earlier, year, finding }: ReportContext, all: readonly Read<YearReading>[]): Finding[] {
  const last = earlier?.last
  if (!last || last.year === null || year !== last.year + 1) return []
  const then = all.some(({ it: { told } }) => told.length > 0) ? toldIn(last) : undefined
  return all.flatMap(({ in: paragraph, it: { told } }) =>
    told.flatMap(({ start, year: said, key, value }): Finding[] => {
      const before = said === last.year ? then?.get(key) : undefined
      return before === undefined || before === value ? [] : [finding(`上一份报告中${said}年的这一数字为${before}，此处为${value}，年份应为${year}年，文中为${said}年`, [{ in: paragraph, start, end: start + 4 }], { suggestion: String(year) })]
    }),
  )
}

/** Sentences of last year's own year whose numbers its report told otherwise, and bases that it gives to its own year. */
function besideLast({ earlier, year, finding }: ReportContext, all: readonly Read<YearReading>[]): Finding[] {
  const last = earlier?.last
  if (!last || last.year === null || year !== last.year + 1) return []
  const own = last.year
  return all.flatMap(({ in: paragraph, it: { together, bases, years } }): Finding[] => [
    ...together.flatMap((it): Finding[] => {
      const other = it.year === own && !years.includes(year) ? toldOtherwise(it, besideOf(last, viewOf)) : undefined
      return other ? [finding(`上一份报告中${own}年的${other.name}为${other.before}，此处为${other.now}，年份应为${year}年，文中为${own}年`, [{ in: paragraph, start: it.start, end: it.start + 4 }], { suggestion: String(year) })] : []
    }),
    ...bases.flatMap((it): Finding[] =>
      it.year === own - 1 && (it.of === undefined || it.of === year) && baseIsOf(it, own, besideOf(last, viewOf)) ? [finding(`上一份报告中${own}年的${it.name}为${it.value}，此处写作${it.year}年的${it.value}`, [{ in: paragraph, start: it.start, end: it.start + 4 }], { suggestion: String(own) })] : [],
    ),
  ])
}

/** 2023级新生实际报到4486人, where last year's report told another number of that class; 回顾2023年工作，…, which stands in last year's report word for word. */
function carriedOver({ earlier, year, finding }: ReportContext, all: readonly Read<YearReading>[]): Finding[] {
  const last = earlier?.last
  if (!last || last.year === null || year !== last.year + 1) return []
  const then = all.some(({ it: { carried } }) => carried.length > 0) ? carriedFrom(last) : undefined
  // where this year's class is told of in the same words, the other number is one of last year's class that was given anew
  const told = new Set(all.flatMap(({ it: { carried } }) => carried.filter((it) => it.year === year).map(({ key }) => key)))
  return all.flatMap(({ in: paragraph, it: { carried, years } }) =>
    carried.flatMap(({ start, year: said, key, value }): Finding[] => {
      const before = said === last.year ? then?.get(key) : undefined
      if (before === undefined) return []
      const place: Place = { in: paragraph, start, end: start + 4 }
      if (value === '') return years.includes(year) ? [] : [finding(`这一句与${said}年的报告完全相同，年份应为${year}年，文中为${said}年`, [place], { suggestion: String(year) })]
      return before === value || told.has(key.replace(String(said), String(year))) ? [] : [finding(`上一份报告中${said}${paragraph.text.charAt(start + 4)}的这一数字为${before}，此处为${value}，年份应为${year}，文中为${said}`, [place], { suggestion: String(year) })]
    }),
  )
}

const LEGIT_BEFORE =
  /(?:自从?|从|比|较|与|同|于|至|到|早在|始于|始建于|成立于|创办于|连续|对比|相比|超过|不低于|高于|以|据|根据|按|按照|截至|截止|—|-|－|–|~|～|、|和|及|实现|源于|距|距离|继|去年|上年|（|\(|原|曾在|曾于|回顾|刚刚过去的|不平凡的)$/u
const LEGIT_AFTER = /^(?:以来|起|后|之后|前|以前|间|至|到|—|-|－|–|~|～|、|和|及|与|底以来|末以来|版|级|届|\d{0,2}月?\d{0,2}日?(?:以来|起)|(?:度)?(?:基本)?持平|相比|的\d|(?:度)?(?:第|建议|提案|任务|项目)?第\d)/u

/** In a draft rolled forward: the year of the report that it came from, where the text speaks of this year. */
function leftOver(context: ReportContext, year: number): Finding[] {
  const { origin } = context
  if (origin.from !== 'report' || origin.year === null || origin.year >= year) return []
  const old = origin.year
  const out: Finding[] = []
  for (const paragraph of context.paragraphs) {
    if (!paragraph.text.includes(String(old))) continue
    for (const match of paragraph.text.matchAll(YEAR)) {
      if (Number(match[1]) !== old || isQuoted(paragraph.text, match.index)) continue
      const before = paragraph.text.slice(Math.max(0, match.index - 8), match.index).replace(/\s+/gu, '')
      const after = paragraph.text.slice(match.index + match[0].length, match.index + match[0].length + 12).replace(/\s+/gu, '')
      if (LEGIT_BEFORE.test(before) || LEGIT_AFTER.test(after)) continue
      out.push(stale(paragraph, match.index, old, year, '上一份报告的年份可能未改，', context))
    }
  }
  return out
}
