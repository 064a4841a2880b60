import type { Cases } from '../../case.ts'

export const cases: Cases = {
  valid: [
    '常住人口城镇化率从60.2%提高到65.2%，提高5个百分点。',
    { why: 'both levels are rounded', text: ['高速铁路运营里程从2.5万公里增加到4.2万公里，增长70%左右。'] },
    { why: 'GDP grows at constant prices', text: ['地区生产总值由312亿元增加到458亿元，年均增长6.5%。'] },
    { why: 'incomes: real growth', text: ['农村居民人均可支配收入从2.1万元增加到2.6万元，实际增长18%。'] },
    { why: 'another thing follows', text: ['社区食堂由12家增加到19家，新增养老床位320张，增长6.4%。'] },
    { why: 'against another base', text: ['高新技术企业由2019年的58家增加到174家，比上年增长12%。'] },
    { why: 'better in either direction', text: ['审批效率由15个工作日提升到7个工作日，排名由第12位上升至第8位。'] },
    { why: 'more than doubled', text: ['培训人次由1.1万人次增加到2.3万人次，翻了一番多。'] },
    { why: 'a rate that fell before', text: ['规上工业增加值增速由-3.1%提高到5.2%，进出口由下降4.2%转为增长6.1%。'] },
    { why: 'several at once', text: ['提案办理、建议办理满意率分别由96.4%、95.8%提高到98.1%、97.2%，分别提高1.7个、1.4个百分点。'] },
    { why: 'the base is adjusted', text: ['税收收入18.6亿元，比上年增加1.1亿元，同口径增长7.9%。'] },
    { why: 'another figure of last year fits', text: ['提案工作：收到提案168件，比上年增加12件。'], last: { text: ['收到提案126件。会议以来共收到提案156件。'], year: 2023 } },
    { why: 'five years back', text: ['立案提案143件，比上年增加17件。'], last: { text: ['立案提案138件。'], year: 2020 } },
    { why: 'a statistic that is revised', text: ['一般公共预算收入23.6亿元，增长5.4%。', '年末常住人口42.3万人，比上年增加0.2万人。'], body: '某县人民政府', last: { text: ['一般公共预算收入22.1亿元。', '年末常住人口42.5万人。'], year: 2023 } },
    { why: 'several changes of several levels', text: ['来县访186批512人次，分别下降8.4%和11.2%。'], last: { text: ['来县访203批577人次。'], year: 2023 } },
    { why: 'of half of the year', text: ['上半年受理案件3286件，同比增长14.3%。'], last: { text: ['全年受理案件6312件。'], year: 2023 } },
  ],
  invalid: [
    {
      text: ['社会组织党组织覆盖率由82.3%提高到91.6%，提高8.3个百分点。'],
      findings: [
        { message: '91.6 − 82.3 = 9.3，文中写作“提高8.3个百分点”', at: '‹8.3个百分点›', also: ['‹91.6%›', '‹82.3%›'], suggestion: '9.3个百分点' },
      ],
    },
    {
      text: ['养老机构床位由4200张增加到5040张，增长25%。'],
      findings: [
        { message: '(5040 − 4200) ÷ 4200 = 20%，文中写作“增长25%”', at: '‹25%›', also: ['‹5040张›', '‹4200张›'], suggestion: '20%' },
      ],
    },
    {
      text: ['涉企投诉举报从968件下降到1,236件。'],
      findings: [
        { message: '1,236 − 968 = 268，前后两数是增加，文中写作“下降”', at: '‹968件下降到1,236件›', also: ['‹968件›', '‹1,236件›'] },
      ],
    },
    {
      text: ['全年受理各类案件3286件，比上年增加412件，增长24.3%。'],
      findings: [
        { message: '3286 − 412 = 2874，412 ÷ 2874 = 14.3%，文中写作“增长24.3%”', at: '‹24.3%›', also: ['‹412件›', '‹3286件›'], suggestion: '14.3%' },
      ],
    },
    {
      text: ['民营企业数量从1.2万家增加到1.8万家，翻了一番。'],
      findings: [
        { message: '1.8万 ÷ 1.2万 = 1.5，文中写作“翻了一番”（翻一番是2倍）', at: '‹翻了一番›', also: ['‹1.8万家›', '‹1.2万家›'] },
      ],
    },
    {
      why: 'per cent for points', text: ['研发投入强度由5%提高到8%，提高3%。'],
      findings: [
        { message: '8 − 5 = 3个百分点，文中写作“提高3%”，应为“3个百分点”', at: '‹3%›', also: ['‹8%›', '‹5%›'], severity: 'warning' },
      ],
    },
    {
      why: 'three times as much is twice more', text: ['高新技术企业由58家增加到174家，增长3倍。'],
      findings: [
        { message: '174 ÷ 58 = 3，是3倍，增长2倍，文中写作“增长3倍”', at: '‹3倍›', also: ['‹174家›', '‹58家›'], suggestion: '2倍', severity: 'warning' },
      ],
    },
    {
      text: ['外贸进出口总额从2019年的312亿元增加到2024年的458亿元，年均增长9.8%。'],
      findings: [
        { message: '458亿 ÷ 312亿 = 1.468，5年年均增长8.0%，文中写作“年均增长9.8%”', at: '‹9.8%›', also: ['‹458亿元›', '‹312亿元›'] },
      ],
    },
    {
      text: ['今年立案提案143件，比上年的126件增加12件。'],
      findings: [
        { message: '143 − 126 = 17，文中写作“增加12件”', at: '‹12件›', also: ['‹143件›', '‹126件›'], suggestion: '17件' },
      ],
    },
    {
      text: ['全年立案提案143件，较上年增加12件。'], last: { text: ['全年立案提案126件，办复率100%。'], year: 2023 },
      findings: [
        { message: '143 − 126 = 17，文中写作“增加12件”（2023年报告：立案提案126件）', at: '‹12件›', also: ['‹143件›'], severity: 'warning' },
      ],
    },
    {
      why: 'the change told ahead of its level', text: ['报送量同比增长17.1%，达到268篇。'], last: { text: ['报送量达到240篇。'], year: 2023 },
      findings: [
        { message: '(268 − 240) ÷ 240 = 11.7%，文中写作“增长17.1%”（2023年报告：报送量240篇）', at: '‹17.1%›', also: ['‹268篇›'], severity: 'warning' },
      ],
    },
    {
      text: ['新收各类案件8,456件，同比上升3.2%。'], body: '某县人民法院', last: { text: ['新收各类案件8,736件。'], year: 2023 },
      findings: [
        { message: '(8,736 − 8,456) ÷ 8,736 = 3.2%，是下降，文中写作“上升3.2%”（2023年报告：新收各类案件8,736件）', at: '‹上升3.2%›', also: ['‹8,456件›'], severity: 'warning' },
      ],
    },
  ],
}
