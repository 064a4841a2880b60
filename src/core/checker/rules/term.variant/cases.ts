import type { Cases } from '../../case.ts'

export const cases: Cases = {
  valid: ['截至2024年底，共有会员1.2万人。'],
  invalid: [{ text: ['截止2024年底，共有会员1.2万人。'], findings: [{ message: '“截止”应为“截至”：“截止”表示停止，后接时间、表示“到某时为止”用“截至”', at: '‹截止›2024', suggestion: '截至' }] }],
}
