import { describe, expect, it } from 'vitest'
import { alignReports } from '#core/compare/align.ts'
import { linesOfText, recoverReport } from '#core/intake/recover.ts'
import { headingText, plainText } from '#core/model/plain-text.ts'
import type { Report } from '#core/model/report.ts'
import { allParagraphs, allSections } from '#core/model/tree.ts'
import { seedReport, SEEDS } from '../../gold/gold.ts'
import { MARKED, readMarked } from './marked-pairs.ts'

const report = (id: string, text: string): Report => recoverReport(linesOfText(text), { id, origin: { from: 'blank' } })
const heading = (of: Report, id: string | undefined): string | undefined => {
  const found = allSections(of.sections).find((s) => s.id === id)
  return found && headingText(found)
}

describe('sections', () => {
  const now = readMarked(MARKED, 'cppcc-county', 'this').report
  const last = readMarked(MARKED, 'cppcc-county', 'last').report
  const { sections, paragraphs } = alignReports(now, last)
  it('are aligned though renamed and reordered', () => {
    expect(sections.filter((s) => s.this !== undefined && heading(now, s.this) !== '').map((s) => [heading(now, s.this), heading(last, s.last)])).toEqual([
      ['一、突出思想引领，在凝心铸魂中坚定方向', '一、坚持党的领导，把牢政治方向'],
      ['二、倾听民生关切，在为民履职中展现担当', '三、践行履职为民，增进民生福祉'],
      ['三、围绕中心任务，在服务大局中彰显作为', '二、聚焦中心大局，助推高质量发展'],
      ['四、夯实履职根基，在固本强基中激发活力', '四、加强自身建设，提升履职能力'],
      ['五、2024年工作思路', '五、2023年工作打算'],
    ])
  })
  it('say which were moved', () => expect(sections.filter((s) => s.moved && s.last !== undefined)).toHaveLength(1))
  it('and their paragraphs with them', () => {
    const text = (of: Report, id: string | undefined): string => plainText(allParagraphs(of).find((p) => p.id === id)?.content ?? []).slice(0, 4)
    expect(paragraphs.filter((p) => p.this !== undefined && p.last !== undefined).map((p) => [text(now, p.this), text(last, p.last)])).toEqual(expect.arrayContaining([['提案办理', '做优提案'], ['民意信息', '反映社情'], ['助力企业', '服务发展'], ['扩大宣传', '讲好政协']]))
  })
  it('each part stands in one entry', () => {
    expect(paragraphs.flatMap((p) => p.this ?? []).sort()).toEqual(allParagraphs(now).map((p) => p.id).sort())
    expect(paragraphs.flatMap((p) => p.last ?? []).sort()).toEqual(allParagraphs(last).map((p) => p.id).sort())
  })
  it('a paragraph that went under another heading has moved', () => {
    const before = report('a', '2023年综述\n一、提案\n提案办理提质增效，全年立案提案一百件并全部办复。\n二、信息\n社情民意信息直达省政协，得到领导批示。大会发言材料质量提高。\n文史资料征编工作取得新进展，出版文史专辑。')
    const after = report('b', '2024年综述\n一、提案\n提案办理提质增效，全年立案提案一百件并全部办复。\n文史资料征编工作取得新进展，出版文史专辑。\n二、信息\n社情民意信息直达省政协，得到领导批示。大会发言材料质量提高。')
    expect(alignReports(after, before).paragraphs.filter((p) => p.moved).map((p) => plainText(allParagraphs(after).find(({ id }) => id === p.this)?.content ?? []).slice(0, 4))).toEqual(['文史资料'])
  })
  it.each(SEEDS)('a report aligned with itself: %s', (seed) => {
    const whole = seedReport(seed)
    const { sections: s, paragraphs: p } = alignReports(whole, structuredClone(whole))
    expect([...s, ...p].every((entry) => entry.this === entry.last && !entry.moved)).toBe(true)
  })
})
