import { isCore } from '../figures/figure.ts'
import { recognizeFigures } from '../figures/recognize.ts'
import { baseUnit, splitUnit } from '../figures/unit-scale.ts'
import type { Approx, SlotNode } from '../model/inline.ts'
import { numeralAt } from '../text/numeral-at.ts'
import { toHalfWidth } from '../text/numerals.ts'

/** What a person typed into a slot, a table's cell or a sheet, read as a figure. */
export type Typed =
  | {
      ok: true
      /** the text that goes into the paragraph */
      text: string
      /** in plain units (5.6万元 → 56000) */
      value: number
      /** upper end of a range */
      high?: number
      unit: string
      approx: Approx
      /** in Chinese, where something is worth a look (another unit than the slot's) */
      remark?: string
    }
  | { ok: false; message: string }

/** How it is said that a number is near (approximation.ts), where nothing else is said. */
const BEFORE: readonly [string, Approx][] = [['大约', 'about'], ['大概', 'about'], ['约', 'about'], ['不足', 'under'], ['不到', 'under'], ['将近', 'under'], ['接近', 'under'], ['近', 'under'], ['突破', 'over'], ['超过', 'over'], ['超', 'over'], ['逾', 'over'], ['不少于', 'over'], ['不低于', 'over'], ['至少', 'over']]
const BEHIND: readonly [string, Approx][] = [['以上', 'over'], ['之多', 'over'], ['以下', 'under'], ['以内', 'under'], ['之内', 'under'], ['左右', 'about'], ['上下', 'about']]

/**
 * Reads what was typed for a figure: a bare number (23, ２３, 二十三, 1.2亿, 约50, 50以上) takes the slot's unit, whose 万 or 亿 counts (5.6 in
 * 万元 is 56000); a whole figure (近300名, 59.4%, 5.6万元) is kept as typed. White space does not count, except that it never joins two
 * numbers. What may mean several things (3/4, 十几, 23件（含并案2件）) is refused.
 */
export function readTyped(typed: string, slot: Pick<SlotNode, 'unit' | 'kind'>): Typed {
  const refused: Typed = { ok: false, message: `“${typed.trim()}”不像一个数据。请输入数字，例如 23、二十三、近300名、1.2亿元、59.4%。` }
  // 1 234 567 is one number, 23 45 is none
  const spaced = /\d\s+\d/u.test(toHalfWidth(typed)) && !/^\D*\d{1,3}(?:\s\d{3})+(?!\d|\s*\d)/u.test(toHalfWidth(typed).trim())
  const text = toHalfWidth(typed.replace(/\s+/gu, '')).replace(/^\+(?=\d)/u, '')
  if (text === '') return { ok: false, message: '请输入数据，例如 23、二十三、近300名、1.2亿元。' }
  if (spaced) return refused
  return readBare(text, slot.unit) ?? readWhole(text, slot.unit) ?? refused
}

/**
 * Reads what was typed where last year's figure stands beside it: a bare number takes the 万 or 亿 of last year's wording where that brings it
 * nearer to last year's value (13.9 beside 13.3亿元 is 13.9亿元, 1390000000 stays as it is). The remark says so.
 */
export function readTypedLike(typed: string, slot: Pick<SlotNode, 'unit' | 'kind'>, last: string | undefined): Typed {
  const plain = readTyped(typed, slot)
  const unit = written(slot.unit)
  if (!plain.ok || last === undefined || plain.value <= 0 || !last.endsWith(unit)) return plain
  const scale = /[\d〇零一二两三四五六七八九十](?:[余多来])?(万亿|[万亿])(?:[余多])?$/u.exec(last.slice(0, last.length - unit.length))?.[1]
  const before = readTyped(last, slot)
  if (scale === undefined || !before.ok || before.value <= 0) return plain
  const scaled = readTyped(typed, { ...slot, unit: `${scale}${slot.unit}` })
  const off = (value: number): number => Math.abs(Math.log10(value / before.value))
  if (!scaled.ok || scaled.unit !== plain.unit || off(scaled.value) >= off(plain.value)) return plain
  return { ...scaled, remark: `按上年“${last}”的写法加了“${scale}”` }
}

/** A number that takes the slot's unit or names it, with at most one word of how near it is. */
function readBare(text: string, unit: string): Typed | undefined {
  const [before, near] = BEFORE.find(([word]) => text.startsWith(word)) ?? ['', undefined]
  let rest = text.slice(before.length)
  const [behind, far] = BEHIND.find(([word]) => rest.endsWith(word)) ?? ['', undefined]
  rest = rest.slice(0, rest.length - behind.length)
  if (near !== undefined && far !== undefined) return undefined
  const numeral = numeralAt(rest, 0)
  if (!numeral || numeral.vague) return undefined
  const said = rest.slice(numeral.end)
  const named = said !== '' && said === written(unit)
  if (said !== '' && !named) return undefined
  // 5.6万 for 万元 counts its 万 once
  const scaled = splitUnit(unit)
  const counted = numeral.multiplied && !named && scaled.power > 0
  const value = counted ? numeral.value : times(numeral.value, scaled.power)
  if (named && scaled.power > 0 && numeral.multiplied) return undefined
  const approx = near ?? far ?? (numeral.more === undefined ? 'exact' : numeral.more === '来' ? 'about' : 'over')
  const digits = numeral.value === 0 && !numeral.arabic ? '0' : rest.slice(0, numeral.end)
  return { ok: true, text: `${before}${digits}${counted ? scaled.base : written(unit)}${behind}`, value, unit: scaled.base, approx }
}

/** A figure with a unit of its own, a range, a negative rate. */
function readWhole(text: string, unit: string): Typed | undefined {
  for (const words of [text, `${text}${written(unit)}`]) {
    const figures = recognizeFigures(words)
    const [figure] = figures
    if (!figure || figures.length !== 1 || !isCore(figure) || figure.start !== 0 || figure.end !== words.length || figure.unit === '') continue
    const high = figure.high === undefined ? {} : { high: figure.high }
    const remark = baseUnit(figure.unit) === baseUnit(unit) ? {} : { remark: `单位是“${figure.unit}”，原来是“${unit || '无'}”` }
    return { ok: true, text: words, value: figure.value, ...high, unit: figure.unit, approx: figure.approx, ...remark }
  }
  return undefined
}

/** A unit as it stands behind a number. */
const written = (unit: string): string => (unit === '百分点' ? '个百分点' : unit)

/** A number times a power of ten, as its digits have it (5.6 × 10⁴ is 56000). */
const times = (value: number, power: number): number => (power === 0 ? value : Number((value * 10 ** power).toPrecision(15)))
