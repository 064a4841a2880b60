import { readTyped } from '../edit/typed.ts'
import { baseUnit, kindOfUnit } from '../figures/unit-scale.ts'
import type { LedgerChange } from './changes.ts'
import { indicatorOf, valueIn, type Indicator, type Ledger, type LedgerValue } from './ledger.ts'
import { sourceText, VALUE_STATES } from './words.ts'
import { unitOnSheet } from './sheet-cell.ts'

/** A row of a returned sheet as it stands in the file, and what it was found to be. */
export interface ReturnedRow {
  /** unique among the rows of all files that are read together */
  key: string
  fileName: string
  /** the tab, and the row as the spreadsheet numbers it, from 1 */
  table: string
  line: number
  /** whose sheet it stands in; empty where that is not said */
  department: string
  year: number
  /** the ledger's indicator; undefined where none is certain */
  indicator: string | undefined
  name: string
  unit: string
  /** last year's value as the sheet has it; empty where it has none */
  last: string
  /** this year's value as it stands in the cell */
  cell: string
  person: string
  note: string
  /** in Chinese: what is strange about the row itself (its id and its name are two indicators') */
  doubts: string[]
  reading: Reading
}

/** What a row would do. `remark` is Chinese and may be empty. */
export type Reading =
  | { kind: 'empty' | 'unparsed' | 'unknown'; remark: string }
  | { kind: 'same'; value: LedgerValue; remark: string }
  | {
      /** `new`: nothing stood there; `changed`: this department's earlier sheet gave another value; `conflict`: someone else did, it is verified, or two rows disagree */
      kind: 'new' | 'changed' | 'conflict'
      value: LedgerValue
      before: LedgerValue | null
      change: LedgerChange
      /** to be ticked by a person even where it is new */
      caution: boolean
      remark: string
    }

/** How far a value may be from last year's before it is questioned. */
const OUT_OF_PROPORTION = 30


/** Reads a row against the ledger. `at` is the time of reading, ISO 8601; `typed` is what a person entered instead of the cell. */
export function readRow(row: Omit<ReturnedRow, 'reading'>, ledger: Ledger, at: string, typed?: string): ReturnedRow {
  const indicator = row.indicator === undefined ? undefined : indicatorOf(ledger, row.indicator)
  return { ...row, reading: indicator ? readFor(row, indicator, at, typed ?? row.cell) : { kind: 'unknown', remark: joined(row.doubts, '台账中没有这个指标') } }
}

function readFor(row: Omit<ReturnedRow, 'reading'>, indicator: Indicator, at: string, words: string): Reading {
  const { year, department } = row
  if (indicator.formula !== undefined) return { kind: 'unknown', remark: `“${indicator.name}”由台账按公式计算，不需要填报` }
  const before = valueIn(indicator, year) ?? null
  const stood = before !== null && before.value !== null ? before : null
  if (words.trim() === '') return { kind: 'empty', remark: joined(row.doubts, stood ? `没有填写；台账已有 ${stood.text}，保持不变` : '没有填写', row.note === '' ? '' : `备注：${row.note}`) }

  const unit = unitOf(row, indicator, year)
  const typed = readTyped(words, { unit: unit.unit, kind: indicator.kind })
  if (!typed.ok) return { kind: 'unparsed', remark: joined(row.doubts, whyUnread(words)) }
  const mixed = cannotBe(typed.unit, indicator)
  if (mixed !== '') return { kind: 'unparsed', remark: joined(row.doubts, mixed) }

  const value: LedgerValue = {
    year,
    text: typed.text,
    value: typed.value,
    ...(typed.high === undefined ? {} : { high: typed.high }),
    approx: typed.approx,
    state: 'filled',
    source: { kind: 'sheet', name: row.fileName, passage: row.cell, ...(row.person === '' ? {} : { person: row.person }), ...(row.note === '' ? {} : { note: row.note }) },
    at,
  }
  const cautions = [...row.doubts, unit.doubt, differs(typed.unit, indicator), ratioDoubt(value, indicator), lastDoubt(row, indicator, unit.unit), otherDepartment(department, indicator)].filter((doubt) => doubt !== '')
  const read = words.replace(/[\s,，]+/gu, '') === typed.text.replaceAll(',', '') || /^[\d.]+$/u.test(words) ? '' : `读作 ${typed.text}`
  if (stood && sameValue(stood, value)) return { kind: 'same', value, remark: joined(cautions, `与台账相同（${VALUE_STATES[stood.state]}）`) }
  const was = stood ? `原为 ${stood.text}（${VALUE_STATES[stood.state]}${stood.source ? `，来源：${sourceText(stood.source)}` : ''}）` : ''
  const own = stood?.state === 'filled' && stood.source?.kind === 'sheet' && indicator.department === department && department !== ''
  return {
    kind: stood === null ? 'new' : own ? 'changed' : 'conflict',
    value,
    before,
    change: { at: 'value', indicator: indicator.id, year, before, after: value },
    caution: cautions.length > 0,
    remark: joined([read], cautions, was),
  }
}

function whyUnread(words: string): string {
  if (/^\d{4}-\d\d-\d\d/u.test(words)) return `“${words}”是日期，可能是表格程序自动转换的`
  if (words.startsWith('#')) return `“${words}”是公式的错误`
  return /^(?:[-—–－/／\\]+|无|没有|暂无|无数据)$/u.test(words) ? `“${words}”可能是 0，也可能是没有数据` : `“${words}”不能确定是哪个数`
}

/** Equal in number, range and nearness; the words may differ (23 and 二十三). */
export const sameValue = (a: LedgerValue, b: LedgerValue): boolean => a.value === b.value && a.high === b.high && a.approx === b.approx

/** In what the numbers of a row count: what its own cell says; else what it was asked in. */
function unitOf({ unit }: Pick<ReturnedRow, 'unit'>, indicator: Indicator, year: number): { unit: string; doubt: string } {
  const asked = unitOnSheet(indicator, year)
  if (unit === '') return { unit: asked, doubt: asked === indicator.unit ? '' : `表中没有写单位，按“${asked}”读` }
  if (baseUnit(unit) === baseUnit(indicator.unit) || indicator.unit === '') return { unit, doubt: '' }
  const stands = readTyped(`10${unit}`, { unit: indicator.unit, kind: indicator.kind })
  return stands.ok ? { unit, doubt: '' } : { unit: asked, doubt: `单位栏写的是“${unit}”，按“${asked}”读` }
}

/** Why a value in this unit can never be the indicator's; empty where it can. */
function cannotBe(unit: string, { unit: own, kind }: Indicator): string {
  if (own === '' || unit === '' || baseUnit(unit) === baseUnit(own)) return ''
  const [read, wanted] = [kindOfUnit(unit), kindOfUnit(own) === 'quantity' ? kind : kindOfUnit(own)]
  if (read !== wanted) return `单位不符：填的是“${unit}”，台账是“${own}”`
  return read === 'money' ? `币种不同：填的是“${unit}”，台账是“${own}”` : ''
}

const differs = (unit: string, { unit: own }: Indicator): string => (own === '' || unit === '' || baseUnit(unit) === baseUnit(own) ? '' : `单位不同：填的是“${unit}”，台账是“${own}”`)

function ratioDoubt({ value, year }: LedgerValue, indicator: Indicator): string {
  const last = valueIn(indicator, year - 1)
  if (value === null || last === undefined || last.value === null || last.value === 0) return ''
  if (value === 0) return `上年为 ${last.text}，本年为 0`
  const ratio = Math.abs(value / last.value)
  if (ratio < OUT_OF_PROPORTION && ratio > 1 / OUT_OF_PROPORTION) return ''
  const power = Math.round(Math.log10(ratio))
  const slip = Math.abs(Math.log10(ratio) - power) < 0.15 && Math.abs(power) >= 2
  if (slip) return `与上年（${last.text}）相差约 ${(10 ** Math.abs(power)).toLocaleString('en-US', { useGrouping: false })} 倍，可能是单位写错`
  return ratio > 1 ? `是上年（${last.text}）的 ${Math.round(ratio)} 倍` : `不到上年（${last.text}）的 1/${Math.floor(1 / ratio)}`
}

/** Another value of last year than the ledger's may be a row that slipped in sorting, or a correction; either way somebody has to look. */
function lastDoubt({ last, year }: Pick<ReturnedRow, 'last' | 'year'>, indicator: Indicator, unit: string): string {
  const known = valueIn(indicator, year - 1)
  if (last === '' || known === undefined || known.value === null || last === known.text) return ''
  const read = readTyped(last, { unit, kind: indicator.kind })
  return read.ok && read.value === known.value ? '' : `表中上年值是“${last}”，台账是 ${known.text}，可能错行`
}

const otherDepartment = (department: string, indicator: Indicator): string =>
  department !== '' && indicator.department !== '' && indicator.department !== department ? `台账中由“${indicator.department}”填报` : ''

const joined = (...parts: (string | readonly string[])[]): string => parts.flat().filter((part) => part !== '').join('；')
