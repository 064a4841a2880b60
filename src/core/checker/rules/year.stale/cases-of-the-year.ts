import type { Cases } from '../../case.ts'

const title = '某县卫生健康局2024年工作总结'
const open = '全县卫生健康工作稳步推进，服务能力持续提升。'

/** Phrases that a report says of its own year (回顾2024年, 完成2024年目标任务, 截至2024年12月底), and the date under it. */
export const ofTheYearCases: Cases = {
  valid: [
    { why: 'beside this year, as a base, of what is told of the year before', year: 2024, title, text: [open, '截至2023年底，建成村卫生室56个，今年新增12个。', '1月，召开2023年度工作总结会，部署新一年任务。', '2月，完成2023年度考核、述职评议和财务决算。', '在2023年取得的成绩基础上，继续推进医共体建设。', '回顾2023年，我们夯实了基础；2024年，我们乘势而上。', '完成2023年结转项目12个，完成2023年度专项审计反馈问题整改21项。'] },
    { why: 'a month of the year before that something began in, or December', year: 2024, title, text: [open, '2023年11月开工的门诊楼，于今年10月投用。', '自2023年3月我院组织开展专项行动以来，共排查隐患312处。', '2023年9月，我院启动迁建工程，目前主体已封顶。', '2023年12月，全院走访慰问困难职工36户。2024年又走访42户。'] },
    { why: 'the year is this one, and one of the plan', year: 2024, title, text: ['回顾2024年工作，成绩来之不易。', '截至2024年11月底，参保26.3万人。', '2024年8月，我院承办全市护理技能竞赛。', '# 二、2025年工作打算', '站在新的起点，做好2025年工作意义重大。我们将继续努力。'] },
    { why: 'signed in the last days of the year, and in the next', year: 2024, title, text: ['全年完成诊疗86万人次。', '县卫生健康局', '2024年12月20日'] },
    { year: 2024, title, text: ['全年完成诊疗86万人次。', '（2025年1月6日）'] },
    { why: 'of a date among others', year: 2024, title, text: ['2023年12月20日', '全院开展义诊。', '2024年3月5日', '全院开展志愿服务。', '2024年12月5日'] },
    { why: 'a report to an assembly, named by its delivery', year: 2024, title: '某县人民检察院2024年工作报告', text: ['2023年，我院共办理审查逮捕案件312件。2023年11月，我院承办全市现场会。'], last: { year: 2023, title: '某县人民检察院2023年工作报告', text: ['2022年，我院共办理审查逮捕案件298件。'] } },
  ],
  invalid: [
    {
      why: 'what a report says of its own year', year: 2024, title,
      text: [open, '回首2023年，全院职工一路拼搏。', '总结2023年的工作，主要有以下几点体会。', '圆满完成了2023年各项目标任务。', '截至2023年10月底，全县家庭医生签约服务26.3万人。', '2023年9月，门诊党支部举办党纪学习教育读书班。', '2023年取得的成绩，是全体干部职工共同努力的结果。', '2023年工作中还存在一些不足。'],
      findings: [
        { message: '回顾的年份应为2024年，文中为2023年', at: '回首‹2023›年', suggestion: '2024' },
        { message: '回顾的年份应为2024年，文中为2023年', at: '总结‹2023›年', suggestion: '2024' },
        { message: '完成任务的年份应为2024年，文中为2023年', at: '完成了‹2023›年', suggestion: '2024' },
        { message: '统计截止的年份应为2024年，文中为2023年', at: '截至‹2023›年', suggestion: '2024', severity: 'info' },
        { message: '所述工作的年份应为2024年，文中为2023年', at: '‹2023›年9月', suggestion: '2024' },
        { message: '所述成绩的年份应为2024年，文中为2023年', at: '‹2023›年取得', suggestion: '2024', severity: 'info' },
        { message: '所述工作的年份应为2024年，文中为2023年', at: '‹2023›年工作中', suggestion: '2024', severity: 'info' },
      ],
    },
    { why: 'signed a year too early', year: 2024, title, text: ['全年完成诊疗86万人次。', '县卫生健康局', '二〇二三年十二月二十日'], findings: [{ message: '本报告所述为2024年，落款日期为2023年', at: '‹二〇二三›年' }] },
    { year: 2024, title, text: ['全年完成诊疗86万人次。', '县卫生健康局', '2023年12月20日'], findings: [{ message: '本报告所述为2024年，落款日期为2023年', at: '‹2023›年12', suggestion: '2024' }] },
    { year: 2024, title, text: ['2024年度目标任务全面完成。', '站在新的起点，做好2024年工作意义重大。我们将继续努力。'], findings: [{ message: '计划的年份应为2025年，文中为2024年', at: '做好‹2024›年', suggestion: '2025', severity: 'info' }] },
    {
      why: 'no heading says the year, last year’s report is beside it', year: 2024, title: '某县人民法院2024年工作报告', text: ['2024年，我院共受理案件8612件。2023年6月，我院承办全市执行工作现场会。'], last: { year: 2023, title: '某县人民法院2023年工作报告', text: ['2023年，我院共受理案件8126件。'] },
      findings: [{ message: '所述工作的年份应为2024年，文中为2023年', at: '‹2023›年6月', suggestion: '2024', severity: 'info' }],
    },
  ],
}
