import type { CoreKind } from '../model/inline.ts'
import { contentFigures } from './content-figures.ts'
import type { CoreFigure } from './figure.ts'
import { isCore } from './figure.ts'
import { findNumerals } from './find-numerals.ts'
import { chineseInteger, financial, roundedDecimal, shiftedDecimal } from '../text/decimals.ts'

/**
 * Writes a value in the form in which a figure stands: 4.4亿元 stays in 亿, 二十三场 in Chinese numerals, 百分之八十 in words. Whatever is written
 * is read again, and only what reads as the value is answered.
 */

/** A figure as it is to be written. */
export interface Written {
  text: string
  /** false where the form cannot hold the value in reasonable length, so that it is rounded as the form states it */
  exact: boolean
}

/** What a figure's surface says on its own; undefined where it holds no figure, or more than one. */
export function readSurface(surface: string, { unit, kind }: { unit: string; kind: CoreKind }): CoreFigure | undefined {
  const text = surface.replace(/\s+/gu, '')
  if (text === '') return undefined
  const read = contentFigures([{ type: 'figure', id: 'one', text, indicator: '', unit, kind, state: 'stated' }]).filter(isCore)
  return read.length === 1 ? read[0] : undefined
}

/** To what a surface is stated, in plain units: 0.1 for 59.4%, 10000000 for 4.4亿, 1 for 168件, 0.1 for 千分之三 (in per cent). Half of it is what rounding may hide. */
export function resolutionOf(surface: string): number {
  const numeral = findNumerals(surface).at(-1)
  const per = /([百千万])分之(.*)$/u.exec(surface)
  if (per) return Number(`1e${{ 百: 0, 千: -1, 万: -2 }[per[1] ?? ''] ?? 0}`) / 10 ** (/[.．点]([\d０-９零〇一二三四五六七八九]+)/u.exec(per[2] ?? '')?.[1]?.length ?? 0)
  // a fraction is what it is
  if (numeral && /分之|\//u.test(numeral.text)) return 0
  const style = numeral && arabicStyle(numeral.text)
  const tenths = numeral && surface.startsWith('成', numeral.end)
  if (tenths) return surface.startsWith('成半', numeral.end) ? 5 : 10 / 10 ** (style?.decimals ?? 0)
  return style ? Number(`1e${style.power - style.decimals}`) : 1
}

/**
 * `value` (and `high`, for a range) in the form of `surface`, words of approximation and unit kept. Undefined where that form cannot say it: a
 * range for a single number, a fraction that no small denominator gives. `rounded` asks for rounding as the form states it even where more
 * decimals would be exact, as for a quotient.
 */
export function writeLike(surface: string, to: { value: number; high?: number | undefined }, held: { unit: string; kind: CoreKind }, rounded = false): Written | undefined {
  const was = readSurface(surface, held)
  if (!was || !Number.isFinite(to.value) || Math.abs(to.value) >= 1e18 || (was.high === undefined) !== (to.high === undefined)) return undefined
  if (was.value === to.value && was.high === to.high) return { text: surface, exact: true }
  const says = (text: string, value: number, high: number | undefined): boolean => {
    const read = readSurface(text, held)
    return read !== undefined && near(read.value, value) && (high === undefined ? read.high === undefined : read.high !== undefined && near(read.high, high)) && read.unit === was.unit && read.approx === was.approx
  }
  for (const { text, value, high } of candidates(surface, to, rounded)) {
    if (says(text, value, high)) return { text, exact: near(value, to.value) && (to.high === undefined || (high !== undefined && near(high, to.high))) }
  }
  return undefined
}

const near = (a: number, b: number): boolean => a === b || Math.abs(a - b) <= Math.abs(b) * 1e-12

interface Candidate {
  text: string
  value: number
  high?: number
}

/** Ways to write it, the best first. */
function* candidates(surface: string, { value, high }: { value: number; high?: number | undefined }, rounded: boolean): Generator<Candidate> {
  const numerals = findNumerals(surface)
  const [first, second] = numerals
  if (!first) return
  if (high !== undefined) {
    if (!second) return
    const mid = surface.slice(first.end, second.start)
    for (const style of stylesOf(second.text)) {
      for (const bare of [true, false]) {
        const low = inStyle(value, bare ? { ...style, suffix: '' } : style, rounded, bare ? style.power : undefined)
        const top = inStyle(high, style, rounded)
        if (low && top) yield { text: surface.slice(0, first.start) + low.text + mid + top.text + surface.slice(second.end), value: low.value, high: top.value }
      }
    }
    return
  }
  const before = surface.slice(0, first.start)
  const after = surface.slice(first.end)
  const per = /^([百千万])分之(.+)$/u.exec(first.text)
  if (per) {
    const shift = { 百: 0, 千: 1, 万: 2 }[per[1] ?? ''] ?? 0
    // a share of one: the percent that it is times 1, 10, 100
    for (const style of stylesOf(per[2] ?? '')) {
      const part = inStyle(Number(shiftedDecimal(value, shift)), style, rounded)
      // 两 counts things; of a hundred it is 百分之二
      if (part) yield { text: `${before}${per[1] ?? ''}分之${part.text === '两' ? '二' : part.text}${after}`, value: Number(shiftedDecimal(part.value, -shift)) }
    }
    if (value >= 0) yield* [`${shiftedDecimal(value, 0)}%`].map((text) => ({ text: before + text + after, value }))
    return
  }
  if (/^.+分之.+$/u.test(first.text) || first.text.includes('/')) {
    const chinese = !/\d/u.test(first.text)
    const known = Number(/\/(\d+)$/u.exec(first.text)?.[1] ?? Number.NaN)
    for (const bottom of [known, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 100]) {
      const top = Math.round(value * bottom)
      if (!Number.isInteger(bottom) || top <= 0 || top >= bottom || !near(top / bottom, value)) continue
      yield { text: before + (chinese ? `${chineseInteger(bottom)}分之${chineseInteger(top)}` : first.text.includes('/') ? `${top}/${bottom}` : `${bottom}分之${top}`) + after, value }
    }
    return
  }
  if (after.startsWith('成')) {
    const tenths = value / 10
    const tail = after.slice(after.startsWith('成半') ? 2 : 1)
    if (Number.isInteger(tenths) && tenths >= 1 && tenths <= 10) for (const text of [chineseInteger(tenths), String(tenths)]) yield { text: `${before}${text}成${tail}`, value }
    if (Number.isInteger(tenths * 2) && tenths < 10) yield { text: `${before}${chineseInteger(Math.floor(tenths))}成半${tail}`, value }
    yield { text: `${before}${shiftedDecimal(value, 0)}%${tail}`, value }
    return
  }
  for (const style of stylesOf(first.text)) {
    const written = inStyle(value, style, rounded)
    if (written) yield { text: before + written.text + after, value: written.value }
  }
}

/** How a numeral is written. */
interface Style {
  script: 'arabic' | 'chinese' | 'financial'
  /** decimals behind the point */
  decimals: number
  /** power of ten of its unit of count: 8 for 亿 */
  power: number
  /** the unit of count, with 余 or 多 before or behind it */
  suffix: string
  grouped: boolean
  full: boolean
  minus: string
}

/** The styles to try for a numeral: its own, then its script in smaller or no units of count, at last plain digits. */
function* stylesOf(numeral: string): Generator<Style> {
  const arabic = arabicStyle(numeral)
  const plain: Style = { script: 'arabic', decimals: 0, power: 0, suffix: '', grouped: false, full: false, minus: numeral.startsWith('负') ? '负' : '-' }
  if (!arabic) {
    const more = /[余多来]$/u.exec(numeral)?.[0] ?? ''
    // 3亿5000万 goes on as 4.2亿
    const parted = /^[\d０-９,.．]+(亿|万)/u.exec(numeral)?.[1]
    if (parted !== undefined) {
      yield* stylesOf(`1.1${parted}${more}`)
      return
    }
    yield { ...plain, script: /[壹贰叁肆伍陆柒捌玖拾佰仟]/u.test(numeral) ? 'financial' : 'chinese', suffix: more, minus: '负' }
    yield { ...plain, suffix: more }
    return
  }
  yield arabic
  const more = /[余多来]/u.exec(arabic.suffix)?.[0] ?? ''
  // a number that has outgrown its unit of count (9800万 → 1.2亿), then one that has become too small for it
  const others = ([['亿', 8], ['万亿', 12], ['亿', 8], ['万', 4], ['', 0]] as const).filter(([, power], i) => arabic.power > 0 && (i < 2 ? power > arabic.power : power < arabic.power))
  for (const [unit, power] of others) yield { ...arabic, power, suffix: more + unit, decimals: Math.max(1, arabic.decimals) }
  yield { ...plain, suffix: more }
}

const COUNT_POWERS: Readonly<Record<string, number>> = { '': 0, 十: 1, 百: 2, 千: 3, 万: 4, 十万: 5, 百万: 6, 千万: 7, 亿: 8, 十亿: 9, 百亿: 10, 千亿: 11, 万亿: 12, 兆: 12 }

function arabicStyle(numeral: string): Style | undefined {
  const match = /^([-−负負]?)([\d０-９][\d０-９,]*)(?:[.．]([\d０-９]+))?([余多来]?)([十百千万亿兆]*)([余多来]?)$/u.exec(numeral)
  if (!match) return undefined
  const [, minus = '', whole = '', fraction = '', ahead = '', unit = '', behind = ''] = match
  const power = COUNT_POWERS[unit]
  return power === undefined ? undefined : { script: 'arabic', decimals: fraction.length, power, suffix: ahead + unit + behind, grouped: whole.includes(','), full: /[０-９]/u.test(whole), minus: minus === '' ? '-' : minus }
}

/** more decimals than the form had, that are still written */
const MORE_DECIMALS = 2

/** A value in a style: exact where few more decimals do, rounded to the style's where not. `power` scales a numeral whose unit of count stands elsewhere. */
function inStyle(value: number, style: Style, rounded: boolean, power = style.power): { text: string; value: number } | undefined {
  const size = Math.abs(value)
  const sign = value < 0 ? style.minus : ''
  if (style.script !== 'arabic') {
    if (!Number.isInteger(size) && rounded) return inStyle(Math.sign(value) * Math.round(size), style, false)
    const [whole = '', fraction = ''] = shiftedDecimal(size, 0).split('.')
    if (Number(whole) >= 1e16 || fraction.length > 4) return undefined
    const chinese = (size === 2 && style.suffix === '' ? '两' : chineseInteger(Number(whole))) + (fraction === '' ? '' : `点${[...fraction].map((d) => '零一二三四五六七八九'.charAt(Number(d))).join('')}`)
    return { text: sign + (style.script === 'financial' ? financial(chinese) : chinese) + style.suffix, value }
  }
  const decimal = shiftedDecimal(size, -power)
  const places = decimal.split('.')[1]?.length ?? 0
  const allowed = rounded ? style.decimals : power > 0 ? Math.max(style.decimals + 1, 2) : style.decimals + MORE_DECIMALS
  const digits = places <= allowed || (power === 0 && !rounded && style.power === 0 && Number.isInteger(size)) ? decimal : roundedDecimal(decimal, style.decimals)
  // 0.1万 for 987, 23000亿: another unit of count will do
  if (value !== 0 && (Number(digits) === 0 || (style.power > 0 && power > 0 && (Number(digits) < 1 || (Number(digits) >= 10_000 && power < 12))))) return undefined
  const said = Math.sign(value) * Number(shiftedDecimal(Number(digits), power))
  return { text: sign + dressed(digits, style) + style.suffix, value: said }
}

function dressed(digits: string, { grouped, full }: Style): string {
  const [whole = '', fraction] = digits.split('.')
  const parted = (grouped ? whole.replace(/\B(?=(?:\d{3})+$)/gu, ',') : whole) + (fraction === undefined ? '' : `.${fraction}`)
  return full ? parted.replace(/[\d.]/gu, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)) : parted
}
