import { textNode, type FigureNode, type LastFigure, type SlotNode } from '../../../model/inline.ts'
import type { Cases } from '../../case.ts'

const last: LastFigure = { text: '138件', value: 138, unit: '件', approx: 'exact', year: 2023 }
const slot: SlotNode = { type: 'slot', id: 'f1', indicator: '提案立案数', unit: '件', kind: 'quantity', last }
const filled: FigureNode = { ...slot, type: 'figure', text: '142件', state: 'filled' }

export const cases: Cases = {
  valid: [
    '全年立案提案138件，办复率100%。',
    { text: [[textNode('全年立案提案'), { ...filled, state: 'verified' }, textNode('。')]], status: 'draft' },
    { why: 'title words and names', text: ['打造“XX产业”品牌，推广××村经验，与XX公司签约，张××、李某某等代表发言，XX项目、XX名师工作室、XX家园、XX条例、XX人大工作研究会。'] },
    { why: 'models, formulas, ranks, ranges, dashes', text: ['引进MXX件号设备，2×600兆瓦机组，“1+X”证书，N+X个平台，第XX届，第XX次会议，X光机、X射线，2024—2025年，服务群众——一件件办。'] },
    { why: 'a case told without names', text: ['被告人王某于××年××月骗取××万元，法院依法判处。', '张某家中被盗×件，涉案××元。', '2023年×月，李XX捐款××万元。', '（请求确认合同无效）的案件12件。'] },
    { why: 'brackets with something in them, words to be filled in by a reader', text: ['印发〔2024〕12号文件，线索3件（待查），会议时间（待定），补充协议（补充耕地），数据待核实的企业12家，【数据】全年办理12件。', '签名：____', 'snake__case，见 a__b.com。'] },
    { why: 'matters that are really pending, notes for the reader', text: ['移交线索5件（待公安机关核实），争议地块2处（待省厅批复），新建泵站1座（待验收），全年实现产值3.2亿元（快报数，待核定）。', '选举主任1名（待任命），事项清单（待县政府确认后公布），数据以年报为准（需经统计部门核实），接收快递1.2万件（等待派送）。', '获得“五一劳动奖章”（数字经济类）名额3个，评分（*为否决项）见附表，培训（等级评定）人次、招聘（待遇核定）名额均有增加，建成“数字（智慧）图书馆”1座。'] },
    { why: 'words set apart', text: ['附  件：名单', '姓  名，职  务', '案 件，办结。', '2024年 12月31日，全年1月 日均120件。'] },
    { why: 'shares and marks', text: ['主要指标：总量、增长%。', '提高几个百分点，增长5.2%，每提高1个百分点，“%”与“‰”，怎么办？个个想办法，办得好不好？件件有回音。', '一桩桩……件件都是民生事。', '五个一〇〇件，二〇〇〇年，二〇〇件。'] },
    { why: '**bold** from a copy', text: ['全年办理**12**件，**重点**工作有序。'] },
  ],
  invalid: [
    {
      why: 'signs in brackets, a single asterisk, names left open',
      text: ['全年接待游客（？）万人次，实现旅游收入（数字）亿元，增长*%，与农科院（单位全称待补）签约，引进人才（人数待定）名。'],
      findings: [...['（？）', '（数字）', '*%'].map((words) => ({ message: `“${words}”是占位的写法，数据尚未填写`, at: `‹${words}›` })), ...['（单位全称待补）', '（人数待定）'].map((words) => ({ message: `“${words}”是写稿时的提示，不属于正文，应补齐后删去`, at: `‹${words}›` }))],
    },
    {
      why: 'a note where the number should be',
      text: ['林业总产值达到（待林业局核实）亿元，旅游收入（待文旅局提供）万元，培训教师（待统计）人次，增长（待定）%。', '参保率达（数据待核实），低保人数（待民政局提供），完成投资3.2亿元（数字请与发改局核对）。'],
      findings: ['（待林业局核实）', '（待文旅局提供）', '（待统计）', '（待定）', '（数据待核实）', '（待民政局提供）', '（数字请与发改局核对）'].map((words) => ({ message: `“${words}”是写稿时的提示，不属于正文，应补齐后删去`, at: `‹${words}›` })),
    },
    {
      why: 'signs for digits, in a published report too',
      text: ['全年受理行政复议案件XX件，走访企业××家，培训人员XXX人次，完成投资XX.X亿元，增长X.X%。', '新建口袋公园X个，整改隐患XX处，组织XX名委员视察，收集意见XX余条，到账2,XXX万元，服务XX 人次，平均用时XX天。'],
      findings: [
        ...['XX件', '××家', 'XXX人次', 'XX.X亿元', 'X.X%'].map((words) => ({ message: `“${words}”是占位的写法，数据尚未填写`, at: `‹${words}›` })),
        ...['X个', 'XX处', 'XX名', 'XX余条', '2,XXX万元', 'XX 人次', 'XX天'].map((words) => ({ message: `“${words}”是占位的写法，数据尚未填写`, at: words === 'X个' ? '公园‹X个›' : `‹${words}›` })),
      ],
    },
    {
      text: ['开展主题活动____场次，吸引职工参与。', '立案查处……件，办结＊＊件，结案??起；20XX年，共接待来访□□批次。'],
      findings: [
        { message: '“____”处留着空白，尚未填写', at: '‹____›' },
        ...['……件', '＊＊件', '??起', '20XX年', '□□批次'].map((words) => ({ message: `“${words}”是占位的写法，数据尚未填写`, at: `‹${words}›` })),
      ],
    },
    {
      text: ['受理案件    件，办结率提高个百分点，收入增长%。', '投资12亿元，下降 %。', '2025年  月  日印发，依据安政发〔2024〕 号文件，表彰先进集体（ ）。'],
      findings: [
        { message: '“件”前空着，数据尚未填写', at: '案件‹    件›' },
        { message: '“个百分点”前空着，数据尚未填写', at: '‹个百分点›' },
        { message: '“%”前空着，数据尚未填写', at: '增长‹%›' },
        { message: '“%”前空着，数据尚未填写', at: '下降‹ %›' },
        { message: '日期“月  日”空着，尚未填写', at: '年‹  月  日›' },
        { message: '文件的发文字号没有写全', at: '‹ 号›' },
        { message: '括号内没有内容', at: '‹（ ）›' },
      ],
    },
    {
      text: ['新增就业5300人（待核实），培训职工【数字】人次，帮扶资金〔待补充〕万元，（请民政局提供），数据待补充。'],
      findings: [
        { message: '“（待核实）”是写稿时的提示，不属于正文，应补齐后删去', at: '‹（待核实）›' },
        { message: '“【数字】”是占位的写法，数据尚未填写', at: '‹【数字】›' },
        { message: '“〔待补充〕”是写稿时的提示，不属于正文，应补齐后删去', at: '‹〔待补充〕›' },
        { message: '“（请民政局提供）”是写稿时的提示，不属于正文，应补齐后删去', at: '‹（请民政局提供）›' },
        { message: '“数据待补充”是写稿时的提示，不属于正文，应补齐后删去', at: '‹数据待补充›' },
      ],
    },
    {
      text: [[textNode('全年立案提案'), slot, textNode('。')]],
      status: 'draft',
      findings: [{ message: '待填数据「提案立案数」尚未填写，去年为138件', at: '提案‹【待填】件›。' }],
    },
    {
      why: 'the figure is older than last year, or of an unknown year, or there is none',
      text: [[{ ...slot, last: { ...last, year: 2020 } }, { ...slot, id: 'f2', last: { ...last, year: null } }, { ...slot, id: 'f3', indicator: '', last: undefined }]],
      status: 'draft',
      findings: [
        { message: '待填数据「提案立案数」尚未填写，2020年为138件', at: '‹【待填】件›【待填】件【待填】件' },
        { message: '待填数据「提案立案数」尚未填写，上次报告为138件', at: '【待填】件‹【待填】件›【待填】件' },
        { message: '待填数据尚未填写', at: '【待填】件【待填】件‹【待填】件›' },
      ],
    },
    {
      text: [[textNode('全年立案提案'), filled, textNode('，办复'), { ...filled, id: 'f2', indicator: '提案办复数', state: 'doubtful', last: undefined }, textNode('。')]],
      status: 'draft',
      findings: [
        { message: '数据「提案立案数」已填142件，尚未核实，去年为138件', at: '提案‹142件›，', severity: 'info' },
        { message: '数据「提案办复数」存疑，现为142件', at: '办复‹142件›。' },
      ],
    },
  ],
}
