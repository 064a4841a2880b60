import type { Cases } from '../../case.ts'

const STOCKS = ['全县128个区域自动气象站稳定运行，聘任河长326名，管护河道86条，全县86座水库安全度汛，42个监测断面水质全部达标。', '全市设消防站37座，配备消防车126辆；辖区内214所学校、137家医疗机构实现全覆盖；护林员423名在岗。', '学校现有38个专业，公交线路57条，路灯1,246盏亮化率高，古树名木368株。', '全院人民陪审员218名，选聘特约监督员36名，乡镇应急信息员413名，36所中小学建有食堂，救护车27辆。']

export const cases: Cases = {
  valid: [
    { why: 'stations, waters, wardens are there from year to year', text: STOCKS, last: { text: STOCKS, year: 2023 } },
    { why: 'what is there from year to year', text: ['全县现有行政村126个，共有政协委员218名，总面积2236平方公里。'], last: { text: ['全县现有行政村126个，共有政协委员218名，总面积2236平方公里。'], year: 2023 } },
    { why: 'meetings', text: ['召开主席会议14次、常委会会议6次，提案办复率100%。'], last: { text: ['召开主席会议14次、常委会会议6次，提案办复率100%。'], year: 2023 } },
    { why: 'round', text: ['培训干部1,200人次，帮扶资金300万元。'], last: { text: ['培训干部1,200人次，帮扶资金300万元。'], year: 2023 } },
    { why: 'it changed by less than its rounding', text: ['粮食产量1.37万亿斤，增产74亿斤。'], last: { text: ['粮食产量1.37万亿斤。'], year: 2023 } },
    { why: 'a target', text: ['今年拟安排地方政府专项债券3.65万亿元。'], last: { text: ['今年拟安排地方政府专项债券3.65万亿元。'], year: 2023 } },
    { why: 'what there is, and what a standard sets', text: ['全县林地面积285.6万亩，现有教职工286人，低保标准1,105元。'], last: { text: ['全县林地面积285.6万亩，现有教职工286人，低保标准1,105元。'], year: 2023 } },
    { why: 'stated as unchanged', text: ['接待来访群众1,263人次，与上年持平。'], last: { text: ['接待来访群众1,263人次。'], year: 2023 } },
  ],
  invalid: [
    {
      why: 'what is done to such things is counted anew each year',
      text: ['巡查河道867条，改造气象站128个，检查水库146座。'], last: { text: ['巡查河道867条，改造气象站128个，检查水库146座。'], year: 2023 },
      findings: ['巡查河道|867条', '改造气象站|128个', '检查水库|146座'].map((pair) => {
        const [indicator = '', value = ''] = pair.split('|')
        return { message: `“${indicator}”此处为${value}，与2023年报告的${value}完全相同，请确认不是沿用旧数`, at: `‹${value}›` }
      }),
    },
    {
      text: ['全年报送社情民意信息1,264篇，获领导批示18篇次。'], last: { text: ['全年报送社情民意信息1,264篇，获领导批示15篇次。'], year: 2023 },
      findings: [
        { message: '“报送社情民意信息”此处为1,264篇，与2023年报告的1,264篇完全相同，请确认不是沿用旧数', at: '‹1,264篇›' },
      ],
    },
    {
      text: ['委员企业完成投资4.83亿元。'], last: { text: ['委员企业完成投资4.83亿元。'], year: 2023 },
      findings: [
        { message: '“委员企业完成投资”此处为4.83亿元，与2023年报告的4.83亿元完全相同，请确认不是沿用旧数', at: '‹4.83亿元›' },
      ],
    },
    {
      why: 'two in one sentence', text: ['走访企业86家，收集问题74个。'], last: { text: ['走访企业86家，收集问题74个。'], year: 2023 },
      findings: [
        { message: '“走访企业”此处为86家，与2023年报告的86家完全相同，请确认不是沿用旧数', at: '‹86家›' },
        { message: '“收集问题”此处为74个，与2023年报告的74个完全相同，请确认不是沿用旧数', at: '‹74个›' },
      ],
    },
    {
      why: 'years apart', text: ['报送社情民意信息1,264篇。'], last: { text: ['报送社情民意信息1,264篇。'], year: 2020 },
      findings: [
        { message: '“报送社情民意信息”此处为1,264篇，与2020年（相隔4年）报告的1,264篇完全相同，请确认不是沿用旧数', at: '‹1,264篇›', severity: 'info' },
      ],
    },
    {
      why: 'it cannot have grown', text: ['一般公共预算收入22.14亿元，增长5.1%。'], body: '某县人民政府', last: { text: ['一般公共预算收入22.14亿元，增长4.6%。'], year: 2023 },
      findings: [
        { message: '“一般公共预算收入”此处为22.14亿元，与2023年报告的22.14亿元完全相同，请确认不是沿用旧数', at: '‹22.14亿元›' },
      ],
    },
  ],
}
