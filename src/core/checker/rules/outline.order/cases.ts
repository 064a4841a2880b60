import type { Cases } from '../../case.ts'

const BODY = ['坚持党的领导。召开党组会议22次。', '服务中心大局。开展协商12次。', '践行履职为民。收到提案168件。', '加强自身建设。举办培训班2期。']
const HEADINGS = ['# 一、强化党的领导', '# 二、服务中心大局', '# 三、践行履职为民', '# 四、加强自身建设']

export const cases: Cases = {
  valid: [
    { text: ['# 一、强化党的领导', '文。', '# 二、服务中心大局', '文。', '# 三、践行履职为民', '文。'] },
    { why: 'headings of a draft wait for their text', status: 'draft', text: [...BODY, ...HEADINGS] },
    { why: 'one heading is empty', text: [...BODY, '# 一、强化党的领导', '# 二、服务中心大局', '文。'] },
    { why: 'a part of headings with text below', text: ['导语。', '# 2024年工作回顾', '## 一、学习', '文。', '# 2025年工作打算', '## 一、履职', '文。'] },
    { why: 'a short text that is all headings', text: ['导语。', ...HEADINGS] },
  ],
  invalid: [
    {
      text: [...BODY, ...HEADINGS],
      findings: [
        {
          message: '4个标题集中在一处，没有各自的正文，前面的4段正文没有标题：一、强化党的领导；二、服务中心大局；三、践行履职为民；四、加强自身建设',
          at: '‹一、强化党的领导›',
          also: ['‹二、服务中心大局›', '‹三、践行履职为民›', '‹四、加强自身建设›'],
        },
      ],
    },
  ],
}
