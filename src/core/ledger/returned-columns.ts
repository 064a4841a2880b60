import { readTyped } from '../edit/typed.ts'
import { baseUnit } from '../figures/unit-scale.ts'
import { valueIn, type Indicator } from './ledger.ts'
import { nameKey } from './match.ts'
import { cellText, type Table } from './table.ts'

/** What a column of a returned sheet holds. */
export type ColumnRole = 'id' | 'name' | 'unit' | 'last' | 'value' | 'person' | 'note'

/** Where things stand in a table. */
export interface Layout {
  /** index of the row of titles; -1 where there is none */
  head: number
  columns: Partial<Record<ColumnRole, number>>
  /** in Chinese: columns that were told by what they hold */
  notices: string[]
}

/** rows from the top among which the titles are sought */
export const SEARCHED = 40
const ROLES: readonly ColumnRole[] = ['id', 'name', 'unit', 'last', 'value', 'person', 'note']

/** What a column's title says; `sure` orders several that say the same. `other`: a column that is none of ours (序号, 目标, 同比). */
interface Said {
  role: ColumnRole | 'other'
  sure: number
}

const TITLES: readonly [RegExp, Said['role'], number][] = [
  [/^(?:指标|数据)?(?:编号|编码|代码|id)$/u, 'id', 3],
  [/^(?:序号|行号|行次|no|号)$/u, 'other', 3],
  [/(?:统计|指标|计算)口径|^口径|指标解释|指标含义/u, 'other', 3],
  [/电话|手机|审核|签字|日期|时间|部门|科室|处室|责任单位|填报单位|牵头单位|报送单位|类别|板块|来源/u, 'other', 3],
  [/目标|计划|预期|任务数|增长|增减|同比|增幅|降幅|变化|进度|完成率|排名|预计/u, 'other', 3],
  [/^(?:计量)?单位$/u, 'unit', 3],
  [/^(?:填报|填表|联系|经办|报送|填写)人员?$/u, 'person', 3],
  [/^(?:填报)?(?:备注|说明|附注|情况说明|备注说明|补充说明)$/u, 'note', 3],
  [/^(?:备注|说明)/u, 'note', 2],
  [/^(?:指标|项目|数据|数据项|统计指标|统计项目|指标项目)(?:名称)?$|^名称$/u, 'name', 3],
  [/^(?:指标|数据)名/u, 'name', 2],
  [/^(?:事项|内容|工作内容|数据内容)$/u, 'name', 1],
]
const PART_OF_YEAR = /月|季度|上半年|下半年/u
const VALUE = /填报[值数]|完成[值数]|完成情况|实际|实绩|数值|^(?:数量|数|值|结果|填报|填写|填报数据|完成)$/u

/** What a title says in a sheet on `year`. */
function roleOf(title: string, year: number): Said | undefined {
  const key = nameKey(title)
  if (key === '' || key.length > 24) return undefined
  const found = TITLES.find(([pattern]) => pattern.test(key))
  if (found) return { role: found[1], sure: found[2] }
  // 2021年1—6月 is not the year
  if (PART_OF_YEAR.test(key) && !/112月|全年/u.test(key)) return { role: 'other', sure: 3 }
  const named = [...key.matchAll(/(?:19|20)\d{2}/gu)].map(([y]) => Number(y))
  if (named.length === 1) return named[0] === year ? { role: 'value', sure: /^本年值/u.test(key) ? 4 : 3 } : named[0] === year - 1 ? { role: 'last', sure: 3 } : { role: 'other', sure: 3 }
  if (/^(?:上年|去年|上一年|往年|同期)/u.test(key)) return { role: 'last', sure: 3 }
  if (/^(?:本年|今年|当年|全年)/u.test(key)) return { role: 'value', sure: 3 }
  return VALUE.test(key) ? { role: 'value', sure: 1 } : undefined
}

/**
 * Finds the titles and the columns of a returned sheet: by what the titles say, and where they were renamed or taken away by what the columns
 * hold (ids, names and units of the ledger, last year's values). Undefined where nothing in the table is of this ledger; a problem, in
 * Chinese, where it is and this year's values cannot be told.
 */
export function findColumns({ name, rows }: Table, indicators: readonly Indicator[], year: number): Layout | { problem: string } | undefined {
  const heads = rows.slice(0, SEARCHED).map((row) => row.map((cell) => roleOf(cellText(cell), year)))
  const count = (said: readonly (Said | undefined)[]): number => new Set(said.flatMap((s) => (s && s.role !== 'other' ? [s.role] : []))).size
  const best = Math.max(0, ...heads.map(count))
  const head = best >= 2 ? heads.findIndex((said) => count(said) === best) : -1
  const said = heads[head] ?? []
  const data = rows.slice(head + 1)
  const width = Math.max(0, ...rows.map(({ length }) => length))
  const titleAt = (c: number): string => (head < 0 ? '' : cellText(rows[head]?.[c]))
  const columns: Layout['columns'] = {}
  const notices: string[] = []
  for (const role of ROLES) {
    const sure = Math.max(0, ...said.map((s) => (s?.role === role ? s.sure : 0)))
    const all = said.flatMap((s, c) => (s?.role === role && s.sure === sure ? [c] : []))
    const written = all.filter((c) => data.some((row) => cellText(row[c]) !== ''))
    if (role === 'value' && written.length > 1) return several(name, written.map((c) => titleAt(c)))
    const [column] = written.length > 0 ? written : all
    if (column !== undefined) columns[role] = column
  }

  const free = (): number[] => Array.from({ length: width }, (_, c) => c).filter((c) => !Object.values(columns).includes(c) && said[c]?.role !== 'other')
  /** the free column of which most cells are what they should be */
  const byContent = (fits: (text: string, row: number) => boolean | undefined): number | undefined => {
    const scored = free().map((c) => {
      const judged = data.flatMap((row, r) => {
        const text = cellText(row[c])
        const fit = text === '' ? undefined : fits(text, r)
        return fit === undefined ? [] : [fit]
      })
      const right = judged.filter(Boolean).length
      return { c, right, enough: right > 0 && right * 2 >= judged.length }
    })
    return scored.filter(({ enough }) => enough).sort((a, b) => b.right - a.right)[0]?.c
  }
  const byId = new Map(indicators.map((i) => [i.id, i]))
  const byName = new Map(indicators.map((i) => [nameKey(i.name), i]))
  const tell = (role: ColumnRole, fits: (text: string, row: number) => boolean | undefined): void => {
    const found = columns[role] === undefined ? byContent(fits) : undefined
    if (found !== undefined) columns[role] = found
  }
  tell('id', (text) => byId.has(text))
  tell('name', (text) => byName.has(nameKey(text)))
  const idColumn = columns.id
  const nameColumn = columns.name
  const known = data.map((row) => byId.get(cellText(row[idColumn ?? -1])) ?? byName.get(nameKey(cellText(row[nameColumn ?? -1]))))
  // nothing of the ledger, and no head that says what this is
  if (!known.some(Boolean) && !(nameColumn !== undefined && columns.value !== undefined)) return undefined
  tell('last', (text, r) => {
    const last = known[r] && valueIn(known[r], year - 1)
    if (!known[r] || last === undefined || last.value === null) return undefined
    const read = readTyped(text, { unit: known[r].unit, kind: known[r].kind })
    return read.ok && [0, 4, 8].some((power) => Math.abs(read.value * 10 ** power - (last.value ?? 0)) < 1e-6 * Math.abs(last.value ?? 0) + 1e-12)
  })
  tell('unit', (text, r) => (known[r] && /^\D+$/u.test(text) ? baseUnit(text) === baseUnit(known[r].unit) : undefined))
  if (columns.value === undefined) {
    const numeric = free().filter((c) => {
      const texts = data.flatMap((row, r) => (known[r] && cellText(row[c]) !== '' ? [{ text: cellText(row[c]), of: known[r] }] : []))
      const counting = texts.length > 1 && texts.every(({ text }, i) => Number(text) === Number(texts[0]?.text) + i)
      return texts.some(({ text, of }) => readTyped(text, { unit: of.unit, kind: of.kind }).ok) && !counting
    })
    const [only] = numeric
    if (only === undefined) return { problem: `“${name}”中没有找到“本年值”一栏，或这一栏全是空的，没有读入。请把填写${year}年数据的一栏的标题改为“本年值”，再读入。` }
    if (numeric.length > 1) return several(name, numeric.map((c) => titleAt(c) || `第 ${c + 1} 列`))
    columns.value = only
    notices.push(`“${name}”中${titleAt(only) === '' ? `第 ${only + 1} 列没有标题` : `“${titleAt(only)}”一栏`}按内容认作${year}年的数据，请核对。`)
  }
  return { head, columns, notices }
}

const several = (name: string, titles: readonly string[]): { problem: string } => ({ problem: `“${name}”中有几栏都可能是本年的数据（${titles.join('、')}），没有读入。请只把其中一栏的标题写作“本年值”，再读入。` })

/** Does a row repeat the titles, as printed tables do on each page? */
export const repeatsHead = (table: Table, { head }: Layout, row: number): boolean => {
  const texts = (r: number): string => (table.rows[r] ?? []).map((c) => nameKey(cellText(c))).join('\n')
  return head >= 0 && row !== head && texts(row) === texts(head)
}
