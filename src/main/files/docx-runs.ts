import { Bookmark, Paragraph, TextRun } from 'docx'
import { bookmarkOf } from '#core/print/bookmark.ts'
import type { PrintParagraph, PrintRun, StyleName } from '#core/print/model.ts'
import { writable } from './writable.ts'

/** Word's ids of the styles: its own where Word knows the role, so that navigation pane and table of contents work. */
export const STYLE_ID: Readonly<Record<StyleName, string>> = {
  body: 'Normal', closing: 'ClosingText', title: 'Title', subtitle: 'Subtitle', part: 'Part', heading1: 'Heading1', heading2: 'Heading2', heading3: 'Heading3', heading4: 'Heading4',
  attachment: 'Attachment', signature: 'Signature', label: 'ManuscriptLabel', note: 'Note', cell: 'TableCell', head: 'TableHead',
}
export const LEAD = 'LeadSentence'
export const SLOT = 'OpenSlot'
/** an open slot within a lead sentence */
export const LEAD_SLOT = 'LeadOpenSlot'

/** A paragraph of the model in Word's terms. */
export function paragraphOf({ style, runs, left, right, indent, keepWithNext, outline, source }: PrintParagraph, size: number): Paragraph {
  const own = left !== undefined || right !== undefined || indent !== undefined
  return new Paragraph({
    ...(style === 'body' ? {} : { style: STYLE_ID[style] }),
    ...(keepWithNext ? { keepNext: true } : {}),
    ...(own ? { indent: indentOf({ left, right, indent }, size) } : {}),
    ...(outline === undefined ? {} : { outlineLevel: outline - 1 }),
    children: source === undefined ? runs.map(runOf) : [new Bookmark({ id: bookmarkOf(source), children: runs.map(runOf) })],
  })
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

function runOf(run: PrintRun): TextRun {
  return new TextRun({
    text: writable(run.text),
    // Word does not know highlighting in styles
    ...(run.slot ? { style: run.lead ? LEAD_SLOT : SLOT, highlight: 'yellow' as const } : run.lead ? { style: LEAD } : {}),
    ...(run.bold ? { bold: true } : {}),
    ...(run.italic ? { italics: true } : {}),
    ...(run.underline ? { underline: {} } : {}),
    ...(run.lineBreak ? { break: 1 } : {}),
  })
}
