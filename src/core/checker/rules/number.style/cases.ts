import type { Cases } from '../../case.ts'

export const cases: Cases = {
  valid: ['约30家企业。'],
  invalid: [{ text: ['约30余家企业。'], findings: [{ message: '“约”与“余”都表示概数，不应并用，只留一个', at: '‹约30余›家', suggestion: '30余' }] }],
}
