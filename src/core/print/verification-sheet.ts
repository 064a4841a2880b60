import { sourceText } from '../ledger/words.ts'
import { currentValue } from '../ledger/formulas.ts'
import { indicatorOf, valueIn, type Ledger } from '../ledger/ledger.ts'
import type { Entry } from '../model/inline.ts'
import type { Report } from '../model/report.ts'
import { beijingTime, sayTime, shortTime, type ClockTime } from '../text/beijing-time.ts'
import { shiftedDecimal } from '../text/decimals.ts'
import type { FontFamily, PrintModel, PrintParagraph, PrintStyle, PrintStyles, PrintTable } from './model.ts'
import { DEFAULT_OPTIONS, type SheetOptions } from './options.ts'
import { lastYearOf, verificationRows, type RowSources, type SheetState, type VerificationRow } from './verification-rows.ts'

/**
 * The sheet profile: the verification sheet (数据核对表) of all core figures of a report, with last year's values, sources and who verified them, for three
 * people to sign. Once as a spreadsheet with typed cells, once as printed pages.
 */
export interface SheetContext extends RowSources {
  /** when the sheet is made, ISO 8601 in UTC */
  at: string
}

/** A cell: a moment is a date of the spreadsheet, by Beijing's clock. */
export type VerificationCell = string | number | ClockTime | null

export interface VerificationSheet {
  /** the tab's name */
  name: string
  title: string
  creator: string
  /** when it was made */
  at: ClockTime | undefined
  /** 单位, 年份, 报告, 生成时间; then how much of it is verified; then how to read it */
  lines: readonly string[]
  columns: readonly { title: string; width: number; align: 'left' | 'center' | 'right' }[]
  rows: readonly (readonly VerificationCell[])[]
  /** 初核, 复核, 审定: each signs with a date */
  signatures: readonly string[]
}

const SIGNATURES = ['初核', '复核', '审定'] as const
const HOW = '数值按基本单位列示（如4.4亿元列为440000000元），下降、减少以负数列示；约数、区间以原文为准。'

/** The sheet as a spreadsheet: numbers are numbers, moments are moments. Rows keep their number where only the open ones are listed. */
export function verificationSheet(report: Report, context: SheetContext, options: SheetOptions = DEFAULT_OPTIONS.sheet): VerificationSheet {
  const { rows, lines, title, now, before } = read(report, context, options)
  return {
    name: '数据核对表',
    title,
    creator: report.body,
    at: beijingTime(context.at),
    lines: [...lines, HOW],
    columns: [
      { title: '序号', width: 5, align: 'center' }, { title: '指标', width: 18, align: 'left' }, { title: '位置', width: 16, align: 'left' }, { title: '原文', width: 28, align: 'left' },
      { title: `${now}值`, width: 9, align: 'right' }, { title: `${now}数值`, width: 11, align: 'right' }, { title: '单位', width: 6, align: 'center' }, { title: `${before}值`, width: 9, align: 'right' }, { title: `${before}数值`, width: 11, align: 'right' },
      { title: '增减', width: 10, align: 'right' }, { title: '增减%', width: 7, align: 'right' }, { title: '来源', width: 14, align: 'left' }, { title: '核实人', width: 7, align: 'center' }, { title: '核实时间', width: 11, align: 'center' }, { title: '状态', width: 8, align: 'center' }, { title: '备注', width: 14, align: 'left' },
    ],
    rows: rows.map((row) => [
      row.number, row.indicator, placeOf(row), row.sentence, row.text, row.value, row.unit, row.lastText, row.lastValue, row.change?.absolute ?? null, row.change?.percent ?? null, row.source, row.person, row.at ?? null, row.state, row.note,
    ].map((cell) => (cell === '' ? null : cell))),
    signatures: SIGNATURES,
  }
}

const SONGTI: FontFamily = { eastAsia: '宋体', ascii: '宋体' }
const HEITI: FontFamily = { eastAsia: '黑体', ascii: '黑体' }
/** 五号; the head of a table 小五 */
const style = (name: string, more: Partial<PrintStyle> = {}): PrintStyle => ({ name, font: SONGTI, size: 10.5, bold: false, align: 'left', indent: 0, line: 14, keepWithNext: false, ...more })
const STYLES: PrintStyles = {
  body: style('正文'),
  title: style('表题', { font: HEITI, size: 18, align: 'center', line: 30, keepWithNext: true }),
  note: style('说明', { line: 18 }),
  cell: style('表格内容'),
  head: style('表格标题', { font: HEITI, align: 'center' }),
  signature: style('签名', { size: 12, line: 36 }),
}

const MARGIN = { top: 16, right: 12, bottom: 15, left: 12 }
/** millimetres; together the 273 between the margins of A4 across */
const WIDTHS = { number: 12, indicator: 35, place: 31, sentence: 54, now: 21, before: 21, change: 22, source: 24, verified: 21, state: 13, note: 19 } as const

/** The sheet as printed pages: A4 across, the head on each page, signature lines behind it. */
export function printSheet(report: Report, context: SheetContext, options: SheetOptions = DEFAULT_OPTIONS.sheet): PrintModel {
  const { rows, lines, title, now, before } = read(report, context, options)
  const table: PrintTable = {
    table: {
      keepWithNext: true,
      columns: [
        { width: WIDTHS.number, align: 'center' }, { width: WIDTHS.indicator, align: 'left' }, { width: WIDTHS.place, align: 'left' }, { width: WIDTHS.sentence, align: 'left' }, { width: WIDTHS.now, align: 'right' }, { width: WIDTHS.before, align: 'right' },
        { width: WIDTHS.change, align: 'right' }, { width: WIDTHS.source, align: 'left' }, { width: WIDTHS.verified, align: 'center' }, { width: WIDTHS.state, align: 'center' }, { width: WIDTHS.note, align: 'left' },
      ],
      head: [['序号', '指标', '位置', '原文', `${now}值`, `${before}值`, '增减', '来源', '核实人\n核实时间', '状态', '备注']],
      rows: rows.map((row) => [
        String(row.number), row.indicator, placeOf(row, 14), row.sentence, row.text, row.lastText, sayChange(row), row.source,
        [row.person, shortTime(row.at).replace(' ', '\n')].filter((part) => part !== '').join('\n'), row.state, row.note,
      ]),
    },
  }
  const line = (text: string, of: PrintParagraph['style']): PrintParagraph => ({ style: of, runs: [{ text }] })
  return {
    title,
    creator: report.body,
    page: { width: 297, height: 210, margin: MARGIN, linesPerPage: 36, charactersPerLine: 73, footer: 8, grid: false },
    styles: STYLES,
    pageNumbers: { font: SONGTI, size: 10.5, form: 'centre' },
    blocks: [
      line(title, 'title'),
      ...lines.map((text) => line(text, 'note')),
      ...(rows.length === 0 ? [line(options.openOnly ? '没有未核实的数据。' : '文中没有需要核实的数据。', 'note')] : [table]),
      line(SIGNATURES.map((who) => `${who}：____________　日期：____________`).join('　　'), 'signature'),
    ],
  }
}

/** The section, and below it the paragraph and the sentence; a long heading is cut to so many characters. */
function placeOf({ section, place }: VerificationRow, most = Infinity): string {
  const name = [...section]
  return [name.length > most ? `${name.slice(0, most - 1).join('')}…` : section, place].filter((part) => part !== '').join('\n')
}

function read(report: Report, context: SheetContext, { openOnly }: SheetOptions) {
  const all = verificationRows(report, context)
  const rows = openOnly ? all.filter(({ state }) => state !== '已核') : all
  const states: readonly SheetState[] = ['已核', '已填', '存疑', '核实后改过', '待填', '未核']
  const counts = states.flatMap((state) => {
    const n = all.filter((row) => row.state === state).length
    return n === 0 ? [] : [`${state}${n}个`]
  })
  const year = report.year === null ? '' : `${report.year}年`
  const lastYear = lastYearOf(report, context)
  return {
    rows,
    title: `${report.body}${year}数据核对表`,
    lines: [
      [`单位：${report.body || '—'}`, `年份：${year || '—'}`, `报告：${named(report)}`, `生成时间：${sayTime(beijingTime(context.at)) || '—'}`].join('　　'),
      `共${all.length}个数据${counts.length === 0 ? '' : `：${counts.join('，')}`}。${openOnly ? `以下只列未核实的${rows.length}个。` : ''}`,
    ],
    now: year || '本年',
    before: lastYear === null ? '上年' : `${lastYear}年`,
  }
}

const named = ({ title, subtitle }: Report): string => [title, subtitle].filter((part) => part !== '').join(' ').replace(/\s+/gu, ' ') || '（无标题）'

/** +5（+3.62%）; large numbers in 万 and 亿 where that says them whole. Points for rates. */
function sayChange({ change, unit }: Pick<VerificationRow, 'change' | 'unit'>): string {
  if (!change) return ''
  const { absolute, percent } = change
  const points = percent === null && /^[%％]$/u.test(unit) ? '个百分点' : ''
  return `${signed(absolute)}${points}${percent === null ? '' : `\n（${signed(percent)}%）`}`
}

function signed(n: number): string {
  const size = Math.abs(n)
  const inUnits = ([[8, '亿'], [4, '万']] as const).map(([power, name]) => ({ size: 10 ** power, text: shiftedDecimal(size, -power), name })).find((u) => size >= u.size && (u.text.split('.')[1]?.length ?? 0) <= 4)
  return `${n > 0 ? '+' : n < 0 ? '-' : ''}${inUnits ? inUnits.text + inUnits.name : shiftedDecimal(size, 0)}`
}

/** Where the values of a ledger came from, for {@link SheetContext.ledger}: its source in words, or the computation. */
export const ledgerSources = (ledger: Ledger) => ({ indicator: id, year }: Entry): string | undefined => {
  const indicator = indicatorOf(ledger, id)
  if (!indicator) return undefined
  const current = currentValue(ledger, indicator, year)
  if (current?.computed) return current.value === null ? undefined : `计算：${current.why}`
  const source = valueIn(indicator, year)?.source
  return source && sourceText(source)
}
