import type { CoreKind } from '../model/inline.ts'

/** Units of count that may stand before a unit (万元, 亿千瓦时), with their powers of ten. */
const POWERS: Readonly<Record<string, number>> = { 万亿: 12, 亿: 8, 千万: 7, 百万: 6, 十万: 5, 万: 4 }
const SCALED = new RegExp(`^(${Object.keys(POWERS).join('|')})(.*)$`, 'u')

/** Units that say the same of a count. */
const EQUAL: Readonly<Record<string, string>> = { 名: '人', 位: '人', 个百分点: '百分点', 千米: '公里', 人民币: '元', 元人民币: '元', '％': '%' }

/** A unit without its unit of count (万元 → 元), and the power of ten that it stood for. */
export function splitUnit(unit: string): { base: string; power: number; scale: string } {
  const plain = unit.replace(/\s+/gu, '')
  const scaled = SCALED.exec(plain)
  const [, scale = '', base = plain] = scaled ?? []
  return { base, power: POWERS[scale] ?? 0, scale }
}

/** The unit in the form in which units are compared: without 万 and 亿, 名 and 位 as 人. */
export function baseUnit(unit: string): string {
  const { base } = splitUnit(unit)
  return EQUAL[base] ?? base
}

/** What kind of figure a unit says. */
export function kindOfUnit(unit: string): CoreKind {
  const base = baseUnit(unit)
  if (/^(?:%|‰|百分点|个?基点)$/u.test(base)) return 'percent'
  return /[元镑郎铢]$/u.test(base) ? 'money' : 'quantity'
}
