import type { Finding } from '../../finding.ts'
import type { CheckedParagraph, MakeFinding, Read } from '../../rule.ts'

/** An ordinal at the head of a line, with the mark behind it: 一、 二， 3. */
export interface OrdinalMark {
  kind: '一' | '1'
  value: number
  mark: string
  /** where the mark stands in the line */
  at: number
}

const NUMERALS = '一二三四五六七八九十'
const LINE = /^\s*(?:([一二三四五六七八九]|十[一二三四五六七八九]?)|(\d{1,2}))\s*([、，,.．])(?=\s*[\p{Script=Han}“《])/u

/** Reads the ordinal at the head of a line. 3、4月 and 1.2亿元 are none: a word must follow. Offsets are those of the line. */
export function ordinalMark(text: string): OrdinalMark | undefined {
  const [surface, han, digits, mark] = LINE.exec(text) ?? []
  if (surface === undefined || mark === undefined) return undefined
  const value = digits === undefined ? valueOf(han ?? '') : Number(digits)
  return { kind: digits === undefined ? '一' : '1', value, mark, at: surface.length - 1 }
}

const valueOf = (han: string): number => (han.length === 2 ? 10 : 0) + NUMERALS.indexOf(han.slice(-1)) + 1

/**
 * Ordinals of one series with another mark behind them than the rest: 一、…二，…三、… (GB/T 9704—2012, 7.3.3: 一、 and 1.). A series that has one mark
 * throughout is a style. Lines of one level in reading order; a number that does not go on begins another series.
 */
export function oddMarks(finding: MakeFinding, all: readonly Read<OrdinalMark>[]): Finding[] {
  const series = new Map<string, Read<OrdinalMark>[]>()
  const found: Finding[] = []
  for (const read of all) {
    const key = `${read.it.kind}${levelOf(read.in)}`
    const run = series.get(key)
    if (run && run.at(-1)?.it.value === read.it.value - 1) run.push(read)
    else {
      if (run) found.push(...oddOf(finding, run))
      series.set(key, [read])
    }
  }
  for (const run of series.values()) found.push(...oddOf(finding, run))
  return found
}

const levelOf = ({ role, section }: CheckedParagraph): string => (role === 'heading' ? `h${section?.level ?? 0}` : 'p')

function oddOf(finding: MakeFinding, run: readonly Read<OrdinalMark>[]): Finding[] {
  const [first] = run
  if (!first || run.every(({ it: { mark } }) => mark === first.it.mark)) return []
  const counts = new Map<string, number>()
  for (const { it: { mark } } of run) counts.set(mark, (counts.get(mark) ?? 0) + 1)
  // behind 一 stands 、; behind 1 what most of them have
  const usual = first.it.kind === '一' && counts.has('、') ? '、' : [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? ''
  const often = counts.get(usual) ?? 0
  if (first.it.kind === '1' && often * 2 <= run.length) return []
  return run.flatMap(({ in: paragraph, it: { mark, at } }) =>
    mark === usual ? [] : [finding(`序号“${paragraph.text.slice(0, at).trim()}”之后用了“${mark}”，同级的其他${often}个用“${usual}”`, [{ in: paragraph, start: at, end: at + 1 }], { suggestion: usual, ...(often * 2 > run.length || mark === '，' || mark === ',' ? {} : { severity: 'info' }) })],
  )
}
