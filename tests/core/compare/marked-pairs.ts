import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compareReports } from '#core/compare/compare.ts'
import { isCore, type PlacedCoreFigure } from '#core/figures/figure.ts'
import { reportFigures } from '#core/figures/report-figures.ts'
import { linesOfText, recoverReport } from '#core/intake/recover.ts'
import type { Report } from '#core/model/report.ts'
import { rawContext, samePlace } from '../../gold/gold.ts'

/**
 * Consecutive reports written for the tests, with their pairs marked by hand before the code was tuned: `{168件|received}` in both files is
 * a certain pair, `{97篇|media?}` one that is merely near (neither demanded nor wrong), `{12件}` a figure without counterpart.
 */
export const MARKED = 'tests/fixtures/consecutive'
export const markedNames = (folder = MARKED): string[] => readdirSync(folder).filter((name) => existsSync(join(folder, name, 'this.txt'))).sort()

interface Marked {
  text: string
  key: string
  before: string
  after: string
}

export interface MarkedReport {
  report: Report
  marks: Marked[]
}

export function readMarked(folder: string, name: string, which: 'this' | 'last'): MarkedReport {
  let text = ''
  const places: { start: number; end: number; key: string }[] = []
  for (const piece of readFileSync(join(folder, name, `${which}.txt`), 'utf8').split(/(\{[^{}]*\})/u)) {
    const [, surface, key] = /^\{([^|]*)(?:\|(.*))?\}$/u.exec(piece) ?? []
    if (surface !== undefined) places.push({ start: text.length, end: text.length + surface.length, key: key ?? '' })
    text += surface ?? piece
  }
  return {
    report: recoverReport(linesOfText(text), { id: `${name}-${which}`, origin: { from: 'blank' } }),
    marks: places.map(({ start, end, key }) => ({ text: text.slice(start, end), key, ...rawContext(text, start, end) })),
  }
}

const digits = (text: string): string => text.replace(/[^\d一二三四五六七八九十百千]/gu, '')

/** The mark at a figure's place, of several alike the one whose surroundings agree furthest; undefined where the gold has none. */
function markAt({ marks }: MarkedReport, figure: PlacedCoreFigure): Marked | undefined {
  let best: Marked | undefined
  let most = -1
  for (const mark of marks) {
    if (digits(mark.text) !== digits(figure.text) || !samePlace(mark, figure)) continue
    const agreed = agreeing(mark.after, figure.after) + agreeing([...mark.before].reverse().join(''), [...figure.before].reverse().join(''))
    if (agreed > most) [best, most] = [mark, agreed]
  }
  return best
}

function agreeing(a: string, b: string): number {
  let n = 0
  while (n < Math.min(a.length, b.length) && a.charAt(n) === b.charAt(n)) n++
  return n
}

/** What a pairing says, whoever made it: figures of this year's with figures of last year's report. */
export type Pairing = (here: Report, there: Report) => { this: PlacedCoreFigure; last: PlacedCoreFigure; same?: 'yes' | 'near' }[]

export interface Score {
  demanded: number
  found: number
  /** certain pairs found */
  certain: number
  right: number
  precision: number
  recall: number
  missed: string[]
  wrong: string[]
  /** certain pairs that are found but called near */
  calledNear: string[]
}

const key = (mark: Marked | undefined): string | undefined => (mark && mark.key !== '' ? mark.key : undefined)

/** Scores a pairing as `score-pairs.mjs` does: near pairs are neither demanded nor wrong. */
export function scoreMarked(folder: string, name: string, pairing: Pairing = (a, b) => compareReports(a, b).pairs): Score {
  const here = readMarked(folder, name, 'this')
  const there = readMarked(folder, name, 'last')
  const demanded = new Set(here.marks.filter((m) => m.key !== '' && !m.key.endsWith('?')).map((m) => m.key))
  const hit = new Set<string>()
  const wrong: string[] = []
  const calledNear: string[] = []
  let right = 0
  const pairs = pairing(here.report, there.report)
  const say = (figure: PlacedCoreFigure): string => `${figure.before.slice(-8)}[${figure.text}]${figure.after.slice(0, 5)} <${figure.indicator}>`
  for (const pair of pairs) {
    const [a, b] = [key(markAt(here, pair.this)), key(markAt(there, pair.last))]
    if (a !== undefined && a === b) {
      right++
      hit.add(a)
      if (!a.endsWith('?') && pair.same === 'near') calledNear.push(`${say(pair.this)} ~ ${say(pair.last)}`)
    } else wrong.push(`${say(pair.this)} ~ ${say(pair.last)}`)
  }
  const figures = (report: Report): PlacedCoreFigure[] => reportFigures(report).filter(isCore)
  const [all, before] = [figures(here.report), figures(there.report)]
  const missed = [...demanded].filter((k) => !hit.has(k)).map((k) => {
    const [a, b] = [all.find((f) => key(markAt(here, f)) === k), before.find((f) => key(markAt(there, f)) === k)]
    return `${k}: ${a ? say(a) : '(not recognised)'} ~ ${b ? say(b) : '(not recognised)'}`
  })
  const certain = demanded.size - missed.length
  return {
    demanded: demanded.size, found: pairs.length, certain, right, missed, wrong, calledNear,
    precision: pairs.length === 0 ? 1 : right / pairs.length,
    recall: demanded.size === 0 ? 1 : certain / demanded.size,
  }
}

const bigrams = (text: string): Set<string> => new Set(Array.from(text.slice(0, -1), (c, i) => c + text.charAt(i + 1)))
const overlap = (a: Set<string>, b: Set<string>): number => (a.size + b.size === 0 ? 0 : (2 * [...a].filter((x) => b.has(x)).length) / (a.size + b.size))

/** The plain baseline: the neighbouring characters of two indicators alone, the most alike first, kinds equal. */
export function baseline(here: Report, there: Report): { this: PlacedCoreFigure; last: PlacedCoreFigure }[] {
  const [a, b] = [here, there].map((r) => reportFigures(r).filter(isCore).map((figure) => ({ figure, words: bigrams(figure.indicator) })))
  const all = (a ?? []).flatMap((x) => (b ?? []).filter((y) => y.figure.kind === x.figure.kind).map((y) => ({ x, y, score: overlap(x.words, y.words) })))
  const taken = new Set<unknown>()
  const out: { this: PlacedCoreFigure; last: PlacedCoreFigure }[] = []
  for (const { x, y } of all.filter(({ score }) => score >= 0.5).sort((p, q) => q.score - p.score)) {
    if (taken.has(x) || taken.has(y)) continue
    taken.add(x).add(y)
    out.push({ this: x.figure, last: y.figure })
  }
  return out
}
