import { strFromU8, unzipSync } from 'fflate'
import type { SaxesTagPlain } from 'saxes'
import { nameSlots } from '#core/figures/name-slots.ts'
import { isOwnExport } from '#core/intake/own-export.ts'
import { recoverReport } from '#core/intake/recover.ts'
import { plainParagraphs, TITLE_ROLES } from '#core/model/plain-text.ts'
import type { Report } from '#core/model/report.ts'
import { isOurBookmark, sourceOf, sourcesByBookmark } from '#core/print/bookmark.ts'
import { readFingerprints } from '#core/print/fingerprint.ts'
import { REVISER } from '#core/print/review.ts'
import type { Made, ReturnedComment, ReturnedCopy, ReturnedPiece } from '#core/returned/copy.ts'
import { isoTime, readComments } from './docx-comment-reader.ts'
import { readExported } from './docx-exported.ts'
import { linesOfDocx } from './docx-reader.ts'
import { parse } from './xml.ts'

/**
 * Reads a review copy that came back: its text with all pending changes accepted, who changed what, and the comments that are not ours. Paragraphs are known
 * by their bookmarks; `draft` is the report that the copy was made from. Undefined where the file is no export of this application. Throws on XML that is none.
 */
export function readReturnedDocx(bytes: Uint8Array, draft: Report): ReturnedCopy | undefined {
  const parts = unzipSync(bytes, { filter: ({ name }) => /^(?:word\/(?:document|comments|commentsExtended)|docProps\/custom)\.xml$/u.test(name) })
  const part = (name: string): string => (parts[name] ? strFromU8(parts[name]) : '')
  const ids = sourcesByBookmark(plainParagraphs(draft).map(({ id }) => id))
  const idOf = (bookmark: string): string => ids.get(bookmark.toLowerCase()) ?? sourceOf(bookmark.toLowerCase()) ?? bookmark.toLowerCase()
  const lines = linesOfDocx(bytes)
  if (!isOwnExport(lines)) return undefined
  const report = nameSlots(recoverReport(lines.map((line) => (line.source === undefined ? line : { ...line, source: idOf(line.source) })), { id: draft.id, origin: draft.origin }))
  const fingerprints = readExported(part('docProps/custom.xml'))
  const exported = readFingerprints(fingerprints)
  const base = new Map(plainParagraphs(draft).flatMap(({ id, text }) => (exported?.said(id, text) ? [[id, text] as const] : [])))
  const { pieces, deleted, ranges } = readPieces(part('word/document.xml'), idOf)
  const comments = readComments(part('word/comments.xml'), part('word/commentsExtended.xml')).map(({ number, ...comment }): ReturnedComment => ({ ...comment, ...placed(ranges.get(number)) }))
  return { report, pieces, deleted, comments, fingerprints, base }
}

interface Range {
  paragraphId: string
  start: number
  end: number
}

const placed = (range: Range | undefined): Range => (range && range.paragraphId !== '' ? { ...range, end: Math.max(range.start, range.end) } : { paragraphId: '', start: 0, end: 0 })

interface Open {
  id: string
  pieces: ReturnedPiece[]
  /** length of the accepted text so far */
  length: number
  markGone: Made | undefined
}

const CHANGES: Readonly<Record<string, 'inserted' | 'deleted'>> = { 'w:ins': 'inserted', 'w:moveTo': 'inserted', 'w:del': 'deleted', 'w:moveFrom': 'deleted' }

/** The pending changes of a document by paragraph, and where its comments stand. ECMA-376, part 1, 17.13.4 and 17.13.5. */
function readPieces(xml: string, idOf: (bookmark: string) => string): { pieces: Map<string, ReturnedPiece[]>; deleted: Map<string, Made>; ranges: Map<string, Range> } {
  const pieces = new Map<string, ReturnedPiece[]>()
  const deleted = new Map<string, Made>()
  // a comment may begin before the bookmark by which its paragraph is known
  const spans = new Map<string, { at: Open; start: number; end: number }>()
  const stack: Open[] = []
  const changes: { kind: 'inserted' | 'deleted'; made: Made }[] = []
  let carried: Open | undefined
  let bookmark: string | undefined
  let inMark = false
  let inText = false
  let skipping = 0

  const put = (text: string): void => {
    const paragraph = stack.at(-1)
    if (!paragraph || text === '') return
    // within several changes what one deleted is gone; of ours, insertions are the draft's own text and deletions last year's
    const gone = changes.find(({ kind }) => kind === 'deleted')
    const theirs = changes.filter(({ made }) => made.author !== REVISER)
    if (gone?.made.author === REVISER) return
    const change = gone ?? theirs.find(({ kind }) => kind === 'inserted')
    const piece: ReturnedPiece = { kind: change?.kind ?? 'same', text, ...(change ? { made: change.made } : {}) }
    // put in by a reviewer and taken out again by another
    if (gone && theirs.some(({ kind }) => kind === 'inserted')) return
    paragraph.pieces.push(piece)
    if (piece.kind !== 'deleted') paragraph.length += text.length
  }
  const finish = (paragraph: Open): void => {
    const { id, pieces: own, markGone } = paragraph
    const made = own.find((piece) => piece.made)?.made
    if (id === '') return
    if (own.some((piece) => piece.kind !== 'same')) pieces.set(id, own)
    if (paragraph.length === 0 && (markGone ?? made)) deleted.set(id, markGone ?? (made as Made))
  }

  parse(xml, (tag) => {
    if (skipping > 0 || tag.name === 'mc:Fallback' || tag.name === 'w:pPrChange' || tag.name === 'w:rPrChange' || tag.name === 'w:instrText') {
      skipping++
      return
    }
    const paragraph = stack.at(-1)
    const kind = CHANGES[tag.name]
    if (tag.name === 'w:p') {
      stack.push({ id: bookmark ?? '', pieces: [], length: 0, markGone: undefined })
      bookmark = undefined
    } else if (tag.name === 'w:bookmarkStart') {
      const name = tag.attributes['w:name'] ?? ''
      if (!isOurBookmark(name)) return
      if (!paragraph) bookmark ??= idOf(name)
      else if (paragraph.id === '') paragraph.id = idOf(name)
    } else if (tag.name === 'w:pPr') inMark = true
    else if (kind) {
      const made = madeBy(tag)
      if (!inMark) changes.push({ kind, made })
      else if (kind === 'deleted' && paragraph) paragraph.markGone = made
    } else if (tag.name === 'w:t' || tag.name === 'w:delText') inText = true
    else if (tag.name === 'w:tab' && !inMark && tag.attributes['w:val'] === undefined) put('\t')
    else if ((tag.name === 'w:br' || tag.name === 'w:cr') && !TITLE_ROLES.some((role) => role === paragraph?.id)) put('\n')
    else if (tag.name === 'w:noBreakHyphen') put('-')
    else if (tag.name === 'w:commentRangeStart' && paragraph) spans.set(tag.attributes['w:id'] ?? '', { at: paragraph, start: paragraph.length, end: -1 })
    else if (tag.name === 'w:commentRangeEnd' || tag.name === 'w:commentReference') {
      const number = tag.attributes['w:id'] ?? ''
      const span = spans.get(number)
      if (!span && paragraph) spans.set(number, { at: paragraph, start: paragraph.length, end: paragraph.length })
      else if (span?.end === -1) span.end = paragraph === span.at ? paragraph.length : Number.MAX_SAFE_INTEGER
    }
  }, (name) => {
    if (skipping > 0) {
      skipping--
      return
    }
    if (name === 'w:pPr') inMark = false
    else if (name === 'w:t' || name === 'w:delText') inText = false
    else if (CHANGES[name] && !inMark) changes.pop()
    if (name !== 'w:p') return
    const paragraph = stack.pop()
    if (!paragraph) return
    if (stack.length === 0 && carried) {
      // text that goes on from a paragraph whose mark is gone; where none is left of it, that paragraph is gone
      if (carried.length === 0) finish(carried)
      else {
        if (paragraph.id !== '' && carried.markGone) deleted.set(paragraph.id, carried.markGone)
        for (const span of spans.values()) {
          if (span.at !== paragraph) continue
          span.start += carried.length
          if (span.end >= 0 && span.end < Number.MAX_SAFE_INTEGER) span.end += carried.length
        }
        paragraph.pieces.unshift(...carried.pieces)
        paragraph.length += carried.length
        paragraph.id = carried.id
      }
      carried = undefined
    }
    if (stack.length === 0 && paragraph.markGone && paragraph.markGone.author !== REVISER) carried = paragraph
    else finish(paragraph)
  }, (text) => {
    if (inText && skipping === 0) put(text)
  })
  if (carried) finish(carried)
  const ranges = new Map([...spans].map(([number, { at, start, end }]) => [number, { paragraphId: at.id, start, end }] as const))
  return { pieces, deleted, ranges }
}

function madeBy(tag: SaxesTagPlain): Made {
  const at = tag.attributes['w:date']
  return { author: tag.attributes['w:author'] ?? '', ...(at === undefined ? {} : { at: isoTime(at) }) }
}

