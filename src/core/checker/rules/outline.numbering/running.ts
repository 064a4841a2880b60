import { chineseInteger } from '../../../text/decimals.ts'
import type { Finding } from '../../finding.ts'
import type { CheckedParagraph, Read, ReportContext } from '../../rule.ts'
import { readChinese } from '../../../text/numerals.ts'
import { splitHeadingNumber, type NumberStyle } from '../../../text/heading-number.ts'
import { runningOrdinals, seriesOf, type OrdinalStyle } from '../../running-ordinals.ts'
import { viewOf, type View } from '../../view.ts'

/** Ordinals in running text: 一是…二是…四是. */

interface Slip {
  start: number
  end: number
  surface: string
  right: string
  /** what is wrong, where it is not the order */
  why?: string
}

export interface RunningReading {
  slips: readonly Slip[]
  /** the ordinals with which the paragraph begins, by their first and last */
  leading?: { style: OrdinalStyle | NumberStyle; start: number; end: number; surface: string; first: number; last: number; others: readonly number[]; unsure?: boolean }
}

const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'

const like = (surface: string, value: number): string =>
  CIRCLED.includes(surface) ? CIRCLED.charAt(value - 1) : /\d/u.test(surface) ? surface.replace(/\d+/u, String(value)) : surface.replace(/[一二三四五六七八九十]+/u, chineseInteger(value))

export function readRunning(source: string): RunningReading | undefined {
  const view = viewOf(source)
  const slips: Slip[] = []
  let leading: RunningReading['leading']
  for (const ordinals of runningOrdinals(view)) {
    const read = seriesOf(ordinals)
    for (const { at, expected } of read.slips) {
      const surface = view.text.slice(at.start, at.end)
      slips.push({ start: view.at(at.start), end: view.endAt(at.end), surface, right: like(surface, expected) })
    }
    const [first] = ordinals
    if (first?.start === 0) {
      const run = read.series[0] ?? []
      const slipped = read.slips.some(({ at }) => at === first)
      leading = { style: first.style, start: view.at(0), end: view.endAt(first.end), surface: view.text.slice(0, first.end), first: slipped ? 1 : first.value, last: run.at(-1)?.value ?? first.value, others: ordinals.map(({ value }) => value) }
    }
  }
  slips.push(...mixedForms(view))
  leading ??= numberedLine(source) ?? unsureLine(source)
  return slips.length > 0 || leading ? { slips, ...(leading ? { leading } : {}) } : undefined
}

const POINT = /(?:^|[。；])([一二三四五六七八九]|\d{1,2})[.．、](?=\p{Script=Han})/gu

/** 一.…2.…3.…: points of one series that are numbered in two ways. Only a run from one on, most of it in Arabic digits. */
function mixedForms({ text, at, endAt }: View): Slip[] {
  if (!/[。；][2-9][.．、]/u.test(text)) return []
  const points = [...text.matchAll(POINT)].map(({ index, 0: surface, 1: n = '' }) => ({ start: index + surface.length - n.length - 1, surface: surface.slice(-n.length - 1), value: /\d/u.test(n) ? Number(n) : readChinese(n), arabic: /\d/u.test(n) }))
  const odd = points.filter(({ arabic }) => !arabic)
  const sample = points.find(({ arabic }) => arabic)?.surface.slice(-1)
  if (points.length < 3 || odd.length !== 1 || sample === undefined || points.some(({ value }, i) => value !== i + 1)) return []
  return odd.map(({ start, surface, value }) => ({ start: at(start), end: endAt(start + surface.length), surface, right: `${value}${sample}`, why: '同一组序数写法不一' }))
}

/** 一、加强学习 and 1.推进项目建设 that stand in the text as paragraphs. */
function numberedLine(source: string): RunningReading['leading'] {
  const split = splitHeadingNumber(source)
  if (!split || (split.style !== '一、' && split.style !== '1.') || /^[一二三四五六七八九十\d]/u.test(split.heading)) return undefined
  const surface = split.number.trim()
  return { style: split.style, start: 0, end: surface.length, surface, first: split.value, last: split.value, others: [split.value] }
}

/** 3、五保供养…, 2.12345热线…: a number in front of another one, or 3、5号楼 and 2.5万户. It may be the one that a series wants; by itself it is never wrong. */
function unsureLine(source: string): RunningReading['leading'] {
  const match = /^\s*(?:(\d{1,2})(?:[.．]|、)\s*(?=[\d一二三四五六七八九十])|([一二三四五六七八九十]{1,3})、(?=[\d一二三四五六七八九十]))/u.exec(source)
  if (!match) return undefined
  const [surface, digits, characters = ''] = match
  const value = digits === undefined ? readChinese(characters) : Number(digits)
  return Number.isInteger(value) && value > 0 ? { style: digits === undefined ? '一、' : '1.', start: 0, end: surface.length, surface, first: value, last: value, others: [value], unsure: true } : undefined
}

/** Slips within paragraphs, and paragraphs that begin with an ordinal that does not follow those before them under the same headings; `all` holds the headings too. */
export function checkRunning({ finding }: ReportContext, all: readonly Read<RunningReading>[]): Finding[] {
  const found: Finding[] = []
  const report = (paragraph: CheckedParagraph, { start, end, surface, right, why = '分述序数不连续' }: Slip): void => {
    found.push(finding(`${why}：应为“${right}”，文中为“${surface}”`, [{ in: paragraph, start, end }], { suggestion: right, severity: 'warning' }))
  }
  /** by style, the values that a following ordinal may go on from */
  let open = new Map<OrdinalStyle | NumberStyle, Set<number>>()
  all.forEach(({ in: paragraph, it: { slips, leading } }, k) => {
    if (paragraph.role === 'heading') open = new Map()
    for (const slip of slips) report(paragraph, slip)
    if (!leading) return
    const before = open.get(leading.style)
    if (leading.unsure) {
      if (before?.has(leading.first - 1)) before.add(leading.first)
      return
    }
    let { first } = leading
    if (before && first !== 1 && !before.has(first - 1)) {
      const expected = Math.max(...before) + 1
      // 四是 behind 二是, with 五是 to follow, is a gap; a lone number is wrong by itself
      if (expected <= 20) {
        report(paragraph, { start: leading.start, end: leading.end, surface: leading.surface, right: like(leading.surface, expected) })
        if (nextLeading(all, k, leading.style) !== first + 1) first = expected
      }
    }
    open.set(leading.style, new Set([first, leading.last + first - leading.first, ...leading.others]))
  })
  return found
}

/** The ordinal with which one of the next eight paragraphs begins in the same style. */
const nextLeading = (all: readonly Read<RunningReading>[], k: number, style: OrdinalStyle | NumberStyle): number | undefined =>
  all.slice(k + 1, k + 9).find((next) => next.in.index <= (all[k]?.in.index ?? 0) + 8 && next.it.leading?.style === style)?.it.leading?.first
