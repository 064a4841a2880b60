import type { PlacedCoreFigure } from '../figures/figure.ts'
import { isCore } from '../figures/figure.ts'
import { reportFigures } from '../figures/report-figures.ts'
import type { Paragraph, Report, Section } from '../model/report.ts'
import { idsFor } from '../model/tree.ts'
import { changesIn, changedLine } from './changes.ts'
import { commitmentsOf } from './commitments.ts'
import { openFigures } from './open-figures.ts'
import { planParts } from './plan-part.ts'
import { stepOf, type Step } from './step.ts'

export interface RollForward {
  /** the id of the new draft */
  id: string
  /** the year that it is to report on */
  year: number
  /** the ledger's indicator that a figure of the old report states, if there is one: its slot is then linked to the entry of the new year */
  indicatorOf?: (figure: PlacedCoreFigure) => string | undefined
}

/**
 * Rolls a report forward (结转) into the draft of another year. Headings, lead sentences and standing text stay; every core figure of a paragraph becomes
 * an open slot that shows the old value; years, anniversaries and sessions move on where that is certain (changes.ts), and what may belong to the old
 * year carries the mark `review`. Of the plan part the headings stay, with an empty paragraph to be written; what it promised becomes `commitments`.
 * The occasion and the date of the old report are emptied, since nothing says when the new one will be delivered. Ids of what stays stay.
 */
export function rollForward(report: Report, { id, year, indicatorOf }: RollForward): Report {
  const step = stepOf(report, year)
  const nextId = idsFor(report)
  const figures = new Map<string, PlacedCoreFigure[]>()
  for (const figure of reportFigures(report).filter(isCore)) figures.set(figure.paragraphId, [...(figures.get(figure.paragraphId) ?? []), figure])
  const plan = new Map(planParts(report).map((part) => [part.section, part]))
  const commitments = commitmentsOf(report)

  const rolled = ({ guidance, ...paragraph }: Paragraph): Paragraph => ({
    ...paragraph,
    content: openFigures(paragraph.content, {
      figures: figures.get(paragraph.id) ?? [],
      changes: changesIn(paragraph.content, step),
      from: report.year,
      year,
      newId: () => nextId('f'),
      ...(indicatorOf ? { indicatorOf } : {}),
    }),
    ...(guidance === undefined ? {} : { guidance: changedLine(guidance, step) }),
  })
  const toWrite = (guided: boolean): Paragraph => ({ id: nextId('p'), content: [], ...(guided ? { guidance: planGuidance(step, commitments.length > 0) } : {}) })
  let guided = false
  const section = (old: Section): Section => {
    const part = plan.get(old)
    const heading = { ...old, heading: changedLine(old.heading, step) }
    if (!part) return { ...heading, paragraphs: old.paragraphs.map(rolled), sections: old.sections.map(section) }
    const empty = toWrite(!guided)
    guided = true
    if (part.paragraphs === null) return { ...heading, paragraphs: [empty], sections: [] }
    const [first] = part.paragraphs
    const kept = old.paragraphs.flatMap((p) => (p === first ? [empty] : part.paragraphs?.includes(p) ? [] : [rolled(p)]))
    return { ...heading, paragraphs: kept, sections: old.sections.map(section) }
  }
  // what was dismissed or remarked was said of last year's words; a rule that this body has no use for stays off
  const { commitments: _, remarks: __, checking, ...rest } = report
  const off = checking?.off ?? []
  return {
    ...rest,
    id,
    status: 'draft',
    year,
    title: changedLine(report.title, step),
    subtitle: changedLine(report.subtitle, step),
    occasion: '',
    date: '',
    sections: report.sections.map(section),
    captions: [],
    noise: [],
    origin: { from: 'report', reportId: report.id, title: report.title, year: report.year },
    ...(commitments.length > 0 ? { commitments } : {}),
    ...(off.length > 0 ? { checking: { off, dismissed: [] } } : {}),
  }
}

const planGuidance = ({ from, to }: Step, listed: boolean): string => `写 ${to + 1} 年的工作安排${listed ? `；${from === null ? '上一份报告' : `${from + 1} 年`}的安排已列为承诺事项` : ''}。`

