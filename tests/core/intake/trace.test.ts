import { describe, expect, it } from 'vitest'
import { moveParagraph } from '#core/edit/sections.ts'
import { doubtsOf } from '#core/intake/doubts.ts'
import { linesOfText, recoverReport } from '#core/intake/recover.ts'
import { traceLines } from '#core/intake/trace.ts'
import { plainParagraphs } from '#core/model/plain-text.ts'
import { seedReport, SEEDS, seedText } from '../../gold/gold.ts'

const recover = (text: string) => recoverReport(linesOfText(text), { id: 'r', origin: { from: 'blank' } })

describe('where the lines of a source went', () => {
  it.each(SEEDS)('%s: every line with words is somewhere, in a block that holds its words', (seed) => {
    const report = seedReport(seed)
    const source = linesOfText(seedText(seed))
    const blocks = new Map(plainParagraphs(report).map(({ id, text }) => [id, text.replace(/\s+/gu, '')]))
    const lost = source.filter(({ text }, i) => text.replace(/[^\p{L}\p{N}]/gu, '').length >= 4 && traceLines(source, report)[i] === undefined)
    expect(lost.map(({ text }) => text)).toEqual([])
    traceLines(source, report).forEach((id, i) => {
      const words = (source[i]?.text ?? '').replace(/\s+/gu, '').slice(0, 6)
      const block = id === undefined ? undefined : blocks.get(id)
      if (block !== undefined && /^\p{Script=Han}{6}$/u.test(words)) expect(block).toContain(words)
    })
  })
})

describe('what an editor should look at', () => {
  it.each(SEEDS)('%s: next to nothing', (seed) => {
    // features of newspapers do not name their body in their head
    expect(doubtsOf(seedReport(seed)).filter(({ blockId }) => blockId !== undefined).length).toBeLessThanOrEqual(2)
  })
  it('what was matched by content, with how sure that is; nothing where the source is in order', () => {
    const about = (seed: (typeof SEEDS)[number]): string[] => doubtsOf(seedReport(seed), linesOfText(seedText(seed))).map(({ message }) => message).filter((m) => m.includes('按内容配对'))
    expect(SEEDS.map((seed) => about(seed).length)).toEqual([5, 0, 1, 0, 0])
    expect(about(SEEDS[0])[0]).toMatch(/“一、.*把握(?:较大|一般|不大）?)/u)
  })
  it('a paragraph that speaks of another section, which it can be moved to', () => {
    const report = recover('临江县政协2023年工作报告\n\n一、强化政治引领\n　　加强理论武装。全年开展党组理论学习，抓好党建和党纪学习教育，落实从严治党责任。\n　　做好社情民意信息。关注民生福祉，办好提案，推动就业、医疗、教育、养老等群众关心的事项得到解决。\n二、服务中心大局\n　　开展协商议政。围绕高质量发展和重大项目调研视察、建言资政，助力经济发展。\n三、关注民生福祉\n　　深化为民服务。办好提案，群众受益。')
    const [doubt] = doubtsOf(report).filter(({ moveTo }) => moveTo !== undefined)
    expect(doubt?.message).toBe('“做好社情民意信息。关注民生福祉，办好…”更像“三、关注民生福祉”的内容，可能放错了位置。')
    const moved = moveParagraph(report, doubt?.blockId ?? '', doubt?.moveTo ?? '')
    expect(moved.sections.filter(({ level }) => level > 0).map(({ paragraphs }) => paragraphs.length)).toEqual([1, 1, 2])
    expect(moveParagraph(report, 'none', 'none')).toBe(report)
  })
  it('a gap in the numbers, a heading without text, a line by itself, a sentence that stops, a head without year', () => {
    const report = recover('临江县政协工作报告\n\n一、提案\n　　收到提案168件，立案143件，办理工作取得新成效。\n三、协商\n　　开展协商十二次，成效明显。\n四、文史\n五、其他\n　　工作有新进展，成绩显著。')
    expect(doubtsOf(report).map(({ message }) => message)).toEqual([
      '没有识别出报告年份，请填写。',
      '“三、协商”前面缺少序号 2，可能有标题没有认出，或顺序颠倒。',
      '“四、文史”下面没有文字，可能放错了位置，或它不是标题。',
    ])
  })
})

describe('a government report', () => {
  const report = recover(`政府工作报告
——2024年1月23日在临江省第十四届人民代表大会第二次会议上
临江省人民政府省长　张三
各位代表：
　　现在，我代表省人民政府，向大会报告工作，请予审议。
　　一、2023年工作回顾
　　全省地区生产总值4.2万亿元，增长5.8%；一般公共预算收入3812亿元，增长6.1%。
　　（一）着力扩内需稳增长，经济运行回升向好。坚持把扩大内需摆在优先位置，实施重大项目1260个，完成投资8210亿元。
　　（二）着力抓创新促转型，产业体系加快升级。全社会研发投入强度达到2.68%，新增国家级企业112家①。
　　二、2024年重点工作
　　今年，我们将重点抓好八个方面工作，推动经济实现质的有效提升和量的合理增长。
　　各位代表！让我们更加紧密地团结起来，踔厉奋发、勇毅前行，为谱写中国式现代化临江篇章而努力奋斗！
名词解释
1．小巨人企业：指专注于细分市场、创新能力强的排头兵企业。`)
  it('headings of two levels, the closing, and the terms that it explains', () => {
    const lines = (sections: typeof report.sections): unknown[] => sections.map((s) => [s.level, s.number + s.heading, s.paragraphs.length, ...lines(s.sections)])
    expect(lines(report.sections)).toEqual([
      [0, '', 2],
      [1, '一、2023年工作回顾', 1, [2, '（一）着力扩内需稳增长，经济运行回升向好。', 1], [2, '（二）着力抓创新促转型，产业体系加快升级。', 1]],
      [1, '二、2024年重点工作', 1],
      [0, '', 1],
      [1, '名词解释', 1],
    ])
    expect(report).toMatchObject({ title: '政府工作报告', byline: '临江省人民政府省长　张三', year: 2023, body: '临江省人民政府' })
  })
})
