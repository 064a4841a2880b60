import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { SourceLine } from '#core/intake/recover.ts'
import { linesOfPage, type Piece } from './pdf-layout.ts'

/** A PDF that holds only pictures of text. */
export class ScannedPdf extends Error {}
/** A PDF that wants a password. */
export class LockedPdf extends Error {}

/**
 * Reads a PDF as lines in reading order: columns and their order from the positions of the text, running heads and page numbers apart, the
 * lines of largest type on the first page as the title. Scripts, forms and links in the file are ignored, nothing is fetched. `onPage`
 * hears of each page that was read. Throws {@link ScannedPdf}, {@link LockedPdf} or what pdf.js throws of a damaged file.
 */
export async function linesOfPdf(bytes: Uint8Array, onPage: (page: number, pages: number) => void = () => undefined): Promise<SourceLine[]> {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  const task = pdfjs.getDocument({
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
  try {
    const document = await task.promise
    const pages: Piece[][] = []
    let pictures = 0
    for (let n = 1; n <= document.numPages; n++) {
      const page = await document.getPage(n)
      const { items } = await page.getTextContent({ includeMarkedContent: false })
      const [, bottom = 0, , top = 0] = page.view
      const height = top - bottom
      const pieces = items.flatMap((item): Piece[] => {
        if (!('str' in item) || item.str.trim() === '') return []
        const [a = 0, b = 0, , d = 0, x = 0, y = 0] = item.transform as number[]
        // text that runs upwards is a stamp or a margin note
        const size = Math.hypot(a, b) || Math.abs(d)
        return [{ text: item.str, x, y: height - (y - bottom), width: item.width, size, face: item.fontName, upright: Math.abs(b) < Math.abs(a) || a === 0 }]
      })
      if (pieces.length === 0) pictures++
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
  const laid = pages.map((pieces) => linesOfPage(pieces))
  const running = runningHeads(laid.map(({ lines }) => lines.map(({ text }) => text)))
  const size = median(laid.flatMap(({ lines }) => lines.flatMap((l) => Array.from({ length: Math.min(40, l.text.length) }, () => l.size))))
  const out: SourceLine[] = []
  let titled = false
  laid.forEach(({ lines }, p) => {
    // one font may have another name on another page
    const face = commonest(lines.map((l) => [l.face, l.text.length] as const))
    // a page begins a paragraph only where its first line is indented
    lines.forEach((line, i) => {
      if (line.gapBefore && i > 0) out.push({ text: '' })
      const apart = running[p]?.has(i) ?? false
      const large = p === 0 && !apart && line.size >= size * 1.25 && lines.slice(0, i).every((l, k) => l.size >= size * 1.1 || (running[0]?.has(k) ?? false) || l.text.length < 40)
      if (large && !titled && line.text.trim().length > 1 && line.size >= Math.max(...lines.slice(0, 12).map((l) => l.size)) * 0.95) out.push({ text: line.text.trim(), style: 'title' })
      else {
        if (line.size < size * 1.2 && line.text.length > 20) titled = true
        out.push(apart ? { text: line.text, style: 'noise' } : { text: (line.indented ? '　　' : '') + line.text, emphasis: line.face !== face || line.size > size * 1.08 })
      }
    })
  })
  return joinTitle(out)
}

/** A title over several lines is one. */
function joinTitle(lines: readonly SourceLine[]): SourceLine[] {
  const out: SourceLine[] = []
  for (const line of lines) {
    const before = out.at(-1)
    if (line.style === 'title' && before?.style === 'title') out[out.length - 1] = { text: `${before.text}${line.text}`, style: 'title' }
    else out.push(line)
  }
  return out
}

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

/** The key with the greatest weight in all. */
function commonest(weights: readonly (readonly [string, number])[]): string {
  const sums = new Map<string, number>()
  for (const [key, weight] of weights) sums.set(key, (sums.get(key) ?? 0) + weight)
  return [...sums].sort((a, b) => b[1] - a[1])[0]?.[0] ?? ''
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 12
