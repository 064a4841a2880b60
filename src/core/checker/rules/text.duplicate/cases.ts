import type { Cases } from '../../case.ts'

const LONG = '深入基层一线展现政协担当。充分发挥县政协专班作用，认真做好复工复产、村级组织换届指导、脱贫攻坚等重点工作，帮助群众解决困难。'
const SENTENCE = '健全完善专委会工作机制，推动协商工作规范化制度化程序化，不断提升履职实效。'
const SPACED = LONG.replace('政协担当', '政协 担当')

export const cases: Cases = {
  valid: [
    {
      why: 'alike within a paragraph: another number, another subject, one clause only, told of a part',
      text: [
        '一中获一等奖2项，二等奖3项，团体第1名。三中稳步提升。二中获一等奖2项，二等奖3项。',
        '上半年，组织对接会6场，落实融资2.1亿元。持续跟进服务。下半年，组织对接会6场，落实融资2.4亿元。',
        '做实服务，办理提案126件，办复率100%。开展视察8次。办理建议126件，办复率100%。',
        '推进协商，召开协商会4次，形成建议案。推进监督。召开协商会4次。',
      ],
    },
    { why: 'alike, not equal', text: [LONG, LONG.replace('复工', '达产').replace('重点工作', '工作')] },
    { why: 'taken up on purpose, and told on', text: ['高质量发展的根本目的，就是让人民群众过上更好的日子。让人民群众过上更好的日子，就要办好民生实事。', '全年收到提案186件。186件提案全部办复，其中重点提案12件。', '我们要团结，要奋斗。要奋斗，就要有目标。', '新增就业5300人，同比增长5%。', '同比增长5%，完成年度任务。'] },
    { why: 'items that begin alike, and short set ones', text: ['一是加强组织领导，压实责任。二是加强宣传引导，营造氛围。', '一是加强宣传引导，营造氛围。二是加强队伍建设，提升素质。', '一是办理提案126件，办复率100%；二是办理建议126件，办复率100%。'] },
    { why: 'short', text: ['团结凝聚力量。', '团结凝聚力量。'] },
    {
      why: 'set words at the end of a sentence',
      text: [
        '牢记嘱托、感恩奋进，坚持稳中求进工作总基调，为全面建设社会主义现代化国家贡献力量、为家乡发展添光彩。',
        '团结带领全县人民，坚持稳中求进工作总基调，为全面建设社会主义现代化国家贡献力量、为家乡发展添光彩。',
      ],
    },
    { why: 'another sentence that begins alike', text: ['我们深入企业一线走访调研，面对面听取意见建议，梳理形成问题清单。', '围绕营商环境，我们深入企业一线走访调研，面对面听取意见建议，梳理形成责任清单。'] },
    {
      why: 'headings may recur',
      text: ['# 聚焦中心大局奏响高质量发展主旋律，恪守为民之本唱响情牵百姓冷暖好声音', '# 聚焦中心大局奏响高质量发展主旋律，恪守为民之本唱响情牵百姓冷暖好声音'],
    },
  ],
  invalid: [
    {
      why: 'a sentence that stands in another one of the paragraph, with others between',
      text: [
        '协会坚持服务会员宗旨，组织银企对接会6场，落实融资2.1亿元。举办法律培训11期，培训740人次。组织银企对接会6场，落实融资2.1亿元。',
        '新建村卫生室8个，培训村医126人次。开展义诊12场，服务群众3600人次。聚焦基层基础，新建村卫生室8个，培训村医126人次，群众更加满意。',
      ],
      findings: [
        { message: '这几个分句与本段前文的几个分句相同', at: '。‹组织银企对接会6场，落实融资2.1亿元›', also: ['，‹组织银企对接会6场，落实融资2.1亿元›'] },
        { message: '这几个分句与本段前文的几个分句相同', at: '，‹新建村卫生室8个，培训村医126人次›，', also: ['‹新建村卫生室8个，培训村医126人次›。开'] },
      ],
    },
    {
      why: 'items of a list that differ in their ordinals only',
      text: ['一是创新能力不强，高新技术企业占比仅为12%。', '二是服务水平不高，少数干部主动服务意识欠缺，办事效率有待提高。', '三是服务水平不高，少数干部主动服务意识欠缺，办事效率有待提高。对此，我们将认真解决。', '主要做法：一要抓源头，开展隐患排查46次；二要抓整改，压实各方责任；三要抓源头，开展隐患排查46次。'],
      findings: [
        { message: '这一条与前文的一条相同，只是序号不同', at: '三是‹服务水平不高，少数干部主动服务意识欠缺，办事效率有待提高›', also: ['二是‹服务水平不高，少数干部主动服务意识欠缺，办事效率有待提高›'] },
        { message: '这一条与前文的一条相同，只是序号不同', at: '三要‹抓源头，开展隐患排查46次›', also: ['一要‹抓源头，开展隐患排查46次›'] },
      ],
    },
    {
      why: 'a sentence that repeats the end of the one before it',
      text: ['全院理念落地见效，建成社区法官工作室28个，指导调解纠纷1640件。建成社区法官工作室28个，指导调解纠纷1640件。', '走访慰问困难职工，发放慰问金86万元。发放慰问金86万元，惠及职工1200户。', '健全完善工作机制，推动协商工作提质增效走深走实。推动协商工作提质增效走深走实。'],
      findings: [
        { message: '这几个分句与紧接的前文相同', at: '。‹建成社区法官工作室28个，指导调解纠纷1640件›', also: ['，‹建成社区法官工作室28个，指导调解纠纷1640件›'] },
        { message: '这几个分句与紧接的前文相同', at: '。‹发放慰问金86万元›', also: ['，‹发放慰问金86万元›'] },
        { message: '这几个分句与紧接的前文相同', at: '。‹推动协商工作提质增效走深走实›', also: ['，‹推动协商工作提质增效走深走实›'] },
      ],
    },
    {
      why: 'over the border of two paragraphs',
      text: ['创新矛盾化解方式，受理调解案件612件，调解成功率98.2%。', '受理调解案件612件，调解成功率98.2%，群众满意度持续提升。'],
      findings: [{ message: '这几个分句与紧接的前文相同', at: '‹受理调解案件612件，调解成功率98.2%›，群', also: ['，‹受理调解案件612件，调解成功率98.2%›。'] }],
    },
    {
      why: 'a sentence pasted behind the first clause of another',
      text: [`坚持规范。${SENTENCE}`, `围绕制度建设，${SENTENCE}再说一遍。`],
      findings: [{ message: '这几个分句与前文的一句完全相同', at: `，‹${SENTENCE}›再`, also: [`范。‹${SENTENCE}›`] }],
    },
    {
      why: 'and the other way about',
      text: [`围绕制度建设，${SENTENCE}`, `坚持规范。${SENTENCE}`],
      findings: [{ message: '这一句与前文一句中的一段完全相同', at: `范。‹${SENTENCE}›`, also: [`，‹${SENTENCE}›`] }],
    },
    {
      why: 'white space makes no difference',
      text: [LONG, '中间一段。', SPACED],
      findings: [{ message: '这一段与前文的一段完全相同', at: `‹${SPACED}›`, also: [`‹${LONG}›`] }],
    },
    {
      text: [`坚持规范。${SENTENCE}`, `再说一遍。${SENTENCE}`],
      findings: [{ message: '这一句与前文的一句完全相同', at: `遍。‹${SENTENCE}›`, also: [`范。‹${SENTENCE}›`] }],
    },
  ],
}
