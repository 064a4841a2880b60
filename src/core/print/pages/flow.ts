import { POINTS_PER_MM, type LaidLine, type LaidOut, type LaidPage, type LaidRule, type LayoutHabits, type Measure } from './laid.ts'
import type { PageNumbers, PrintModel, PrintStyle } from '../model.ts'
import { boxesOf, loneLine, sheetOf, type Box, type Sheet, type TextBox } from './boxes.ts'
import { Pages } from './pages.ts'
import { placeTable } from './tables.ts'

/** how much of a text is laid out between two moments in which others may work */
const CHARACTERS_A_STEP = 3000

/** Fills pages block by block. Yields the number of pages that are begun. */
export function* pageFlow(model: PrintModel, measure: Measure, habits: LayoutHabits): Generator<number, LaidOut, undefined> {
  const sheet = sheetOf(model, measure, habits)
  const pages = new Pages(sheet)
  let chain: Box[] = []
  let done = 0
  for (let i = 0; i < model.blocks.length; i++) {
    for (const box of boxesOf(sheet, i)) {
      done += weightOf(box)
      if (box.keepNext) {
        chain.push(box)
      } else {
        placeChain(pages, chain, box)
        chain = []
      }
    }
    if (done > CHARACTERS_A_STEP) {
      done = 0
      yield pages.count
    }
  }
  placeChain(pages, chain, undefined)
  return finished(sheet, pages)
}

const weightOf = (box: Box): number => (box.kind === 'text' ? box.lines.length * 28 : (box.rows.length + 1) * 100)

/** Headings stand with the first lines of what follows them (w:keepNext, ECMA-376, part 1, 17.3.1.15), unless all that is more than a page. */
function placeChain(pages: Pages, chain: readonly Box[], box: Box | undefined): void {
  const need = chain.reduce((sum, kept) => sum + heightOf(kept), 0) + (box ? headOf(box) : 0)
  if (chain.length > 0 && need > pages.left && need <= pages.room) pages.begin()
  for (const one of box ? [...chain, box] : chain) {
    if (one.kind === 'text') placeText(pages, one)
    else placeTable(pages, one)
  }
}

const rowsHigh = (rows: readonly { height: number }[]): number => rows.reduce((sum, { height }) => sum + height, 0)
const heightOf = (box: Box): number => (box.kind === 'text' ? box.lines.length * box.height : rowsHigh(box.rows) + (box.continued ? 0 : rowsHigh(box.head)))

/** The height of what at least stands at the beginning of a box: two lines of a paragraph, the head and one row of a table. */
function headOf(box: Box): number {
  if (box.kind === 'text') return (box.keepLines || box.lines.length <= 3 ? box.lines.length : 2) * box.height
  return (box.continued ? 0 : rowsHigh(box.head)) + (box.rows[0]?.height ?? 0)
}

/** Lines of a paragraph, at least two of it at the foot of a page and at the head of the next (w:widowControl, 17.3.1.44). */
function placeText(pages: Pages, { lines, height, size, block, style, keepLines, begins, ends }: TextBox): void {
  let from = 0
  while (from < lines.length) {
    const rest = lines.length - from
    const fitting = pages.fitting(height)
    let take = Math.min(fitting, rest)
    if (take < rest) {
      if (keepLines && !pages.empty && rest * height <= pages.room) take = 0
      else if (rest - take < 2) take = rest - 2
      if (take < 2 && from === 0) take = 0
      if (take <= 0 && pages.empty) take = Math.max(1, fitting)
      if (take <= 0) {
        pages.begin()
        continue
      }
    }
    for (let i = from; i < from + take; i++) {
      const line = lines[i]
      if (line) pages.line(line, { block, style, height, size, first: begins && i === 0, last: ends && i === lines.length - 1 })
    }
    from += take
    if (from < lines.length) pages.begin()
  }
}

function finished(sheet: Sheet, pages: Pages): LaidOut {
  const { pageNumbers } = sheet.model
  const all = pages.all()
  return {
    pages: all.map(({ lines, rules }: { lines: LaidLine[]; rules: LaidRule[] }, i): LaidPage => ({ number: i + 1, lines, rules, ...(pageNumbers ? { footer: footerOf(sheet, pageNumbers, i + 1, all.length) } : {}) })),
    lastFill: new Set(all.at(-1)?.lines.map(({ y }) => Math.round(y * 10))).size,
  }
}

/** — 1 — one character in from the outer edge of the text, right on odd pages and left on even ones (GB/T 9704—2012, 7.5); or 第1页 共3页 in the middle. */
function footerOf(sheet: Sheet, { font, size, form }: PageNumbers, number: number, count: number): LaidLine {
  const outside = form === 'outside'
  const style: PrintStyle = {
    ...sheet.model.styles.body, font, size, bold: false, indent: 0,
    align: outside ? (number % 2 === 1 ? 'right' : 'left') : 'center',
    left: outside && number % 2 === 0 ? 1 : 0, right: outside && number % 2 === 1 ? 1 : 0,
  }
  const height = size * 1.3
  const y = (sheet.model.page.height - sheet.model.page.footer) * POINTS_PER_MM - height
  return { y, height, baseline: y + size * 1.05, pieces: loneLine(sheet, outside ? `— ${number} —` : `第${number}页　共${count}页`, style), block: -1, style: 'body', first: true, last: true, broken: true }
}
