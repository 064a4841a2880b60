import type { Cases } from '../../case.ts'

export const cases: Cases = {
  valid: [
    '修路、架桥、通水……桩桩件件暖人心。',
    '——经济总体回升向好。政协工作——团结与民主的事业。',
    '推进京津冀—长三角协作，落实2021—2025年规划，杭州—衢州高铁全线贯通。',
    '一对一—帮扶、PM2.5、www.example.gov.cn、1...3',
    '增长5%—6%，电话0570-6012345，“十四五”—“十五五”衔接。',
    { why: '等 begins another word, or stands behind a quotation', text: ['村口的老人、放学的孩子……等待着新校车。', '“今年的路修到了家门口……”等心声写满留言簿。', '修路、架桥、通水……等你来看。'] },
    '目录...................................12',
  ],
  invalid: [
    { text: ['“民情夜谈”、红色代办……等一批做法得到推广，送医、送药…等服务不断线。'], findings: [{ message: '省略号与“等”意思重复，应只留一个', at: '代办‹……等›一批', suggestion: '等' }, { message: '省略号应为“……”，文中写作“…”', at: '送药‹…›等', suggestion: '……' }, { message: '省略号与“等”意思重复，应只留一个', at: '送药‹…等›', suggestion: '等' }] },
    { text: ['送医下乡、义务植树⋯⋯一项项举措暖人心。'], findings: [{ message: '省略号应为“……”，文中写作“⋯⋯”', at: '植树‹⋯⋯›', suggestion: '……' }] },
    { text: ['走访、慰问...全年不断线。'], findings: [{ message: '省略号应为“……”，文中写作“...”', at: '慰问‹...›', suggestion: '……' }] },
    { text: ['一切为了人民--这是我们的初心。'], findings: [{ message: '破折号应为“——”，文中写作“--”', at: '人民‹--›', suggestion: '——' }] },
    { text: ['—坚持党的领导。'], findings: [{ message: '破折号应为“——”，文中写作“—”', at: '‹—›坚持', suggestion: '——' }] },
  ],
}
