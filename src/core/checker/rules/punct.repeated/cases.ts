import type { Cases } from '../../case.ts'

export const cases: Cases = {
  valid: [
    '听取一线“真声音”，掌握“活情况”。数字无言……“好！”“怎么样？！”——他说：“好。”，又说：《某书》。',
    'a,b;;c 与 1,234,567 元，e.g.,',
  ],
  invalid: [
    {
      text: ['坚持学习，，改进作风。'],
      findings: [
        { message: '标点“，，”连用，应为“，”', at: '‹，，›', suggestion: '，' },
      ],
    },
    {
      text: ['改进作风，。完善制度。。'],
      findings: [
        { message: '标点“，。”连用，应为“。”', at: '‹，。›', suggestion: '。' },
        { message: '标点“。。”连用，应为“。”', at: '‹。。›', suggestion: '。' },
      ],
    },
    {
      text: ['学习、，履职。'],
      findings: [
        { message: '标点“、，”连用，应只留一个', at: '‹、，›' },
      ],
    },
  ],
}
