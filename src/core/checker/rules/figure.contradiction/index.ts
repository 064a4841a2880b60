import { isCore } from '../../../figures/figure.ts'
import type { Finding } from '../../finding.ts'
import { sentencesOf } from '../../reading.ts'
import { defineReportRule, type CheckedParagraph, type MakeFinding, type Place } from '../../rule.ts'
import { statementOf, type Statement } from './statement.ts'

/**
 * The same indicator with different values in one report. Only statements that say the same in the same words are compared: of the same scope
 * (会议期间, 全市, 上半年 …), the same period and the same subject. Everything less certain is left to the editor.
 */
export const figureContradiction = defineReportRule({
  id: 'figure.contradiction',
  title: '数据前后矛盾',
  severity: 'error',
  scope: 'report',
  basis: { on: 'practice', why: '同一指标、同一口径、同一时期只有一个数' },
  defaults: {},
  read: (paragraph, { body }) => {
    if (paragraph.role !== 'paragraph' || paragraph.figures.length === 0) return []
    const sentences = sentencesOf(paragraph)
    return paragraph.figures.flatMap((figure) => {
      const statement = isCore(figure) ? statementOf(paragraph, figure, sentences, body) : undefined
      return statement ? [statement] : []
    })
  },
  check: ({ paragraphs, finding }, readings) => {
    const groups = new Map<string, Told[]>()
    paragraphs.forEach((paragraph, i) => {
      for (const statement of readings[i] ?? []) {
        const group = groups.get(statement.key)
        if (group) group.push({ ...statement, in: paragraph })
        else groups.set(statement.key, [{ ...statement, in: paragraph }])
      }
    })
    return [...groups.values()].flatMap((group) => contradictions(group, finding))
  },
})

/** A statement where it stands. */
type Told = Statement & { in: CheckedParagraph }

/** A group of like statements contradicts itself when there are two values; with more it is a list of like things, not one thing told twice. */
function contradictions(group: readonly Told[], finding: MakeFinding): Finding[] {
  const values = new Set(group.map((s) => s.figure.value))
  if (values.size !== 2) return []
  const [first] = group
  const other = group.find((s) => s.figure.value !== first?.figure.value)
  if (!first || !other || sameBreath(first, other)) return []
  const place = (s: Told): Place => ({ in: s.in, start: s.figure.start, end: s.figure.end })
  const message = `“${first.indicator}”前后不一致：前面为${first.figure.text}，此处为${other.figure.text}`
  return [finding(message, [place(other), place(first)])]
}

/** Two numbers in one sentence, or in neighbouring ones that do not both sum up, may well be of two things. */
const sameBreath = (a: Told, b: Told): boolean =>
  a.in === b.in && (a.sentence === b.sentence || !(a.sums && b.sums))
