import { describe, expect, it } from 'vitest'
import { checkReport } from '#core/checker/check.ts'
import { dismiss, sift, switchRule, takeBack } from '#core/checker/dismissal.ts'
import type { Finding } from '#core/checker/finding.ts'
import type { Report } from '#core/model/report.ts'
import { makeReport } from '../make-report.ts'

const AT = '2026-11-21T08:00:00.000Z'
const find = (report: Report): Finding[] => checkReport(report, { rules: ['text.repeat'] })
const report = makeReport(['推动工作工作落实。', '开展工作工作检查，推动工作工作落实。'])
const first = (findings: readonly Finding[]): Finding => {
  const [finding] = findings
  if (!finding) throw new Error('nothing found')
  return finding
}

describe('a finding that was dismissed', () => {
  const checking = dismiss(undefined, first(find(report)), '是专名', AT)

  it('is listed with its reason, and the others stay', () => {
    const { open, dismissed } = sift(find(report), { checking })
    expect(open).toHaveLength(2)
    expect(dismissed.map(({ dismissal, finding }) => [dismissal.reason, finding.anchors[0].paragraphId])).toEqual([['是专名', 'p1']])
  })

  it('stays dismissed when the text around it changes, and when its paragraph gets another id', () => {
    const edited = makeReport(['推动工作工作落实。新的一句。', '开展工作工作检查。'])
    expect(sift(find(edited), { checking }).dismissed.map(({ finding }) => finding.anchors[0].paragraphId)).toEqual(['p1'])
    const moved = makeReport(['新的一段。', '推动工作工作落实。'])
    expect(sift(find(moved), { checking }).dismissed.map(({ finding }) => finding.anchors[0].paragraphId)).toEqual(['p2'])
  })

  it('comes back when its computation is another', () => {
    const share = (n: number): Report => makeReport([`提交大会发言27篇，其中民生领域18篇，占总数的${n}%。`])
    const of = (r: Report): Finding[] => checkReport(r, { rules: ['arith.share'] })
    const once = dismiss(undefined, first(of(share(76.7))), '另有口径', AT)
    expect(sift(of(share(76.7)), { checking: once }).open).toEqual([])
    expect(sift(of(share(76.9)), { checking: once }).open).toHaveLength(1)
  })

  it('comes back when the dismissal is taken back', () => {
    const [dismissal] = checking.dismissed
    expect(dismissal && takeBack(checking, dismissal)).toBeUndefined()
  })
})

it('a rule that a report switches off is not applied to it', () => {
  const off = switchRule(undefined, 'text.repeat', false)
  expect(checkReport({ ...report, checking: off }).filter(({ rule }) => rule === 'text.repeat')).toEqual([])
  expect(off && switchRule(off, 'text.repeat', true)).toBeUndefined()
})
