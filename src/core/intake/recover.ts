import type { Report } from '../model/report.ts'
import { toSections, type Block } from '../model/tree.ts'
import { plainText } from '../model/plain-text.ts'
import { splitHeadingNumber } from '../text/heading-number.ts'
import { readFrontMatter, type FrontMatter } from './front-matter.ts'
import { findFurniture, jumpLineAt } from './furniture.ts'
import { findHeadings, headingLevels, isNotesHeading, type HeadingLine } from './headings.ts'
import { leadsAsSet, markLeads, possibleLead, soundsLikeClosing } from './lead-sentences.ts'
import { carryRanges, inlinesOf, joinRanges } from './marks.ts'
import { readMetadata } from './metadata.ts'
import { isOwnExport, recoverOwn } from './own-export.ts'
import { unscramble } from './scrambled.ts'
import { measureLines, type Line, type MarkRange, type RecoverOptions, type SourceLine } from './source.ts'
import { closeUp, continues, isAddress, fillsColumn, joinPieces, measureWrapping, type Wrap } from './wrapping.ts'

export { linesOfText, type MarkRange, type RecoverOptions, type SourceLine } from './source.ts'

/**
 * Recovers a published report from the lines of a source. Every letter, digit and Han character ends up in it exactly once. What an export of this
 * application wrote is not guessed at: it says what it is. Never throws.
 */
export function recoverReport(source: readonly SourceLine[], options: RecoverOptions): Report {
  if (isOwnExport(source)) return recoverOwn(source, options)
  const lines = measureLines(source)
  const furniture = findFurniture(lines)
  const furnished = furniture.map((f) => f !== undefined)
  // wrapping and headings are judged on the text alone; furniture has lines of any width
  const wraps = spread(measureWrapping(lines.filter((_, i) => !furnished[i])), furnished)
  const early = findHeadings(lines, wraps, furnished)
  const front = readFrontMatter(lines, furnished, (i) => {
    const heading = early[i]
    return heading !== undefined && heading.kind !== 'plain'
  })
  const skip = lines.map((_, i) => furnished[i] === true || front.taken.has(i))
  const headings = findHeadings(lines, wraps, skip)
  const captions: string[] = []
  const noise: string[] = []
  lines.forEach((line, i) => {
    if (furniture[i] === 'caption') captions.push(line.text)
    else if (furniture[i] === 'noise') noise.push(line.text)
  })
  const blocks = new Assembly(lines, wraps, headings, skip, noise).blocks()
  const { byline, noise: rest } = bylineFromNoise(front, noise)
  const meta = readMetadata({ title: front.title, subtitle: front.subtitle, occasion: front.occasion, blocks, noise: rest })
  const bare = toSections(blocks)
  const sections = leadsAsSet(bare) ?? bare.map(markLeads)
  return {
    id: options.id,
    status: 'published',
    body: meta.body,
    year: meta.year,
    title: front.title,
    subtitle: front.subtitle,
    occasion: front.occasion,
    byline,
    date: meta.date,
    sections,
    captions,
    noise: rest,
    origin: options.origin,
  }
}

/** The marks of lines that were joined to a text, but for the first units, which went elsewhere. */
function marksOf(lines: readonly Line[], passed: number, text: string): MarkRange[] {
  const ranges = joinRanges(lines)
  if (ranges.length === 0) return []
  const whole = lines.map((line) => line.text).join('')
  return carryRanges(ranges.map((r) => ({ ...r, start: Math.max(0, r.start - passed), end: r.end - passed })), whole.slice(passed), text)
}

/** Values measured on the lines of text, put back to the places of all lines. */
function spread(wraps: readonly Wrap[], furnished: readonly boolean[]): Wrap[] {
  let k = 0
  return furnished.map((f) => (f ? { blankSeparates: true } : (wraps[k++] ?? { blankSeparates: true })))
}

/** A web page names its source in its date line (2025-01-09 来源:浙江政协同心苑): the name moves to the byline. */
function bylineFromNoise(front: FrontMatter, noise: readonly string[]): { byline: string; noise: string[] } {
  if (front.byline !== '') return { byline: front.byline, noise: [...noise] }
  let byline = ''
  const rest = noise.map((text) => {
    const match = byline === '' && text.length <= 60 ? /^(.*来源\s*[：:]\s*)([^\s：:]{2,20})$/u.exec(text) : null
    if (!match) return text
    byline = match[2] ?? ''
    return (match[1] ?? '').trim()
  })
  return { byline, noise: rest }
}

/** Puts headings and joined paragraphs in order and repairs what the page tore apart. */
class Assembly {
  private count = 0

  constructor(
    private readonly lines: readonly Line[],
    private readonly wraps: readonly Wrap[],
    private readonly headings: readonly (HeadingLine | undefined)[],
    private readonly skip: readonly boolean[],
    private readonly noise: string[],
  ) {}

  blocks(): Block[] {
    const pieces = this.pieces()
    const levels = headingLevels(pieces.flatMap((p) => (p.type === 'heading' ? [p.line] : [])))
    let k = 0
    const blocks = pieces.map((piece): Block => {
      if (piece.type === 'paragraph') return { type: 'paragraph', id: this.id('p'), content: inlinesOf(piece.text, piece.marks, () => this.id('f')) }
      const split = piece.line.kind === 'plain' ? undefined : splitHeadingNumber(piece.text)
      return { type: 'heading', id: this.id('s'), level: levels[k++] ?? 1, number: split?.number ?? '', heading: split?.heading ?? piece.text }
    })
    return this.withClosing(unscramble(blocks, () => this.closing()))
  }

  private id(prefix: string): string {
    return `${prefix}${++this.count}`
  }

  private closing(): Extract<Block, { type: 'heading' }> {
    return { type: 'heading', id: this.id('s'), level: 0, number: '', heading: '' }
  }

  /** Headings and joined paragraphs in the order of the source. */
  private pieces(): ({ type: 'heading'; text: string; line: HeadingLine } | { type: 'paragraph'; text: string; marks: MarkRange[] })[] {
    const out: ReturnType<Assembly['pieces']> = []
    const indices = this.lines.map((_, i) => i).filter((i) => !this.skip[i])
    const lines = indices.map((i) => this.lines[i] as Line)
    const wraps = indices.map((i) => this.wraps[i] as Wrap)
    const headings = indices.map((i) => this.headings[i])
    let i = 0
    while (i < lines.length) {
      const line = lines[i] as Line
      const heading = headings[i]
      let text = line.text
      if (heading && heading.runIn === undefined) {
        if (heading.kind !== 'part') {
          while (this.goesOnInNext(lines, wraps, headings, i, text, line.indented)) {
            i++
            const half = (lines[i] as Line).text
            text = heading.kind === 'plain' ? `${text} ${half}` : joinPieces(text, half)
          }
        }
        out.push({ type: 'heading', text, line: heading })
        i++
        continue
      }
      if (heading?.runIn !== undefined) {
        out.push({ type: 'heading', text: text.slice(0, heading.runIn), line: heading })
        text = text.slice(heading.runIn).trimStart()
      }
      const from = i
      const passed = line.text.length - text.length
      let joined = false
      while (headings[i + 1] === undefined && i + 1 < lines.length && continues(lines, wraps, i)) {
        i++
        text = joinPieces(text, (lines[i] as Line).text)
        joined = true
      }
      i++
      text = joined ? closeUp(text) : text
      const jump = jumpLineAt(text)
      if (jump >= 0) {
        this.noise.push(text.slice(jump).trim())
        text = text.slice(0, jump).trimEnd()
      }
      if (text !== '') out.push({ type: 'paragraph', text, marks: marksOf(lines.slice(from, i), passed, text) })
    }
    return out
  }

  /** Is the next line the rest of this heading: its second half (features), or the end of a line that filled its column? */
  private goesOnInNext(lines: readonly Line[], wraps: readonly Wrap[], headings: readonly (HeadingLine | undefined)[], i: number, text: string, indented: boolean): boolean {
    const line = lines[i]
    const next = lines[i + 1]
    const wrap = wraps[i]
    if (!line || !next || !wrap || line.style !== undefined) return false
    // typography tells the end of a heading for certain
    if (line.emphasis === true && next.emphasis === true && !(line.indented && next.indented)) return (headings[i + 1] === undefined || (headings[i]?.kind === 'plain' && headings[i + 1]?.kind === 'plain')) && next.blanksBefore === 0 && text.length + next.text.length <= 100
    // indents tell a heading's next lines from the paragraph below it
    const after = lines[i + 2]
    const closes = after === undefined || after.indented || headings[i + 2] !== undefined || fillsColumn(next, wrap)
    if (indented && !next.indented && fillsColumn(line, wrap) && next.blanksBefore === 0 && (headings[i + 1] === undefined || (headings[i]?.kind === 'plain' && headings[i + 1]?.kind === 'plain')) && closes && text.length + next.text.length <= 100) return true
    if (indented && next.indented && headings[i]?.kind !== 'plain') return false
    if (headings[i]?.kind === 'plain') return headings[i + 1]?.kind === 'plain' && !text.includes(' ') && line.width <= 16 && next.width <= 20
    const filled = fillsColumn(line, wrap) || /[，、,]$/u.test(line.text)
    return headings[i + 1] === undefined && !line.ends && !next.ends && filled && next.blanksBefore === 0 && !/[，。；]/u.test(next.text) && text.length + next.text.length <= 60
  }

  /** Takes a closing paragraph out of the last section, which it does not belong to. */
  private withClosing(blocks: Block[]): Block[] {
    const lastHeading = blocks.findLastIndex((b) => b.type === 'heading')
    const heading = blocks[lastHeading]
    // the closing stands before the terms that are explained at the end
    if (heading?.type === 'heading' && heading.number === '' && isNotesHeading(heading.heading)) return [...this.withClosing(blocks.slice(0, lastHeading)), ...blocks.slice(lastHeading)]
    const own = blocks.slice(lastHeading + 1)
    const last = own.at(-1)
    if (heading?.type !== 'heading' || heading.level === 0 || last?.type !== 'paragraph') return blocks
    if (isAddress(plainText(last.content)) && soundsLikeClosing(plainText(last.content)) && !/结束?语|号召/u.test(heading.heading)) return [...blocks.slice(0, -1), this.closing(), last]
    if (own.length < 3) return blocks
    const leads = own.filter((b) => b.type === 'paragraph' && possibleLead(plainText(b.content)) > 0).length
    if (leads < 2 || !soundsLikeClosing(plainText(last.content))) return blocks
    return [...blocks.slice(0, -1), this.closing(), last]
  }
}
