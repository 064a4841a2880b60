import type { Cases } from '../../case.ts'

const LONG = '深入基层一线展现政协担当。充分发挥县政协专班作用，认真做好复工复产、村级组织换届指导、脱贫攻坚等重点工作，帮助群众解决困难。'
const SENTENCE = '健全完善专委会工作机制，推动协商工作规范化制度化程序化，不断提升履职实效。'
const SPACED = LONG.replace('政协担当', '政协 担当')

export const cases: Cases = {
  valid: [
    { why: 'alike, not equal', text: [LONG, LONG.replace('复工', '达产').replace('重点工作', '工作')] },
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
