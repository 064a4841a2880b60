import { findNumerals } from '../figures/find-numerals.ts'
import { halfWidthMarks } from '../text/half-width-marks.ts'

/**
 * How papers write numbers and marks (报纸数字写法), as changes of a text. A change never touches a value: after each the text's numerals are read again,
 * and what reads otherwise is not changed. The sources:
 *  - GB/T 15835—2011, 出版物上数字用法, 5.1.7: Arabic numerals take half a character (二分字身), so full-width digits, points and per cent signs become
 *    half-width ones.
 *  - The same, 5.1.1: 千分撇 is allowed, not asked for; papers set numbers without it, because in a narrow column a comma reads as a mark of the sentence.
 *  - GB 3100—93 and 《国务院关于在我国统一实行法定计量单位的命令》 (1984): in books and papers for everybody units may stand by their Chinese names;
 *    Xinhua and Renmin Ribao write 平方公里, 公斤, 千瓦时 in running text. Only the name changes: km² is 平方公里, never another unit.
 *  - GB/T 15834—2011, 5.1.1: full-width marks between Chinese characters (as the check punct.half-width has it).
 */
export interface WritingChange {
  /** offsets in the text: UTF-16, half-open */
  start: number
  end: number
  text: string
}

/** What is changed, in the words of a dialog. */
export const PAPER_WRITING: readonly { what: string; example: string }[] = [
  { what: '数字、百分号用半角', example: '１２３→123，98.5％→98.5%' },
  { what: '数字不加千分撇', example: '12,345件→12345件' },
  { what: '计量单位用中文名称', example: '5km→5公里，3万m²→3万平方米' },
  { what: '中文之间的标点用全角', example: '(摘要)→（摘要），中心,大局→中心，大局' },
]

/** The changes that bring a paragraph into the way of papers, in order and apart from each other. Names, dates and numbers keep their values. */
export function paperWriting(text: string): WritingChange[] {
  const units = unitNames(text)
  // the 2 of km2 is no number of its own
  const read = applyWriting(text, units.map(({ start, end }) => ({ start, end, text: text.slice(start, end).replace(/\d/gu, '²') })))
  const changes = [...halfWidthDigits(text), ...ungrouped(text), ...units, ...halfWidthMarks(text).map(({ at, full }) => ({ start: at, end: at + 1, text: full }))].sort((a, b) => a.start - b.start || a.end - b.end)
  const apart = changes.filter(({ start }, i) => start >= (changes[i - 1]?.end ?? 0))
  if (apart.length === 0 || sameNumbers(read, applyWriting(text, apart))) return apart
  const harmless = apart.filter((change) => sameNumbers(read, applyWriting(read, [change])))
  return sameNumbers(read, applyWriting(text, harmless)) ? harmless : []
}

/** A text with changes made that are in order and apart from each other. */
export function applyWriting(text: string, changes: readonly WritingChange[]): string {
  let out = ''
  let at = 0
  for (const { start, end, text: instead } of changes) {
    out += text.slice(at, start) + instead
    at = end
  }
  return out + text.slice(at)
}

const valuesOf = (text: string): number[] => findNumerals(text).map(({ value }) => value)

function sameNumbers(before: string, after: string): boolean {
  const [a, b] = [valuesOf(before), valuesOf(after)]
  return a.length === b.length && a.every((value, i) => Object.is(value, b[i]))
}

/** １２３ and ％; a full-width point between digits. */
const halfWidthDigits = (text: string): WritingChange[] =>
  [...text.matchAll(/[０-９％]|(?<=[\d０-９])．(?=[\d０-９])/gu)].map(({ 0: c, index }) => ({ start: index, end: index + 1, text: String.fromCharCode(c.charCodeAt(0) - 0xfee0) }))

/** a number in groups of three that neither begins with nought nor is part of a longer one */
const GROUPED = /(?<![\d.,．，０-９A-Za-z])[1-9]\d{0,2}(?:,\d{3})+(?![\d,０-９])/gu
/** half-width commas as marks of the sentence, and values told off one by one: there 100,200 may be two numbers */
const COMMA_IS_A_MARK = /[\p{Script=Han}”》）],|,\s*[\p{Script=Han}“《（]|\d, \d/u
const ONE_BY_ONE = /分别|依次|各为|各[有达]/u

function ungrouped(text: string): WritingChange[] {
  if (COMMA_IS_A_MARK.test(text)) return []
  return [...text.matchAll(GROUPED)].flatMap(({ 0: grouped, index }) => {
    const sentence = text.slice(text.slice(0, index).search(/[^。；！？]*$/u), index)
    // of two groups of three digits nobody knows whether they are one number, where several are told off
    if (ONE_BY_ONE.test(sentence)) return []
    return [...grouped.matchAll(/,/gu)].map(({ index: at }) => ({ start: index + at, end: index + at + 1, text: '' }))
  })
}

/** Symbols of units by their Chinese names: longer ones first, so that km² is not read as km. */
const UNIT_NAMES: Readonly<Record<string, string>> = {
  'kW·h': '千瓦时', 'kw·h': '千瓦时', kWh: '千瓦时', kwh: '千瓦时', 'hm²': '公顷', hm2: '公顷', 'km²': '平方公里', km2: '平方公里', '㎢': '平方公里', 'm²': '平方米', m2: '平方米', '㎡': '平方米', 'm³': '立方米', m3: '立方米', '㎥': '立方米',
  kW: '千瓦', kw: '千瓦', MW: '兆瓦', km: '公里', '㎞': '公里', kg: '公斤', '㎏': '公斤', cm: '厘米', '㎝': '厘米', mm: '毫米', '㎜': '毫米', dB: '分贝', '℃': '摄氏度',
}
const UNIT = new RegExp(`(?<![A-Za-z\\d０-９.．])([\\d０-９][\\d０-９,.．]*[余多来]?[十百千万亿]*[余多来]?)([ \\u00a0]?)(${Object.keys(UNIT_NAMES).join('|')})(?![A-Za-z\\d²³/·^*])`, 'gu')

const unitNames = (text: string): WritingChange[] =>
  [...text.matchAll(UNIT)].map(({ 0: whole, 1: number = '', 3: unit = '', index }) => ({ start: index + number.length, end: index + whole.length, text: UNIT_NAMES[unit] ?? unit }))
