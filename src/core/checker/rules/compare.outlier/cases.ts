import type { Cases } from '../../case.ts'

export const cases: Cases = {
  valid: [
    { why: 'rates that moved, not the point in them', text: ['森林覆盖率68.4%，网上受理比例8.6%，设施农业占比23.1%。'], year: 2024, last: { year: 2023, text: ['森林覆盖率68.2%，网上受理比例64.2%，设施农业占比21.7%。'] } },
    { why: 'another unit, rightly; other numbers; told of other things', text: ['新改建农村公路86500米，改造危桥6座。', '新建绿道12公里，清淤沟渠92.3公里。', '投放鱼苗340万尾。'], last: { text: ['新改建农村公路86.5公里，改造危桥4座。', '新建健身步道860米，清淤河道86.5公里。', '投放鱼苗320万尾。'], year: 2023 } },
    { why: 'small counts grow fast', text: ['举办专场招聘会12场。'], last: { text: ['举办专场招聘会1场。'], year: 2023 } },
    { why: 'fivefold', text: ['走访企业520家。'], last: { text: ['走访企业96家。'], year: 2023 } },
    { why: 'a rate of change', text: ['投诉举报量下降48.2%。'], last: { text: ['投诉举报量下降4.6%。'], year: 2023 } },
    { why: 'other years apart', text: ['委员企业新增投资13.9亿元。'], last: { text: ['委员企业新增投资1.32亿元。'], year: 2018 } },
    { why: 'a low rate that is good', text: ['城镇登记失业率2.3%，群众满意率96.2%。'], last: { text: ['城镇登记失业率2.4%，群众满意率95.8%。'], year: 2023 } },
    { why: 'the year before last says the same: last year’s was wrong', text: ['立案提案143件。'], last: { text: ['立案提案1380件。'], year: 2023 }, others: [{ text: ['立案提案131件。'], year: 2022 }] },
    { why: 'converted; of another thing; persons and visits', text: ['全年粮食播种面积2.09万公顷，接待游客126万人次。'], last: { text: ['全年粮食播种面积31.1万亩，接待游客118万人。'], year: 2023 } },
    { why: 'in another unit, and another size', text: ['新增绿化面积126公顷，新建停车场12处。'], last: { text: ['新增绿化面积1880亩，新建停车场11个。'], year: 2023 } },
    { why: 'a unit that is near', text: ['水产品产量2100公斤，新建道路86条。'], last: { text: ['水产品产量2000斤，新建道路82公里。'], year: 2023 } },
  ],
  invalid: [
    { why: 'the point of a rate', text: ['全县森林覆盖率6.84%，完成造林1.3万亩。'], year: 2024, last: { year: 2023, text: ['全县森林覆盖率68.2%，完成造林1.2万亩。'] }, findings: [{ message: '“全县森林覆盖率”此处为6.84%，2023年为68.2%，相差约10倍，请核对小数点和位数', at: '‹6.84%›' }] },
    {
      why: 'nearly the same number in another unit', text: ['全年粮食播种面积31.4万公顷，粮食总产量12.9万吨。'], last: { text: ['全年粮食播种面积31.1万亩，粮食总产量12.7万吨。'], year: 2023 },
      findings: [{ message: '“粮食播种面积”此处为31.4万公顷，2023年为31.1万亩，数相近而单位相差约15倍，请核对单位', at: '‹31.4万公顷›' }],
    },
    {
      text: ['新改建农村公路86.4公里，受益群众12万人。'], last: { text: ['新改建农村公路82.1米，受益群众11万人。'], year: 2023 },
      findings: [{ message: '“新改建农村公路”此处为86.4公里，2023年为82.1米，数相近而单位相差约1000倍，请核对单位', at: '‹86.4公里›' }],
    },
    {
      text: ['水产品产量8624公斤。'], last: { text: ['水产品产量8216吨。'], year: 2023 },
      findings: [{ message: '“水产品产量”此处为8624公斤，2023年为8216吨，数相近而单位相差约1000倍，请核对单位', at: '‹8624公斤›' }],
    },
    {
      why: 'nearly the same number in another unit, or without its 万', text: ['新改建农村公路92.3米，养护大中修137公里。', '投放鲢、鳙等鱼苗340尾，查处非法捕捞案件18起。', '新增公园绿地面积3.6平方米。'], last: { text: ['新改建农村公路86.5公里，养护大中修142公里。', '投放鲢、鳙等鱼苗320万尾，查处非法捕捞案件23起。', '新增公园绿地面积3.2公顷。'], year: 2023 },
      findings: [
        { message: '“新改建农村公路”此处为92.3米，2023年为86.5公里，数相近而单位相差约1000倍，请核对单位', at: '‹92.3米›' },
        { message: '“投放鲢、鳙等鱼苗”此处为340尾，2023年为320万尾，相差约9412倍，请核对单位', at: '‹340尾›' },
        { message: '“新增公园绿地面积”此处为3.6平方米，2023年为3.2公顷，数相近而单位相差约1万倍，请核对单位', at: '‹3.6平方米›' },
      ],
    },
    {
      text: ['委员企业全年新增投资13.9元，带动就业1,200余人。'], last: { text: ['委员企业全年新增投资13.3亿元，带动就业近1,100人。'], year: 2023 },
      findings: [
        { message: '“委员企业全年新增投资”此处为13.9元，2023年为13.3亿元，相差约9568万倍，请核对单位', at: '‹13.9元›' },
      ],
    },
    {
      text: ['报送社情民意信息26篇，被上级政协采用36篇。'], last: { text: ['报送社情民意信息256篇，被上级政协采用34篇。'], year: 2023 },
      findings: [
        { message: '“报送社情民意信息”此处为26篇，2023年为256篇，相差约9.8倍，请核对位数和单位', at: '‹26篇›' },
      ],
    },
    {
      text: ['群众安全感满意率9.86%，居全市前列。'], last: { text: ['群众安全感满意率98.2%，居全市前列。'], year: 2023 },
      findings: [
        { message: '“群众安全感满意率”此处为9.86%，2023年为98.2%，相差约10倍，请核对小数点和位数', at: '‹9.86%›' },
      ],
    },
    {
      why: 'four years apart: only what no unit allows', text: ['委员企业全年新增投资13.9元。'], last: { text: ['委员企业全年新增投资13.3亿元。'], year: 2020 },
      findings: [
        { message: '“委员企业全年新增投资”此处为13.9元，2020年（相隔4年）为13.3亿元，相差约9568万倍，请核对单位', at: '‹13.9元›' },
      ],
    },
  ],
}
