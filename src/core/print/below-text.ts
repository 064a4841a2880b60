import { lineWidth } from '../text/width.ts'
import type { PrintParagraph } from './model.ts'
import type { OfficialOptions } from './options.ts'
import { writtenDate } from './written-date.ts'

/** What stands below the text of an official document: 附件说明 (GB/T 9704—2012, 7.3.4), 发文机关署名 and 成文日期 (7.3.5). */

/** 5.2.3: characters of a line */
const LINE_WIDTH = 28
/** 左空二字, 右空二字 */
const IN = 2
/** a character of the grid (156 mm by 28) in units of 3号字 (16 pt), in which indents are counted */
const CELL = (156 / LINE_WIDTH) * (72 / 25.4) / 16
const LABEL = '附件：'

/**
 * Adds them to the blocks of a document, each behind an empty line, and ties them to the text so that none of them begins a page alone. Changes
 * `blocks` in place. What is switched off or empty is left out.
 */
export function addBelowText(blocks: PrintParagraph[], { attachments, signature, latin }: Pick<OfficialOptions, 'attachments' | 'signature' | 'latin'>): void {
  addTied(blocks, 'attachment', attachmentLines(attachments, latin))
  if (signature.show) addTied(blocks, 'signature', signatureLines(signature.name, signature.date, latin))
}

function addTied(blocks: PrintParagraph[], style: 'attachment' | 'signature', lines: readonly PrintParagraph[]): void {
  if (lines.length === 0) return
  const last = blocks.at(-1)
  if (last) blocks[blocks.length - 1] = { ...last, keepWithNext: true }
  blocks.push({ style, runs: [], keepWithNext: true })
  // 署名 and 成文日期 stay together; of many attachments only the first is tied
  lines.forEach((line, i) => blocks.push(style === 'signature' && i < lines.length - 1 ? { ...line, keepWithNext: true } : line))
}

/**
 * 7.3.4: 在正文下空一行左空二字编排“附件”二字，后标全角冒号和附件名称。如有多个附件，使用阿拉伯数字标注附件顺序号（如“附件：1. ×××”）；附件名称后不加标点符号。附件名称较长需回行时，应当与上一行附件名称的首字对齐。
 * Numbers stand below each other, so the later ones as far in as the first.
 */
function attachmentLines(names: readonly string[], latin: OfficialOptions['latin']): PrintParagraph[] {
  const label = lineWidth(LABEL)
  return names.map((given, i) => {
    const name = given.trim().replace(/[，。、；：,.;:]+$/u, '')
    const number = names.length > 1 ? `${i + 1}.` : ''
    const before = (i === 0 ? label : 0) + widthIn(number, latin)
    const left = IN + (label + widthIn(number, latin)) * CELL
    return { style: 'attachment', left: rounded(left), indent: rounded(-before * CELL), runs: [{ text: `${i === 0 ? LABEL : ''}${number}${name}` }] }
  })
}

/**
 * 7.3.5.2 不加盖印章的公文: 在正文（或附件说明）下空一行右空二字编排发文机关署名，在发文机关署名下一行编排成文日期，首字比发文机关署名首字右移二字，如成文日期长于发文机关署名，应当使成文日期右空二字编排，并相应增加
 * 发文机关署名右空字数；联合行文时，其余发文机关署名依次向下编排 (one a line of `name`). 7.3.5.4: the date in Arabic numerals.
 */
function signatureLines(name: string, date: string, latin: OfficialOptions['latin']): PrintParagraph[] {
  const names = name.split('\n').map((line) => line.trim()).filter((line) => line !== '')
  const day = writtenDate(date)
  const width = Math.max(0, ...names.map((line) => widthIn(line, latin)))
  const dayWidth = widthIn(day, latin)
  // placed from the left, for the clause ties first characters to each other; a name that is longer than the line begins at its beginning and goes on below
  const dayStart = dayWidth > width ? LINE_WIDTH - IN - dayWidth : LINE_WIDTH - width
  const start = Math.max(0, dayStart - IN)
  const line = (text: string, left: number, wide = false): PrintParagraph => ({ style: 'signature', left: rounded(Math.max(0, left) * CELL), ...(wide ? { right: IN } : {}), runs: [{ text }] })
  return [...names.map((one) => line(one, start, width > LINE_WIDTH - IN)), ...(day === '' ? [] : [line(day, names.length > 0 ? start + IN : dayStart)])]
}

/** As {@link lineWidth}, but the point of Times New Roman is a quarter wide. */
const widthIn = (text: string, latin: OfficialOptions['latin']): number => lineWidth(text) - (latin === 'times' ? (text.match(/[.,]/gu)?.length ?? 0) * 0.25 : 0)
const rounded = (characters: number): number => Math.round(characters * 100) / 100
