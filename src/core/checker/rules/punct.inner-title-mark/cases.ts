import type { Cases } from '../../case.ts'

export const cases: Cases = {
  valid: [
    '印发《关于贯彻落实〈信访工作条例〉的实施意见》。',
    '出台《甲办法》《乙办法》和《丙办法》，修订《丁规定》。',
    '《关于转发〈市政府关于印发《管理办法》的通知〉的通知》',
    { why: 'the first mark is not closed: another rule', text: ['印发《提案工作条例，修订《委员履职办法》，落实《章程》。'] },
    '气温<0℃，《标准》规定PM2.5<35。',
  ],
  invalid: [
    {
      text: ['《与<颜氏家训>比肩的<袁氏世范>》'],
      findings: [
        { message: '书名号之内的书名号应为“〈〉”，文中用了“<>”', at: '‹<颜氏家训>›', suggestion: '〈颜氏家训〉' },
        { message: '书名号之内的书名号应为“〈〉”，文中用了“<>”', at: '‹<袁氏世范>›', suggestion: '〈袁氏世范〉' },
      ],
    },
    { text: ['印发《关于贯彻落实《信访工作条例》的实施意见》。'], findings: [{ message: '书名号之内的书名号应为“〈〉”，文中用了“《》”', at: '落实‹《信访工作条例》›', suggestion: '〈信访工作条例〉' }] },
  ],
}
