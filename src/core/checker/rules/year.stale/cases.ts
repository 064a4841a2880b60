import type { Cases } from '../../case.ts'
import type { Origin } from '../../../model/report.ts'

const origin: Origin = { from: 'report', reportId: 'r1', title: '2020年工作报告', year: 2020 }
const draft = { status: 'draft', year: 2021, origin } as const

export const cases: Cases = {
  valid: [
    { text: ['# 2024年工作回顾', '2024年，县政协召开常委会会议6次。', '# 2025年工作任务', '2025年是“十四五”收官之年。'] },
    { why: 'named by the year of delivery', title: '2024年政府工作报告', year: 2023, text: ['# 2023年工作回顾', '文。', '# 2024年工作任务', '文。'] },
    { why: 'plans, series, titles of documents', text: ['# 2024年工作回顾', '落实《2023年提案办理办法》，比2023年增加12件，“2023年度优秀提案”揭晓。', '# “十四五”规划和2035年远景目标'] },
    { why: 'the opening looks back', title: '2024年工作综述', text: ['2023年是全面贯彻党的二十大精神的开局之年，2024年是实现“十四五”规划目标任务的关键一年。'] },
    { why: 'five years', title: '2024年工作综述', text: ['# 2019—2023年工作回顾', '文。'] },
    {
      ...draft,
      why: 'a draft that speaks of the year before on purpose',
      text: ['2021年，召开会议6次，比2020年增加2次；自2020年起推行；2020年以来累计12次；落实《2020年工作要点》；2016—2020年共5件。'],
    },
    { why: 'nobody said the year', text: ['2023年，县政协召开会议6次。'], year: 2024 },
  ],
  invalid: [
    {
      text: ['# 2024年工作回顾', '文。', '# 2024年工作任务', '文。'],
      date: '2025年1月12日',
      findings: [{ message: '工作任务的年份应为2025年，文中为2024年', at: '‹2024›年工作任务', suggestion: '2025' }],
    },
    {
      title: '某县政协2024年工作综述',
      text: ['# 2023年工作回顾', '文。', '# 2025年工作安排', '文。'],
      findings: [{ message: '工作回顾的年份应为2024年，文中为2023年', at: '‹2023›年工作回顾', suggestion: '2024' }],
    },
    {
      title: '某县政协2024年工作综述',
      text: ['2023年是中华人民共和国成立75周年，是实现规划目标任务的关键一年。全年工作取得新成效。', '展望2024年，任重道远。'],
      findings: [
        { message: '本报告所述年份应为2024年，文中为2023年', at: '‹2023›年是中华', suggestion: '2024' },
        { message: '展望的年份应为2025年，文中为2024年', at: '展望‹2024›年', suggestion: '2025' },
      ],
    },
    {
      ...draft,
      text: ['# 2020年工作回顾', '2020年，县政协召开常委会会议6次。', '围绕2020年重点工作开展监督。', '# 2021年工作任务', '文。'],
      findings: [
        { message: '工作回顾的年份应为2021年，文中为2020年', at: '‹2020›年工作回顾', suggestion: '2021' },
        { message: '上一份报告的年份可能未改，应为2021年，文中为2020年', at: '‹2020›年，县政协', suggestion: '2021' },
        { message: '上一份报告的年份可能未改，应为2021年，文中为2020年', at: '围绕‹2020›年重点', suggestion: '2021' },
        { message: '工作任务的年份应为2022年，文中为2021年', at: '‹2021›年工作任务', suggestion: '2022' },
      ],
    },
  ],
}
