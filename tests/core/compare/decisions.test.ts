import { describe, expect, it } from 'vitest'
import { compareReports, reportFeatures } from '#core/compare/compare.ts'
import { buildSeries } from '#core/compare/series.ts'
import { counterpartOf, findCounterpart, lessonsOf } from '#core/compare/decisions.ts'
import { linesOfText, recoverReport } from '#core/intake/recover.ts'
import { figureNodeSchema, normalizeInlines, textNode, type Inline, type Match } from '#core/model/inline.ts'
import { plainText } from '#core/model/plain-text.ts'
import type { Report } from '#core/model/report.ts'
import { mapParagraphs } from '#core/model/tree.ts'

const report = (id: string, text: string): Report => recoverReport(linesOfText(text), { id, origin: { from: 'blank' } })

/** The report with the editor's word on the figure of this surface. */
function deciding(of: Report, text: string, indicator: string, unit: string, matches: Match[]): Report {
  return mapParagraphs(of, (paragraph) => {
    const at = plainText(paragraph.content).indexOf(text)
    if (at < 0) return paragraph
    const whole = plainText(paragraph.content)
    const figure: Inline = figureNodeSchema.parse({ type: 'figure', text, id: 'f1', indicator, unit, kind: 'quantity', state: 'stated', matches })
    const pieces = [whole.slice(0, at), whole.slice(at + text.length)]
    return { ...paragraph, content: normalizeInlines([...(pieces[0] ? [textNode(pieces[0])] : []), figure, ...(pieces[1] ? [textNode(pieces[1])] : [])]) }
  })
}
const feature = (of: Report, text: string) => {
  const found = reportFeatures(of).find((f) => f.figure.text === text)
  if (!found) throw new Error(`no figure ${text}`)
  return found
}
const pairs = (now: Report, before: Report, lessons?: Parameters<typeof compareReports>[2]): string[] => compareReports(now, before, lessons).pairs.map((p) => `${p.this.text} ~ ${p.last.text}`)

const last = report('last', '2023年工作综述\n一、提案工作\n全年收到提案168件，立案143件。\n二、为民服务\n“民情茶室”接待群众来访320人次。完成投资4.4亿元。')
const now = report('now', '2024年工作综述\n一、提案工作\n全年收到提案175件，立案150件。\n二、为民服务\n委员会客厅线下会客410人次。完成投资5.2亿元。')

describe('what the editor said of pairs', () => {
  it('is not guessed: a renamed indicator stands alone at first', () => expect(pairs(now, last)).toEqual(['175件 ~ 168件', '150件 ~ 143件', '5.2亿元 ~ 4.4亿元']))

  const visits: Match = { verdict: 'same', reportId: 'last', figure: counterpartOf(feature(last, '320人次').figure) }
  const confirmed = deciding(now, '410人次', feature(now, '410人次').figure.indicator, '人次', [visits])

  it('makes a pair', () => {
    const made = compareReports(confirmed, last).pairs.find((p) => p.this.text === '410人次')
    expect(made).toMatchObject({ last: { text: '320人次' }, same: 'yes', decided: true, change: { absolute: 90 } })
  })
  it('holds for both directions', () => expect(pairs(last, confirmed)).toContain('320人次 ~ 410人次'))
  it('breaks one, and the rest finds its way', () => {
    const broken = deciding(now, '150件', '立案', '件', [{ verdict: 'different', reportId: 'last', figure: counterpartOf(feature(last, '143件').figure) }])
    expect(pairs(broken, last)).toEqual(['175件 ~ 168件', '5.2亿元 ~ 4.4亿元'])
  })
  it('leaves a figure alone', () => expect(pairs(deciding(now, '150件', '立案', '件', [{ verdict: 'none', reportId: 'last' }]), last)).not.toContain('150件 ~ 143件'))
  it('takes a counterpart away from another that the words gave it', () => {
    const swapped = deciding(now, '175件', '收到提案', '件', [{ verdict: 'same', reportId: 'last', figure: counterpartOf(feature(last, '143件').figure) }])
    expect(pairs(swapped, last)).toContain('175件 ~ 143件')
    expect(pairs(swapped, last).filter((p) => p.endsWith('143件'))).toHaveLength(1)
  })
  it('survives edits of the other report: a corrected number, words around it, another paragraph before it', () => {
    const edited = report('last', '2023年工作综述\n一、提案工作\n全年收到提案168件，立案143件。\n二、为民服务\n导语一段。\n“民情茶室”共接待群众来访320人次。完成投资4.4亿元。')
    expect(pairs(confirmed, edited)).toContain('410人次 ~ 320人次')
  })
  it('rests where its figure is gone', () => {
    const shorter = report('last', '2023年工作综述\n一、提案工作\n全年收到提案168件，立案143件。')
    expect(findCounterpart(reportFeatures(shorter), visits.figure)).toBeUndefined()
    expect(pairs(confirmed, shorter)).toEqual(['175件 ~ 168件', '150件 ~ 143件'])
  })

  it('teaches next year’s wording, and only of indicators that say something', () => {
    const next = report('next', '2025年工作综述\n一、为民服务\n全年“民情茶室”接待群众来访500人次。')
    const lessons = lessonsOf([{ report: confirmed, features: reportFeatures(confirmed) }])
    expect(pairs(next, now)).toEqual([])
    expect(pairs(next, now, lessons)).toEqual(['500人次 ~ 410人次'])
    const bare = deciding(now, '150件', '提出建议', '件', [{ verdict: 'same', reportId: 'last', figure: { ...visits.figure, indicator: '提出意见' } }])
    expect(lessonsOf([{ report: bare, features: reportFeatures(bare) }]).same.size).toBe(0)
  })
})

describe('words that contradict each other', () => {
  const at = (of: Report, text: string) => counterpartOf(feature(of, text).figure)
  const same = (text: string): Match => ({ verdict: 'same', reportId: 'last', figure: at(last, text) })
  const different = (text: string): Match => ({ verdict: 'different', reportId: 'last', figure: at(last, text) })
  const filed = (matches: Match[]): Report => deciding(now, '150件', '立案', '件', matches)

  it('of one figure the later one holds', () => {
    expect(pairs(filed([different('143件'), same('143件')]), last)).toContain('150件 ~ 143件')
    expect(pairs(filed([same('143件'), different('143件')]), last)).not.toContain('150件 ~ 143件')
    expect(pairs(filed([same('143件'), { verdict: 'none', reportId: 'last' }]), last).some((p) => p.startsWith('150件'))).toBe(false)
  })
  it('a broken pair stays broken when the words around the other figure have changed', () => {
    const edited = report('last', '2023年工作综述\n一、提案工作\n全年收到提案168件，其中，立案143件。\n二、为民服务\n“民情茶室”接待群众来访320人次。完成投资4.4亿元。')
    expect(pairs(filed([different('143件')]), edited)).not.toContain('150件 ~ 143件')
  })
  it('this report’s word goes before the other’s', () => {
    const back = deciding(last, '143件', '立案', '件', [{ verdict: 'same', reportId: 'now', figure: at(now, '150件') }])
    expect(pairs(now, back)).toContain('150件 ~ 143件')
    expect(pairs(filed([different('143件')]), back)).not.toContain('150件 ~ 143件')
    expect(pairs(deciding(now, '175件', '收到提案', '件', [same('143件')]), back)).toContain('175件 ~ 143件')
  })
  it('the other report’s figure that has no counterpart is left alone', () =>
    expect(pairs(now, deciding(last, '143件', '立案', '件', [{ verdict: 'none', reportId: 'now' }]))).not.toContain('150件 ~ 143件'))
  it('a neighbour with the same number does not take the place of a figure that is gone', () => {
    const two = report('two', '2023年工作综述\n一、收入\n城镇居民收入增长7.9%，农村居民收入增长7.9%。')
    const rural = counterpartOf((reportFeatures(two)[1] ?? feature(two, '7.9%')).figure)
    expect(findCounterpart(reportFeatures(report('two', '2023年工作综述\n一、收入\n城镇居民收入增长7.9%。')), rural)).toBeUndefined()
  })
  it('teach nothing where the other wording could be anything', () => {
    const visits = deciding(now, '410人次', '委员会客厅线下会客', '人次', [{ verdict: 'same', reportId: 'last', figure: { ...at(last, '320人次'), indicator: '提出意见建议' } }])
    expect(lessonsOf([{ report: visits, features: reportFeatures(visits) }]).same.size).toBe(0)
  })
  it('hold in series too', () => {
    const joined = (of: Report): number => buildSeries([{ ...of, year: 2024 }, { ...last, year: 2023 }]).series.find((s) => s.points.some((p) => p.figure.text === '150件'))?.points.length ?? 0
    expect(joined(now)).toBe(2)
    expect(joined(filed([{ verdict: 'none', reportId: 'last' }]))).toBe(1)
    expect(joined(filed([different('143件')]))).toBe(1)
  })
})
