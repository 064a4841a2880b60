import type { Cases } from '../../case.ts'
export const cases: Cases = { valid: ['从助餐、助洁、助医三个角度。'], invalid: [] }
