import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openPdf } from '../../../src/main/files/pdf-reader.ts'

/** A line as it stands on a page. Millimetres from the page's left and upper edges; `baseline` is where its letters stand. */
export interface SetLine {
  text: string
  left: number
  right: number
  baseline: number
  /** size of its first letter in points */
  size: number
}

const MM = 25.4 / 72

/** The lines of each page of documents as LibreOffice sets them, by the names given. */
export async function setByLibreOffice(documents: Readonly<Record<string, Uint8Array>>): Promise<Map<string, SetLine[][]>> {
  const folder = mkdtempSync(join(tmpdir(), 'shuhe-pdf-'))
  try {
    const names = Object.keys(documents)
    names.forEach((name, i) => writeFileSync(join(folder, `${i}.docx`), documents[name] ?? new Uint8Array()))
    const { status, stderr } = spawnSync('soffice', [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...names.map((_, i) => join(folder, `${i}.docx`))], { timeout: 90_000, encoding: 'utf8' })
    if (status !== 0) throw new Error(`soffice: ${stderr}`)
    const out = new Map<string, SetLine[][]>()
    for (const [i, name] of names.entries()) out.set(name, await linesOfPdf(readFileSync(join(folder, `${i}.pdf`))))
    return out
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function linesOfPdf(bytes: Uint8Array): Promise<SetLine[][]> {
  const task = await openPdf(bytes)
  const pdf = await task.promise
  const pages: SetLine[][] = []
  for (let n = 1; n <= pdf.numPages; n++) {
    const page = await pdf.getPage(n)
    const height = page.view[3] ?? 0
    const pieces = (await page.getTextContent()).items.flatMap((item): SetLine[] => {
      if (!('str' in item) || item.str.trim() === '') return []
      const [, , , size = 0, x = 0, y = 0] = item.transform as number[]
      return [{ text: item.str, left: x * MM, right: (x + item.width) * MM, baseline: (height - y) * MM, size }]
    })
    pages.push(joined(pieces))
  }
  await task.destroy()
  return pages
}

/** Pieces on one baseline (within a millimetre: faces that stand in for each other differ) as lines, from the top. */
function joined(pieces: readonly SetLine[]): SetLine[] {
  const lines: SetLine[][] = []
  for (const piece of [...pieces].sort((a, b) => a.baseline - b.baseline)) {
    const line = lines.at(-1)
    if (line && Math.abs((line[0]?.baseline ?? 0) - piece.baseline) < 1) line.push(piece)
    else lines.push([piece])
  }
  return lines.map((line) => {
    const [first, ...more] = [...line].sort((a, b) => a.left - b.left)
    if (!first) throw new Error('a line without pieces')
    return { ...first, text: [first, ...more].map(({ text }) => text).join(''), right: Math.max(...line.map(({ right }) => right)) }
  })
}
