import { BookmarkEnd, BookmarkStart, Paragraph, ShadingType, TextRun, type FileChild, type ParagraphChild, type XmlComponent } from 'docx'
import { bookmarkOf } from '#core/print/bookmark.ts'
import type { PrintChange, PrintModel, PrintParagraph, PrintRun, StyleName } from '#core/print/model.ts'
import { changed, ChangedParagraph, DeletedRun, movedRange, revisionsOf, type Revisions } from './docx-changes.ts'
import { LEAD, LEAD_SLOT, SLOT } from './docx-character-styles.ts'
import { commentRanges } from './docx-comments.ts'
import { STATE_STYLE } from './docx-review-styles.ts'
import { writable } from './writable.ts'

/** Word's ids of the styles: its own where Word knows the role, so that navigation pane and table of contents work. */
export const STYLE_ID: Readonly<Record<StyleName, string>> = {
  body: 'Normal', closing: 'ClosingText', title: 'Title', subtitle: 'Subtitle', part: 'Part', heading1: 'Heading1', heading2: 'Heading2', heading3: 'Heading3', heading4: 'Heading4',
  attachment: 'Attachment', signature: 'Signature', label: 'ManuscriptLabel', note: 'Note', cell: 'TableCell', head: 'TableHead',
}

/** Writes the paragraphs of a model, in their order, each with what belongs behind it. */
export function paragraphWriter(model: PrintModel): (paragraph: PrintParagraph, size: number) => FileChild[] {
  const revisions = revisionsOf(model)
  const comments = commentRanges(model)
  const bookmarks = new Set<string>()
  return (paragraph, size) => {
    const { style, runs, left, right, indent, keepWithNext, outline, change, source } = paragraph
    const own = left !== undefined || right !== undefined || indent !== undefined
    const moved = movedRange(change, revisions)
    const children: XmlComponent[] = runs.flatMap((run) => {
      const { before, behind } = comments(run)
      return [...before, runOf(run, run.change ?? change, revisions), ...behind]
    })
    const options = {
      ...(style === 'body' ? {} : { style: STYLE_ID[style] }),
      ...(keepWithNext ? { keepNext: true } : {}),
      ...(own ? { indent: indentOf({ left, right, indent }, size) } : {}),
      ...(outline === undefined ? {} : { outlineLevel: outline - 1 }),
      children: [...(moved ? [moved.start] : []), ...bookmarked(source, children, bookmarks)] as ParagraphChild[],
    }
    return [change ? new ChangedParagraph(options, change, revisions) : new Paragraph(options), ...(moved ? [moved.end] : [])]
  }
}

/** A hidden bookmark around what a paragraph of the report prints, by which it is known again in a copy that comes back; a name stands once in a document. */
function bookmarked(source: string | undefined, children: readonly XmlComponent[], taken: Set<string>): readonly XmlComponent[] {
  const name = source === undefined ? '' : bookmarkOf(source)
  if (source === undefined || taken.has(name)) return children
  const id = taken.size
  taken.add(name)
  return [new BookmarkStart(name, id), ...children, new BookmarkEnd(id)]
}

/** Indents in characters of a size (in points) as Word wants them: in characters, and in twips for programs that do not know those. */
export function indentOf({ left, right, indent }: { left?: number | undefined; right?: number | undefined; indent?: number | undefined }, size: number) {
  const twips = (characters: number): number => Math.round(characters * size * 20)
  const hanging = indent !== undefined && indent < 0 ? -indent : undefined
  return {
    ...(left === undefined ? {} : { left: twips(left), leftChars: Math.round(left * 100) }),
    ...(right === undefined ? {} : { right: twips(right), rightChars: Math.round(right * 100) }),
    ...(hanging === undefined ? (indent === undefined ? {} : { firstLine: twips(indent), firstLineChars: Math.round(indent * 100) }) : { hanging: twips(hanging), hangingChars: Math.round(hanging * 100) }),
  }
}

function runOf(run: PrintRun, change: PrintChange | undefined, revisions: Revisions): XmlComponent {
  const state = run.state ? STATE_STYLE[run.state] : undefined
  const options = {
    text: writable(run.text),
    // Word does not know highlighting in styles; a run has one style only
    ...(run.slot ? { style: run.lead ? LEAD_SLOT : SLOT, highlight: 'yellow' as const } : run.lead ? { style: LEAD, ...(state ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill: state.fill } } : {}) } : state ? { style: state.id } : {}),
    ...(run.bold ? { bold: true } : {}),
    ...(run.italic ? { italics: true } : {}),
    ...(run.underline ? { underline: {} } : {}),
    ...(run.lineBreak ? { break: 1 } : {}),
  }
  return change ? changed(change, revisions, [change.kind === 'deleted' ? new DeletedRun(options) : new TextRun(options)]) : new TextRun(options)
}
