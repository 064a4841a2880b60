import type { Report } from '../model/report.ts'
import { plainParagraphs } from '../model/plain-text.ts'
import type { Material } from './material.ts'
import { guessOrigin, saysOrigin } from './guess-origin.ts'

/** What the caller knows of a material; what is left out is guessed from the text and the name of the file. */
export interface MaterialHead {
  id: string
  /** the body for whose report it was sent, and the year of that report */
  body: string
  year: number | null
  title?: string | undefined
  department?: string | undefined
  date?: string | undefined
  fileName?: string | undefined
}

/**
 * What the file reader recovered, as a material: headings and paragraphs in order, captions and page furniture left out. Department and date
 * are those that the title lines, the closing or the file name state; empty where nothing does.
 */
export function materialFromReport(report: Report, head: MaterialHead): Material {
  const text = plainParagraphs(report).filter(({ role }) => role === 'heading' || role === 'paragraph')
  const fileName = head.fileName ?? (report.origin.from === 'file' ? report.origin.fileName : undefined)
  // the lines above a text are read as one title; who sent it and when are not part of that
  const above = report.title.split(/[\s\u3000]+/u).filter((line) => line !== '')
  const beside = above.slice(1).filter(saysOrigin)
  const titles = [above.filter((line) => !beside.includes(line)).join(' '), report.subtitle].filter((line) => line !== '')
  const lines = [...beside, report.occasion, report.byline, ...report.noise].filter((line) => line !== '')
  return finished(head, fileName, titles, lines, text.map((p) => ({ text: p.text, heading: p.role === 'heading' })))
}

/** A pasted text as a material: a line is a paragraph, blank lines are dropped. A short first line without a closing mark is the title. */
export function materialFromText(text: string, head: MaterialHead): Material {
  const lines = linesOf(text)
  const [first] = lines
  const titled = head.title === undefined && first !== undefined && lines.length > 1 && first.length <= 50 && !/[。！？；，：,;:]$/u.test(first)
  return finished(head, head.fileName, titled ? [first] : [], [], (titled ? lines.slice(1) : lines).map((line) => ({ text: line, heading: isHeading(line) })))
}

/** The text of a material as it is edited: a paragraph a line. */
export const textOf = (material: Pick<Material, 'paragraphs'>): string => material.paragraphs.map(({ text }) => text.replace(/[\r\n\u2028\u2029]+/gu, ' ')).join('\n')

/** A material with another text, a paragraph a line; a line that stood there before stays the paragraph that it was. */
export function withText(material: Material, text: string): Material {
  const left = [...material.paragraphs]
  let highest = Math.max(0, ...left.map(({ id }) => Number(/^p(\d+)$/u.exec(id)?.[1] ?? 0)))
  const paragraphs = linesOf(text).map((line) => {
    const at = left.findIndex((p) => p.text.replace(/[\r\n\u2028\u2029]+/gu, ' ').trim() === line)
    const [known] = at < 0 ? [] : left.splice(at, 1)
    return known ?? { id: `p${++highest}`, text: line, heading: isHeading(line) }
  })
  return { ...material, paragraphs }
}

const linesOf = (text: string): string[] => text.split(/\r\n?|\n|\u2028|\u2029/u).map((line) => line.replace(/^[\s\u3000]+|[\s\u3000]+$/gu, '')).filter((line) => line !== '')

/** A numbered line that is no sentence. */
const isHeading = (line: string): boolean => line.length <= 40 && /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]{1,3}部分)/u.test(line) && !/[。！？；，：,;:]/u.test(line)

function finished(head: MaterialHead, fileName: string | undefined, titles: readonly string[], lines: readonly string[], paragraphs: readonly { text: string; heading: boolean }[]): Material {
  const guess = guessOrigin({ titles, lines, paragraphs: paragraphs.map(({ text }) => text), fileName: fileName ?? '' })
  const named = (fileName ?? '').replace(/\.[^.]{1,5}$/u, '')
  return {
    id: head.id,
    body: head.body,
    year: head.year,
    title: head.title ?? (titles.join(' ') || named || (paragraphs[0]?.text.slice(0, 30) ?? '')),
    department: head.department ?? guess.department,
    date: head.date ?? guess.date,
    ...(fileName === undefined ? {} : { fileName }),
    paragraphs: paragraphs.map((p, i) => ({ id: `p${i + 1}`, ...p })),
  }
}
