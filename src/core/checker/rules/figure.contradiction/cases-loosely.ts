import type { Cases } from '../../case.ts'

/** Numbers one slip apart that share no more than a noun somewhere beside them. */
export const casesLoosely: Cases = {
  valid: [
    { why: 'income and spending, deposits and loans', text: ['一般公共预算收入12.86亿元。', '一般公共预算支出18.26亿元。', '各项存款余额238.5亿元。各项贷款余额283.5亿元。'] },
    { why: 'received and settled, filed and punished', text: ['受理案件9846件。', '审结案件9486件。', '收到提案368件。办结提案386件。'] },
    { why: 'two kinds and two places', text: ['城镇居民人均可支配收入45382元。农村居民人均可支配收入43582元。', '户籍人口35.82万人。常住人口38.52万人。', '东溪镇接待游客12.6万人次。西溪镇接待游客16.2万人次。'] },
    { why: 'boys and girls, pupils of two schools, patients of two departments', text: ['小学在校学生2136人。初中在校学生2163人。', '门诊病人12.86万人次。急诊病人18.26万人次。'] },
    { why: 'a part, last year, a target', text: ['培训农民1352人次。其中，培训妇女1325人次。', '上年招商到位资金12.5亿元。', '招商引资到位资金15.2亿元。', '力争到位资金21.5亿元。'] },
    { why: 'round numbers, and smaller ones', text: ['发放宣传资料2500份。资料5200份送到村里。', '慰问老人52名。25名老人体检。'] },
    { why: 'some of all, and two kinds of persons', text: ['村里共有农户486户。走访农户468户。', '救助困难群众1286人次。救助困难学生1268人次。'] },
    { why: 'money of two aims', text: ['投入2860万元用于校舍维修。投入2680万元用于道路养护。'] },
  ],
  invalid: [
    {
      text: ['全年家庭医生签约服务27.6万人。与26.7万名签约居民保持联系。'],
      findings: [{ message: '“签约”前后可能不一致：前面为27.6万人，此处为26.7万名', at: '‹26.7万名›', also: ['‹27.6万人›'], severity: 'info' }],
    },
    {
      text: ['全镇到位资金12.5亿元，完成年度任务的104%。招商引资到位资金15.2亿元的成绩来之不易。'],
      findings: [{ message: '“到位资金”前后不一致：前面为12.5亿元，此处为15.2亿元', at: '‹15.2亿元›', also: ['‹12.5亿元›'], severity: 'warning' }],
    },
    {
      text: ['财政安排专项资金3860万元用于管网改造。3880万元管网改造资金拨付到位。', '全县共有登记在册志愿者4.86万人。我们把4.68万名志愿者编入网格。'],
      findings: [
        { message: '“管网改造”前后可能不一致：前面为3860万元，此处为3880万元', at: '‹3880万元›', also: ['‹3860万元›'], severity: 'info' },
        { message: '“志愿者”前后可能不一致：前面为4.86万人，此处为4.68万名', at: '‹4.68万名›', also: ['‹4.86万人›'], severity: 'info' },
      ],
    },
    {
      text: ['去年，公司实现利润总额3.17亿元。尽管原料价格上涨，利润总额达到3.71亿元，再上新台阶。'],
      findings: [{ message: '“利润总额”前后不一致：前面为3.17亿元，此处为3.71亿元', at: '‹3.71亿元›', also: ['‹3.17亿元›'], severity: 'warning' }],
    },
  ],
}
