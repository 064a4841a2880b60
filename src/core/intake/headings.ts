import type { Level } from '../model/report.ts'
import { splitHeadingNumber, type NumberStyle } from '../text/heading-number.ts'
import { firstSentenceLength } from '../text/sentences.ts'
import type { Line } from './source.ts'
import { fillsColumn, type Wrap } from './wrapping.ts'

/** What a line is as a heading. */
export interface HeadingLine {
  kind: 'styled' | 'numbered' | 'part' | 'plain'
  /** for `numbered` */
  style?: NumberStyle
  /** for `styled`: the level that the source gave it */
  level?: Level
  /** length of the heading where text runs on behind it in the same line */
  runIn?: number
}

const PART =
  /^(?:\d{4}|[二〇○零一三四五六七八九]{4}|过去[一五]|今|去|本|明|下[一])年(?:度|来)?的?(?:[^，。；]{0,12})?(?:工作)?(?:回顾|总结|主要工作(?:情况)?|工作情况|意见|任务|安排|打算|计划|思路|部署|重点|建议|展望|目标任务|总体要求|要求)$/u

const MAX_HEADING = 60

const NOTES = /^(?:附(?:件|录)?[\d一二三]?[：:]?\s*)?(?:有关|相关|部分)?(?:名词|词语|术语)(?:解释|注释|释义|说明)[：:]?$/u

/** The heading of the terms that a report explains at its end (名词解释). */
export const isNotesHeading = (text: string): boolean => NOTES.test(text.trim())

/** A part of the report by its wording: 2020年工作回顾, 2021年工作意见, 今后五年工作建议 … */
const isPartWording = (text: string): boolean => text.length <= 30 && PART.test(text.trim())

/** A numbered line as a heading: the whole line, or its first sentence where the text runs on (一、二 and （一） only). */
function numbered(line: Line): HeadingLine | undefined {
  const split = splitHeadingNumber(line.text)
  if (!split || split.heading.trim() === '' || split.style === '①') return undefined
  const first = firstSentenceLength(line.text)
  const whole = first === line.text.length
  if (whole) {
    if (line.text.length > MAX_HEADING + 10) return undefined
    // 1. and （1） often number sentences, not headings: a heading has no full stop
    if ((split.style === '1.' || split.style === '（1）') && (line.ends || /[；;]$/u.test(line.text))) return undefined
    return { kind: 'numbered', style: split.style }
  }
  if ((split.style === '一、' || split.style === '（一）') && first <= MAX_HEADING) return { kind: 'numbered', style: split.style, runIn: first }
  return undefined
}

/** Could this be a heading without a number, as features in newspapers and on web pages have them? Looks at the line alone. */
function plainCandidate(line: Line, wrap: Wrap): boolean {
  if (line.ends || /[，、；：,;:（(《“]$/u.test(line.text) || /[。；;！？]/u.test(line.text)) return false
  // what closes a quotation that it did not open is the end of a sentence
  if (/^[^“]*”/u.test(line.text)) return false
  if (line.text.length < 3 || line.width > 32 || !/\p{Script=Han}/u.test(line.text)) return false
  if (line.emphasis !== undefined) return line.emphasis
  // two halves set with a space (坚持党的领导 与市委同频共振同向发力) are a heading at any width: running text has no such space
  if (/^[^\s，。；：、]{4,}[ \u3000]+[^\s，。；：、]{4,}$/u.test(line.text) && !/\d[ \u3000]|[ \u3000]\d/u.test(line.text)) return true
  return [wrap.column, wrap.ahead].every((column) => column === undefined || line.width > column + 1.4 || line.width < column - 3.5)
}

/** Finds the heading lines among the lines of text; `skip[i]` marks furniture and title lines. */
export function findHeadings(lines: readonly Line[], wraps: readonly Wrap[], skip: readonly boolean[]): (HeadingLine | undefined)[] {
  const out: (HeadingLine | undefined)[] = lines.map((line, i) => {
    if (skip[i]) return undefined
    const level = /^heading(\d)$/u.exec(line.style ?? '')?.[1]
    if (level !== undefined) return { kind: 'styled', level: Number(level) as Level }
    if (isNotesHeading(line.text) && i > lines.length / 2) return { kind: 'styled', level: 1 }
    if (isPartWording(line.text) && !endsOpen(lines, wraps, i - 1, skip)) return { kind: 'part' }
    const heading = numbered(line)
    return heading && !endsOpen(lines, wraps, i - 1, skip) ? heading : undefined
  })
  const tops = out.filter((h) => h?.kind === 'styled' || (h?.kind === 'numbered' && (h.style === '一、' || h.style === '第一'))).length
  if (tops >= 2) return out
  // no numbered headings: those of a feature stand alone between paragraphs
  const text = lines.map((_, i) => i).filter((i) => !skip[i])
  const candidates = new Set(text.filter((i) => out[i] === undefined && plainCandidate(lines[i] as Line, wraps[i] as Wrap)))
  text.forEach((i, k) => {
    if (!candidates.has(i)) return
    const before = text[k - 1]
    if (before !== undefined && !(lines[before] as Line).ends && !candidates.has(before) && out[before] === undefined) return
    out[i] = { kind: 'plain' }
  })
  return out
}

/** Does broken text stop in mid-sentence at line `i`, so that a number at the next line's start is none of a heading? */
function endsOpen(lines: readonly Line[], wraps: readonly Wrap[], i: number, skip: readonly boolean[]): boolean {
  const line = lines[i]
  const wrap = wraps[i]
  if (!line || skip[i]) return false
  // …位列全市第 | 一，: the number belongs to the line before
  if (/第$/u.test(line.text)) return true
  if (wrap?.column === undefined) return false
  // where paragraphs are indented, a line that is not, behind one that runs to the edge in mid-sentence, goes on
  const next = lines[i + 1]
  if (!line.ends && next?.indented === false && fillsColumn(line, wrap) && lines.slice(Math.max(0, i - 12), i + 12).some((l) => l.indented)) return true
  return /[，、；,;（(《“]$/u.test(line.text) && !/^(?:[一二三四五六七八九十]、|[（(])/u.test(line.text)
}

/**
 * Levels of the headings in order: parts first where there are any, then 一、 （一） 1. （1）; plain headings stand at the top. A styled
 * heading keeps the source's level.
 */
export function headingLevels(headings: readonly HeadingLine[]): Level[] {
  const isPart = (heading: HeadingLine): boolean => heading.kind === 'part' || heading.style === '第一'
  const order: readonly NumberStyle[] = ['一、', '（一）', '1.', '（1）']
  const used = order.filter((style) => headings.some((heading) => heading.style === style))
  const first = headings.some(isPart) ? 2 : 1
  return headings.map((heading) => {
    if (heading.kind === 'styled') return heading.level ?? 1
    if (isPart(heading) || heading.style === undefined) return 1
    return Math.min(4, used.indexOf(heading.style) + first) as Level
  })
}
