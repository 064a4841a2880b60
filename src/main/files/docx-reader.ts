import { unzipSync, strFromU8 } from 'fflate'
import type { SaxesTagPlain } from 'saxes'
import { isOwnExport } from '#core/intake/own-export.ts'
import type { MarkRange, SourceLine } from '#core/intake/recover.ts'
import { isOurBookmark, sourceOf } from '#core/print/bookmark.ts'
import { isOn, marksOf, marksWithin, readCharacterStyles, readRunProperty, withoutCommonBold, type CharacterFormat, type CharacterStyles } from './docx-marks.ts'
import { readNumbering, type Numbering } from './docx-numbering.ts'
import { parse } from './xml.ts'

/**
 * Reads a .docx as lines, as Word shows it with all changes accepted: styles of title and headings, outline levels, automatic numbers as
 * text, marks of characters, tables cell by cell, text boxes behind the paragraph that they are anchored in. Footnotes, headers and footers come last, as
 * lines apart. Pictures, comments, field codes and deleted text are left out; nothing outside the file is ever fetched. ECMA-376, part 1, 17.
 * Throws on XML that is none.
 */
export function linesOfDocx(bytes: Uint8Array): SourceLine[] {
  const parts = unzipSync(bytes, { filter: ({ name }) => /^word\/(?:document|styles|numbering|footnotes|endnotes|header\d*|footer\d*)\.xml$|^docProps\/core\.xml$/u.test(name) })
  const part = (name: string): string => (parts[name] ? strFromU8(parts[name]) : '')
  const styles = readStyles(part('word/styles.xml'))
  const numbering = readNumbering(part('word/numbering.xml'))
  const characters = readCharacterStyles(part('word/styles.xml'))
  const lines = readParagraphs(part('word/document.xml'), { styles, numbering, characters }, part('docProps/core.xml'))
  const apart = Object.keys(parts)
    .filter((name) => /(?:footnotes|endnotes|header\d*|footer\d*)\.xml$/u.test(name))
    .sort()
    .flatMap((name) => readParagraphs(part(name), { styles, numbering, characters }))
    .filter(({ text }) => text.trim() !== '')
  return [...lines, ...apart.map(({ text }) => ({ text, style: 'noise' as const }))]
}

/** How characters are set, as far as it is said; what is not said is inherited. */
interface Face {
  font?: string
  /** in half points */
  size?: string
  bold?: boolean
}

interface Style {
  name: string
  basedOn: string | undefined
  outline: number | undefined
  numId: string | undefined
  level: number
  face: Face
}
type Styles = ReadonlyMap<string, Style>

const attribute = (tag: SaxesTagPlain, name: string): string | undefined => tag.attributes[name]

function readStyles(xml: string): Styles {
  const styles = new Map<string, Style>()
  let style: Style | undefined
  parse(xml, (tag) => {
    const value = attribute(tag, 'w:val')
    if (tag.name === 'w:style' && attribute(tag, 'w:type') === 'paragraph') {
      style = { name: '', basedOn: undefined, outline: undefined, numId: undefined, level: 0, face: {} }
      styles.set(attribute(tag, 'w:styleId') ?? '', style)
    } else if (style && tag.name === 'w:rFonts') style.face.font = attribute(tag, 'w:eastAsia') ?? style.face.font
    else if (style && tag.name === 'w:b') style.face.bold = isOn(value)
    else if (!style || value === undefined) return
    else if (tag.name === 'w:sz') style.face.size = value
    else if (tag.name === 'w:name') style.name = value
    else if (tag.name === 'w:basedOn') style.basedOn = value
    else if (tag.name === 'w:outlineLvl') style.outline = Number(value)
    else if (tag.name === 'w:numId') style.numId = value
    else if (tag.name === 'w:ilvl') style.level = Number(value)
  }, (name) => {
    if (name === 'w:style') style = undefined
  })
  return styles
}

/** What a style and those that it is based on say, the nearest first. */
function inherited<T>(styles: Styles, id: string | undefined, of: (style: Style) => T | undefined): T | undefined {
  const seen = new Set<string>()
  for (let at = id; at !== undefined && !seen.has(at); at = styles.get(at)?.basedOn) {
    seen.add(at)
    const style = styles.get(at)
    const value = style && of(style)
    if (value !== undefined) return value
  }
  return undefined
}

interface Paragraph {
  text: string
  marks: MarkRange[]
  /** what our own bookmark says of it */
  source: string | undefined
  /** its mark was deleted: its text goes on in the next paragraph */
  joined: boolean
  /** how many characters are set in which face */
  faces: Map<string, number>
  style: string | undefined
  outline: number | undefined
  numId: string | undefined
  level: number | undefined
}

const LEFT_OUT = new Set(['w:del', 'w:moveFrom', 'mc:Fallback', 'w:instrText', 'w:delText', 'w:pPrChange', 'w:rPrChange', 'w:footnotePr', 'w:endnotePr'])

interface Definitions {
  styles: Styles
  numbering: Numbering
  characters: CharacterStyles
}

/** A part's paragraphs as lines; `properties` is docProps/core.xml, which knows the title as it was before it was broken into lines. */
function readParagraphs(xml: string, { styles, numbering, characters }: Definitions, properties = ''): SourceLine[] {
  const out: SourceLine[] = []
  // text boxes stand inside the runs of a paragraph: an inner paragraph is finished first, and put behind the outer one
  const open: Paragraph[] = []
  let boxed: SourceLine[] = []
  let skipping = 0
  let inText = false
  // within the properties of a paragraph, those of its mark included
  let inMark = false
  let carried: Paragraph | undefined
  let face: Face = {}
  let format: CharacterFormat = {}
  // a bookmark may stand before the paragraph that it is on
  let bookmark: string | undefined
  const weights = new Map<string, number>()
  const faceOf = new Map<SourceLine, Map<string, number>>()
  const nameOf = new Map<SourceLine, string>()
  parse(xml, (tag) => {
    if (skipping > 0 || LEFT_OUT.has(tag.name)) {
      const last = open.at(-1)
      if (skipping === 0 && last && inMark && (tag.name === 'w:del' || tag.name === 'w:moveFrom')) last.joined = true
      skipping++
      return
    }
    const value = attribute(tag, 'w:val')
    const paragraph = open.at(-1)
    if (tag.name === 'w:bookmarkStart') {
      const name = attribute(tag, 'w:name') ?? ''
      if (!isOurBookmark(name)) return
      const source = sourceOf(name.toLowerCase()) ?? name.toLowerCase()
      if (paragraph) paragraph.source ??= source
      else bookmark ??= source
    } else if (tag.name === 'w:p') {
      open.push({ text: '', marks: [], source: bookmark, joined: false, faces: new Map(), style: undefined, outline: undefined, numId: undefined, level: undefined })
      bookmark = undefined
    } else if (!paragraph) return
    else if (tag.name === 'w:pPr') inMark = true
    else if (tag.name === 'w:pStyle') paragraph.style = value
    else if (tag.name === 'w:outlineLvl') paragraph.outline = Number(value)
    else if (tag.name === 'w:numId') paragraph.numId = value
    else if (tag.name === 'w:ilvl') paragraph.level = Number(value)
    else if (tag.name === 'w:r') {
      face = {}
      format = {}
    }
    else if (tag.name === 'w:rFonts') face.font = attribute(tag, 'w:eastAsia') ?? face.font
    else if (readRunProperty(format, tag.name, value, characters)) {
      if (tag.name === 'w:b') face.bold = isOn(value)
    } else if (tag.name === 'w:sz') face.size = value
    else if (tag.name === 'w:t') inText = true
    else if (tag.name === 'w:tab' && tag.attributes['w:val'] === undefined) paragraph.text += '\t'
    else if (tag.name === 'w:br' || tag.name === 'w:cr') paragraph.text += '\n'
    else if (tag.name === 'w:noBreakHyphen') paragraph.text += '-'
  }, (name) => {
    if (skipping > 0) {
      skipping--
      return
    }
    if (name === 'w:t') inText = false
    else if (name === 'w:pPr') inMark = false
    if (name !== 'w:p') return
    const paragraph = open.pop()
    if (!paragraph) return
    if (open.length === 0) {
      if (carried) joinParagraphs(carried, paragraph)
      carried = paragraph.joined ? paragraph : undefined
      if (carried) return
    }
    const lines = linesOf(paragraph, styles, numbering)
    for (const line of lines) {
      faceOf.set(line, paragraph.faces)
      nameOf.set(line, styles.get(paragraph.style ?? '')?.name ?? '')
    }
    if (open.length > 0) boxed.push(...lines.filter(({ text }) => text.trim() !== ''))
    else {
      out.push(...lines, ...boxed)
      boxed = []
    }
  }, (text) => {
    const paragraph = open.at(-1)
    if (!inText || skipping > 0 || !paragraph) return
    const start = paragraph.text.length
    paragraph.text += text
    const marks = marksOf(format, inherited(styles, paragraph.style, (s) => s.face.bold) === true)
    if (marks.length > 0 || format.slot) paragraph.marks.push({ start, end: paragraph.text.length, marks, ...(format.slot ? { slot: true } : {}) })
    const said = { ...styleFace(styles, paragraph.style), ...face }
    const key = `${said.font ?? ''} ${said.size ?? ''} ${said.bold === true ? 'b' : ''}`
    const n = text.replace(/\s+/gu, '').length
    paragraph.faces.set(key, (paragraph.faces.get(key) ?? 0) + n)
    weights.set(key, (weights.get(key) ?? 0) + n)
  })
  emphasise(out, faceOf, [...weights].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '')
  return isOwnExport(out) ? asWritten(out, nameOf, properties) : withoutCommonBold(out)
}

/** Puts the text of a paragraph whose mark was deleted before the next one's; where it has text left, the whole is it. */
function joinParagraphs(first: Paragraph, next: Paragraph): void {
  if (first.text === '') return
  const shift = first.text.length
  next.marks = [...first.marks, ...next.marks.map((range) => ({ ...range, start: range.start + shift, end: range.end + shift }))]
  next.text = first.text + next.text
  next.source = first.source
  next.style = first.style
  next.outline = first.outline
  for (const [face, n] of first.faces) next.faces.set(face, (next.faces.get(face) ?? 0) + n)
}

/** Marks the lines of which nothing is set like the text, where there are such lines. */
function emphasise(lines: readonly SourceLine[], faces: ReadonlyMap<SourceLine, ReadonlyMap<string, number>>, body: string): void {
  const marked = lines.map((line) => (faces.get(line)?.get(body) ?? 0) === 0 && line.text.trim() !== '')
  // titles are set otherwise in every file; only other lines tell that emphasis means something
  if (!marked.some((m, i) => m && lines[i]?.style === undefined && i > 4)) return
  lines.forEach((line, i) => {
    if (line.style === undefined && line.text.trim() !== '') line.emphasis = marked[i] ?? false
  })
}

/** What a paragraph's style says of its characters. */
function styleFace(styles: Styles, id: string | undefined): Face {
  const font = inherited(styles, id, (s) => s.face.font)
  const size = inherited(styles, id, (s) => s.face.size)
  const bold = inherited(styles, id, (s) => s.face.bold)
  return { ...(font === undefined ? {} : { font }), ...(size === undefined ? {} : { size }), ...(bold === undefined ? {} : { bold }) }
}

/** A paragraph as lines: a manual line break inside a title or heading is layout, in running text it begins a new line. */
function linesOf(paragraph: Paragraph, styles: Styles, numbering: Numbering): SourceLine[] {
  const style = styleOf(paragraph, styles)
  const numId = paragraph.numId ?? inherited(styles, paragraph.style, (s) => s.numId)
  const level = paragraph.level ?? inherited(styles, paragraph.style, (s) => (s.numId === undefined ? undefined : s.level)) ?? 0
  const number = numId === undefined || paragraph.text.trim() === '' ? '' : numbering.next(numId, level)
  const { source } = paragraph
  if (style !== undefined) {
    // our own titles are broken between words where no space stands
    const text = source === undefined ? paragraph.text.replace(/\s*\n\s*/gu, ' ') : paragraph.text.replace(/(?<=[A-Za-z0-9,.;:])\n(?=[A-Za-z0-9])/gu, ' ').replaceAll('\n', '')
    return [{ text: number + text, style, ...(source === undefined ? {} : { source }) }]
  }
  let at = 0
  return paragraph.text.split('\n').map((text, i) => {
    const before = i === 0 ? number : ''
    const marks = marksWithin(paragraph.marks, at, at + text.length, before.length)
    at += text.length + 1
    return { text: before + text, ...(marks.length > 0 ? { marks } : {}), ...(source === undefined || i > 0 ? {} : { source }) }
  })
}

/** Styles of our exports that are no running text of the report. */
const OWN_STYLES: ReadonlyMap<string, SourceLine['style']> = new Map([['结语正文', 'closing'], ['附件说明', 'noise'], ['署名', 'noise'], ['稿件标注', 'noise'], ['送审说明', 'noise'], ['说明', 'noise'], ['表格内容', 'noise'], ['表格标题', 'noise']])

/** The lines of our own export: what is none of the report's text stands apart, and the title has the spaces back at which it was broken. */
function asWritten(lines: readonly SourceLine[], nameOf: ReadonlyMap<SourceLine, string>, properties: string): SourceLine[] {
  let title = ''
  let inTitle = false
  if (properties !== '') parse(properties, (tag) => void (inTitle = tag.name === 'dc:title'), () => void (inTitle = false), (text) => void (title += inTitle ? text : ''))
  const squeezed = (text: string): string => text.replace(/\s+/gu, '')
  return lines.map((line) => {
    if (line.source === 'title' && squeezed(line.text) === squeezed(title)) return { ...line, text: title }
    const style = line.style ?? OWN_STYLES.get(nameOf.get(line) ?? '')
    return style === line.style ? line : { ...line, style }
  })
}

/** Title, subtitle and headings by the names that Word and WPS give their styles, else by outline level. */
function styleOf(paragraph: Paragraph, styles: Styles): SourceLine['style'] {
  if (paragraph.text.trim() === '') return undefined
  const name = inherited(styles, paragraph.style, (s) => (/^(?:title|subtitle|标题|副标题|heading \d|标题 ?\d)$/iu.test(s.name) ? s.name.toLowerCase() : undefined))
  if (name === 'title' || name === '标题') return 'title'
  if (name === 'subtitle' || name === '副标题') return 'subtitle'
  const byName = name === undefined ? undefined : Number(/\d/u.exec(name)?.[0]) - 1
  const level = paragraph.outline ?? byName ?? inherited(styles, paragraph.style, (s) => s.outline)
  // a whole paragraph with an outline level is a slip of the mouse, no heading
  if (level === undefined || level > 3 || paragraph.text.length > 120) return undefined
  return `heading${level + 1}` as SourceLine['style']
}
