import type { MarkRange } from '#core/intake/recover.ts'
import type { Mark } from '#core/model/inline.ts'
import { LEAD, LEAD_SLOT, SLOT } from './docx-character-styles.ts'
import { parse } from './xml.ts'

/** How the characters of a run are set, as far as the run or its character style says; what is not said is inherited from the paragraph. */
export interface CharacterFormat {
  bold?: boolean
  italic?: boolean
  underline?: boolean
  lead?: boolean
  slot?: boolean
}
export type CharacterStyles = ReadonlyMap<string, CharacterFormat>

/** Word's on/off values (ECMA-376, part 1, 17.17.4): an attribute that is missing means on. */
export const isOn = (value: string | undefined): boolean => value === undefined || !/^(?:0|false|off|none)$/u.test(value)

const LEAD_SENTENCE: CharacterFormat = { lead: true }
const OPEN: CharacterFormat = { slot: true }
const BOTH: CharacterFormat = { lead: true, slot: true }
const known: ReadonlyMap<string, CharacterFormat> = new Map([[LEAD, LEAD_SENTENCE], ['段旨句', LEAD_SENTENCE], [SLOT, OPEN], ['待填数据', OPEN], [LEAD_SLOT, BOTH], ['段旨句待填数据', BOTH]])

/** The character styles of a file by their ids. Ours are known by id or by name: other programs make ids of their own. */
export function readCharacterStyles(xml: string): CharacterStyles {
  const styles = new Map<string, CharacterFormat & { basedOn?: string }>()
  let style: (CharacterFormat & { basedOn?: string }) | undefined
  parse(xml, (tag) => {
    const value = tag.attributes['w:val']
    if (tag.name === 'w:style' && tag.attributes['w:type'] === 'character') {
      const id = tag.attributes['w:styleId'] ?? ''
      style = { ...known.get(id) }
      styles.set(id, style)
    } else if (!style) return
    else if (tag.name === 'w:name') {
      Object.assign(style, known.get(value ?? ''))
    } else if (tag.name === 'w:basedOn' && value !== undefined) style.basedOn = value
    else if (tag.name === 'w:b') style.bold = isOn(value)
    else if (tag.name === 'w:i') style.italic = isOn(value)
  }, (name) => {
    if (name === 'w:style') style = undefined
  })
  const resolved = new Map<string, CharacterFormat>()
  for (const [id, own] of styles) {
    const base = own.basedOn === undefined ? undefined : styles.get(own.basedOn)
    const { basedOn: _, bold, italic, ...format } = { ...base, ...own }
    // how ours look is a setting of the export; a run that is bold besides has a mark
    resolved.set(id, format.lead || format.slot ? format : { ...format, ...(bold === undefined ? {} : { bold }), ...(italic === undefined ? {} : { italic }) })
  }
  return resolved
}

/** What a run says of its characters, read element by element within its w:rPr. Returns false for elements that it does not know. */
export function readRunProperty(format: CharacterFormat, name: string, value: string | undefined, styles: CharacterStyles): boolean {
  if (name === 'w:rStyle') Object.assign(format, { ...styles.get(value ?? ''), ...format })
  else if (name === 'w:b') format.bold = isOn(value)
  else if (name === 'w:i') format.italic = isOn(value)
  else if (name === 'w:u') format.underline = isOn(value)
  else return false
  return true
}

/** The marks that a format gives text in a paragraph whose style sets all of it bold or not: what all of a paragraph's kind is, is no mark. */
export function marksOf(format: CharacterFormat, paragraphBold: boolean): Mark[] {
  return [
    ...(format.lead ? ['lead' as const] : []),
    ...(format.bold && !paragraphBold ? ['bold' as const] : []),
    ...(format.italic ? ['italic' as const] : []),
    ...(format.underline ? ['underline' as const] : []),
  ]
}

/** The marks of one line of a paragraph's text, from `start` to `end`, counted from the line's start and moved by `shift`. */
export const marksWithin = (ranges: readonly MarkRange[], start: number, end: number, shift = 0): MarkRange[] =>
  ranges.flatMap((range) => {
    const [from, to] = [Math.max(range.start, start), Math.min(range.end, end)]
    return from < to ? [{ ...range, start: from - start + shift, end: to - start + shift }] : []
  })

/** The lines without a mark that most of their text has: a file that is bold all over says nothing by it. */
export function withoutCommonBold<L extends { text: string; marks?: readonly MarkRange[] }>(lines: readonly L[]): L[] {
  const all = lines.reduce((n, { text }) => n + text.length, 0)
  const bold = lines.reduce((n, { marks }) => n + (marks ?? []).reduce((m, r) => m + (r.marks.includes('bold') ? r.end - r.start : 0), 0), 0)
  if (bold * 2 <= all) return [...lines]
  return lines.map((line) => (line.marks ? { ...line, marks: line.marks.flatMap((r) => (r.marks.length > 1 || r.slot ? [{ ...r, marks: r.marks.filter((m) => m !== 'bold') }] : r.marks[0] === 'bold' ? [] : [r])) } : line))
}
