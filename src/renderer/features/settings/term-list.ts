import { termSchema, type Term } from '#core/checker/settings.ts'

/** The most entries that are kept. */
export const MOST_TERMS = 5000

/** An entry added (no `before`), removed (no `after`) or replaced. */
export interface TermChange {
  before: Term | null
  after: Term | null
  /** where it stood or is to stand */
  index: number
}

/** Wrong writings as they are typed, several separated by 、 or ； */
export const splitWrong = (text: string): string[] => [...new Set(text.split(/[、；;|\n]/u).map((w) => w.trim()).filter((w) => w !== ''))]
export const joinWrong = (wrong: readonly string[]): string => wrong.join('、')

/** Reads an entry as it was typed, or says in Chinese what is amiss. */
export function readTerm(right: string, wrong: string, why: string): { ok: true; term: Term } | { ok: false; message: string } {
  const list = splitWrong(wrong)
  if (right.trim() === '') return { ok: false, message: '请填写正确写法。' }
  if (list.length === 0) return { ok: false, message: '请填写至少一种错误写法，几种之间用“、”隔开。' }
  if (list.includes(right.trim())) return { ok: false, message: `“${right.trim()}”既是正确写法又是错误写法。` }
  const read = termSchema.safeParse({ right, wrong: list, ...(why.trim() === '' ? {} : { why: why.trim() }) })
  return read.success ? { ok: true, term: read.data } : { ok: false, message: '写法不超过 60 个字，错误写法不超过 20 种，理由不超过 200 个字。' }
}

/** Makes changes one after the other. One whose entry is gone meanwhile is left out. */
export function applyTermChanges(terms: readonly Term[], changes: readonly TermChange[]): Term[] {
  const out = [...terms]
  for (const { before, after, index } of changes) {
    if (before === null) {
      if (after) out.splice(Math.min(index, out.length), 0, after)
      continue
    }
    const at = out.findIndex((t) => isSame(t, before))
    if (at >= 0) out.splice(at, 1, ...(after ? [after] : []))
  }
  return out
}

/** What undoes changes. */
export const inverse = (changes: readonly TermChange[]): TermChange[] => changes.toReversed().map(({ before, after, index }) => ({ before: after, after: before, index }))

const isSame = (a: Term, b: Term): boolean => a.right === b.right && (a.why ?? '') === (b.why ?? '') && joinWrong(a.wrong) === joinWrong(b.wrong)

/** Rows of a pasted table, a .csv or a .txt: cells by tabs, else by commas (a quoted cell may hold some), one entry a line. */
export function rowsOfText(text: string): string[][] {
  const lines = text.replace(/^\uFEFF/u, '').split(/\r?\n/u).filter((line) => line.trim() !== '')
  return lines.map((line) => (line.includes('\t') ? line.split('\t') : cellsOf(line)).map((cell) => cell.trim()))
}

function cellsOf(line: string): string[] {
  const cells: string[] = []
  const cell = /("(?:[^"]|"")*"|[^,，]*)(?:[,，]|$)/gu
  for (let found = cell.exec(line); found && found[0] !== ''; found = cell.exec(line)) {
    const [, words = ''] = found
    cells.push(words.startsWith('"') ? words.slice(1, -1).replaceAll('""', '"') : words)
  }
  return cells
}

/**
 * Entries of a table of right writing, wrong writings and (where there is one) reason, as changes of the list: wrong writings of an entry that is
 * there already join it. A heading row is passed over; rows that are no entry are counted.
 */
export function takeRows(terms: readonly Term[], rows: readonly (readonly (string | number | null)[])[]): { changes: TermChange[]; entries: number; skipped: number } {
  const changes: TermChange[] = []
  let now: readonly Term[] = terms
  let entries = 0
  let skipped = 0
  for (const row of rows) {
    const [right = '', wrong = '', why = ''] = row.map((cell) => String(cell ?? '').trim())
    if (/^正确(写法|形式|用法)?$/u.test(right) || (right === '' && wrong === '')) continue
    const read = readTerm(right, wrong, why)
    if (!read.ok) {
      skipped++
      continue
    }
    const had = now.find((t) => t.right === read.term.right)
    const joined = had && readTerm(right, joinWrong([...had.wrong, ...read.term.wrong]), read.term.why ?? had.why ?? '')
    const change = had ? (joined?.ok ? { before: had, after: joined.term, index: now.indexOf(had) } : undefined) : now.length < MOST_TERMS ? { before: null, after: read.term, index: now.length } : undefined
    if (!change) {
      skipped++
      continue
    }
    entries++
    if (change.before && isSame(change.before, change.after)) continue
    changes.push(change)
    now = applyTermChanges(now, [change])
  }
  return { changes, entries, skipped }
}

/** A text file as it was written on this or an older system: UTF-8, UTF-16 with its mark, else GB 18030. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}
