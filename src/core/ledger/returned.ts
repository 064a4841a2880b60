import { baseUnit } from '../figures/unit-scale.ts'
import type { LedgerChange } from './changes.ts'
import { collectionChange, readMark, type CollectionMark } from './collection.ts'
import { indicatorOf, valueIn, type Indicator, type Ledger } from './ledger.ts'
import { matchIndicators, nameKey } from './match.ts'
import { findColumns, repeatsHead, type Layout } from './returned-columns.ts'
import { readRow, sameValue, type ReturnedRow } from './returned-row.ts'
import { apartFromUnit, SEARCHED, splitTables } from './returned-titles.ts'
import { cellText, type Cell, type Table } from './table.ts'

/** What a returned file holds, against the ledger. Nothing of it is in the ledger before a person takes it over. */
export interface Returned {
  fileName: string
  /** when it was read, ISO 8601 */
  at: string
  departments: string[]
  /** in Chinese: tables that were not read, and why */
  problems: string[]
  /** in Chinese: what is worth knowing of the rest */
  notices: string[]
  rows: ReturnedRow[]
  /** what these departments supply and neither the ledger nor the file has */
  missing: { id: string; name: string }[]
  /** that the departments delivered; to be made with whatever is taken over */
  collections: LedgerChange[]
}

export interface ReadOptions {
  /** the year that the editor works on; a sheet of another one is refused. Without it the sheet says its year */
  year?: number
  fileName: string
  /** ISO 8601 */
  at: string
}

/**
 * Reads the tables of a returned collection sheet against the ledger. Columns may be renamed and re-sorted, rows sorted, deleted and added,
 * lines put above; a file may hold the sheets of several departments. A sheet of another body or year is refused with a problem. Rows are
 * known by their id, else by their name ({@link matchIndicators}); what is not certain is left to a person.
 */
export function readReturned(tables: readonly Table[], ledger: Ledger, { year, fileName, at }: ReadOptions): Returned {
  const out: Returned = { fileName, at, departments: [], problems: [], notices: [], rows: [], missing: [], collections: [] }
  let foreign = 0
  tables.forEach((table, t) => {
    if (!table.rows.some((row) => row.some((cell) => cellText(cell) !== ''))) return
    if (table.hidden) {
      out.notices.push(`隐藏的工作表“${table.name}”没有读取。`)
      return
    }
    const origin = originOf(table)
    const stranger = strangeness(origin, table, ledger, year)
    if (stranger !== '') {
      out.problems.push(stranger)
      return
    }
    const of = origin.year ?? year ?? yearOfTitles(table)
    // a table that is none of ours needs no year to be passed over
    const parts = splitTables(table, of ?? 0).flatMap((part) => {
      const layout = findColumns(part, ledger.indicators, of ?? 0)
      return layout ? [{ part, layout }] : []
    })
    if (parts.length === 0) {
      foreign++
      out.notices.push(`工作表“${table.name}”中没有认出台账的指标，没有读取。`)
      return
    }
    if (of === undefined) {
      out.problems.push(`“${table.name}”中看不出是哪一年的数据，没有读入。请在标题中写明年度（如“本年值（2021年）”），再读入。`)
      return
    }
    if (year !== undefined && of !== year) {
      out.problems.push(`“${table.name}”是${of}年的数据，现在填报的是${year}年，没有读入。请切换到${of}年，或换一个文件。`)
      return
    }
    const rows: RawRow[] = []
    for (const { part, layout } of parts) {
      if ('problem' in layout) out.problems.push(layout.problem)
      else {
        out.notices.push(...layout.notices)
        rows.push(...rowsOf(part, layout, ledger, { fileName, year: of, department: origin.department ?? '', key: `${fileName}\n${t}`, ownIds: origin.ledger === undefined || origin.ledger === ledger.id }))
      }
    }
    const department = origin.department ?? onlyDepartment(rows, ledger)
    out.rows.push(...rows.map((row) => readRow({ ...row, department }, ledger, at)))
    if (department !== '' && !out.departments.includes(department)) out.departments.push(department)
  })
  if (foreign > 0 && out.rows.length === 0 && out.problems.length === 0) out.problems.push('文件里没有认出台账的指标，没有读入。请确认选对了文件，表中要有“指标”和“本年值”两栏。')
  return concluded(out, ledger)
}

/** What a file brings, told from its rows: which departments delivered and what they still owe. Call it again when rows were changed. */
function concluded(returned: Returned, ledger: Ledger): Returned {
  const [first] = returned.rows
  const delivered = returned.departments.filter((department) => returned.rows.some((row) => row.department === department && row.reading.kind !== 'empty' && row.reading.kind !== 'unknown'))
  const brought = new Set(returned.rows.flatMap(({ indicator, reading }) => (indicator !== undefined && (reading.kind === 'new' || reading.kind === 'unparsed') ? [indicator] : [])))
  return {
    ...returned,
    collections: first ? delivered.map((department) => collectionChange(ledger, department, first.year, { returnedAt: returned.at, fileName: returned.fileName })) : [],
    missing: first
      ? ledger.indicators.flatMap((i) => (i.formula === undefined && returned.departments.includes(i.department) && !brought.has(i.id) && (valueIn(i, first.year)?.value ?? null) === null ? [{ id: i.id, name: i.name }] : []))
      : [],
  }
}

/**
 * Files that are read together: rows that give one indicator different values are in conflict, whichever file they stand in; one that only
 * repeats what another gives is nothing new. To be asked of rows as they were read, not of its own answer.
 */
export function reconciled(files: readonly Returned[], ledger: Ledger): Returned[] {
  const byCell = new Map<string, ReturnedRow[]>()
  const order = new Map(files.flatMap(({ rows }) => rows).map((row, i) => [row, i]))
  for (const row of order.keys()) {
    if (row.indicator === undefined || !('value' in row.reading)) continue
    const cell = `${row.indicator}\n${row.year}`
    byCell.set(cell, [...(byCell.get(cell) ?? []), row])
  }
  const judged = (row: ReturnedRow): ReturnedRow => {
    const { reading } = row
    if (!('value' in reading)) return row
    const others = (byCell.get(`${row.indicator ?? ''}\n${row.year}`) ?? []).filter((other) => other !== row)
    const against = others.find((other) => 'value' in other.reading && !sameValue(other.reading.value, reading.value))
    const place = (other: ReturnedRow): string => `“${other.fileName}”${other.table === row.table && other.fileName === row.fileName ? '' : `“${other.table}”`}第 ${other.line} 行`
    if (against && 'change' in reading) return { ...row, reading: { ...reading, kind: 'conflict', remark: more(reading.remark, `${place(against)}填的是“${against.cell}”`) } }
    const earlier = others.find((other) => 'change' in other.reading && (order.get(other) ?? 0) < (order.get(row) ?? 0))
    return earlier && 'change' in reading ? { ...row, reading: { kind: 'same', value: reading.value, remark: more(reading.remark, `与${place(earlier)}相同`) } } : row
  }
  return files.map((file) => concluded({ ...file, rows: file.rows.map(judged) }, ledger))
}

/**
 * The changes of the rows that a person chose, by their keys, each place of the ledger at most once (of two the later row), and that the
 * departments delivered. Rows that cannot be taken over are left out.
 */
export function chosenChanges(files: readonly Returned[], chosen: ReadonlySet<string>): LedgerChange[] {
  const out = new Map<string, LedgerChange>()
  for (const { rows, collections } of files) {
    for (const { key, reading } of rows) if (chosen.has(key) && 'change' in reading && reading.change.at === 'value') out.set(`${reading.change.indicator}\n${reading.change.year}`, reading.change)
    for (const change of collections) if (change.at === 'collection') out.set(`\n${change.department}\n${change.year}`, change)
  }
  return [...out.values()]
}

/** A row read again: for another indicator, or by what a person typed instead of its cell. */
export const rereadRow = ({ reading: _, ...row }: ReturnedRow, ledger: Ledger, at: string, { indicator, typed }: { indicator?: string | undefined; typed?: string | undefined }): ReturnedRow =>
  readRow({ ...row, indicator: indicator ?? row.indicator }, ledger, at, typed)

type Origin = Partial<Pick<CollectionMark, 'ledger' | 'body' | 'department' | 'year'>>

/** What a table says of itself: by its hidden cell, else by its line 单位：… 部门：… 年度：…. */
function originOf({ rows }: Table): Origin {
  const cells = rows.flatMap((row) => row.map(cellText))
  for (const cell of cells) {
    const mark = readMark(cell)
    if (mark) return mark
  }
  for (const cell of cells.slice(0, 400)) {
    const line = /^单位[:：](?<body>[^\s]+)\s+部门[:：](?<department>[^\s]+)\s+年度[:：](?<year>\d{4})年/u.exec(cell)?.groups
    if (line?.body !== undefined && line.department !== undefined) return { body: line.body, department: line.department === '未指定' ? '' : line.department, year: Number(line.year) }
  }
  return {}
}

function strangeness(origin: Origin, table: Table, ledger: Ledger, year: number | undefined): string {
  if (origin.ledger === ledger.id || origin.body === undefined || nameKey(origin.body) === nameKey(ledger.body)) return ''
  return `“${table.name}”是${origin.body}${origin.year ?? year ?? ''}年的采集表，现在的台账是${ledger.body}的，没有读入。请换一个文件，或打开${origin.body}的台账再读入。`
}

/** The year that the titles name: that of the column of this year, else the latest of columns that are headed by a year. */
function yearOfTitles({ rows }: Table): number | undefined {
  const titles = rows.slice(0, SEARCHED).flatMap((row) => row.map(cellText))
  const years = (words: readonly string[], pattern: RegExp): number[] => words.flatMap((title) => Number(pattern.exec(nameKey(title))?.[1] ?? 0) || [])
  const [own] = years(titles, /^(?:本年|今年|填报|完成).{0,8}?((?:19|20)\d{2})年?/u)
  // 2021年（万元）
  const bare = titles.map((title) => title.replace(/[（(][^（）()]*[)）]$/u, ''))
  const latest = Math.max(0, ...years(bare, /^((?:19|20)\d{2})年?(?:度?(?:数据|数值?|值|完成.{0,2}|实际.{0,2}))?$/u))
  return own ?? (latest || undefined)
}

/** The department of all indicators of a table; empty where they are of several. */
function onlyDepartment(rows: readonly { indicator: string | undefined }[], ledger: Ledger): string {
  const all = new Set(rows.flatMap(({ indicator }) => (indicator === undefined ? [] : [indicatorOf(ledger, indicator)?.department ?? ''])))
  const [only] = all
  return all.size === 1 && only !== undefined ? only : ''
}

type RawRow = Omit<ReturnedRow, 'reading'>

/** The rows of a table with the indicators that they are; blank ones, notes and repeated titles left out. */
function rowsOf(table: Table, layout: Layout, ledger: Ledger, of: { fileName: string; year: number; department: string; key: string; ownIds: boolean }): RawRow[] {
  const at = (row: readonly Cell[], role: keyof Layout['columns']): string => {
    const column = layout.columns[role]
    return column === undefined ? '' : cellText(row[column])
  }
  const units = new Set(ledger.indicators.map(({ unit }) => baseUnit(unit)))
  const names = new Set(ledger.indicators.map(({ name }) => nameKey(name)))
  const raw = table.rows.flatMap((row, r) => {
    if (r <= layout.head || repeatsHead(table, layout, r)) return []
    // ids of another ledger of the body mean nothing here
    const said = { id: of.ownIds ? at(row, 'id') : '', name: at(row, 'name'), unit: at(row, 'unit'), last: at(row, 'last'), cell: at(row, 'value'), person: at(row, 'person'), note: at(row, 'note') }
    if (said.id === '' && said.name === '' && said.cell === '') return []
    // 帮助企业融资（万元）: the unit stands with the name
    const apart = names.has(nameKey(said.name)) ? { text: said.name, unit: '' } : apartFromUnit(said.name, (word) => units.has(baseUnit(word)))
    return [{ ...said, name: apart.text, unit: said.unit || apart.unit, line: r + 1 }]
  })
  const named = ledger.indicators.filter((i) => i.department === of.department || of.department === '')
  const found = indicatorsOf(raw, named, ledger)
  return raw.flatMap(({ id: _, line, ...said }, i) => {
    const { indicator, doubts } = found[i] ?? { indicator: undefined, doubts: [] }
    // words without a value below the table are nobody's indicator
    if (indicator === undefined && said.cell === '') return []
    // what the whole table counts in is said for those that can be counted in it
    const own = indicator === undefined ? undefined : indicatorOf(ledger, indicator)?.unit
    const unit = said.unit === '' && own !== undefined && baseUnit(own) === baseUnit(layout.unit) ? layout.unit : said.unit
    return [{ key: `${of.key}\n${line}`, fileName: of.fileName, table: table.name, line, department: of.department, year: of.year, indicator, doubts, ...said, unit }]
  })
}

/** Which indicators rows are: by id where the name agrees, else by name, among those of the sheet's department first. */
function indicatorsOf(rows: readonly { id: string; name: string; unit: string }[], own: readonly Indicator[], ledger: Ledger): { indicator: string | undefined; doubts: string[] }[] {
  const ids = rows.map(({ id }) => id)
  const out = rows.map(({ id, name, unit }): { indicator: string | undefined; doubts: string[] } => {
    const indicator = indicatorOf(ledger, id)
    if (!indicator) return { indicator: undefined, doubts: [] }
    if (name === '' || nameKey(name) === nameKey(indicator.name)) return { indicator: id, doubts: [] }
    // a row that was copied to add an indicator keeps the id of the one that it was copied from
    if (ids.filter((other) => other === id).length > 1) return { indicator: undefined, doubts: [] }
    const other = ledger.indicators.find((i) => i.id !== id && nameKey(i.name) === nameKey(name))
    if (other) return { indicator: other.id, doubts: [`编号是“${indicator.name}”的，名称却是“${other.name}”，可能排序时错行`] }
    const [certain] = matchIndicators([{ name, unit }], [indicator])
    return { indicator: id, doubts: certain === undefined ? [`指标名称改成了“${name}”，台账是“${indicator.name}”`] : [] }
  })
  for (const among of [own, ledger.indicators]) {
    const taken = new Set(out.flatMap(({ indicator }) => (indicator === undefined ? [] : [indicator])))
    const open = rows.flatMap((row, i) => (out[i]?.indicator === undefined && row.name !== '' ? [{ row, i }] : []))
    // a row that repeats a name is that indicator again, and in conflict with the first
    const openNames = new Set(open.map(({ row }) => nameKey(row.name)))
    const found = matchIndicators(open.map(({ row }) => row), among.filter((i) => !taken.has(i.id) || openNames.has(nameKey(i.name))))
    open.forEach(({ i, row }, n) => {
      const id = found[n]
      const of = id === undefined ? undefined : indicatorOf(ledger, id)
      if (of) out[i] = { indicator: of.id, doubts: nameKey(of.name) === nameKey(row.name) ? [] : [`按名称认作台账的“${of.name}”`] }
    })
  }
  return out
}

const more = (remark: string, also: string): string => (remark === '' ? also : `${remark}；${also}`)
