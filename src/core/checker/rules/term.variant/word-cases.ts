import type { Cases } from '../../case.ts'

/** Ordinary words one character off (resources/terms/lexicon.json), and 即…又…. */
export const wordCases: Cases = {
  valid: [
    { why: 'names of offices of their time', text: ['县环境保护局牵头整治，国土资源局配合。'], year: 2016 },
    { why: 'former offices', text: ['原县环境保护局干部张某，原国土资源局职责划转。', '2015年起任县国土资源局局长，“安监局旧址”改造完成。', '生态环境局、自然资源局、市场监督管理局联合执法。'], year: 2024 },
    { why: 'puns in names and headings', text: ['# 医路同行 税暖万家', '“医往无前”志愿服务队、“童心同德”活动、“税”月静好。', '“检护民生”“法润乡村”专项行动，“警钟长鸣”教育基地。'] },
    { why: 'other words than the ones they look like', text: ['组织执法监察12次，民主法制建设取得进展，明查暗访36次，制发监察建议9份。', '离目标更近一步，倾听民生所盼，持续以文促进旅游。', '经济增长机制、公路里程被纳入统计，安全发展基础牢固。', '力量集结好，设备监督检查到位，监察考核并重。', '召集老党员、招开发商，校招开启，公开招开门店。'] },
    { why: 'both are written', text: ['定纷止争，严肃查处执法犯法，引进优质高校，协同高校攻关，内需持续乏力，成绩引人瞩目。', '开展常规巡查36次，交叉巡查12次。'] },
    { why: 'as they are written', text: ['因地制宜、统筹兼顾，急难愁盼问题逐年减少，入脑入心，爬坡过坎，相得益彰，宽严相济。', '适时调整，定期召开，夯实基础，吹响集结号，编纂年鉴，竣工通车，竞技体育，欢度春节，无辍学学生。'] },
    { why: 'words that meet', text: ['未遂年内又犯，点缀学校文化墙，美国退伍军人事务部。', '执法检查建议尽快整改，巡察检查建议收悉。', '年满一度电补贴政策，全省贯彻，统一新办公用房。'] },
    { why: '即 as “namely” and before a time', text: ['实行两项制度，即集体研究、票决制，又称双控。', '推行“双减”，即减作业、减培训，又增课后服务。', '做到即接即办，又注重回访；即日起开放，又延长时间。', '既保证质量，又赶进度。'] },
  ],
  invalid: [
    {
      why: 'names of offices before the reform',
      text: ['县环境保护局开展巡查，县安监局督促整改。'],
      year: 2024,
      findings: [
        { message: '“环境保护局”应为“生态环境局”：2018—2019年机构改革后的名称；说改革以前的事，可加“原”', at: '‹环境保护局›', suggestion: '生态环境局', severity: 'info' },
        { message: '“安监局”应为“应急管理局”：2018—2019年机构改革后的名称；说改革以前的事，可加“原”', at: '‹安监局›', suggestion: '应急管理局', severity: 'info' },
      ],
    },
    {
      text: ['解决急难仇盼问题，爬坡过砍，因势力导，吹响集接号，夯实基楚，砥励前行。'],
      findings: [
        { message: '“急难仇盼”应为“急难愁盼”', at: '‹急难仇盼›', suggestion: '急难愁盼' },
        { message: '“爬坡过砍”应为“爬坡过坎”', at: '‹爬坡过砍›', suggestion: '爬坡过坎' },
        { message: '“因势力导”应为“因势利导”', at: '‹因势力导›', suggestion: '因势利导' },
        { message: '“集接号”应为“集结号”', at: '‹集接号›', suggestion: '集结号' },
        { message: '“夯实基楚”应为“夯实基础”', at: '‹夯实基楚›', suggestion: '夯实基础' },
        { message: '“砥励前行”应为“砥砺前行”', at: '‹砥励前行›', suggestion: '砥砺前行' },
      ],
    },
    {
      text: ['学校控缀保学，无缀学学生；医院学科建设百花齐方；村集体收入遂年增长；项目于6月峻工，年鉴编篡完成，竟技水平提升。'],
      findings: [
        { message: '“控缀保学”应为“控辍保学”', at: '‹控缀保学›', suggestion: '控辍保学' },
        { message: '“缀学”应为“辍学”', at: '‹缀学›', suggestion: '辍学' },
        { message: '“百花齐方”应为“百花齐放”', at: '‹百花齐方›', suggestion: '百花齐放' },
        { message: '“遂年”应为“逐年”', at: '‹遂年›', suggestion: '逐年' },
        { message: '“峻工”应为“竣工”', at: '‹峻工›', suggestion: '竣工' },
        { message: '“编篡”应为“编纂”', at: '‹编篡›', suggestion: '编纂' },
        { message: '“竟技”应为“竞技”', at: '‹竟技›', suggestion: '竞技' },
      ],
    },
    {
      text: ['联席会议定期招开，适时调正方案，以点代面推广，案件化街率达98%，广大职工尽职尽则，攻坚难克。'],
      findings: [
        { message: '“招开”应为“召开”', at: '‹招开›', suggestion: '召开' },
        { message: '“适时调正”应为“适时调整”', at: '‹适时调正›', suggestion: '适时调整' },
        { message: '“以点代面”应为“以点带面”', at: '‹以点代面›', suggestion: '以点带面' },
        { message: '“化街率”应为“化解率”', at: '‹化街率›', suggestion: '化解率' },
        { message: '“尽职尽则”应为“尽职尽责”', at: '‹尽职尽则›', suggestion: '尽职尽责' },
        { message: '“攻坚难克”应为“攻坚克难”', at: '‹攻坚难克›', suggestion: '攻坚克难' },
      ],
    },
    {
      why: '即…又…',
      text: ['均经集体研究，即保证主张得到落实，又充分发扬民主。', '整治工作即抓当下整改，又抓长远机制。', '开展巡查，即查隐患，又查责任。'],
      findings: [
        { message: '“即”应为“既”：与“又”呼应，表示两者兼有，用“既…又…”', at: '‹即›保证', suggestion: '既' },
        { message: '“即”应为“既”：与“又”呼应，表示两者兼有，用“既…又…”', at: '‹即›查隐', suggestion: '既' },
      ],
    },
    {
      text: ['镇退伍军人服务站建成。', '检察院制发检查建议12份，欢渡国庆假期。'],
      findings: [
        { message: '“退伍军人”应为“退役军人”：机构和法律名称均作“退役军人”', at: '‹退伍军人›', suggestion: '退役军人' },
        { message: '“检查建议”应为“检察建议”：检察机关发出的是检察建议', at: '‹检查建议›', suggestion: '检察建议' },
        { message: '“欢渡”应为“欢度”', at: '‹欢渡›', suggestion: '欢度' },
      ],
    },
  ],
}
