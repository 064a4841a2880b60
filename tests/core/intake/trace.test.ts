import { describe, expect, it } from 'vitest'
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
  it('a gap in the numbers, a heading without text, a line by itself, a sentence that stops, a head without year', () => {
    const report = recover('临江县政协工作报告\n\n一、提案\n　　收到提案168件，立案143件，办理工作取得新成效。\n三、协商\n　　开展协商十二次，成效明显。\n四、文史\n五、其他\n　　工作有新进展，成绩显著。')
    expect(doubtsOf(report).map(({ message }) => message)).toEqual([
      '没有识别出报告年份，请填写。',
      '“三、协商”前面缺少序号 2，可能有标题没有认出，或顺序颠倒。',
      '“四、文史”下面没有文字，可能放错了位置，或它不是标题。',
    ])
  })
})
