import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { PDFDocumentLoadingTask } from 'pdfjs-dist'
import type { SourceLine } from '#core/intake/recover.ts'
import { linesOfPage, rowsOf, type PageLine, type Piece } from './pdf-layout.ts'

/** A PDF that holds only pictures of text. */
export class ScannedPdf extends Error {}
/** A PDF that wants a password. */
export class LockedPdf extends Error {}

/** Begins to read a PDF; the caller destroys the task. */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocumentLoadingTask> {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  return pdfjs.getDocument({
    // pdf.js takes the memory over
    data: new Uint8Array(bytes),
    cMapUrl: `${join(folder, 'cmaps')}/`,
    cMapPacked: true,
    standardFontDataUrl: `${join(folder, 'standard_fonts')}/`,
    isEvalSupported: false,
    enableXfa: false,
    disableFontFace: true,
    useSystemFonts: false,
    stopAtErrors: false,
    verbosity: 0,
  })
}

/**
 * Reads a PDF as lines in reading order: columns and their order from the positions of the text, running heads and page numbers apart, the
 * lines of largest type on the first page as the title. Scripts, forms and links in the file are ignored, nothing is fetched. `onPage`
 * hears of each page that was read. Throws {@link ScannedPdf}, {@link LockedPdf} or what pdf.js throws of a damaged file.
 */
export async function linesOfPdf(bytes: Uint8Array, onPage: (page: number, pages: number) => void = () => undefined): Promise<SourceLine[]> {
  const task = await openPdf(bytes)
  try {
    const document = await task.promise
    const pages: Piece[][] = []
    const faces = new Map<string, string>()
    let pictures = 0
    for (let n = 1; n <= document.numPages; n++) {
      const page = await document.getPage(n)
      const { items } = await page.getTextContent({ includeMarkedContent: false })
      await nameFaces(page, items, faces)
      const [, bottom = 0, , top = 0] = page.view
      const height = top - bottom
      const pieces = items.flatMap((item): Piece[] => {
        if (!('str' in item) || item.str === '') return []
        const [a = 0, b = 0, , d = 0, x = 0, y = 0] = item.transform as number[]
        // text that runs upwards is a stamp or a margin note
        const size = Math.hypot(a, b) || Math.abs(d)
        return [{ text: item.str.trim() === '' ? ' ' : ideographs(item.str), x, y: height - (y - bottom), width: item.width, size, face: faces.get(item.fontName) ?? item.fontName, upright: Math.abs(b) < Math.abs(a) || a === 0 }]
      })
      if (!pieces.some(({ text }) => text !== ' ')) pictures++
      pages.push(pieces)
      page.cleanup()
      onPage(n, document.numPages)
    }
    if (pictures === pages.length) throw new ScannedPdf()
    return assemble(pages)
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') throw new LockedPdf()
    throw error
  } finally {
    await task.destroy()
  }
}

/** The lines of all pages, running heads and page numbers apart. */
function assemble(pages: readonly Piece[][]): SourceLine[] {
  const rows = pages.map((pieces) => rowsOf(pieces.filter(({ text }) => text !== ' ')).map((row) => ({ pieces: new Set(row), text: row.map(({ text }) => text).join('') })))
  const running = runningHeads(rows.map((page) => page.map(({ text }) => text)))
  const laid = pages.map((pieces, p) => {
    const apart = new Set((rows[p] ?? []).flatMap((row, i) => (running[p]?.has(i) ? [...row.pieces] : [])))
    return linesOfPage(pieces.filter((piece) => !apart.has(piece))).lines
  })
  const size = median(laid.flatMap((lines) => lines.flatMap((l) => Array.from({ length: Math.min(40, l.text.length) }, () => l.size))))
  const face = commonest(laid.flatMap((lines) => lines.flatMap((l) => [...l.faces])))
  const emphasised = (line: PageLine): boolean => line.size > size * 1.08 || (line.faces.get(face) ?? 0) < 1
  // a file whose fonts bear one name says nothing of what is emphasised
  const tells = laid.slice(0, 40).some((lines, p) => lines.filter((l, i) => emphasised(l) && (p > 0 || i > 6) && /\p{Script=Han}{3}/u.test(l.text)).length > 0)
  const out: SourceLine[] = []
  laid.forEach((lines, p) => {
    // the title: the lines of largest type at the head of the first page
    const largest = Math.max(...lines.slice(0, 12).map((l) => l.size))
    const body = lines.findIndex((l) => l.size < size * 1.2 && l.text.length > 20)
    lines.forEach((line, i) => {
      if (line.gapBefore && i > 0) out.push({ text: '' })
      const title = p === 0 && line.size >= size * 1.25 && line.size >= largest * 0.95 && (body < 0 || i < body) && line.text.trim().length > 1
      if (title) out.push({ text: line.text.trim(), style: 'title', page: p + 1 })
      else out.push({ page: p + 1, text: (line.indented ? '　　' : '') + line.text, ...(tells ? { emphasis: emphasised(line) } : {}) })
    })
    for (const i of running[p] ?? []) out.push({ text: rows[p]?.[i]?.text ?? '', style: 'noise', page: p + 1 })
  })
  return joinTitle(out)
}

/** A page of pdf.js, as far as it is asked for its typefaces. */
interface FontPage {
  getOperatorList: () => Promise<unknown>
  commonObjs: { has: (id: string) => boolean; get: (id: string) => unknown }
}

/** Learns the names of typefaces that a page is the first to use. A page whose fonts are damaged is read without them. */
async function nameFaces(page: FontPage, items: readonly object[], faces: Map<string, string>): Promise<void> {
  const unknown = [...new Set(items.flatMap((item) => ('fontName' in item && typeof item.fontName === 'string' && !faces.has(item.fontName) ? [item.fontName] : [])))]
  if (unknown.length === 0) return
  try {
    await page.getOperatorList()
  } catch {
    return
  }
  for (const id of unknown) {
    const font = page.commonObjs.has(id) ? (page.commonObjs.get(id) as { name?: string } | null) : null
    // a subset's name has six letters of its own before the typeface's
    faces.set(id, (font?.name ?? id).replace(/^[A-Z]{6}\+/u, ''))
  }
}

/** The key with the greatest weight in all. */
function commonest(weights: readonly (readonly [string, number])[]): string {
  const sums = new Map<string, number>()
  for (const [key, weight] of weights) sums.set(key, (sums.get(key) ?? 0) + weight)
  return [...sums].sort((a, b) => b[1] - a[1])[0]?.[0] ?? ''
}

/** A title over several lines is one. */
function joinTitle(lines: readonly SourceLine[]): SourceLine[] {
  const out: SourceLine[] = []
  for (const line of lines) {
    const before = out.at(-1)
    if (line.style === 'title' && before?.style === 'title') out[out.length - 1] = { ...before, text: `${before.text}${line.text}` }
    else out.push(line)
  }
  return out
}

/** CJK radicals that look like ideographs and have no compatibility mapping of their own (Unicode, CJK Radicals Supplement). */
const RADICALS: Readonly<Record<string, string>> = Object.fromEntries(
  [...'⺁厂⺇几⺌小⺗心⺟母⺠民⺩王⺬示⺮竹⺶羊⺼肉⻁虎⻄西⻅见⻆角⻉贝⻋车⻌辶⻑长⻒长⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫齐⻬齐⻭齿⻮齿⻯竜⻰龙⻳龟'].reduce<[string, string][]>((pairs, c, i, all) => (i % 2 === 0 ? [...pairs, [c, all[i + 1] ?? c]] : pairs), []),
)

/** Some programs write radicals (⼯ U+2F2F) for the ideographs that look the same (工): what is meant is the ideograph. */
const ideographs = (text: string): string => text.replace(/[\u2f00-\u2fdf]/gu, (c) => c.normalize('NFKC')).replace(/[\u2e80-\u2eff]/gu, (c) => RADICALS[c] ?? c)

const PAGE_NUMBER = /^[\s—–\-·•|/第共页]*\d{1,4}(?:\s*[/／]\s*\d{1,4})?[\s—–\-·•|/第共页]*$/u

/** Which of the first and last lines of the pages are page numbers or stand on most pages. */
function runningHeads(pages: readonly (readonly string[])[]): ReadonlySet<number>[] {
  const same = (text: string): string => text.replace(/\d+/gu, '#').replace(/\s+/gu, '')
  const counts = new Map<string, number>()
  const edge = (lines: readonly string[]): number[] => [...new Set([0, 1, lines.length - 2, lines.length - 1])].filter((i) => i >= 0 && i < lines.length)
  for (const lines of pages) for (const key of new Set(edge(lines).map((i) => same(lines[i] ?? '')))) counts.set(key, (counts.get(key) ?? 0) + 1)
  return pages.map((lines) => new Set(edge(lines).filter((i) => {
    const text = lines[i] ?? ''
    return (PAGE_NUMBER.test(text) && (i === 0 || i >= lines.length - 1)) || (pages.length >= 3 && text.length <= 60 && (counts.get(same(text)) ?? 0) >= Math.max(3, pages.length * 0.5))
  })))
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 12
