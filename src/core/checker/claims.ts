import type { Series } from '../compare/series.ts'
import { pairsOf } from '../compare/wording.ts'
import type { CoreFigure } from '../figures/figure.ts'
import { plainParagraphs } from '../model/plain-text.ts'
import type { Report } from '../model/report.ts'
import { partOf } from './part.ts'
import { clauseStart, squeezed } from './reading.ts'
import type { CheckedParagraph, Earlier } from './rule.ts'
import { isChange } from './last-year.ts'

/** What claims over the years (历史新高, 连续三年增长) are made of, and what earlier reports say of it. */

/** words of a claim's own clause that name nothing */
const NOTHING_NAMED = /再次|再度|再|又|也|均|都|双双|分别|连续|屡|已|一举|成功|实现了?|达到?了?|创下?|刷新|取得|为|是|的|了|数量|总[数量额]|数$|量$|保持|呈现?|继续|持续|其中/gu

/**
 * The figures of which something is claimed at offset `at`: those of the nearest one whose indicator has the words that the claim's clause names,
 * or, where it names nothing, the last one before it; all of the sentence where the claim says 均 or 双双. Empty where that is not certain.
 */
export function figuresOfClaim(text: string, sentence: { start: number; end: number }, figures: readonly CoreFigure[], at: number, claimEnd: number): readonly CoreFigure[] {
  const levels = figures.filter((f) => f.start >= sentence.start && f.end <= sentence.end && f.high === undefined && f.approx !== 'over' && !isChangeOf(f))
  const before = levels.filter((f) => f.end <= at)
  const clauseAt = Math.max(sentence.start, clauseStart(text, at))
  const inClause = before.filter((f) => f.start >= clauseAt)
  const words = squeezed(text.slice(Math.max(clauseAt, inClause.at(-1)?.end ?? 0), at))
  const named = words.replace(NOTHING_NAMED, '')
  if (/均|双双|都/u.test(words)) {
    const pairs = pairsOf(named)
    const all = pairs.size === 0 ? before : before.filter((f) => shares(pairs, f))
    return all.length > 0 && all.length <= 4 ? all : []
  }
  if (named.length >= 2) {
    const rate = /[率度比]$|比[重例]$/u.test(named)
    const pairs = pairsOf(named)
    const fitting = before.filter((f) => (f.unit === '%') === rate && shares(pairs, f))
    const found = fitting.at(-1)
    if (found) return [found]
    // 产量再创历史新高，达1.39万亿斤
    const next = figures.find((f) => f.start >= claimEnd && f.end <= sentence.end && f.high === undefined && f.approx !== 'over')
    if (!next) return []
    const between = squeezed(text.slice(claimEnd, next.start))
    // the words 连续三年下降 before it make no change of a level that was reached
    if (/^[，,]?(?:达到?了?|为|达)$/u.test(between) || (between.length <= 1 && !isChangeOf(next))) return [next]
    // 信访举报量连续四年下降，全年接收信访举报612件次
    return (next.unit === '%') === rate && /^[，,](?:全年|今年|年内)?[^，,、；：]{0,14}$/u.test(between) && !isChangeOf(next) && shares(pairs, next) ? [next] : []
  }
  const last = before.at(-1)
  // nothing stands between them but one mark
  return last && squeezed(text.slice(last.end, at)).length <= words.length + 1 ? [last] : []
}

const isChangeOf = (f: CoreFigure): boolean => isChange({ ...f, section: [], paragraph: 0, paragraphId: '', before: '', after: '' })

const shares = (pairs: ReadonlySet<string>, { indicator }: CoreFigure): boolean => [...pairsOf(indicator)].some((pair) => pairs.has(pair))

/** The series of a figure of this report; undefined where no earlier report gave it. */
export const seriesOf = ({ series }: Earlier, year: number, { index }: CheckedParagraph, { start }: CoreFigure): Series | undefined =>
  series.series.find(({ points }) => {
    const now = points.at(-1)
    return points.length > 1 && now?.year === year && [now.figure, ...now.mentions].some((f) => f.paragraph === index && f.start === start)
  })

/** A sentence of an earlier report's review, white space removed. */
export interface Told {
  text: string
}

const read = new WeakMap<Report, readonly Told[]>()

/** What an earlier report says of its own year: its paragraphs outside of the plans, white space removed. A report is never changed in place, so it is read once. */
export function reviewOf(report: Report): readonly Told[] {
  const known = read.get(report)
  if (known) return known
  const told = plainParagraphs(report)
    .filter(({ role, path }) => role === 'paragraph' && partOf(path, report.year) !== 'plan')
    .map(({ text }) => ({ text: squeezed(text) }))
  read.set(report, told)
  return told
}
