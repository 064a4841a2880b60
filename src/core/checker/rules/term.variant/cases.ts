import type { Cases } from '../../case.ts'
import { exchangedWordCases } from './exchanged-word-cases.ts'
import { takenUpCases } from './taken-up-cases.ts'
import { formulaCases } from './formula-cases.ts'
import { nameCases } from './name-cases.ts'
import { likeCharacterCases } from './like-character-cases.ts'
import { recentFormulaCases } from './recent-formula-cases.ts'
import { townCases } from './town-cases.ts'
import { wholeNameCases } from './whole-name-cases.ts'
import { wordCases } from './word-cases.ts'

const BRAND = ['深化“请你来协商”品牌。', '“请你来协商”活动12场。', '做优“请你来协商”平台。']
const PLACE = ['柯城区委重视政协工作。', '向柯城区委报告。', '柯城区政府办理建议。']

export const cases: Cases = {
  valid: [
    ...takenUpCases.valid,
    { why: 'words that meet and look like a wrong writing', text: ['前来求治的患者、低保特困家庭、全部份额、布局紧凑效率高、质疑聚焦、一般迁建、顺延申报、点缀学校、究竟技高一筹。', '社会主义珍贵经验、歌颂发展成就、时代遇到的课题、建立既符合实际又务实的机制、员工做好防护、叫做为民、自己完成作业、各自已完成。', '参与以往活动、教授于2024年获奖、供给于民、引进人才、接纳人员、体操做法、过度期望、展现像素、图像征集。'] },
    { why: 'two persons, two trades', text: ['优秀民警陈志强荣获二等功，教师陈志墙的事迹被广泛宣传。', '学习优秀教师周健民的事迹，民警周建民、教师周健民分获二、三等奖。'] },
    { why: 'two actions, an office and its short form, parks described', text: ['开展“平安校园”活动12场、“平安家园”活动8场。', '由县住房和城乡建设局主办12场，县教育局和县卫生局协办。', '县住房城乡建设局会同县教育局与县卫生局开展68场。', '建成省级现代农业产业园3个，国家级经济技术开发区1个。', '建成省级现代特色农业产业园3个，国家经济技术开发区扩容。', '云山经济技术开发区扩容，云山高新技术开发区扩容。'] },
    ...wordCases.valid,
    ...exchangedWordCases.valid,
    ...formulaCases.valid,
    ...recentFormulaCases.valid,
    ...wholeNameCases.valid,
    ...likeCharacterCases.valid,
    ...townCases.valid,
    ...nameCases.valid,
    { why: 'villages and schools of like names', text: ['永新村建成文化广场，永兴村建成文化广场。', '永新村党群中心，永兴村党群中心。', '示范学校创建3所，师范学校创建1所。'] },
    { why: 'two works in one sentence, two told twice each, works that share nothing else', text: ['云溪水库除险加固、云西水库除险加固工程同步推进。', '清河大桥通车。', '青河大桥开工。', '城南公园提升改造，城东公园提升改造，新建公园12个，口袋公园8个，改建水库2座。', '人民医院、中医医院、县级公园。', '城西变电站投运，光电产业园开工。', '云溪变电站投运，广电产业园开工。'] },
    { why: 'other levels, other institutions', text: ['市公共资源交易中心指导，县公共资源交易服务中心承办。', '县疾病预防控制中心，县新时代文明实践中心，县市场监督管理中心，县便民服务中心。'] },
    '截至2024年底，共有会员1.2万人；报名截止2024年6月30日，截止日期不变。',
    '以习近平新时代中国特色社会主义思想为指导，坚持中国特色社会主义道路，全面建设社会主义现代化国家，发展新质生产力。',
    '深刻领悟“两个确立”的决定性意义，增强“四个意识”、坚定“四个自信”、做到“两个维护”，坚决做到“两个维护”。',
    '统筹推进“五位一体”总体布局，协调推进“四个全面”战略布局。',
    '发展中国式现代农业，高质量开展主题教育，全面依法治县，习近平生态文明思想，高质量发展展示中心。',
    '认真履行政治协商、民主监督、参政议政职能，加强民主监督、参政议政工作，推动民主协商、民主监督。',
    '践行富强、民主、文明、和谐的价值目标，坚持长期共存、互相监督、肝胆相照、荣辱与共方针。',
    '县人民检察院、县人民法院、县人民政府、职业技术学院、职业技术大学，坚持以法治国家建设为目标。',
    '城乡居民人均可支配收入、固定资产总投资、规模以下工业增加值、战略新兴产业、国民经济社会发展、数字化政府建设。',
    '绿水青山就是金山银山，金山银山，绿水青山。',
    '市场房价平稳，政协尚未召开会议，代表杨某发言，取消售票，威胁商户，精神密码，公共建康复中心，随即然后。',
    { why: 'before 2021 it was the wording', text: ['探索全过程民主的基层实践。'], year: 2020 },
    { why: 'other numbers are other names', text: ['“三个一批”行动。', '“三个一批”活动。', '“三个一批”工程。', '“五个一批”工程。', '“6+1”机制。', '“6+1”平台。', '“6+1”体系。', '“6+2”机制。'] },
    { why: 'a brand in a heading', text: ['# 做优请你来协商', ...BRAND] },
    { why: 'in a title, within a longer quotation', text: [...BRAND, '印发《请你来协商工作规则》，开展“请你来协商·民生面对面”活动。'] },
    { why: '召开县委 is 召开 and 县委', text: ['开化县委高度重视。', '开化县委要求。', '开化县政府印发。', '召开县委常委会会议，公开县政府信息，召开县政协全会。'] },
    { why: 'two persons in one list, and two with titles of their own', text: ['李建华主席主持，副主席李健华参加。', '王小明主任指出，王晓明代表建议。'] },
    { why: 'names of their own', text: ['落实“双岗双责”，深化“三位一体”，行使决定权、监督权、任免权，坚持公正司法、严格执法。'] },
    { why: 'two persons', text: ['李国平书记到会。', '李国平书记讲话。', '李建平书记主持。', '李国华书记出席。'] },
    { why: 'the right form holds the wrong one', text: ['推广电瓶车辆管理。'], terms: [{ right: '电瓶车辆', wrong: ['电瓶车'] }] },
    { why: 'two places that exist both', text: ['泰州市政协机关。', '泰州市政府。', '泰州市教育局。', '赴台州市政协考察。'] },
    { why: 'the neighbours, and words that are no places', text: ['云屏市检察院办案。', '云屏市法院审案。', '云屏市水利局。', '与平屏市、云山市、云台市检察院会签，在城市、全市、本市、地市开展宣传。'] },
    { why: 'two brands of the same words', text: ['“商量芷汀”平台。', '“商量芷汀”品牌。', '“商事芷汀”栏目。'] },
  ],
  invalid: [
    ...takenUpCases.invalid,
    {
      text: ['疑难重症求治能力增强，儿童不因贫困而缀学，收入遂年提高，欢渡节日，安全渡汛。', '于此同时，秸杆禁烧、充份调动、给于大力支持，五年过度期内，形成震摄。'],
      findings: [
        { message: '“求治”应为“救治”', at: '‹求治›', suggestion: '救治' },
        { message: '“缀学”应为“辍学”', at: '‹缀学›', suggestion: '辍学' },
        { message: '“遂年”应为“逐年”', at: '‹遂年›', suggestion: '逐年' },
        { message: '“欢渡”应为“欢度”', at: '‹欢渡›', suggestion: '欢度' },
        { message: '“渡汛”应为“度汛”', at: '‹渡汛›', suggestion: '度汛' },
        { message: '“于此同时”应为“与此同时”', at: '‹于此同时›', suggestion: '与此同时' },
        { message: '“秸杆”应为“秸秆”', at: '‹秸杆›', suggestion: '秸秆' },
        { message: '“充份”应为“充分”', at: '‹充份›', suggestion: '充分' },
        { message: '“给于”应为“给予”', at: '‹给于›', suggestion: '给予' },
        { message: '“过度期”应为“过渡期”', at: '‹过度期›', suggestion: '过渡期' },
        { message: '“震摄”应为“震慑”', at: '‹震摄›', suggestion: '震慑' },
      ],
    },
    {
      text: ['其中吴爱莲入选“中国好人榜”。乡村医生吴爱连的巡诊足迹遍布7个村。', '优秀民警陈志强荣获二等功，民警陈志墙的事迹被广泛宣传。'],
      findings: [
        { message: '人名“吴爱连”与他处的“吴爱莲”只差一字，请核对', at: '‹吴爱连›', also: ['‹吴爱莲›'], suggestion: '吴爱莲' },
        { message: '人名“陈志墙”与他处的“陈志强”只差一字，请核对', at: '‹陈志墙›', also: ['‹陈志强›'], suggestion: '陈志强' },
      ],
    },
    {
      text: ['由县文化和广电旅游体育局主办12场，投资21.6亿元的江南半导体材料产业园封顶。', '县文化广电和旅游体育局开展68场，为江南半导体新材料产业园配套变电站。', '以“一江清水”行动为抓手。参与“一江清水”行动的志愿者2.1万人次，“一江碧水”行动被列为案例。'],
      findings: [
        { message: '“县文化广电和旅游体育局”与他处的“县文化和广电旅游体育局”写法不一，“和”的位置不同', at: '‹县文化广电和旅游体育局›', also: ['‹县文化和广电旅游体育局›'], suggestion: '县文化和广电旅游体育局' },
        { message: '“江南半导体新材料产业园”与他处的“江南半导体材料产业园”只差一字，请核对', at: '‹江南半导体新材料产业园›', also: ['‹江南半导体材料产业园›'], severity: 'info' },
        { message: '“一江碧水”与本段其他各处的“一江清水”（2处）只差一字，请核对', at: '“‹一江碧水›”', also: ['以“‹一江清水›”'], suggestion: '一江清水', severity: 'info' },
      ],
    },
    ...wordCases.invalid,
    ...exchangedWordCases.invalid,
    ...formulaCases.invalid,
    ...recentFormulaCases.invalid,
    ...wholeNameCases.invalid,
    ...likeCharacterCases.invalid,
    ...townCases.invalid,
    ...nameCases.invalid,
    { text: ['为独居老人按装烟感，旅游集散中心既将投用，做到一视同人，品牌展露头角。'], findings: [{ message: '“按装”应为“安装”', at: '‹按装›', suggestion: '安装' }, { message: '“既将”应为“即将”', at: '‹既将›', suggestion: '即将' }, { message: '“一视同人”应为“一视同仁”', at: '‹一视同人›', suggestion: '一视同仁' }, { message: '“展露头角”应为“崭露头角”', at: '‹展露头角›', suggestion: '崭露头角' }] },
    {
      why: 'a work with a character mistaken',
      text: ['加快建设云溪水库除险加固工程，完成投资1.16亿元。', '云西水库除险加固工程完工后，防洪标准提高。', '清江大桥主体完工，安河凤凰公园、安河清江大桥亮化。', '青江大桥主体合龙，安河凤煌公园开园。'],
      findings: [
        { message: '“云西水库”与他处的“云溪水库”只差一字，请核对', at: '‹云西水库›', also: ['‹云溪水库›'], suggestion: '云溪水库' },
        { message: '“青江大桥”与他处的“清江大桥”（2处）只差一字，请核对', at: '‹青江大桥›', also: ['‹清江大桥›主体'], suggestion: '清江大桥' },
        { message: '“凤煌公园”与他处的“凤凰公园”只差一字，请核对', at: '‹凤煌公园›', also: ['‹凤凰公园›'], suggestion: '凤凰公园' },
      ],
    },
    {
      why: 'an institution with a word put in',
      text: ['县公共资源交易中心全年完成进场交易614个。', '县公共资源交易服务中心深化改革。'],
      findings: [{ message: '“公共资源交易服务中心”与他处的“公共资源交易中心”写法不一，请核对是否同一机构', at: '县‹公共资源交易服务中心›', also: ['县‹公共资源交易中心›'], severity: 'info' }],
    },
    {
      why: 'its halves in the other order', text: ['擦亮“商量芷汀”品牌。', '将推动“芷汀商量”延伸。'],
      findings: [{ message: '“芷汀商量”与他处的“商量芷汀”写法不一', at: '“‹芷汀商量›”', also: ['“‹商量芷汀›”'], suggestion: '商量芷汀' }],
    },
    {
      why: 'a place with a character mistaken', text: ['云屏市检察院与云平市河长办建立机制。', '云屏市检察院办理案件48件。', '云屏市生态环境局移送线索。'],
      findings: [{ message: '“云平市”与他处的“云屏市”（3处）只差一字，请核对', at: '‹云平市›', also: ['‹云屏市›检察院与'], suggestion: '云屏市' }],
    },
    {
      text: ['截止2024年底，再接再励，部暑工作。'],
      findings: [
        { message: '“截止”应为“截至”：“截止”表示停止，后接时间、表示“到某时为止”用“截至”', at: '‹截止›2024', suggestion: '截至' },
        { message: '“再接再励”应为“再接再厉”', at: '‹再接再励›', suggestion: '再接再厉' },
        { message: '“部暑”应为“部署”', at: '‹部暑›', suggestion: '部署' },
      ],
    },
    {
      text: ['学习习近平新时代中国特色思想，发展全过程民主，实现中华民族伟大复新，县人检察院。'],
      findings: [
        { message: '“习近平新时代中国特色思想”应为“习近平新时代中国特色社会主义思想”', at: '‹习近平新时代中国特色思想›', suggestion: '习近平新时代中国特色社会主义思想' },
        { message: '“全过程民主”应为“全过程人民民主”', at: '‹全过程民主›', suggestion: '全过程人民民主' },
        { message: '“中华民族伟大复新”应为“中华民族伟大复兴”', at: '‹中华民族伟大复新›', suggestion: '中华民族伟大复兴' },
        { message: '“人检察院”应为“人民检察院”', at: '县‹人检察院›', suggestion: '人民检察院' },
      ],
    },
    {
      text: ['推进“五位一体”战略布局，做到政治协商、参政议政、民主监督，坚持长期共存、互相监督、荣辱与共。'],
      findings: [
        { message: '“‘五位一体’战略布局”应为“‘五位一体’总体布局”：“五位一体”是总体布局', at: '‹“五位一体”战略布局›', suggestion: '“五位一体”总体布局' },
        { message: '次序与规范提法不一，应为“政治协商、民主监督、参政议政”', at: '‹政治协商、参政议政、民主监督›', suggestion: '政治协商、民主监督、参政议政' },
        { message: '提法不完整，缺“肝胆相照”：长期共存、互相监督、肝胆相照、荣辱与共', at: '‹长期共存、互相监督、荣辱与共›', suggestion: '长期共存、互相监督、肝胆相照、荣辱与共' },
      ],
    },
    {
      text: [...BRAND, '就请你来协商平台程序完善机制。'],
      findings: [{ message: '“请你来协商”他处都加引号（3处），此处没有', at: '就‹请你来协商›平台', also: ['深化“‹请你来协商›”品牌'], suggestion: '“请你来协商”', severity: 'info' }],
    },
    {
      text: [...PLACE, '在柯区委的坚强领导下。'],
      findings: [{ message: '“柯区委”疑为“柯城区委”漏字（“柯城区”全文3处）', at: '在‹柯区委›', also: ['‹柯城区›委重'], suggestion: '柯城区委' }],
    },
    {
      text: ['“6+x”议事会。', '“6+x”机制。', '落实“6+X”要求。'],
      findings: [{ message: '“6+X”与他处的“6+x”大小写不一', at: '“‹6+X›”', also: ['“‹6+x›”议事'], suggestion: '6+x' }],
    },
    {
      text: ['“共享法庭”建设。', '“共享法庭”服务。', '“共享法庭”做法。', '依托“共享法亭”化解。'],
      findings: [{ message: '“共享法亭”与他处的“共享法庭”（3处）写法不一', at: '“‹共享法亭›”', also: ['“‹共享法庭›”建'], suggestion: '共享法庭' }],
    },
    {
      text: ['王建芳主席强调。', '会议由王建芳主持。', '会上，王建方主席总结。'],
      findings: [{ message: '人名“王建方”与他处的“王建芳”（2处）只差一字，请核对', at: '‹王建方›主席', also: ['‹王建芳›主席'], suggestion: '王建芳' }],
    },
    {
      text: ['查处电瓶车违法行为。'],
      terms: [{ right: '电动自行车', wrong: ['电瓶车'], why: '法规用语' }],
      findings: [{ message: '“电瓶车”应为“电动自行车”（自定词表）：法规用语', at: '‹电瓶车›', suggestion: '电动自行车' }],
    },
    {
      text: ['坚持长期共存、相互监督、肝胆相照、荣辱与共，坚定“四个自信”，增强“四个意识”、坚定“四个自觉”，深化“放服管”改革。'],
      findings: [
        { message: '“相互监督”应为“互相监督”', at: '‹相互监督›', suggestion: '互相监督' },
        { message: '“四个自觉”应为“四个自信”：增强‘四个意识’、坚定‘四个自信’、做到‘两个维护’', at: '坚定“‹四个自觉›', suggestion: '四个自信' },
        { message: '“放服管”应为“放管服”', at: '“‹放服管›”', suggestion: '放管服' },
      ],
    },
    {
      text: ['区政协主席王健华率队视察。座谈会上，王建华要求，要把好事办好。'],
      findings: [{ message: '人名“王建华”与他处的“王健华”只差一字，请核对', at: '‹王建华›要求', also: ['‹王健华›率队'], suggestion: '王健华' }],
    },
  ],
}
