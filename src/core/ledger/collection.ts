import { fileStem } from '../text/file-name.ts'
import type { LedgerChange } from './changes.ts'
import { valueIn, type Collection, type Indicator, type Ledger, type LedgerValue } from './ledger.ts'
import { cellOfValue, unitOnSheet } from './sheet-cell.ts'

/** A collection sheet (数据采集表) of one department for one year, whatever program writes it. */
export interface CollectionSheet {
  /** the ledger's id */
  ledger: string
  body: string
  department: string
  year: number
  /** the tab's name: at most 31 characters, none of \ / ? * [ ] : */
  name: string
  title: string
  /** 单位, 部门, 年度; then how to fill it in */
  lines: readonly [whose: string, how: string]
  columns: CollectionColumn[]
  rows: CollectionRow[]
  /** what a hidden cell says, so that a returned sheet is known: {@link readMark} */
  mark: string
}

export interface CollectionColumn {
  key: keyof CollectionRow
  title: string
  /** in characters */
  width: number
  /** the department writes here */
  fill: boolean
  hidden: boolean
}

export interface CollectionRow {
  number: number
  name: string
  /** as the numbers of this row count: 亿元 where last year's value was given in 亿 */
  unit: string
  /** a number where the value is exact, else its words (近300名); null where there is none */
  last: number | string | null
  /** empty, or what the ledger already has */
  value: number | string | null
  person: string
  note: string
  /** what exactly is counted (口径) */
  scope: string
  /** the indicator's id */
  id: string
}

/** What a returned sheet says of where it came from. */
export interface CollectionMark {
  ledger: string
  body: string
  department: string
  year: number
}

const MARK = 'shuhe.collection/1 '

/** The collection sheet of a department: its indicators that are supplied, in the ledger's order. Computed ones are left out. */
export function collectionSheet(ledger: Ledger, { department, year }: { department: string; year: number }): CollectionSheet {
  const supplied = suppliedBy(ledger, department)
  const mark: CollectionMark = { ledger: ledger.id, body: ledger.body, department, year }
  return {
    ...mark,
    name: tabName(department),
    title: `${ledger.body}${year}年数据采集表`,
    lines: [
      `单位：${ledger.body}　部门：${department || '未指定'}　年度：${year}年`,
      `填报说明：请在“本年值（${year}年）”一栏填写${year}年全年数据，单位以“单位”栏为准，直接填数字即可；约数请照实写明，如“约50”“近300”“80以上”；增减类指标，增长填正数，下降填负数。没有数据的请留空，并在“备注”栏说明原因。请勿改动“指标”栏；确需增加指标，可在表后另起一行。`,
    ],
    columns: [
      { key: 'number', title: '序号', width: 6, fill: false, hidden: false },
      { key: 'name', title: '指标', width: 34, fill: false, hidden: false },
      { key: 'unit', title: '单位', width: 9, fill: false, hidden: false },
      { key: 'last', title: `上年值（${year - 1}年）`, width: 15, fill: false, hidden: false },
      { key: 'value', title: `本年值（${year}年）`, width: 15, fill: true, hidden: false },
      { key: 'person', title: '填报人', width: 10, fill: true, hidden: false },
      { key: 'note', title: '备注', width: 22, fill: true, hidden: false },
      ...(supplied.some(({ note }) => note !== undefined && note !== '') ? [{ key: 'scope' as const, title: '统计口径', width: 28, fill: false, hidden: false }] : []),
      { key: 'id', title: '编号', width: 10, fill: false, hidden: true },
    ],
    rows: supplied.map((indicator, i) => {
      const unit = unitOnSheet(indicator, year)
      const now = valueIn(indicator, year)
      return {
        number: i + 1,
        name: indicator.name,
        unit,
        last: cellOfValue(valueIn(indicator, year - 1), unit),
        value: cellOfValue(now, unit),
        person: now?.source?.person ?? '',
        note: now?.source?.kind === 'sheet' ? (now.source.note ?? '') : '',
        scope: indicator.note ?? '',
        id: indicator.id,
      }
    }),
    mark: MARK + JSON.stringify(mark),
  }
}

/** The indicators that a department supplies, computed ones left out. */
const suppliedBy = (ledger: Pick<Ledger, 'indicators'>, department: string): Indicator[] => ledger.indicators.filter((i) => i.department === department && i.formula === undefined)

/** A tab may not be called History, which Excel keeps to itself. */
function tabName(department: string): string {
  const name = department.replace(/[\\/?*[\]:\p{Cc}]/gu, ' ').replace(/^['\s]+|['\s]+$/gu, '').slice(0, 31).replace(/['\s]+$/u, '')
  return name === '' || name.toLowerCase() === 'history' ? '数据采集表' : name
}

/** The file name that a sheet goes out under. */
export const collectionFileName = ({ body, department, year }: CollectionMark): string => `${fileStem(`${body}${year}年数据采集表（${department || '未指定部门'}）`, '数据采集表')}.xlsx`

/** What the hidden cell of a sheet says; undefined where this is no such cell or it was damaged. */
export function readMark(cell: string): CollectionMark | undefined {
  if (!cell.startsWith(MARK)) return undefined
  try {
    const said: unknown = JSON.parse(cell.slice(MARK.length))
    if (typeof said !== 'object' || said === null) return undefined
    const { ledger, body, department, year } = said as Record<string, unknown>
    return typeof ledger === 'string' && typeof body === 'string' && typeof department === 'string' && typeof year === 'number' && Number.isInteger(year) ? { ledger, body, department, year } : undefined
  } catch {
    return undefined
  }
}

/** How far one department's delivery has come. */
export interface CollectionOverview {
  department: string
  /** those that it supplies; the sum of the four that follow */
  indicators: number
  filled: number
  verified: number
  doubtful: number
  missing: { id: string; name: string }[]
  sentAt?: string
  returnedAt?: string
  fileName?: string
}

/** Who delivered what for a year, and what is still missing: one entry a department in the ledger's order. Indicators without a department are in none ({@link unassigned}). */
export function collectionsOverview(ledger: Ledger, year: number): CollectionOverview[] {
  const departments = new Set(ledger.indicators.flatMap(({ department, formula }) => (department !== '' && formula === undefined ? [department] : [])))
  const ofYear = ledger.collections.filter((c) => c.year === year)
  // a department that was sent a sheet and has lost its indicators since is still to be seen
  for (const { department } of ofYear) if (department !== '') departments.add(department)
  return [...departments].map((department) => {
    const overview: CollectionOverview = { department, indicators: 0, filled: 0, verified: 0, doubtful: 0, missing: [] }
    for (const indicator of suppliedBy(ledger, department)) {
      overview.indicators++
      const state = stateOf(valueIn(indicator, year))
      if (state === 'open') overview.missing.push({ id: indicator.id, name: indicator.name })
      else overview[state]++
    }
    const { sentAt, returnedAt, fileName } = ofYear.find((c) => c.department === department) ?? {}
    return { ...overview, ...(sentAt === undefined ? {} : { sentAt }), ...(returnedAt === undefined ? {} : { returnedAt }), ...(fileName === undefined ? {} : { fileName }) }
  })
}

const stateOf = (value: LedgerValue | undefined): LedgerValue['state'] => (value === undefined || value.value === null ? 'open' : value.state)

/** How many supplied indicators have no department, so that no sheet asks for them. */
export const unassigned = (ledger: Pick<Ledger, 'indicators'>): number => suppliedBy(ledger, '').length

/** What the ledger keeps of sheets that went out at a time (ISO 8601). What came back before stays known. */
export const sendChanges = (ledger: Ledger, departments: readonly string[], year: number, at: string): LedgerChange[] => departments.map((department) => collectionChange(ledger, department, year, { sentAt: at }))

/** A change of what the ledger keeps of a department's sheet. */
export function collectionChange(ledger: Pick<Ledger, 'collections'>, department: string, year: number, said: Omit<Collection, 'department' | 'year'>): LedgerChange {
  const before = ledger.collections.find((c) => c.department === department && c.year === year) ?? null
  return { at: 'collection', department, year, before, after: { ...before, department, year, ...said } }
}

