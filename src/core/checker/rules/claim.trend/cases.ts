import type { Cases } from '../../case.ts'

export const cases: Cases = {
  valid: [
    { text: ['采纳率连续五年保持上升。'], last: { text: ['采纳率连续四年保持上升。'], year: 2023 } },
    { why: 'of another thing', text: ['社情民意信息连续三年居全市第一。'], last: { text: ['宣传工作连续五年居全市第一。'], year: 2023 } },
    { why: 'four years apart', text: ['采纳率连续八年保持上升。'], last: { text: ['采纳率连续四年保持上升。'], year: 2020 } },
    { why: 'rose every year', text: ['立案提案143件，连续三年增长。'], last: { text: ['立案提案138件。'], year: 2023 }, others: [{ text: ['立案提案131件。'], year: 2022 }, { text: ['立案提案120件。'], year: 2021 }] },
    { why: 'a plan', text: ['力争信息采用量连续四年居全市第一。'], last: { text: ['信息采用量连续四年居全市第一。'], year: 2023 } },
    { why: 'nothing is known', text: ['毕业生就业率96.3%，连续三年保持在95%以上。'], last: { text: ['毕业生就业率95.2%。'], year: 2022 } },
  ],
  invalid: [
    {
      text: ['采纳率连续四年保持上升。'], last: { text: ['采纳率连续四年保持上升。'], year: 2023 },
      findings: [
        { message: '2023年报告写作“连续四年”，4 + 1 = 5，此处应为“连续五年”，文中写作“连续四年”', at: '‹连续四年›', suggestion: '连续五年' },
      ],
    },
    {
      text: ['平安建设满意度连续9年位列全省前十。'], body: '某县人民政府', last: { text: ['平安建设满意度连续7年位列全省前十。'], year: 2023 },
      findings: [
        { message: '2023年报告写作“连续7年”，7 + 1 = 8，此处应为“连续8年”，文中写作“连续9年”', at: '‹连续9年›', suggestion: '连续8年' },
      ],
    },
    {
      text: ['立案提案143件，连续三年增长。'], last: { text: ['立案提案128件。'], year: 2023 }, others: [{ text: ['立案提案131件。'], year: 2022 }, { text: ['立案提案120件。'], year: 2021 }],
      findings: [
        { message: '“立案提案”2022年为131件，2023年为128件，是下降，与“连续三年增长”不符', at: '‹连续三年增长›', also: ['‹143件›'] },
      ],
    },
    {
      text: ['毕业生就业率96.3%，连续三年保持在95%以上。'], body: '某学院', last: { text: ['毕业生就业率93.8%。'], year: 2023 },
      findings: [
        { message: '“毕业生就业率”2023年为93.8%，低于95%，与“连续三年保持在95%以上”不符', at: '‹连续三年保持在95%以上›', also: ['‹96.3%›'] },
      ],
    },
    {
      why: 'the years may be counted with the first or without', text: ['立案提案143件，连续三年增长。'], last: { text: ['立案提案138件。'], year: 2023 }, others: [{ text: ['立案提案131件。'], year: 2022 }, { text: ['立案提案135件。'], year: 2021 }],
      findings: [
        { message: '“立案提案”2021年为135件，2022年为131件，是下降，与“连续三年增长”不符', at: '‹连续三年增长›', also: ['‹143件›'], severity: 'info' },
      ],
    },
  ],
}
