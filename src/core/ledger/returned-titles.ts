import { readNumeral, toHalfWidth } from '../text/numerals.ts'
import { nameKey } from './match.ts'
import { cellText, type Cell, type Table } from './table.ts'

/** What a column of a returned sheet holds. */
export type ColumnRole = 'id' | 'name' | 'unit' | 'last' | 'value' | 'person' | 'note'

/** rows from the top among which the titles are sought */
export const SEARCHED = 40

/** What a column's title says; `sure` orders several that say the same. `other`: a column that is none of ours (序号, 目标, 同比). */
export interface Said {
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
/** read with its dashes: 1—2月 is not 12月 */
const WHOLE_YEAR = /全年|(?<!\d)1月?[-—–－~～至到]+12月|截[至止]12月|12月(?:底|末|31)/u
const VALUE = /填报[值数]|完成[值数]|完成情况|实际|实绩|数值|^(?:数量|数|值|结果|填报|填写|填报数据|完成)$/u

/** What a title says in a sheet on `year`. */
function roleOf(title: string, year: number): Said | undefined {
  const key = nameKey(title)
  if (key === '' || key.length > 24) return undefined
  const found = TITLES.find(([pattern]) => pattern.test(key))
  if (found) return { role: found[1], sure: found[2] }
  // 2021年1—6月 is not the year
  if (PART_OF_YEAR.test(key) && !WHOLE_YEAR.test(toHalfWidth(title).replace(/\s+/gu, ''))) return { role: 'other', sure: 3 }
  const named = [...key.matchAll(/(?:19|20)\d{2}/gu)].map(([y]) => Number(y))
  if (named.length === 1) return named[0] === year ? { role: 'value', sure: /^本年值/u.test(key) ? 4 : 3 } : named[0] === year - 1 ? { role: 'last', sure: 3 } : { role: 'other', sure: 3 }
  if (/^(?:上年|去年|上一年|往年|同期)/u.test(key)) return { role: 'last', sure: 3 }
  if (/^(?:本年|今年|当年|全年)/u.test(key)) return { role: 'value', sure: 3 }
  return VALUE.test(key) ? { role: 'value', sure: 1 } : undefined
}

/** The titles of a table's columns, in one line or in two (2021年 above 目标 and 实绩). */
export interface Titles {
  /** index of the last line of titles; -1 where there are none */
  end: number
  /** index of the first */
  start: number
  /** by column: the title with what stands above it (2021年目标), empty where there is none */
  texts: string[]
  said: (Said | undefined)[]
}

/** How many kinds of columns a row of titles names; a column that is none of ours (目标, 同比) helps to tell that these are titles. */
function weigh(row: readonly Cell[], year: number): number {
  const said = row.map((cell) => roleOf(cellText(cell), year))
  const own = new Set(said.flatMap((s) => (s && s.role !== 'other' ? [s.role] : []))).size
  return own === 0 ? 0 : own + (said.some((s) => s?.role === 'other') ? 0.5 : 0)
}

/** Finds the titles among the first rows. */
export function findTitles(rows: readonly Cell[][], year: number): Titles {
  const top = Math.max(0, rows.findIndex((row) => row.some((cell) => cellText(cell) !== '')))
  const weights = rows.slice(0, top + SEARCHED).map((row) => weigh(row, year))
  const best = Math.max(0, ...weights)
  const start = best > 1 ? weights.indexOf(best) : -1
  if (start < 0) return { start, end: start, texts: [], said: [] }
  const head = (rows[start] ?? []).map(cellText)
  const below = (rows[start + 1] ?? []).map(cellText)
  const joined = Array.from({ length: Math.max(head.length, below.length) }, (_, c) => {
    const above = head.slice(0, c + 1).findLast((text) => text !== '') ?? ''
    return below[c] ? `${above}${below[c]}` : (head[c] ?? '')
  })
  // a second line of titles stands beside an empty place of the name and holds no number
  const isSecond = below.some((text, c) => text !== '' && roleOf(joined[c] ?? '', year) !== undefined) && below.every((text, c) => text === '' || (Number.isNaN(readNumeral(text)) && !['name', 'id'].includes(roleOf(head[c] ?? '', year)?.role ?? '')))
  const texts = isSecond ? joined : head
  return { start, end: isSecond ? start + 1 : start, texts, said: texts.map((text) => roleOf(text, year)) }
}

/**
 * Tables that stand below each other in one tab, each with titles of its own, apart: rows keep their numbers, those of the others are empty.
 * Titles that are only printed again do not begin another table.
 */
export function splitTables(table: Table, year: number): Table[] {
  const key = (row: readonly Cell[]): string => row.map((cell) => nameKey(cellText(cell))).join('\n')
  const heads = table.rows.flatMap((row, r) => {
    const roles = new Set(row.map((cell) => roleOf(cellText(cell), year)?.role))
    return (roles.has('name') || roles.has('id')) && (roles.has('value') || roles.has('last')) ? [r] : []
  })
  const [first] = heads
  if (first === undefined) return [table]
  let current = key(table.rows[first] ?? [])
  const starts = [0]
  for (const r of heads.slice(1)) {
    const own = key(table.rows[r] ?? [])
    if (own === current) continue
    current = own
    // the lines right above (a title, 单位：万元) belong to it
    let start = r
    while (start > first + 1 && (table.rows[start - 1] ?? []).filter((cell) => cellText(cell) !== '').length <= 1) start--
    starts.push(start)
  }
  return starts.map((start, i) => ({ ...table, rows: table.rows.map((row, r) => (r >= start && r < (starts[i + 1] ?? Infinity) ? row : [])) }))
}

/** A name or a title without the unit in brackets behind it (帮助企业融资（万元）), and that unit; `isUnit` says which words are units. */
export function apartFromUnit(text: string, isUnit: (word: string) => boolean): { text: string; unit: string } {
  const found = /^(.+?)[（(](?:单位[:：])?([^（）()]+)[)）]$/u.exec(text.trim())
  const [, words = '', unit = ''] = found ?? []
  return found && isUnit(unit) ? { text: words, unit } : { text, unit: '' }
}

/** The unit that a line above a table gives for all of it (单位：万元); empty where none does. */
export function unitAbove(rows: readonly Cell[][], isUnit: (word: string) => boolean): string {
  for (const cell of rows.flat()) {
    const unit = /^[（(]?(?:计量)?单位[:：]\s*([^）)\s]+)[)）]?$/u.exec(cellText(cell))?.[1]
    if (unit !== undefined && isUnit(unit)) return unit
  }
  return ''
}
