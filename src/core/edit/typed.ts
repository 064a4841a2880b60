import { isCore } from '../figures/figure.ts'
import { recognizeFigures } from '../figures/recognize.ts'
import type { SlotNode } from '../model/inline.ts'
import { readNumeral } from '../text/numerals.ts'

/** What a person typed into a slot, read as a figure. */
export type Typed =
  | {
      ok: true
      /** the text that goes into the paragraph */
      text: string
      value: number
      unit: string
      /** in Chinese, where something is worth a look (another unit than the slot's) */
      remark?: string
    }
  | { ok: false; message: string }

/**
 * Reads what was typed into a slot: a bare number (23, ２３, 二十三, 1.2亿) takes the slot's unit; a whole figure (近300名, 59.4%, 80%以上) is kept
 * as typed. White space does not count.
 */
export function readTyped(typed: string, slot: Pick<SlotNode, 'unit' | 'kind'>): Typed {
  const text = typed.replace(/\s+/gu, '')
  if (text === '') return { ok: false, message: '请输入数据，例如 23、二十三、近300名、1.2亿元。' }
  const bare = readNumeral(text)
  if (Number.isFinite(bare)) {
    const written = slot.unit === '百分点' ? `${halfWidth(text)}个百分点` : `${halfWidth(text)}${slot.unit}`
    return { ok: true, text: written, value: bare, unit: slot.unit }
  }
  const figures = recognizeFigures(text)
  const figure = figures.find(isCore)
  if (figure && figure.unit !== '' && figures.length === 1 && figure.end - figure.start === text.length) {
    return figure.unit === slot.unit
      ? { ok: true, text, value: figure.value, unit: figure.unit }
      : { ok: true, text, value: figure.value, unit: figure.unit, remark: `单位是“${figure.unit || '无'}”，原来是“${slot.unit || '无'}”` }
  }
  // a number with the slot's own unit or an approximation that stands alone (近300, 50余)
  const approximate = recognizeFigures(`${text}${slot.unit}`).filter(isCore)
  const [only] = approximate
  if (only && slot.unit !== '' && approximate.length === 1 && only.text === `${text}${slot.unit}`) return { ok: true, text: `${text}${slot.unit}`, value: only.value, unit: slot.unit }
  return { ok: false, message: `“${typed.trim()}”不像一个数据。请输入数字，例如 23、二十三、近300名、1.2亿元、59.4%。` }
}

const halfWidth = (text: string): string => text.replace(/[０-９．]/gu, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
