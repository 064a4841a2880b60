import type { Level, Report, Section } from '../model/report.ts'
import { allSections, toBlocks, toSections, type Block } from '../model/tree.ts'
import { chineseInteger } from '../text/decimals.ts'
import { splitHeadingNumber } from '../text/heading-number.ts'

/** The blocks [start, end) of a section: its heading and all that belongs to it. */
export function sectionRange(blocks: readonly Block[], sectionId: string): { start: number; end: number } | undefined {
  const start = blocks.findIndex((b) => b.type === 'heading' && b.id === sectionId)
  const heading = blocks[start]
  if (heading?.type !== 'heading') return undefined
  let end = start + 1
  while (end < blocks.length) {
    const block = blocks[end]
    if (block?.type === 'heading' && (block.level <= heading.level || block.level === 0 || heading.level === 0)) break
    end++
  }
  return { start, end }
}

/** Adds an empty section of a level behind another one (and all that belongs to it), or at the end. */
export function addSection(report: Report, afterId: string | undefined, level: Level, heading: string, ids: { section: string; paragraph: string }): Report {
  const blocks = toBlocks(report.sections)
  const range = afterId === undefined ? undefined : sectionRange(blocks, afterId)
  // a closing text (结语) stays the last
  const closing = blocks.findLastIndex((b) => b.type === 'heading' && b.level === 0)
  const at = range ? range.end : closing > 0 ? closing : blocks.length
  const split = splitHeadingNumber(heading)
  const added: Block[] = [
    { type: 'heading', id: ids.section, level, number: split?.number ?? '', heading: split?.heading ?? heading },
    { type: 'paragraph', id: ids.paragraph, content: [] },
  ]
  return withBlocks(report, [...blocks.slice(0, at), ...added, ...blocks.slice(at)])
}

/** Gives a section's heading line another text; the number is split off again. */
export function renameSection(report: Report, sectionId: string, line: string): Report {
  const split = splitHeadingNumber(line)
  return mapHeadings(report, (heading) => (heading.id === sectionId ? { ...heading, number: split?.number ?? '', heading: split?.heading ?? line } : heading))
}

/** Moves a section with all that belongs to it one place up or down among its siblings; unchanged where there is no place. */
export function moveSection(report: Report, sectionId: string, direction: 'up' | 'down'): Report {
  const blocks = toBlocks(report.sections)
  const range = sectionRange(blocks, sectionId)
  const heading = range && blocks[range.start]
  if (!range || heading?.type !== 'heading' || heading.level === 0) return report
  if (direction === 'down') {
    const next = blocks[range.end]
    const nextRange = next?.type === 'heading' && next.level === heading.level ? sectionRange(blocks, next.id) : undefined
    return nextRange ? withBlocks(report, [...blocks.slice(0, range.start), ...blocks.slice(nextRange.start, nextRange.end), ...blocks.slice(range.start, range.end), ...blocks.slice(nextRange.end)]) : report
  }
  const before = previousSibling(blocks, range.start, heading.level)
  return before === undefined ? report : moveSection(report, before, 'down')
}

/** Moves a section in front of another one (by drag); unchanged where the target lies inside it. */
export function moveSectionBefore(report: Report, sectionId: string, targetId: string | undefined): Report {
  const blocks = toBlocks(report.sections)
  const range = sectionRange(blocks, sectionId)
  if (!range) return report
  const target = targetId === undefined ? blocks.length : blocks.findIndex((b) => b.type === 'heading' && b.id === targetId)
  if (target < 0 || (target >= range.start && target < range.end)) return report
  const moved = blocks.slice(range.start, range.end)
  return target < range.start
    ? withBlocks(report, [...blocks.slice(0, target), ...moved, ...blocks.slice(target, range.start), ...blocks.slice(range.end)])
    : withBlocks(report, [...blocks.slice(0, range.start), ...blocks.slice(range.end, target), ...moved, ...blocks.slice(target)])
}

function previousSibling(blocks: readonly Block[], start: number, level: Level): string | undefined {
  for (let i = start - 1; i >= 0; i--) {
    const block = blocks[i]
    if (block?.type !== 'heading') continue
    if (block.level === level) return block.id
    if (block.level < level) return undefined
  }
  return undefined
}

/** Takes a section out with all that belongs to it. */
export function removeSection(report: Report, sectionId: string): Report {
  const blocks = toBlocks(report.sections)
  const range = sectionRange(blocks, sectionId)
  return range ? withBlocks(report, [...blocks.slice(0, range.start), ...blocks.slice(range.end)]) : report
}

/** Changes the level of one heading; what belongs to it stays where it stands. */
export const setLevel = (report: Report, sectionId: string, level: Level): Report =>
  mapHeadings(report, (heading) => (heading.id === sectionId && heading.level !== 0 ? { ...heading, level } : heading))

/** Numbers the headings again in order, each in the style it has; headings without number stay so. */
export function renumberSections(report: Report): Report {
  const counts: number[] = []
  return mapHeadings(report, (heading) => {
    counts.length = heading.level + 1
    const split = splitHeadingNumber(heading.number)
    if (!split) return heading
    const n = (counts[heading.level] ?? 0) + 1
    counts[heading.level] = n
    const digits = /[一二三四五六七八九十]+/u.exec(heading.number) ? chineseInteger(Math.min(n, 99)) : String(n)
    return { ...heading, number: heading.number.replace(/[一二三四五六七八九十]+|\d+/u, digits) }
  })
}

type Heading = Extract<Block, { type: 'heading' }>

const mapHeadings = (report: Report, change: (heading: Heading) => Heading): Report => withBlocks(report, toBlocks(report.sections).map((b) => (b.type === 'heading' ? change(b) : b)))

const withBlocks = (report: Report, blocks: readonly Block[]): Report => ({ ...report, sections: toSections(blocks) })

/** Moves a paragraph to the end of a section's own paragraphs. Unknown ids change nothing. */
export function moveParagraph(report: Report, paragraphId: string, sectionId: string): Report {
  const moved = allSections(report.sections).flatMap((s) => s.paragraphs).find(({ id }) => id === paragraphId)
  if (!moved || !allSections(report.sections).some(({ id }) => id === sectionId)) return report
  const visit = (section: Section): Section => {
    const rest = section.paragraphs.filter(({ id }) => id !== paragraphId)
    return { ...section, paragraphs: section.id === sectionId ? [...rest, moved] : rest, sections: section.sections.map(visit) }
  }
  return { ...report, sections: report.sections.map(visit) }
}
