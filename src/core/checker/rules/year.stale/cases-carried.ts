import type { Cases } from '../../case.ts'

/** Years of headings and openings that tell what was done, and years that the report's own title or last year's plan contradicts. */
export const carriedCases: Cases = {
  valid: [
    { why: 'what was done of the tasks of the year', year: 2025, text: ['# 一、2025年重点工程进展', '文。', '# 二、2026年工作安排', '文。'] },
    { why: 'tasks of the year before those of the next', year: 2025, text: ['# 一、2025年重点任务', '文。', '# 二、2026年工作安排', '文。'] },
    { why: 'projects of the year, replies to proposals, demands met', title: '某区住建局2025年工作总结', year: 2025, text: ['# 一、2025年重点项目', '文。', '# 二、2025年建议提案办理结果', '文。', '# 三、2025年工作要求落实成效', '文。'] },
    { why: 'reports named by their year of delivery, and by the year that they tell of', title: '某县2025年政府工作报告', year: 2024, text: ['现就2024年政府工作情况报告如下，请予审议。'] },
    { why: 'the same year, and another subject', title: '某局2024年度法治政府建设情况报告', year: 2024, text: ['现将2024年度法治政府建设情况报告如下。', '下面，将2023年度巡察反馈问题整改情况通报如下。', '本报告所列数据的统计期限自2024年1月1日起至2024年12月31日止。'] },
    { why: 'a report on what another year’s audit found', title: '某市审计局2024年度审计工作报告', year: 2024, text: ['受市政府委托，现将2023年度市级预算执行和其他财政收支审计情况报告如下。'] },
    { why: 'what is done before its year', year: 2025, text: ['2025年，全县工作取得新成效。', '截至2024年12月底，已完成2025年度医保参保缴费28.6万人，为年度目标的98%。', '截至2024年底，完成2025年度预算编制，占全年任务的100%。', '截至2025年11月底，2025年度民生实事项目全部完成。', '截至2024年底，2024年度目标任务全部完成。'] },
    { why: 'goals of the plan’s own year, and of the last months before it', year: 2025, text: ['# 2026年工作思路', '确保2026年6月底前建成开放，力争2025年底前完成立项。', '确保2025年6月开工的项目2026年竣工。', '# 2025年工作完成情况', '确保2025年6月底前建成的目标如期实现。'] },
    { why: 'a state of then before what came later', title: '某县农业农村局2023年工作总结', year: 2023, text: ['截至2022年12月底，完成投资3.2亿元，占总投资的64%。今年以来，又完成1.8亿元。', '项目于2021年开工，截至2022年底，完成主体工程3处；2023年全部建成。', '该村截至2022年底，建成大棚36座，目前已全部投产。', '截至2022年底，完成管网改造26公里，剩余12公里于5月完工。'] },
    { why: 'the plan moved on with the year', year: 2024, text: ['# 来年工作思路', '2025年，市文联将持续深化文艺惠民。'], last: { year: 2023, text: ['# 来年工作思路', '2024年，市文联将持续深化文艺惠民。'] } },
    { why: 'what was done of last year’s plan', year: 2024, text: ['# 一、主要工作', '2024年，市文联将文艺惠民作为重点，举办展演36场。'], last: { year: 2023, text: ['# 来年工作思路', '2024年，市文联将持续深化文艺惠民。'] } },
  ],
  invalid: [
    {
      why: 'the title says another year', title: '某局2025年度普法责任制落实情况报告', year: 2025, text: ['现将我局2024年度普法责任制落实情况报告如下。'],
      findings: [{ message: '标题为2025年，此处为2024年，同一报告的年份应当一致', at: '我局‹2024›年度', also: ['某局‹2025›年度'], suggestion: '2025' }],
    },
    {
      why: 'the span of an annual report', title: '某镇2024年政府信息公开工作年度报告', year: 2024, text: ['本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。'],
      findings: [{ message: '标题为2024年，此处为2023年，同一报告的年份应当一致', at: '自‹2023›年1月', also: ['某镇‹2024›年政府'], suggestion: '2024' }],
    },
    {
      why: 'the goals of a year are not reached in the one before', year: 2025, text: ['截至2024年12月底，全镇已完成2025年度危房改造126户，为年度目标120户的105%。', '截至2024年11月，2025年十件民生实事项目已全部完成。'],
      findings: [
        { message: '2025年度的目标不会在2024年完成', at: '截至‹2024›年12', also: ['完成‹2025›年度'], suggestion: '2025' },
        { message: '2025年度的目标不会在2024年完成', at: '截至‹2024›年11', also: ['，‹2025›年十件'], suggestion: '2025' },
      ],
    },
    {
      why: 'a plan whose goals lie in the year before', year: 2025, text: ['# 二、2026年重点任务', '加快游泳馆建设，确保2025年6月底前建成开放。', '到2025年9月，全面完成老旧小区改造36个。'],
      findings: [
        { message: '标题为2026年的计划，目标期限为2025年', at: '确保‹2025›年', suggestion: '2026' },
        { message: '标题为2026年的计划，目标期限为2025年', at: '到‹2025›年', suggestion: '2026' },
      ],
    },
    {
      why: 'a state of the end of the year before', title: '某县总工会2023年工作总结', year: 2023, text: ['职工服务持续提升。截至2022年12月底，建成职工书屋27家。', '截至2022年底，全县各级工会救助困难职工312人次。'],
      findings: [
        { message: '统计截止的年份应为2023年，文中为2022年', at: '‹2022›年12', suggestion: '2023' },
        { message: '统计截止的年份应为2023年，文中为2022年', at: '‹2022›年底', suggestion: '2023' },
      ],
    },
    {
      why: 'the plan of last year', year: 2024, text: ['# 来年工作思路', '2024年，市文联将持续深化文艺惠民。'], last: { year: 2023, text: ['# 来年工作思路', '2024年，市文联将持续推进文艺惠民。'] },
      findings: [{ message: '上一份报告（2023年）计划的是2024年，本报告计划的年份应为2025年，文中为2024年', at: '‹2024›年，市文联', suggestion: '2025' }],
    },
    {
      title: '某区住建局2025年工作总结', year: 2025, text: ['# 一、工作回顾', '文。', '# 二、2025年重点工作推进计划', '文。'],
      findings: [{ message: '工作任务的年份应为2026年，文中为2025年', at: '‹2025›年重点工作', suggestion: '2026' }],
    },
  ],
}
