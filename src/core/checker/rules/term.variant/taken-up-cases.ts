import type { Cases } from '../../case.ts'

/** Names that are taken up with one character of them another one. */
export const takenUpCases: Cases = {
  valid: [
    { why: 'each is introduced', text: ['新建龙泉湖公园、龙潭湖公园。龙泉湖公园日均客流2000人次。', '推进凤凰山隧道建设。新建凤鸣山隧道1.2公里。', '青山湖景区接待游客30万人次。青云湖景区完成提升改造。'] },
    { why: 'of one making on purpose', text: ['建成城东小学、城西小学。城东小学招生300人，城西小学招生280人。', '第一人民医院、第二人民医院。第三人民医院床位充足。', '体育公园人气旺。教育公园受欢迎。', '文化广场。文体广场。'] },
    { why: 'two schools named by two villages', text: ['永兴小学完成改造。永新小学新增学位90个。'] },
    { why: 'quoted names of two campaigns, and two things of one making', text: ['打造“春风行动”品牌，举办招聘会36场。“春雨行动”走访困难家庭420户。', '建成“清廉村居”12个、“清廉校园”8个。“清廉村居”经验获推广。', '建成“职工之家”36个。设立“职工之友”信箱。', '“红色驿站”服务骑手。“蓝色驿站”服务船员。'] },
    { why: 'so many minutes to one thing and to another', text: ['建成“15分钟健身圈”36个。“10分钟阅读圈”覆盖主城。'] },
  ],
  invalid: [
    {
      text: ['县里建成“暖心驿站”28个。“暖心驿家”服务户外劳动者3.6万人次。'],
      findings: [{ message: '“暖心驿家”与他处的“暖心驿站”只差一字，请核对是否同一名称', at: '‹暖心驿家›', also: ['‹暖心驿站›'], suggestion: '暖心驿站', severity: 'info' }],
    },
    {
      text: ['完成金竹坑水库清淤，新建龙门溪大桥。', '依托龙门江大桥，农产品外运更加便捷；金竹岭水库蓄水量增加12万立方米。'],
      findings: [
        { message: '“龙门江大桥”与他处的“龙门溪大桥”只差一字，请核对是否同一名称', at: '‹龙门江大桥›', also: ['‹龙门溪大桥›'], suggestion: '龙门溪大桥', severity: 'info' },
        { message: '“金竹岭水库”与他处的“金竹坑水库”只差一字，请核对是否同一名称', at: '‹金竹岭水库›', also: ['‹金竹坑水库›'], suggestion: '金竹坑水库', severity: 'info' },
      ],
    },
    {
      text: ['成立王建华名医工作室。王建化名医工作室全年接诊疑难病人860人次。', '梅溪镇卫生院迁建项目投入使用。梅江镇卫生院新增床位60张。'],
      findings: [
        { message: '“王建化名医工作室”与他处的“王建华名医工作室”只差一字，请核对是否同一名称', at: '‹王建化名医工作室›', also: ['‹王建华名医工作室›'], suggestion: '王建华名医工作室', severity: 'info' },
        { message: '“梅江镇卫生院”与他处的“梅溪镇卫生院”只差一字，请核对是否同一名称', at: '‹梅江镇卫生院›', also: ['‹梅溪镇卫生院›'], suggestion: '梅溪镇卫生院', severity: 'info' },
      ],
    },
  ],
}
