import { readdirSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { optionsOf, reportOf, type CaseReport, type Cases } from '#core/checker/case.ts'
import { checkReport } from '#core/checker/check.ts'
import { RULES } from '#core/checker/rules.ts'
import { linesOfText, recoverReport } from '#core/intake/recover.ts'
import { contextOf, plainParagraphs } from '#core/model/plain-text.ts'
import type { Report } from '#core/model/report.ts'
import { spotsOf, type Spot } from './place.ts'

const folders = readdirSync('src/core/checker/rules')

describe('the list of rules', () => {
  it('has every rule folder, under its own id, once', () => {
    expect(RULES.map((rule) => rule.id).sort()).toEqual([...folders].sort())
    expect(new Set(RULES.map((rule) => rule.id)).size).toBe(RULES.length)
  })

  it.each(RULES.map((rule) => [rule.id, rule] as const))('%s says what it is and on what it rests', (_, rule) => {
    expect(rule.title).toMatch(/^\p{Script=Han}/u)
    expect(rule.basis.on === 'standard' ? rule.basis.clause : rule.basis.why).toMatch(/\p{Script=Han}|GB\/T/u)
  })
})

/** The place written as `before‹place›after`, which must occur once in the report. */
function placeOf(report: Report, written: string): Spot {
  const [spot, ...others] = spotsOf(report, written)
  if (!spot || others.length > 0) throw new Error(`the place ${written} occurs ${others.length + 1} times`)
  return spot
}

const COUNTS = /^(?:arith|compare|figure|enum|anniversary|percent|year)\b/u
const NUMBER = /\d[\d,.]*|[一二两三四五六七八九十百]+/gu

const nameOf = (it: string | CaseReport): string =>
  typeof it === 'string' ? it : [it.why, ...it.text.map((t) => (typeof t === 'string' ? t : '…'))].filter(Boolean).join(' / ').slice(0, 100)

describe.each(folders)('%s', async (id) => {
  const { cases } = (await import(`../../../src/core/checker/rules/${id}/cases.ts`)) as { cases: Cases }
  const rule = RULES.find((r) => r.id === id)

  it('has texts that it leaves alone and texts that it reports', () => {
    expect(cases.valid.length).toBeGreaterThan(0)
    expect(cases.invalid.length).toBeGreaterThan(0)
  })

  it.each(cases.valid.map((c) => [nameOf(c), c] as const))('leaves alone: %s', (_, valid) => {
    expect(checkReport(reportOf(valid), { ...optionsOf(valid), rules: [id] })).toEqual([])
  })

  it.each(cases.invalid.map((c) => [nameOf(c), c] as const))('reports: %s', (_, invalid) => {
    const report = reportOf(invalid)
    const findings = checkReport(report, { ...optionsOf(invalid), rules: [id] })
    const found = findings.map(({ message, severity, suggestion, anchors }) => ({
      message,
      severity,
      suggestion,
      places: anchors.map(({ paragraph, start, end }) => ({ paragraph, start, end })),
    }))
    expect(found).toEqual(
      invalid.findings.map((f) => ({
        message: f.message,
        severity: f.severity ?? rule?.severity,
        suggestion: f.suggestion,
        places: [f.at, ...(f.also ?? [])].map((written) => placeOf(report, written)),
      })),
    )
    for (const finding of findings) if (finding.replacements) expect(finding.replacements.length).toBe(finding.anchors.length)
    // a rule that counts or computes says of which numbers: what the text states, and what it should be
    if (COUNTS.test(id)) for (const { message } of found) expect(message.match(NUMBER)?.length ?? 0, message).toBeGreaterThanOrEqual(2)
    if (id.startsWith('arith.')) for (const { message } of found) expect(message).toMatch(id === 'arith.respectively' ? /列出\d+(?:项：.+(?:给出\d+个数|列出\d+项)|个承办者)：\S/u : /\d\S* [÷+−×] \d\S* = [\d.]/u)
  })
})

describe('any text', () => {
  const piece = fc.constantFrom(
    '一、加强学习', '（一）推进', '三、履职', '2023年工作回顾', '2025年工作任务', '收到提案168件，立案143件，占', '占总数的', '85.1%', '150%', '其中', '满意率', '，', '。', ',', '(', ')', '“', '”', '《', '》', '（', '’',
    '的的', '工作', '2024年2月30日', '（星期日）', '2月', '32日', '中华人民共和国成立74周年', '十五周年', '\n', ' ', '12场', '1.2亿元', '0', '😀', '𠮷', 'abc', '坚持党的领导，围绕中心服务大局，认真落实各项工作任务，奋力开创新局面。',
  )
  const text = fc.oneof(fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('')), fc.string({ unit: 'grapheme', maxLength: 200 }))

  it('is checked without a throw, every anchor is a place in it, and the findings are in reading order', () => {
    fc.assert(
      fc.property(text, fc.option(fc.integer({ min: 1900, max: 2999 }), { nil: undefined }), (source, year) => {
        const report = recoverReport(linesOfText(source), { id: 'x', origin: { from: 'report', reportId: 'y', title: '', year: 2023 } })
        const paragraphs = plainParagraphs(report)
        const findings = checkReport(report, { year })
        for (const { paragraph, paragraphId, start, end, text, before, after } of findings.flatMap((f) => f.anchors)) {
          const p = paragraphs[paragraph]
          expect(p?.id).toBe(paragraphId)
          expect(text).toBe(p?.text.slice(start, end))
          expect(text).not.toBe('')
          expect({ before, after }).toEqual(contextOf(p?.text ?? '', start, end))
        }
        const order = findings.map(({ anchors: [a] }) => a.paragraph * 1e6 + a.start)
        expect(order).toEqual([...order].sort((a, b) => a - b))
      }),
      { numRuns: 500 },
    )
  })
})
