import type { Cases } from '../../case.ts'

/** Years of headings and openings that tell what was done, and years that the report's own title or last year's plan contradicts. */
export const carriedCases: Cases = {
  valid: [
    { why: 'what was done of the tasks of the year', year: 2025, text: ['# 一、2025年重点工程进展', '文。', '# 二、2026年工作安排', '文。'] },
    { why: 'tasks of the year before those of the next', year: 2025, text: ['# 一、2025年重点任务', '文。', '# 二、2026年工作安排', '文。'] },
    { why: 'projects of the year, replies to proposals, demands met', title: '某区住建局2025年工作总结', year: 2025, text: ['# 一、2025年重点项目', '文。', '# 二、2025年建议提案办理结果', '文。', '# 三、2025年工作要求落实成效', '文。'] },
  ],
  invalid: [
    {
      title: '某区住建局2025年工作总结', year: 2025, text: ['# 一、工作回顾', '文。', '# 二、2025年重点工作推进计划', '文。'],
      findings: [{ message: '工作任务的年份应为2026年，文中为2025年', at: '‹2025›年重点工作', suggestion: '2026' }],
    },
  ],
}
