import type { Inline } from './inline.ts'
import type { Level, Paragraph, Report, Section } from './report.ts'

/**
 * The section tree as a flat list of blocks and back. A flat list is what a reader sees and what the editor edits; the tree follows
 * from the levels alone: a heading belongs to the nearest heading before it of a higher rank, a section of level 0 stands outside.
 */

export type Block =
  | { type: 'heading'; id: string; level: Level; number: string; heading: string }
  | { type: 'paragraph'; id: string; content: Inline[]; guidance?: string }

/** The id of the section that holds text before the first heading where that text came without one. */
export const LEAD_SECTION_ID = 'lead'

/** Sections as blocks, each heading followed by its paragraphs and subsections. A section of level 0 gives a heading with empty text. */
export function toBlocks(sections: readonly Section[]): Block[] {
  return sections.flatMap((section) => [
    { type: 'heading' as const, id: section.id, level: section.level, number: section.number, heading: section.heading },
    ...section.paragraphs.map((p) => ({ type: 'paragraph' as const, ...p })),
    ...toBlocks(section.sections),
  ])
}

/** Blocks as a tree. Paragraphs before any heading become a section of level 0 with the id {@link LEAD_SECTION_ID}. */
export function toSections(blocks: readonly Block[]): Section[] {
  const roots: Section[] = []
  const open: Section[] = []
  for (const block of blocks) {
    if (block.type === 'heading') {
      const section: Section = { id: block.id, level: block.level, number: block.number, heading: block.heading, paragraphs: [], sections: [] }
      while (open.length > 0 && (block.level === 0 || (open.at(-1)?.level ?? 0) >= block.level || open.at(-1)?.level === 0)) open.pop()
      const parent = open.at(-1)
      ;(parent ? parent.sections : roots).push(section)
      open.push(section)
    } else {
      let section = open.at(-1)
      if (!section) {
        section = { id: LEAD_SECTION_ID, level: 0, number: '', heading: '', paragraphs: [], sections: [] }
        roots.push(section)
        open.push(section)
      }
      const { id, content, guidance } = block
      section.paragraphs.push({ id, content, ...(guidance === undefined ? {} : { guidance }) })
    }
  }
  return roots
}

/** All sections in reading order. */
export const allSections = (sections: readonly Section[]): Section[] => sections.flatMap((s) => [s, ...allSections(s.sections)])

/** All paragraphs in reading order. */
export const allParagraphs = (report: Pick<Report, 'sections'>): Paragraph[] => allSections(report.sections).flatMap((s) => s.paragraphs)

/** A copy of the report in which every paragraph went through `change`; sections that nothing changed keep their identity. */
export function mapParagraphs(report: Report, change: (paragraph: Paragraph, section: Section) => Paragraph): Report {
  const visit = (section: Section): Section => {
    const paragraphs = section.paragraphs.map((p) => change(p, section))
    const sections = section.sections.map(visit)
    const same = paragraphs.every((p, i) => p === section.paragraphs[i]) && sections.every((s, i) => s === section.sections[i])
    return same ? section : { ...section, paragraphs, sections }
  }
  return { ...report, sections: report.sections.map(visit) }
}

/** Gives out ids that the report does not use yet: `p12`, `s3`. Deterministic, for a core without a random source. */
export function idsFor(report: Pick<Report, 'sections'>): (prefix: 'p' | 's' | 'f') => string {
  let highest = 0
  const see = (id: string): void => {
    const n = /^[psf](\d+)$/u.exec(id)?.[1]
    if (n !== undefined) highest = Math.max(highest, Number(n))
  }
  for (const section of allSections(report.sections)) {
    see(section.id)
    for (const paragraph of section.paragraphs) {
      see(paragraph.id)
      for (const node of paragraph.content) if ('id' in node) see(node.id)
    }
  }
  return (prefix) => `${prefix}${++highest}`
}
