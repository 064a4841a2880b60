import type { Source, ValueState } from './ledger.ts'

/** What the states of a value are called. */
export const VALUE_STATES: Readonly<Record<ValueState, string>> = { open: '待填', filled: '已填', verified: '已核', doubtful: '存疑' }

const KINDS: Readonly<Record<Source['kind'], string>> = { report: '报告', sheet: '采集表', material: '素材', text: '正文', typed: '手工录入', computed: '计算' }

/** Where a value came from, in a line: 采集表“提案委.xlsx”，填报人 李某；备注. */
export function sourceText({ kind, name, person, note }: Source): string {
  const from = kind === 'report' || kind === 'sheet' || kind === 'material' ? `${KINDS[kind]}${name === '' ? '' : `“${name}”`}` : kind === 'text' && name !== '' ? name : KINDS[kind]
  return [from, person === undefined || person === '' ? '' : `填报人 ${person}`, note ?? ''].filter((part) => part !== '').join('，')
}
