import type { Cases } from '../../case.ts'

export const cases: Cases = {
  valid: [
    '全年收到提案1,234件，立案率98.5%；其中：集体提案56件。',
    '会议于上午10:30开始，比例为1:2，网址http://www.example.gov.cn/a,b;c?d=1。',
    '与Smith, Brown等专家交流（来自University of Oxford, UK (England)）。',
    '(一) 坚持党的领导。',
    '工作分三步：1)调研；2)协商；(3)反馈。',
    '《提案工作条例（试行）》印发。',
    '面积为(23.5+1.2)平方公里，“6+X”议事会、PM2.5均值下降。',
  ],
  invalid: [
    { text: ['聚焦中心,服务大局。'], findings: [{ message: '中文之间用了半角标点“,”，应为全角“，”', at: '中心‹,›服务', suggestion: '，' }] },
    {
      text: ['占提案总数59.4%;提交大会发言27篇,其中教育类18篇。'],
      findings: [
        { message: '中文之间用了半角标点“;”，应为全角“；”', at: '59.4%‹;›提交', suggestion: '；' },
        { message: '中文之间用了半角标点“,”，应为全角“，”', at: '27篇‹,›其中', suggestion: '，' },
      ],
    },
    {
      text: ['出台《提案工作办法(试行)》。'],
      findings: [
        { message: '中文之间用了半角标点“(”，应为全角“（”', at: '办法‹(›试行', suggestion: '（' },
        { message: '中文之间用了半角标点“)”，应为全角“）”', at: '试行‹)›》', suggestion: '）' },
      ],
    },
    {
      text: ['擦亮“同心”品牌,打造“书香政协”, “议事堂”越办越好!'],
      findings: [
        { message: '中文之间用了半角标点“,”，应为全角“，”', at: '品牌‹,›打造', suggestion: '，' },
        { message: '中文之间用了半角标点“,”，应为全角“，”', at: '政协”‹,› “议', suggestion: '，' },
        { message: '中文之间用了半角标点“!”，应为全角“！”', at: '越好‹!›', suggestion: '！' },
      ],
    },
    {
      text: ['各位委员:一年来,我们围绕中心,服务大局,履职尽责。'],
      findings: [
        {
          message: '本段有4处半角标点（: ,），中文之间应为全角',
          at: '委员‹:›一年',
          also: ['一年来‹,›我们', '中心‹,›服务', '大局‹,›履职'],
        },
      ],
    },
  ],
}
