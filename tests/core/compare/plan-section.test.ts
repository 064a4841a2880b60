import { describe, expect, it } from 'vitest'
import { isPlanSection } from '#core/compare/frame.ts'

/** A part taken for a plan is rolled forward as promises and pairs with no result: only a heading that says it outright makes one. */
describe('of a report on 2024', () => {
  it.each(['三、下步打算', '三、下一步打算', '四、2025年工作要点', '三、存在问题及下步打算', '四、努力方向', '三、问题与努力方向', '四、未来展望', '五、今后工作思路', '三、来年工作安排', '第二部分 2025年工作'])('%s is a plan', (line) => expect(isPlanSection([line], 2024)).toBe(true))
  it.each(['一、聚焦中心任务', '二、围绕全年目标任务，强化落实', '三、提案办理工作', '一、明确努力方向，夯实思想根基', '二、重点工作完成情况', '三、落实决策部署', '一、过去一年工作回顾', '二、下足功夫抓重点'])('%s is none', (line) => expect(isPlanSection([line], 2024)).toBe(false))
})
