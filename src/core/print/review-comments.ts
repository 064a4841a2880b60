import type { Finding, Severity } from '../checker/finding.ts'
import { indicatorOf, valueIn, type Ledger } from '../ledger/ledger.ts'
import { sourceText } from '../ledger/words.ts'
import type { FigureNode, LastFigure, SlotNode } from '../model/inline.ts'
import { plainParagraphs } from '../model/plain-text.ts'
import type { Report } from '../model/report.ts'
import { statedFigures, type StatedFigure } from './figure-states.ts'
import type { PrintComment } from './model.ts'

/** The author of the comments that a review copy is made with; whoever reads a copy back knows by it that they are no one's remarks. */
export const CHECKER = { author: '述核校核', initials: '核' } as const

/** A comment and what it is about: a range of a plain paragraph's text (UTF-16, half-open; empty for the whole paragraph). */
export interface PlacedComment {
  paragraphId: string
  start: number
  end: number
  comment: PrintComment
}

export interface CommentedOn {
  findings: readonly Finding[]
  /** Chinese titles of rules by id */
  titles: Readonly<Record<string, string>>
  /** ISO 8601 */
  at: string
  /** says from which department a figure comes and where last year's came from */
  ledger?: Ledger
}

const SEVERITY: Readonly<Record<Severity, string>> = { error: '错误', warning: '提示', info: '说明' }
/** comments of their own tell of open slots and doubted figures */
const OWN_RULE = 'slot.open'
/** other places of a finding that are quoted; more are counted */
const QUOTED = 4

/** The comments of a review copy in reading order: one per finding, open slot, doubted figure, and figure that was changed after it was verified. */
export function reviewComments(report: Report, { findings, titles, at, ledger }: CommentedOn): PlacedComment[] {
  const order = new Map(plainParagraphs(report).map(({ id, index }) => [id, index]))
  const found: (Omit<PlacedComment, 'comment'> & { text: readonly string[] })[] = []
  for (const finding of findings) if (finding.rule !== OWN_RULE) found.push({ ...placeOf(finding), text: findingText(finding, titles) })
  for (const { id, paragraph, section } of plainParagraphs(report)) {
    for (const figure of paragraph ? statedFigures(paragraph.content, section?.heading) : []) {
      const text = figureText(figure, report.year, ledger)
      if (text) found.push({ paragraphId: id, start: figure.start, end: figure.end, text })
    }
  }
  return found
    .sort((a, b) => (order.get(a.paragraphId) ?? 0) - (order.get(b.paragraphId) ?? 0) || a.start - b.start || b.end - a.end)
    .map(({ text, ...place }, i) => ({ ...place, comment: { id: `c${i + 1}`, ...CHECKER, at, text } }))
}

const placeOf = ({ anchors: [first] }: Finding): Omit<PlacedComment, 'comment'> => ({ paragraphId: first.paragraphId, start: first.start, end: first.end })

function findingText({ rule, severity, message, suggestion, replacements, anchors }: Finding, titles: CommentedOn['titles']): string[] {
  const [first, ...others] = anchors
  const instead = suggestion ?? replacements?.[0]
  const quoted = others.slice(0, QUOTED).map((a) => `“${a.before.slice(-6)}${a.text}${a.after.slice(0, 6)}”`)
  return [
    `【${SEVERITY[severity]}】${titles[rule] ?? rule}`,
    message,
    ...(instead === undefined ? [] : [instead === '' ? `建议删去“${first.text}”` : `建议改为：${instead}`]),
    ...(quoted.length === 0 ? [] : [`相关文字：${quoted.join('、')}${others.length > QUOTED ? `等${others.length}处` : ''}`]),
  ]
}

/** What there is to say of a figure; undefined where there is nothing. */
function figureText({ state, text, node }: StatedFigure, year: number | null, ledger: Ledger | undefined): string[] | undefined {
  if (node?.type === 'slot') {
    return [`【待填】${node.indicator === '' ? '数据' : node.indicator}${node.unit === '' ? '' : `（单位：${node.unit}）`}`, ...lastYear(node.last, year), ...fromLedger(node, ledger)]
  }
  if (node?.type !== 'figure') return undefined
  const { verification } = node
  const by = [verification?.source ? `来源：${verification.source}` : '', verification?.by ? `经手：${verification.by}` : ''].filter((part) => part !== '')
  const named = node.indicator === '' ? text : `${node.indicator}：${text}`
  if (state === 'doubtful') return [`【存疑】${named}`, ...(verification?.note ? [`原因：${verification.note}`] : []), ...by, ...lastYear(node.last, year), ...fromLedger(node, ledger)]
  if (verification?.lapsed !== undefined) return [`【核实后改过】${named}`, `核实时为：${verification.lapsed}，请重新核实`, ...by]
  return undefined
}

function lastYear(last: LastFigure | undefined, year: number | null): string[] {
  if (!last) return []
  const when = last.year === null ? '上次报告' : last.year + 1 === year ? `上年（${last.year}年）` : `${last.year}年`
  return [`${when}：${last.text}`]
}

/** Which department supplies the figure, and where its value and last year's came from. */
function fromLedger({ entry }: FigureNode | SlotNode, ledger: Ledger | undefined): string[] {
  const indicator = entry && ledger ? indicatorOf(ledger, entry.indicator) : undefined
  if (!entry || !indicator) return []
  const own = valueIn(indicator, entry.year)
  const before = valueIn(indicator, entry.year - 1)
  return [
    ...(indicator.department === '' ? [] : [`提供部门：${indicator.department}`]),
    ...(own?.source && own.text !== '' ? [`台账：${own.text}（${sourceText(own.source)}）`] : []),
    ...(before?.source ? [`上年来源：${sourceText(before.source)}`] : []),
  ]
}
