import type { Cases } from '../../case.ts'

/** Names of roads and towns in two forms. */
export const townCases: Cases = {
  valid: [
    { why: 'two roads, and two towns that only sound alike', text: ['龙腾路改造提升工程完工。', '腾龙路雨污分流工程开工，华兴街道办事处成立。', '永兴镇、永新镇同步推进。', '永兴镇获评先进。', '平安镇办结提案12件。', '平桉社区成立。'] },
    { why: 'in one sentence', text: ['埠头镇、阜头镇一同获评，龙腾路改造提升工程和腾龙路改造提升工程同步开工。'] },
    { why: 'words', text: ['全乡镇街道动员，各乡镇街道落实，两乡镇合并。', '各镇街同步，各街镇同步开展工作。', '发展思路清晰明确，道路清晰明确。'] },
  ],
  invalid: [
    {
      text: ['埠头镇未来社区建设进展顺利。', '考核中，阜头镇与城南街道获评优秀。'],
      findings: [{ message: '“阜头镇”与他处的“埠头镇”写法不一，请核对', at: '‹阜头镇›', also: ['‹埠头镇›'], suggestion: '埠头镇' }],
    },
    {
      text: ['龙腾路改造提升工程于3月启动。10月底，腾龙路改造提升工程建成通车。', '凤鸣乡便民中心投用。', '凤鸣乡获评先进，风鸣乡集体经济增收。', '兴安街老旧小区改造开工。年底，安兴街老旧小区改造完成。'],
      findings: [
        { message: '“腾龙路”与他处的“龙腾路”写法不一，请核对', at: '‹腾龙路›', also: ['‹龙腾路›'], suggestion: '龙腾路' },
        { message: '“安兴街”与他处的“兴安街”写法不一，请核对', at: '‹安兴街›', also: ['‹兴安街›'], suggestion: '兴安街' },
      ],
    },
    {
      text: ['凤鸣乡便民中心投用。', '凤鸣乡获评先进。', '风鸣乡集体经济增收。'],
      findings: [{ message: '“风鸣乡”与他处的“凤鸣乡”（2处）写法不一，请核对', at: '‹风鸣乡›', also: ['‹凤鸣乡›便'], suggestion: '凤鸣乡' }],
    },
  ],
}
