import type { Cases } from '../../case.ts'

export const cases: Cases = {
  valid: [
    { text: ['立案提案143件，创历史新高。'], last: { text: ['立案提案138件。'], year: 2023 }, others: [{ text: ['立案提案121件。'], year: 2022 }] },
    { why: 'words of which 新高 is a part', text: ['打造科技创新高地，推动创新高质量发展，培育高新企业143家。'], last: { text: ['培育高新企业168家。'], year: 2023 } },
    { why: 'rounded alike', text: ['粮食产量1.37万亿斤，再创历史新高。'], last: { text: ['粮食产量1.37万亿斤。'], year: 2023 } },
    { why: 'of the last five years only', text: ['立案提案143件，创近三年新高。'], last: { text: ['立案提案138件。'], year: 2023 }, others: [{ text: ['立案提案121件。'], year: 2022 }, { text: ['立案提案168件。'], year: 2020 }] },
    { why: 'hoped for', text: ['力争外贸进出口创历史新高。', '进出口总额98亿元，力争突破100亿元大关。'], body: '某县人民政府', last: { text: ['进出口总额102亿元。'], year: 2023 } },
    { why: 'planned last year', text: ['首次举办“委员读书月”活动。'], last: { text: ['谋划举办“委员读书月”活动。'], year: 2023 } },
    { why: 'another event of the same kind', text: ['首次举办“委员读书月”活动。'], last: { text: ['举办“委员学习日”活动。'], year: 2023 } },
    { why: 'passed in fact', text: ['地区生产总值达到1012.3亿元，首次突破千亿元大关。'], body: '某县人民政府', last: { text: ['地区生产总值968.5亿元。'], year: 2023 } },
  ],
  invalid: [
    {
      text: ['立案提案143件，创历史新高。'], last: { text: ['立案提案138件。'], year: 2023 }, others: [{ text: ['立案提案168件。'], year: 2022 }],
      findings: [
        { message: '“立案提案”2022年为168件，高于今年的143件，与“历史新高”不符', at: '‹历史新高›', also: ['‹143件›'] },
      ],
    },
    {
      text: ['进出口总额达99.8亿元，突破百亿元大关。'], body: '某县人民政府',
      findings: [
        { message: '99.8亿元小于百亿元，与“突破百亿元”矛盾', at: '‹突破百亿元›', also: ['‹99.8亿元›'], severity: 'error' },
      ],
    },
    {
      text: ['受理各类案件10,236件，首次突破一万件。'], body: '某县人民法院', last: { text: ['受理各类案件10,012件。'], year: 2023 },
      findings: [
        { message: '2023年报告中“受理各类案件”已为10,012件，今年不是首次突破一万件', at: '‹首次突破一万件›', also: ['‹10,236件›'] },
      ],
    },
    {
      text: ['首次举办“委员读书月”活动，600余名委员参加。'], last: { text: ['创新载体，举办“委员读书月”活动。'], year: 2023 },
      findings: [
        { message: '2023年报告已写到“创新载体，举办‘委员读书月’活动”，今年恐非“首次”', at: '‹首次›' },
      ],
    },
    {
      why: 'no earlier value', text: ['带动就业1,236人，创历史新高。'], last: { text: ['立案提案138件。'], year: 2023 },
      findings: [
        { message: '往年报告中没有“带动就业”的数据，“历史新高”无从核对', at: '‹历史新高›', severity: 'info' },
      ],
    },
  ],
}
