import type { Finding } from '../../finding.ts'
import { sentencesOf, squeezed } from '../../reading.ts'
import { numericClauses, sharedPassages, type Passages } from './edited.ts'
import { echoesIn, echoOf, type Echoes } from './echo.ts'
import { oncePerPair } from '../../once-per-pair.ts'
import { defineReportRule, type MakeFinding, type Place, type Read } from '../../rule.ts'
import { hashesOf, keyOf, Sieve, type Key } from '../../sieve.ts'

/** A paragraph or sentence that stands twice. Lengths without white space, in UTF-16 units. */
export const textDuplicate = defineReportRule({
  id: 'text.duplicate',
  title: '文字重出',
  severity: 'warning',
  scope: 'report',
  basis: { on: 'practice', why: '同一段或同一句在正文中出现两次，多为合稿时重复粘贴' },
  defaults: { paragraphLength: 40, sentenceLength: 30, figuresLength: 16 },
  read: ({ role, text }, _, { paragraphLength, sentenceLength, figuresLength }): Reading | undefined => {
    if (role !== 'paragraph') return undefined
    const words = squeezed(text)
    const whole = words.length >= paragraphLength ? keyOf(words) : undefined
    const sentences = longSentences(text, sentenceLength, figuresLength)
    const pieces = longPieces(text, sentenceLength)
    const numeric = numericClauses(text)
    const echoes = echoesIn(text, sentencesOf({ text }))
    if (!whole && sentences.length === 0 && pieces.length === 0 && numeric.length === 0 && echoes.within.length === 0) return undefined
    const all = [...(whole ? [whole] : []), ...sentences.map(({ key }) => key), ...numeric]
    return { text, whole, sentences, pieces, numeric, echoes, all: hashesOf(all), cut: hashesOf(pieces.map(({ key }) => key)) }
  },
  check: ({ finding }, all) => {
    const found: Finding[] = []
    const paragraphs = new Map<string, Place>()
    const sentences = new Map<string, Place>()
    /** where each clause with a number stood first */
    const clauses = new Map<string, Read<Reading>>()
    const edited = (read: Read<Reading>, whole: Place): void => {
      const { in: paragraph, it: { numeric } } = read
      const shared = new Map<Read<Reading>, number>()
      for (const key of numeric) {
        const at = repeated.hasTwice(key) ? clauses.get(key.text) : undefined
        if (at !== undefined && at !== read) shared.set(at, (shared.get(at) ?? 0) + 1)
      }
      for (const [other, count] of shared) {
        if (count < 2) continue
        const passages = passagesOf(read.it, other.it)
        const before: Place = { in: other.in, start: 0, end: other.in.text.length }
        if (passages.whole) {
          found.push(finding('这一段与前文的一段大部分相同，疑为重复粘贴后修改', [whole, before]))
          return
        }
        for (const { start, end } of passages.sentences) {
          if (!found.some(({ anchors: [a] }) => a.paragraph === paragraph.index && a.start < end && start < a.end)) {
            found.push(finding('这一句与前文大部分相同，疑为重复粘贴后修改', [{ in: paragraph, start, end }, before]))
          }
        }
      }
    }
    // nearly all stand once: only what stands twice is kept with its place
    const repeated = REPEATED.clear()
    const pieces = PIECES.clear()
    for (const { it } of all) {
      repeated.add(it.all)
      pieces.add(it.cut)
    }
    // every sentence where it stands first
    for (const { in: paragraph, it: reading } of all) {
      if (!repeated.hasAny(reading.all, 2) && !pieces.hasAny(reading.all, 1)) continue
      for (const { key, start, end } of reading.sentences) {
        if ((repeated.hasTwice(key) || pieces.has(key)) && !sentences.has(key.text)) sentences.set(key.text, { in: paragraph, start, end })
      }
    }
    /** sentences of which it was said that they stood in a piece before */
    const told = new Set<Place>()
    for (const read of all) {
      const { in: paragraph, it: reading } = read
      if (!repeated.hasAny(reading.all, 2) && !repeated.hasAny(reading.cut, 1)) continue
      const whole: Place = { in: paragraph, start: 0, end: paragraph.text.length }
      const earlier = reading.whole && paragraphs.get(reading.whole.text)
      if (earlier) {
        found.push(finding('这一段与前文的一段完全相同', [whole, earlier]))
        continue
      }
      if (reading.whole) paragraphs.set(reading.whole.text, whole)
      for (const { key, start, end } of reading.sentences) {
        const before = repeated.hasTwice(key) ? sentences.get(key.text) : undefined
        if (!before) continue
        const place: Place = { in: paragraph, start, end }
        if (isBefore(before, place)) found.push(finding('这一句与前文的一句完全相同', [place, before]))
      }
      for (const { key, start, end } of reading.pieces) {
        const whole = repeated.has(key) ? sentences.get(key.text) : undefined
        if (!whole) continue
        const place: Place = { in: paragraph, start, end }
        if (isBefore(whole, place)) found.push(finding('这几个分句与前文的一句完全相同', [place, whole]))
        else if (!told.has(whole)) {
          told.add(whole)
          found.push(finding('这一句与前文一句中的一段完全相同', [whole, place]))
        }
      }
      edited(read, whole)
      for (const key of reading.numeric) if (repeated.hasTwice(key) && !clauses.has(key.text)) clauses.set(key.text, read)
    }
    found.push(...echoed(finding, all, found))
    return found
  },
})

/** Sentences that begin with the clauses which the one before them ended in: in one paragraph, or over its border. */
function echoed(finding: MakeFinding, all: readonly Read<Reading>[], told: readonly Finding[]): Finding[] {
  const out: Finding[] = []
  const report = (again: Place, before: Place): void => {
    const isTold = told.some(({ anchors }) => anchors.some((at) => at.paragraph === again.in.index && at.start < again.end && again.start < at.end))
    if (!isTold) out.push(finding('这几个分句与紧接的前文相同', [again, before]))
  }
  all.forEach(({ in: paragraph, it: { echoes } }, i) => {
    for (const { again, before } of echoes.within) report({ in: paragraph, ...again }, { in: paragraph, ...before })
    const above = all[i - 1]
    const echo = above && above.in.index === paragraph.index - 1 ? echoOf(above.it.echoes.tail, echoes.head) : undefined
    if (above && echo) report({ in: paragraph, ...echo.again }, { in: above.in, ...echo.before })
  })
  return out
}

interface Reading {
  text: string
  /** of the paragraph as a whole, where it is long */
  whole: Key | undefined
  sentences: readonly Piece[]
  pieces: readonly Piece[]
  numeric: readonly Key[]
  echoes: Echoes
  /** of all of these but the pieces, and of the pieces */
  all: readonly number[]
  cut: readonly number[]
}

/** How much of a paragraph or a sentence must stand in another paragraph. */
const SHARED = { ofWhole: 0.5, ofSentence: 0.65 }
const passagesOf = oncePerPair((one: Reading, other: Reading): Passages => sharedPassages(one.text, other.text, SHARED))

const REPEATED = new Sieve()
const PIECES = new Sieve()

/** A stretch of text by its words without white space. */
interface Piece {
  key: Key
  start: number
  end: number
}

const isBefore = (a: Place, b: Place): boolean => a.in.index < b.in.index || (a.in.index === b.in.index && a.start < b.start)

/** The sentences of at least `length` characters, or `withFigures` where they hold a number (figures seldom stand twice in the same words), with their words, without the full stop, and where they stand. */
const longSentences = (text: string, length: number, withFigures: number): Piece[] =>
  sentencesOf({ text }).flatMap(({ start, end }) => {
    const raw = text.slice(start, end)
    const words = squeezed(raw)
    return words.length < (/\d/u.test(words) ? withFigures : length) ? [] : [{ key: keyOf(words.replace(/。$/u, '')), start: start + raw.length - raw.trimStart().length, end }]
  })

/**
 * Ends and beginnings of sentences, of two clauses at least and at least `length` characters: a sentence pasted behind another's first clause, or
 * continued. Only where they are a whole sentence elsewhere do they tell something: many sentences end in the same set words.
 */
const longPieces = (text: string, length: number): Piece[] =>
  sentencesOf({ text }).flatMap(({ start, end }) => {
    const commas = [...text.slice(start, end).matchAll(/，/gu)].map(({ index }) => start + index)
    if (commas.length < 2) return []
    const whole = (from: number, to: number, upTo: number): Piece[] => {
      const words = squeezed(text.slice(from, to))
      return words.length + 1 >= length && words.includes('，') ? [{ key: keyOf(words), start: from, end: upTo }] : []
    }
    return commas.flatMap((at) => [...whole(at + 1, end - 1, end), ...whole(start, at, at)])
  })
