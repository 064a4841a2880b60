import { isCore, type CoreFigure, type Figure } from '../../../figures/figure.ts'
import type { Finding } from '../../finding.ts'
import { sentencesOf } from '../../reading.ts'
import { decimalsOf, meet, numberOf, quotientSpan, shareSpan, spanOf } from '../../span.ts'
import { defineReportRule, type CheckedParagraph, type Place } from '../../rule.ts'
import { lastLevels } from './against-last.ts'
import { sayByForTo } from './by-or-to.ts'
import { claimPlace, faultOf } from './change.ts'
import { dueTotal, piledIn, type Piled } from './cumulative.ts'
import { gapFaults, multiplesOf } from './gaps.ts'
import { lastBehind } from './last-behind.ts'
import { lossFaults } from './loss-turned.ts'
import { perUnitFaults } from './per-unit-moved.ts'
import { placeFaults } from './place-moved.ts'
import { plainMoves } from './plain-move.ts'
import { againstPlan, fitsShare } from './plan.ts'
import { respectiveFaults } from './respective-moves.ts'
import { structureFaults } from './structure-moved.ts'
import { thanFaults } from './than-last.ts'
import { statementsOf, type OpenLevel, type Stated, type Statements } from './statements.ts'

/** Something found in a paragraph: offsets, no place in the report. */
interface Found {
  message: string
  at: { start: number; end: number }[]
  /** a number in place of the first one's */
  should?: string | undefined
  /** other words in place of the first one's */
  instead?: string
  uncertain?: boolean
}

const PLANS = /预算|计划|目标|任务/u
const NOTHING: Statements = { moves: [], open: [], stated: [], byForTo: [] }
/** words of a difference between two numbers that are told side by side */
const GAPS = /[比较超]|[高低快慢优多少]于|高出|领先|落后/u
const CHANGES = /[超增长升降退移盈减缩简速翻倍]|短收|提高|扩大|拓展|加快|回落|放缓|[比较].{1,10}[多少]|[，,][多少]|收窄|优化|发展到/u

/**
 * Growth or decline (增长, 下降, 提高N个百分点, 翻一番) that does not follow from the two levels: both stated here, or one of them in last year's
 * report. Rates of what is counted at constant prices (GDP, incomes) never follow from levels and are left alone. So with places in a ranking (由第19位升至第12位，前移7位)
 * and with losses that became profits.
 */
export const arithGrowth = defineReportRule({
  id: 'arith.growth',
  title: '增减与数据不符',
  severity: 'error',
  scope: 'report',
  basis: { on: 'practice', why: '增减量等于两个数之差，增减率等于差除以基数' },
  defaults: {},
  read: (paragraph) => {
    const { role, text } = paragraph
    if (role !== 'paragraph') return undefined
    const core = paragraph.figures.filter(isCore)
    // places and structures are no figures
    if (core.length < 2 && !text.includes('第') && !text.includes('产业')) return undefined
    const [changes, gaps, piles] = [CHANGES.test(text), GAPS.test(text), text.includes('累计') && /[新净]/u.test(text)]
    if (!changes && !gaps && !piles) return undefined
    const plans = PLANS.test(text)
    const found: Found[] = placeFaults(text).map(({ message, at, should, uncertain }) => ({ message, at: [...at], should, uncertain: uncertain === true }))
    found.push(...structureFaults(text).map(({ message, at, should }) => ({ message, at: [...at], should })))
    if (core.length < 2) return found.length > 0 ? { found, open: [], piled: [] } : undefined
    const open: OpenLevel[] = []
    const piled: Piled[] = []
    let k = 0
    for (const sentence of sentencesOf(paragraph)) {
      const own: CoreFigure[] = []
      for (let f = core[k]; f && f.start < sentence.end; f = core[++k]) own.push(f)
      if (own.length < 2) continue
      const { moves, open: levels, stated, byForTo } = changes ? statementsOf(text, sentence, own) : NOTHING
      for (const { from, to, direction, word, claims } of moves) {
        const wrongWay = direction !== undefined && word && (direction === 'up' ? spanOf(to).high < spanOf(from).low : spanOf(to).low > spanOf(from).high)
        if (wrongWay) {
          const [large, small] = to.value > from.value ? [to, from] : [from, to]
          const change = Number((large.value - small.value).toPrecision(12))
          const scale = large.text.includes('亿') ? 1e8 : large.text.includes('万') ? 1e4 : 1
          const shown = `${Number((change / scale).toPrecision(12))}${scale === 1e8 ? '亿' : scale === 1e4 ? '万' : ''}`
          found.push({ message: `${numberOf(large.text)} − ${numberOf(small.text)} = ${shown}，前后两数是${direction === 'up' ? '减少' : '增加'}，文中写作“${word.text}”`, at: [{ start: from.start, end: to.end }, from, to] })
          continue
        }
        for (const claim of claims) {
          const fault = faultOf(from, to, claim)
          if (fault) found.push({ message: fault.message, at: [claimPlace(claim, fault), to, from], should: fault.should, uncertain: fault.slip === true })
        }
      }
      for (const slip of byForTo) found.push({ message: sayByForTo(slip), at: [{ start: slip.start, end: slip.to.end }, slip.from, slip.claim.figure], instead: `${slip.word}到${text.slice(slip.to.start, slip.to.end)}` })
      for (const { fault, figures } of [...thanFaults(text, own, plans), ...respectiveFaults(text, sentence, own), ...(changes ? perUnitFaults(text, own) : []), ...(changes ? lastBehind(text, text.includes('天') ? withDays(paragraph.figures, sentence) : own) : [])]) if (!found.some(({ at: [first] }) => first?.start === figures[0].start)) found.push({ message: fault.message, at: [...figures], should: fault.should, uncertain: fault.slip === true })
      if (changes) for (const { fault, figures } of plainMoves(text, sentence, own)) if (!found.some(({ at: [first] }) => first?.end === figures[0].end)) found.push({ message: fault.message, at: [...figures], should: fault.should, uncertain: fault.slip === true })
      if (plans) found.push(...againstPlans(text, own))
      for (const one of stated) found.push(...rateOfDifference(one))
      const others = gaps ? [...lossFaults(text, own), ...gapFaults(text, own)] : lossFaults(text, own)
      for (const { message, figures, should } of others) if (!found.some(({ at: [first] }) => first?.start === figures[0].start)) found.push({ message, at: [...figures], should })
      for (const { own: level, other, by } of multiplesOf(text, own)) {
        const fault = faultOf(other, level, { figure: by, direction: 'up', word: '', wordStart: by.start, how: 'multiple' })
        if (fault) found.push({ message: fault.message, at: [by, level, other], should: fault.should })
      }
      open.push(...levels)
      if (piles) piled.push(...piledIn(text, own))
    }
    return found.length + open.length + piled.length > 0 ? { found, open, piled } : undefined
  },
  check: ({ earlier, year, finding }, all) => {
    const out: Finding[] = []
    const consecutive = earlier && year !== null && earlier.last.year === year - 1
    for (const { in: paragraph, it: { found, open, piled } } of all) {
      for (const { message, at: [first, ...others], should, instead, uncertain } of found) {
        if (!first) continue
        const suggestion = should === undefined ? instead : withNumber(paragraph.text.slice(first.start, first.end), should)
        out.push(finding(message, [placeOf(paragraph, first), ...others.map((at) => placeOf(paragraph, at))], { ...(suggestion === undefined ? {} : { suggestion }), ...(uncertain ? { severity: 'warning' as const } : {}) }))
      }
      if (!consecutive) continue
      for (const pile of piled) {
        const last = lastLevels(earlier).before(paragraph, pile.total)
        const due = last && dueTotal(pile, last)
        if (last && due !== undefined) out.push(finding(`${numberOf(last.text)} + ${numberOf(pile.added.text)} = ${due}，文中累计为${pile.total.text}（${earlier.last.year ?? '上'}年报告：${last.indicator}${last.text}）`, [placeOf(paragraph, pile.total), placeOf(paragraph, pile.added)], { severity: 'warning' }))
      }
      for (const level of open) {
        for (const { at, message } of lastLevels(earlier).faults(paragraph, level)) out.push(finding(message, [placeOf(paragraph, at), placeOf(paragraph, level.level)], { severity: 'warning' }))
      }
    }
    return out
  },
})

/** The core figures of a sentence and its days, which are otherwise a span of time (上年为338天). */
const withDays = (figures: readonly Figure[], { start, end }: { start: number; end: number }): CoreFigure[] =>
  figures.flatMap((f): CoreFigure[] => (f.start < start || f.end > end ? [] : isCore(f) ? [f] : f.kind === 'duration' && f.unit === '天' && f.value !== null ? [{ ...f, kind: 'quantity', value: f.value }] : []))

const placeOf = (paragraph: CheckedParagraph, { start, end }: { start: number; end: number }): Place => ({ in: paragraph, start, end })

/** 比上年增加412件，增长14.3%: the difference over what was there before. */
function rateOfDifference({ level, difference, rate }: Stated): Found[] {
  const sign = difference.direction === 'down' ? -1 : 1
  const [now, change] = [spanOf(level), spanOf(difference.figure)]
  const base = sign > 0 ? { low: now.low - change.high, high: now.high - change.low } : { low: now.low + change.low, high: now.high + change.high }
  if (base.low <= 0 || meet(quotientSpan(change, base), shareSpan(rate.figure))) return []
  const before = Number((level.value - sign * difference.figure.value).toPrecision(12))
  const should = ((difference.figure.value / before) * 100).toFixed(decimalsOf(rate.figure.text))
  const scale = level.text.includes('亿') ? 1e8 : level.text.includes('万') ? 1e4 : 1
  const shown = `${Number((before / scale).toPrecision(12))}${scale === 1e8 ? '亿' : scale === 1e4 ? '万' : ''}`
  const message = `${numberOf(level.text)} ${sign > 0 ? '−' : '+'} ${numberOf(difference.figure.text)} = ${shown}，${numberOf(difference.figure.text)} ÷ ${shown} = ${should}%，文中写作“${rate.word}${rate.figure.text}”`
  return [{ message, at: [rate.figure, difference.figure, level], should }]
}

/** 完成预算12亿元的105%，超收1.6亿元: what was done beyond the plan. */
function againstPlans(text: string, figures: readonly CoreFigure[]): Found[] {
  return againstPlan(text, figures).flatMap((one): Found[] => {
    const { done, plan, share, claim } = one
    if (plan) {
      const fault = faultOf(plan, done, claim)
      return fault ? [{ message: fault.message, at: [claim.figure, done, plan], should: fault.should }] : []
    }
    if (!share || fitsShare(one)) return []
    const up = claim.direction === 'up'
    const before = Number((done.value - (up ? 1 : -1) * claim.figure.value).toPrecision(12))
    const scale = done.text.includes('亿') ? 1e8 : done.text.includes('万') ? 1e4 : 1
    const shown = `${Number((before / scale).toPrecision(12))}${scale === 1e8 ? '亿' : scale === 1e4 ? '万' : ''}`
    const computed = ((done.value / before) * 100).toFixed(decimalsOf(share.text))
    return [{ message: `${numberOf(done.text)} ${up ? '−' : '+'} ${numberOf(claim.figure.text)} = ${shown}，${numberOf(done.text)} ÷ ${shown} = ${computed}%，文中写作“${share.text}，${claim.word}${claim.figure.text}”`, at: [claim.figure, share, done] }]
  })
}

/** A surface with another number in it; undefined where its number is not written in digits. */
const withNumber = (surface: string, number: string): string | undefined => (/\d/u.test(surface) ? surface.replace(/\d[\d,]*(?:\.\d+)?(?:[万亿]+(?=\p{Script=Han}))?/u, number) : undefined)
