import type { Cases } from '../../case.ts'

export const cases: Cases = {
  valid: [
    { text: ['# 一、坚持党的领导', '文。', '# 二、服务中心大局', '文。', '# 三、践行履职为民', '文。'] },
    { why: 'all of them end so', text: ['# 一、强化理论武装，更加自觉地学习。', '文。', '# 二、强化使命担当，更加精准地履职。', '文。', '# 三、强化机制建设，更加高效地协商。', '文。'] },
    { why: 'half and half: the editor may mean it', text: ['# 一、学习。', '文。', '# 二、履职', '文。'] },
    { why: 'a question or an exclamation is meant', text: ['# 一、奋进！', '文。', '# 二、担当', '文。', '# 三、作为', '文。'] },
    { why: 'levels do not compare', text: ['# 一、工作回顾', '## （一）抓学习。', '文。', '## （二）抓调研。', '文。', '# 二、工作打算', '文。', '# 三、保障', '文。'] },
  ],
  invalid: [
    {
      text: ['# 一、坚持思想引领,把牢正确方向。', '文。', '# 二、坚持围绕中心,服务发展大局', '文。', '# 三、坚持履职为民,着力民生改善', '文。'],
      findings: [{ message: '标题末尾用了“。”，同级的其他2个标题都没有', at: '方向‹。›', suggestion: '' }],
    },
    {
      text: ['# 一、依法监督', '文。', '# 二、代表工作，', '文。', '# 三、自身建设', '文。'],
      findings: [{ message: '标题末尾不用“，”', at: '工作‹，›', suggestion: '' }],
    },
    {
      text: ['# 一、学习。', '文。', '# 二、履职；', '文。', '# 三、提质。', '文。'],
      findings: [{ message: '标题末尾不用“；”', at: '履职‹；›', suggestion: '。' }],
    },
  ],
}
