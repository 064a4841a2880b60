import type { Cases } from '../../case.ts'

export const cases: Cases = {
  valid: [
    '听取一线“真声音”，掌握“活情况”。数字无言……“好！”“怎么样？！”——他说：“好。”，又说：《某书》。',
    '他说：“好。”，“行！”；‘是的。’他又说：“怎么办？！”e.g.，etc.。',
    'a,b;;c 与 1,234,567 元，e.g.,',
  ],
  invalid: [
    { text: ['强调要“完善制度，”。会员（，含农民工）增加！。'], findings: [
      { message: '标点“，”与“。”分在引号内外，只留一个', at: '制度‹，”。›', suggestion: '”。' },
      { message: '“（”之后不应有“，”', at: '‹（，›', suggestion: '（' },
      { message: '标点“！。”连用，应为“！”', at: '‹！。›', suggestion: '！' },
    ] },
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
