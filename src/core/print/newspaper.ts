import { inlineText, type Inline } from '../model/inline.ts'
import { headingText, plainText, TITLE_ROLES } from '../model/plain-text.ts'
import type { Report, Section } from '../model/report.ts'
import { wordCount } from '../text/word-count.ts'
import { paragraphsIn, type FontFamily, type PrintModel, type PrintParagraph, type PrintRun, type PrintStyle, type PrintStyles, type StyleName } from './model.ts'
import { DEFAULT_OPTIONS, type NewspaperOptions } from './options.ts'
import { paperWriting, type WritingChange } from './paper-writing.ts'
import { sectionName } from './section-name.ts'

/**
 * The newspaper profile: the manuscript (报纸稿) that editors of papers want, to be pasted into a typesetting program. Plain lines: one paragraph a line
 * with two full-width spaces that are characters and no indent of Word's; no numbering, no bookmarks; what a line is stands before it in words
 * (【主标题】). Captions (图说) and words counted stand behind the text, so that the text can be taken in one piece.
 */

const SONGTI: FontFamily = { eastAsia: '宋体', ascii: '宋体' }
/** 小四; one and a half of its lines (宋体 takes 1.3 of its size a line) */
const SIZE = 12
const LINE = 23.4
const INDENT = '　　'

const plain = (name: string, more: Partial<PrintStyle> = {}): PrintStyle => ({ name, font: SONGTI, size: SIZE, bold: false, align: 'left', indent: 0, line: LINE, keepWithNext: false, ...more })
const head = (name: string, outline?: 1 | 2 | 3 | 4): PrintStyle => plain(name, { bold: true, keepWithNext: true, ...(outline ? { outline } : {}) })

const STYLES: PrintStyles = {
  body: plain('正文'),
  title: head('主标题'),
  subtitle: head('副标题'),
  heading1: head('小标题', 1),
  heading2: head('二级小标题', 2),
  heading3: head('三级小标题', 3),
  heading4: head('四级小标题', 4),
  label: head('稿件标注'),
  note: plain('说明'),
}

const MARKS = { title: '【主标题】', subtitle: '【副标题】', occasion: '【题下说明】', byline: '【署名】' } as const
const HEADINGS: readonly { style: StyleName; mark: string }[] = [
  { style: 'heading1', mark: '【小标题】' }, { style: 'heading2', mark: '【二级小标题】' }, { style: 'heading3', mark: '【三级小标题】' }, { style: 'heading4', mark: '【四级小标题】' },
]

/** What the manuscript's parts count, as Word counts 字数: its title lines, each section (its heading with all below it), and all of it. */
interface ManuscriptCounts {
  sections: { name: string; words: number }[]
  words: number
}

/** A report as a newspaper manuscript. Open slots stay as highlighted text (【待填】件); every line of title, text and captions stands once and in order. */
export function printNewspaper(report: Report, options: NewspaperOptions = DEFAULT_OPTIONS.newspaper): PrintModel {
  const { blocks, counts } = manuscript(report, options)
  const tail: PrintParagraph[] = []
  if (report.captions.length > 0) {
    tail.push({ style: 'label', runs: [{ text: options.marks ? '【图说】' : '图说' }] })
    report.captions.forEach((caption, i) => tail.push({ style: 'note', runs: [{ text: `${INDENT}图${i + 1}：${written(caption, options).replace(/^[▲△▼◆●■★\s]+/u, '')}` }] }))
  }
  if (options.counts) {
    tail.push({ style: 'label', runs: [{ text: options.marks ? '【字数】' : '字数' }] })
    for (const { name, words } of counts.sections) tail.push({ style: 'note', runs: [{ text: `${INDENT}${name}：${words}字` }] })
    tail.push({ style: 'note', runs: [{ text: `${INDENT}全文：${counts.words}字（含标题，不含图说）` }] })
  }
  return {
    title: report.title,
    creator: report.body,
    // A4 with Word's usual 25.4 mm around: 29 lines of 37 characters
    page: { width: 210, height: 297, margin: { top: 25.4, bottom: 25.4, left: 25.4, right: 25.4 }, linesPerPage: 29, charactersPerLine: 37, footer: 15, grid: false },
    styles: STYLES,
    pageNumbers: { font: SONGTI, size: 10.5, form: 'centre' },
    blocks: [...blocks, ...tail],
  }
}

/**
 * The manuscript as plain text: the same lines with CRLF at their ends, as old editors of Windows and the import of typesetting programs (方正飞腾) want them.
 * Whoever writes it to a file puts a BOM before it (main/files/publish-files.ts says why).
 */
export const newspaperText = (report: Report, options: NewspaperOptions = DEFAULT_OPTIONS.newspaper): string =>
  paragraphsIn(printNewspaper(report, options)).map(({ runs }) => `${runs.map(({ text }) => text).join('')}\r\n`).join('')

function manuscript(report: Report, options: NewspaperOptions): { blocks: PrintParagraph[]; counts: ManuscriptCounts } {
  const blocks: PrintParagraph[] = []
  const sections: ManuscriptCounts['sections'] = []
  let counted = 0
  const line = (style: StyleName, runs: readonly PrintRun[], before: string): void => {
    const text = runs.map((run) => run.text).join('')
    if (text === '') return
    counted += wordCount(text)
    blocks.push({ style, runs: before === '' ? runs : [{ text: before }, ...runs] })
  }
  for (const role of TITLE_ROLES) line(role === 'title' ? 'title' : 'subtitle', [{ text: written(report[role], options) }], options.marks ? MARKS[role] : '')
  const first = counted
  const add = (section: Section, depth: number): void => {
    const heading = HEADINGS[Math.min(depth, HEADINGS.length - 1)]
    const text = written(headingText(section), options)
    if (heading) line(heading.style, [{ text }], options.marks ? heading.mark : '')
    for (const { content } of section.paragraphs) line('body', runsOf(content, options), INDENT)
    for (const child of section.sections) add(child, text === '' ? depth : depth + 1)
  }
  for (const section of report.sections) {
    const before = counted
    add(section, 0)
    if (counted > before) sections.push({ name: written(sectionName(report, section), options), words: counted - before })
  }
  return { blocks, counts: { sections: first > 0 ? [{ name: '标题', words: first }, ...sections] : sections, words: counted } }
}

/** A line in the way of papers, white space at its ends gone. */
const written = (text: string, options: NewspaperOptions): string => joined([{ text }], lineChanges(text, options))

/** The runs of a paragraph in the way of papers. What replaces words of two runs goes to the first. */
function runsOf(content: readonly Inline[], options: NewspaperOptions): PrintRun[] {
  return changed(content.map(runOf), lineChanges(plainText(content), options))
}

function runOf(node: Inline): PrintRun {
  const marks = node.marks ?? []
  return { text: inlineText(node), ...(marks.includes('lead') ? { lead: true } : {}), ...(marks.includes('bold') ? { bold: true } : {}), ...(node.type === 'slot' ? { slot: true } : {}) }
}

/** One paragraph is one line: line ends and tabs in it are none, white space at its ends is gone; the rest as papers write. */
function lineChanges(text: string, { numerals }: NewspaperOptions): WritingChange[] {
  const space = [...text.matchAll(/^\s+|\s+$|[\r\n\t\v\f\u0085\u2028\u2029]+/gu)].map(({ 0: found, index }): WritingChange => {
    const [start, end] = [index, index + found.length]
    // two Latin words stay two
    const apart = start > 0 && end < text.length && /[!-~]/u.test(text.charAt(start - 1)) && /[!-~]/u.test(text.charAt(end))
    return { start, end, text: apart ? ' ' : '' }
  })
  const writing = numerals ? paperWriting(text).filter((change) => space.every(({ start, end }) => change.end <= start || end <= change.start)) : []
  return [...space, ...writing].sort((a, b) => a.start - b.start)
}

const joined = (runs: readonly PrintRun[], changes: readonly WritingChange[]): string => changed(runs, changes).map(({ text }) => text).join('')

/** Runs with changes made in their joined text; runs that are empty then are gone. */
function changed(runs: readonly PrintRun[], changes: readonly WritingChange[]): PrintRun[] {
  const out: PrintRun[] = []
  let start = 0
  let next = 0
  for (const run of runs) {
    const end = start + run.text.length
    let text = ''
    let at = start
    // a change that began in an earlier run reaches into this one
    const before = changes[next - 1]
    if (before && before.end > at) at = Math.min(before.end, end)
    while (next < changes.length) {
      const change = changes[next]
      if (!change || change.start >= end) break
      text += run.text.slice(at - start, change.start - start) + change.text
      at = Math.min(change.end, end)
      next++
    }
    text += run.text.slice(at - start)
    if (text !== '') out.push({ ...run, text })
    start = end
  }
  return out
}
