import type { Cases } from '../../case.ts'

/** One thing told again in plain words: reached after all, rounded, of every single one. */
export const casesPlainlyAgain: Cases = {
  valid: [
    { why: 'rounded, and cut off', text: ['全院共受理各类案件15437件。面对全年受理的1.54万余件案件，全体干警勇挑重担。', '集团公司全年实现营业收入63.58亿元。集团营业收入达到63.6亿元，再上台阶。'] },
    { why: 'told again rightly', text: ['全县一般公共预算收入完成27.36亿元。在减收因素较多的情况下，全县一般公共预算收入仍完成27.36亿元。', '举办焊工、茶艺等培训班26期。总的看，26期培训班班班满员。'] },
    { why: 'received and settled, this year and the last', text: ['全年受理各类案件12846件。审结1.82万件积案的目标尚未下达。', '上年受理案件18246件。全年受理案件12846件。'] },
    { why: 'two kinds, two places, two levels', text: ['门诊量达到98.6万人次。住院量达到96.8万人次。', '全市一般公共预算收入完成182.3亿元。全市一般公共预算支出仍完成183.2亿元。', '全县税收收入完成16.53亿元。全县非税收入仍完成15.63亿元。'] },
    { why: 'one city and one of its counties', text: ['全市规上工业增加值完成153.8亿元。全县规上工业增加值仍完成158.3亿元。'] },
    { why: 'of another body, of some of them', text: ['全年举办电商培训班32期。镇妇联23期培训班期期爆满。', '共收到提案243件。重点提案23件，32件重点提案件件落实。', '办理建议136件。其中，163件建议件件有回音。'] },
    { why: 'income and profit, of the group and of a subsidiary', text: ['集团公司实现营业收入48.72亿元。远航物流公司营业收入达到47.8亿元。', '集团公司实现营业收入48.72亿元。集团营业成本达到47.8亿元。'] },
    { why: 'three digits rounded alike by chance', text: ['新增城镇就业12846人。1.82万名群众参加技能培训。', '发放贷款12.846亿元。收回贷款18.2亿元。'] },
  ],
  invalid: [
    {
      text: ['全县社会消费品零售总额完成146.7亿元。在市场需求偏弱的情况下，全县社会消费品零售总额依然达到164.7亿元，居全市前列。'],
      findings: [{ message: '“社会消费品零售总额”前后不一致：前面为146.7亿元，此处为164.7亿元', at: '‹164.7亿元›', also: ['‹146.7亿元›'], severity: 'warning' }],
    },
    {
      text: ['全年完成图书外借37.4万册次。', '在图书外借量达到34.7万册次的情况下，读者投诉保持为零。'],
      findings: [{ message: '“图书外借”前后不一致：前面为37.4万册次，此处为34.7万册次', at: '‹34.7万册次›', also: ['‹37.4万册次›'], severity: 'warning' }],
    },
    {
      text: ['全年共受理各类诉求23657件。面对全年受理的2.63万余件诉求，话务人员昼夜值守。'],
      findings: [{ message: '“诉求”前后可能不一致：前面为23657件，此处为2.63万余件', at: '‹2.63万余件›', also: ['‹23657件›'], severity: 'info' }],
    },
    {
      text: ['公司全年实现发电收入35.84亿元，上缴税费1.46亿元。', '公司发电收入达到38.5亿元，创历史新高。'],
      findings: [{ message: '“发电收入”前后不一致：前面为35.84亿元，此处为38.5亿元', at: '‹38.5亿元›', also: ['‹35.84亿元›'], severity: 'warning' }],
    },
    {
      text: ['全年举办社区、校园等法治讲座43场。', '一年来，34场法治讲座场场爆满。'],
      findings: [{ message: '“法治讲座”前后不一致：前面为43场，此处为34场', at: '‹34场›', also: ['‹43场›'], severity: 'warning' }],
    },
    {
      text: ['一年来，共征集意见建议、提案等提案126件。', '162件提案件件有答复。'],
      findings: [{ message: '“提案”前后不一致：前面为126件，此处为162件', at: '‹162件›', also: ['‹126件›'], severity: 'warning' }],
    },
  ],
}
