import type { Cases } from '../../case.ts'

export const cases: Cases = {
  valid: [
    '实现发展的目的的同时，增进了了解，以及及时反馈，推进文明和和谐建设、在在建项目。',
    '一个一个解决，一件一件落实，高高兴兴、来来往往，常常走访，人人参与，天天向上。',
    '政协委员委员会客厅、支持企业企业家、提升服务服务业水平、县政府政府工作报告。',
    '有声有色、不知不觉、越抓越严，共谋共建共享，互学互鉴、互促互进。',
  ],
  invalid: [
    {
      text: ['坚持党的的领导，开展了了调研。'],
      findings: [
        { message: '“的”重复', at: '‹的的›', suggestion: '的' },
        { message: '“了”重复', at: '‹了了›', suggestion: '了' },
      ],
    },
    {
      text: ['扎实开展开展调研，推进政协工作工作。'],
      findings: [
        { message: '“开展”重复', at: '‹开展开展›', suggestion: '开展' },
        { message: '“工作”重复', at: '‹工作工作›', suggestion: '工作' },
      ],
    },
  ],
}
