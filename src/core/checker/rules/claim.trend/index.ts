import type { SeriesPoint } from '../../../compare/series.ts'
import { pairsOf } from '../../../compare/wording.ts'
import type { CoreFigure } from '../../../figures/figure.ts'
import type { Report } from '../../../model/report.ts'
import { chineseInteger } from '../../../text/decimals.ts'
import { changeBehind, changeToldIn } from '../../change-told.ts'
import { reviewOf, seriesOf } from '../../claims.ts'
import type { Finding } from '../../finding.ts'
import { yearName, yearsApart } from '../../last-year.ts'
import { rankTold, sayRank } from '../../ranks.ts'
import { defineReportRule, type CheckedParagraph, type Earlier, type Place } from '../../rule.ts'
import { isAbove, spanOf } from '../../span.ts'
import { sayYear, type YearValue } from '../../years-told.ts'
import { readRuns, runsIn, type Run } from './read.ts'
import { turnTold } from './turn.ts'
import { turnsOf, type Turn } from './year-by-year.ts'

interface Reading {
  runs: readonly Run[]
  turns: readonly Turn[]
}

/**
 * Runs of years (连续四年上升) that the earlier report's own count, its words or the series contradict: 连续四年 last year is 连续五年 this year, a fall among
 * the years is no rise. Nothing is said where neither they nor the sentence itself tell.
 */
export const claimTrend = defineReportRule({
  id: 'claim.trend',
  title: '连续年数与往年不符',
  severity: 'warning',
  scope: 'report',
  basis: { on: 'practice', why: '连续年数逐年加一，且须与各年数据一致' },
  defaults: {
    /** how much of the words behind 连续N年 two reports must share, and of those before it */
    after: 0.75,
    before: 0.4,
  },
  read: (paragraph): Reading | undefined => {
    const runs = readRuns(paragraph) ?? []
    const turns = paragraph.role === 'paragraph' ? turnsOf(paragraph) : []
    return runs.length + turns.length > 0 ? { runs, turns } : undefined
  },
  check: ({ earlier, year, finding }, all, { after, before }) => {
    const apart = earlier && year !== null ? yearsApart(earlier, year) : null
    const found: Finding[] = []
    for (const { in: paragraph, it: { runs, turns } } of all) {
      const place = (start: number, end: number): Place => ({ in: paragraph, start, end })
      const wentOtherWay = ({ start, end, direction }: { start: number; end: number; direction: Run['direction'] }, [then, now]: readonly [YearValue, YearValue]): Finding =>
        finding(`${sayYear(then)}，${sayYear(now)}，是${direction === 'up' ? '下降' : '上升'}，与“${paragraph.text.slice(start, end)}”不符`, [place(start, end), place(now.figure.start, now.figure.end), place(then.figure.start, then.figure.end)])
      for (const turn of turns) found.push(wentOtherWay(turn, turn.against))
      for (const run of runs) {
        const said = paragraph.text.slice(run.start, run.end)
        if (run.against) {
          found.push(wentOtherWay({ start: run.start, end: run.claimEnd, direction: run.direction }, run.against))
          continue
        }
        if (run.now !== undefined) {
          found.push(finding(`今年“${run.now}”，与“${paragraph.text.slice(run.start, run.claimEnd)}”不符`, [place(run.start, run.claimEnd)]))
          continue
        }
        const short = shortOfBound(run)
        if (short) {
          found.push(finding(`${short.text}${run.bound?.approx === 'under' ? '高于' : '低于'}${bareOf(run.bound ?? short)}，与“${paragraph.text.slice(run.start, run.claimEnd)}”不符`, [place(run.start, run.claimEnd), place(short.start, short.end)]))
          continue
        }
        const changed = changedNow(paragraph.text, run)
        if (changed) {
          found.push(finding(`今年“${changed.said}”，与“${paragraph.text.slice(run.start, run.claimEnd)}”不符`, [place(run.start, run.claimEnd), place(changed.of.start, changed.of.end)]))
          continue
        }
        if (run.rank?.missed) {
          found.push(finding(`今年为${sayRank(run.rank.missed)}，与“${said}”居${sayRank({ ...run.rank, place: run.rank.least, top: run.rank.least > 1 })}不符`, [place(run.start, run.claimEnd)]))
          continue
        }
        if (!earlier || year === null) continue
        const told = apart === null ? [] : runsOf(earlier.last).filter((then) => isSame(run, then, { after, before }))
        if (apart !== null && told.length > 0) {
          const expected = told.map(({ years }) => years + apart)
          const nearest = Math.min(...expected.filter((n) => Math.abs(n - run.years) <= apart + 2))
          if (!expected.includes(run.years)) {
            if (!Number.isFinite(nearest)) continue
            const then = told.find(({ years }) => years + apart === nearest)
            const should = said.replace(/[一两二三四五六七八九十]+|\d+/u, (n) => (/\d/u.test(n) ? String(nearest) : nearest === 2 ? '两' : chineseInteger(nearest)))
            found.push(finding(`${yearName(earlier)}报告写作“${then?.text ?? ''}”，${then?.years ?? ''} + ${apart} = ${nearest}，此处应为“${should}”，文中写作“${said}”`, [place(run.start, run.end)], { suggestion: should }))
            continue
          }
        }
        const turn = apart === 1 ? turnTold(earlier.last, run) : undefined
        if (turn !== undefined) {
          found.push(finding(`${yearName(earlier)}报告写作“${turn}”，与“${paragraph.text.slice(run.start, run.claimEnd)}”不符`, [place(run.start, run.claimEnd)]))
          continue
        }
        const ranked = run.rank && apart !== null && apart < run.years ? rankTold(earlier.last, run.rank) : undefined
        if (run.rank && ranked && !ranked.top && ranked.place > run.rank.least) {
          found.push(finding(`${yearName(earlier)}报告中“${ranked.name}”为${sayRank(ranked)}，与“${said}”居${sayRank({ ...run.rank, place: run.rank.least, top: run.rank.least > 1 })}不符`, [place(run.start, run.claimEnd)]))
          continue
        }
        const turnedBefore = apart === 1 ? changedLast(earlier, year, paragraph, run) : undefined
        if (turnedBefore !== undefined) {
          found.push(finding(`${yearName(earlier)}报告写作“${turnedBefore}”，与“${paragraph.text.slice(run.start, run.claimEnd)}”不符`, [place(run.start, run.claimEnd)]))
          continue
        }
        for (const figure of run.figures) {
          const points = seriesOf(earlier, year, paragraph, figure)?.points
          const against = points && contradiction(points, run, year)
          if (against !== undefined) {
            // some count the year in which the run began: at its far end it is only mentioned
            const mild = against.step === run.years && run.years > 2
            found.push(finding(`${against.told}，与“${paragraph.text.slice(run.start, run.claimEnd)}”不符`, [place(run.start, run.claimEnd), place(figure.start, figure.end)], mild ? { severity: 'info' } : {}))
            break
          }
        }
      }
    }
    return found
  },
})

/** 15起，比上年增加2起，事故起数连续三年下降: this year's own change of the figure that the run is said of, where it went the other way. */
function changedNow(text: string, { figures, direction, bound, start, before }: Run): { said: string; of: CoreFigure } | undefined {
  if (direction === undefined || bound) return undefined
  for (const of of figures) {
    const told = of.end <= start && isNamed(before, of) ? changeBehind(text, of.end) : undefined
    if (told && told.up !== (direction === 'up')) return { said: told.said, of }
  }
  return undefined
}

/** 事故起数 of 生产安全事故15起, not 刑事案件数 of 民事案件: what the claim names is in the figure's own words. */
const isNamed = (before: string, { indicator }: CoreFigure): boolean => {
  const named = (before.split(/[，,、；：:]/u).at(-1) ?? '').replace(/(?:19|20)\d{2}年|全年|今年|其中|实现了?|保持|已经?|再次|也|均|并|成功/gu, '').replace(/(?:总量|总数|总额|数量|起数|件数|人数|人次|户数|[数量额])$/u, '')
  return named === '' || indicator.includes(named) || named === indicator
}

/** The same of last year's figure, as last year's report tells it: 18起，比上年增加2起. */
function changedLast(earlier: Earlier, year: number, paragraph: CheckedParagraph, { figures, direction, bound, before }: Run): string | undefined {
  if (direction === undefined || bound) return undefined
  for (const figure of figures) {
    const then = !isNamed(before, figure) ? undefined : seriesOf(earlier, year, paragraph, figure)?.points.find((point) => point.year === year - 1 && point.reportId === earlier.last.id)
    const told = then && changeToldIn(earlier.last, then.figure)
    if (then && told && told.up !== (direction === 'up')) return `${then.figure.text}，${told.said}`
  }
  return undefined
}

type Words = Pick<Run, 'years' | 'text' | 'before' | 'after'>

const known = new WeakMap<Report, readonly Words[]>()

/** The runs that an earlier report tells of. A report is never changed in place, so it is read once. */
function runsOf(report: Report): readonly Words[] {
  const before = known.get(report)
  if (before) return before
  const runs = reviewOf(report).flatMap(({ text }) => runsIn(text))
  known.set(report, runs)
  return runs
}

const FILLING = /保持|位居|位列|荣获|获评|获得|实现|稳居|居于?|获|被评为|评为|的|了/gu

/** Do two runs speak of one thing? */
function isSame(a: Words, b: Words, least: { after: number; before: number }): boolean {
  const [x, y] = [a.after.replace(FILLING, ''), b.after.replace(FILLING, '')]
  const [p, q] = [a.before.replace(FILLING, ''), b.before.replace(FILLING, '')]
  if (x === '' || y === '') return x === y && p.length >= 4 && dice(p, q) >= 0.8
  const behind = x === y ? 1 : dice(x, y)
  if (behind < least.after) return false
  // 上升, 增长 and the like say nothing of what rose
  const telling = x.length >= 8 && y.length >= 8
  return telling && (p.length < 2 || q.length < 2) ? true : dice(p, q) >= (telling ? least.before : 0.6)
}

function dice(a: string, b: string): number {
  if (a === b) return 1
  const [x, y] = [pairsOf(a), pairsOf(b)]
  if (x.size + y.size === 0) return 0
  let both = 0
  for (const pair of x) if (y.has(pair)) both++
  return (2 * both) / (x.size + y.size)
}

/** What in the series says otherwise, in words, and at which step back from this year; undefined where nothing does. */
function contradiction(points: readonly SeriesPoint[], { years, direction, bound }: Run, year: number): { told: string; step: number } | undefined {
  const at = new Map(points.map((point) => [point.year, point]))
  if (bound) {
    for (let y = year - 1; y > year - years; y--) {
      const point = at.get(y)
      if (!point || point.figure.unit !== bound.unit || point.figure.high !== undefined) continue
      const [low, high] = [spanOf(point.figure).low, spanOf(point.figure).high]
      if (bound.approx === 'under' ? low > bound.value : high < bound.value) return { told: `“${point.figure.indicator}”${y}年为${point.figure.text}，${bound.approx === 'under' ? '高' : '低'}于${bareOf(bound)}`, step: 0 }
    }
    return undefined
  }
  if (direction === undefined) return undefined
  for (let y = year; y > year - years; y--) {
    const [now, then] = [at.get(y), at.get(y - 1)]
    if (!now || !then || now.figure.high !== undefined || then.figure.high !== undefined) continue
    const wrong = direction === 'up' ? isAbove(then.figure, now.figure) : isAbove(now.figure, then.figure)
    if (wrong) return { told: `“${now.figure.indicator}”${y - 1}年为${then.figure.text}，${y}年为${now.figure.text}，${direction === 'up' ? '是下降' : '是上升'}`, step: year - y + 1 }
  }
  return undefined
}

/** 98.2%，连续4年保持99%以上: the value of this year itself, right in front, where it is beyond the bound. */
function shortOfBound({ bound, figures, start }: Run): CoreFigure | undefined {
  const [own] = figures
  if (!bound || !own || figures.length > 1 || own.end > start || own.unit !== bound.unit || own.kind !== bound.kind || own.high !== undefined || own.approx === 'about' || bound.approx === 'about' || bound.approx === undefined) return undefined
  const { low, high } = spanOf(own)
  return (bound.approx === 'under' ? low > bound.value : high < bound.value) ? own : undefined
}

const bareOf = ({ text }: CoreFigure): string => text.replace(/以上|以下|以内|左右|超过?|低于|高于|不足|突破|近|约/gu, '')
