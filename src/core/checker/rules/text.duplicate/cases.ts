import type { Cases } from '../../case.ts'

const LONG = '深入基层一线展现政协担当。充分发挥县政协专班作用，认真做好复工复产、村级组织换届指导、脱贫攻坚等重点工作，帮助群众解决困难。'
const SENTENCE = '健全完善专委会工作机制，推动协商工作规范化制度化程序化，不断提升履职实效。'
const SPACED = LONG.replace('政协担当', '政协 担当')

export const cases: Cases = {
  valid: [
    { why: 'alike, not equal', text: [LONG, LONG.replace('复工', '达产').replace('重点工作', '工作')] },
    { why: 'short', text: ['团结凝聚力量。', '团结凝聚力量。'] },
    {
      why: 'headings may recur',
      text: ['# 聚焦中心大局奏响高质量发展主旋律，恪守为民之本唱响情牵百姓冷暖好声音', '# 聚焦中心大局奏响高质量发展主旋律，恪守为民之本唱响情牵百姓冷暖好声音'],
    },
  ],
  invalid: [
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
