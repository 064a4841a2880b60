import type { Cases } from '../../case.ts'

export const cases: Cases = {
  valid: [
    '收到提案168件，立案143件，办复143件。',
    { why: 'older cases are decided too', text: ['新收案件8642件，审结8815件，结收比102%。'] },
    { why: 'older cases are decided too', text: ['受理案件8642件，审结8815件（含旧存案件）。'] },
    { why: 'more than one came of each', text: ['走访企业36家，解决问题132个。'] },
    { why: 'persons and visits', text: ['接待群众426人，其中集体访58批612人次。'] },
    { why: 'a stock and a flow', text: ['新增企业120家，总量达3560家，其中规上企业412家。'] },
    { why: 'over the years', text: ['今年立案143件，本届以来累计办复提案1108件。'] },
    { why: 'another year', text: ['去年收到提案150件，今年立案168件。'] },
    { why: 'things of other kinds', text: ['提交提案88件、大会发言17篇，采用信息256篇，其中全国政协采用7篇。'] },
    { why: 'approximations meet', text: ['参加考核近300人，合格约300人。'] },
    { why: 'what is planned may be exceeded', text: ['计划完成投资100亿元，实际完成120亿元。'] },
    { why: 'a new topic', text: ['开展视察12次，其中专项视察4次，组织培训36次。'] },
  ],
  invalid: [
    { text: ['全年共收到提案168件，经审查立案186件。'], findings: [{ message: '立案186件大于收到168件：186 − 168 = 18', at: '‹186件›', also: ['‹168件›'] }] },
    { text: ['本次会议应到代表268名，实到281名。'], findings: [{ message: '实到281名大于应到268名：281 − 268 = 13', at: '‹281名›', also: ['‹268名›'] }] },
    {
      text: ['一般公共预算收入38.52亿元，其中税收收入82.31亿元。'],
      findings: [{ message: '税收收入82.31亿元大于一般公共预算收入38.52亿元：82.31亿 − 38.52亿 = 43.79亿', at: '‹82.31亿元›', also: ['‹38.52亿元›'] }],
    },
    {
      text: ['受理审查逮捕案件486件732人，批准逮捕315件801人。'],
      findings: [{ message: '批准逮捕801人大于受理732人：801 − 732 = 69', at: '‹801人›', also: ['‹732人›'] }],
    },
    { text: ['报名考试的78人中，有84人通过。'], findings: [{ message: '其中84人大于总数78人：84 − 78 = 6', at: '‹84人›', also: ['‹78人›'] }] },
    { text: ['受理案件9398件（含旧存756件），审结9815件。'], findings: [{ message: '审结9815件大于受理9398件：9815 − 9398 = 417', at: '‹9815件›', also: ['‹9398件›'] }] },
  ],
}
