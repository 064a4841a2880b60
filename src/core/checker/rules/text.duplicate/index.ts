import type { Anchor, Finding } from '../../finding.ts'
import { sentencesOf, squeezed } from '../../reading.ts'
import { numericClauses, sharedPassages, type Passages } from './edited.ts'
import { echoesIn, echoOf, type Echo, type Echoes } from './echo.ts'
import { listItems, type ListItem } from './list-items.ts'
import { defineGroups, type Placed } from '../../groups.ts'
import { defineNeighbours } from '../../neighbours.ts'
import { oncePerPair } from '../../once-per-pair.ts'
import { defineReportRule, type CheckedParagraph, type Place } from '../../rule.ts'

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
    const whole = words.length >= paragraphLength ? words : undefined
    const pieces = [...longSentences(text, sentenceLength, figuresLength), ...longPieces(text, sentenceLength)]
    const numeric = numericClauses(text)
    const echoes = echoesIn(text, sentencesOf({ text }))
    const items = listItems(text)
    return !whole && pieces.length === 0 && numeric.length === 0 && echoes.within.length === 0 && echoes.apart.length === 0 && items.length === 0 ? undefined : { text, whole, pieces, items, numeric, echoes }
  },
  check: ({ finding, memory }, all) => {
    const found: Finding[] = []
    const again = new Set<CheckedParagraph>()
    for (const [first, ...others] of wholes(memory, all)) {
      for (const { in: paragraph } of others) {
        again.add(paragraph)
        if (first) found.push(finding('这一段与前文的一段完全相同', [wholeOf(paragraph), wholeOf(first.in)]))
      }
    }
    for (const { first, others } of passages(memory, all)) {
      const before = placeOf(first)
      let told = false
      for (const other of others) {
        if (again.has(other.in)) continue
        const place = placeOf(other)
        if (isBefore(before, place)) found.push(finding(other.item.whole ? '这一句与前文的一句完全相同' : '这几个分句与前文的一句完全相同', [place, before]))
        else if (!other.item.whole && !told) {
          told = true
          found.push(finding('这一句与前文一句中的一段完全相同', [before, place]))
        }
      }
    }
    // 一是A。二是B。三是A。: a sentence with its ordinal is another one
    for (const [first, ...others] of items(memory, all)) {
      for (const other of first ? others : []) {
        const place: Place = { in: other.in, start: other.item.start, end: other.item.end }
        if (first && !again.has(other.in) && !found.some(({ anchors: [a] }) => a && isAt(a, place))) found.push(finding('这一条与前文的一条相同，只是序号不同', [place, { in: first.in, start: first.item.start, end: first.item.end }]))
      }
    }
    for (const { of, first } of alike(clauses(memory, all), again)) {
      const shared = passagesOf(of.item, first.item)
      const before = wholeOf(first.in)
      if (shared.whole) found.push(finding('这一段与前文的一段大部分相同，疑为重复粘贴后修改', [wholeOf(of.in), before]))
      for (const { start, end } of shared.whole ? [] : shared.sentences) {
        const place: Place = { in: of.in, start, end }
        if (!found.some(({ anchors: [a] }) => isAt(a, place))) found.push(finding('这一句与前文大部分相同，疑为重复粘贴后修改', [place, before]))
      }
    }
    // sentences that begin with the clauses which the one before them ended in
    const told = [...found]
    const echoed = (again: Place, before: Place, message = '这几个分句与紧接的前文相同'): void => {
      if (!told.some(({ anchors }) => anchors.some((a) => isAt(a, again)))) found.push(finding(message, [again, before]))
    }
    for (const { read: { in: paragraph, it: { echoes } }, above, verdict: { border } } of echoesOf(memory, all)) {
      for (const { again, before } of echoes.within) echoed({ in: paragraph, ...again }, { in: paragraph, ...before })
      for (const { again, before } of echoes.apart) echoed({ in: paragraph, ...again }, { in: paragraph, ...before }, '这几个分句与本段前文的几个分句相同')
      if (border && above?.in.index === paragraph.index - 1) echoed({ in: paragraph, ...border.again }, { in: above.in, ...border.before })
    }
    return found
  },
})

interface Reading {
  text: string
  /** its words, where it is long */
  whole: string | undefined
  pieces: readonly Piece[]
  items: readonly ListItem[]
  /** its clauses with a number */
  numeric: readonly string[]
  echoes: Echoes
}

/** A sentence, or some clauses of one, by its words without white space. */
interface Piece {
  words: string
  /** is it a whole sentence? */
  whole: boolean
  start: number
  end: number
}

/** Paragraphs that are the same. */
const wholes = defineGroups<Reading, Reading, readonly Placed<Reading>[]>({ itemsOf: (it) => (it.whole === undefined ? [] : [[it.whole, it]]), judge: (group) => [...group] })

/** Items of lists that are the same but for their ordinals. */
const items = defineGroups<Reading, ListItem, readonly Placed<ListItem>[]>({ itemsOf: ({ items: all }) => all.map((item) => [item.words, item] as const), judge: (group) => [...group].sort((a, b) => a.in.index - b.in.index || a.item.start - b.item.start) })

/** A sentence where it stands first, with the sentences and the parts of sentences that are the same. */
const passages = defineGroups<Reading, Piece, { first: Placed<Piece>; others: readonly Placed<Piece>[] }>({
  itemsOf: ({ pieces }) => pieces.map((piece) => [piece.words, piece] as const),
  judge: (group) => {
    const first = group.find(({ item }) => item.whole)
    return first && { first, others: group.filter((other) => other !== first) }
  },
})

/** Paragraphs that have a clause with a number in common. */
const clauses = defineGroups<Reading, Reading, readonly Placed<Reading>[]>({ itemsOf: (it) => it.numeric.map((words) => [words, it] as const), judge: (group) => [...group] })

/** What a paragraph repeats in itself, or at its head of the end of the one before it. */
const echoesOf = defineNeighbours<Reading, { border: Echo | undefined }>(({ echoes }, above) => {
  const border = above && echoOf(above.echoes.tail, echoes.head)
  return border || echoes.within.length > 0 || echoes.apart.length > 0 ? { border } : undefined
})

/** How much of a paragraph or a sentence must stand in another paragraph. */
const SHARED = { ofWhole: 0.5, ofSentence: 0.65 }
const passagesOf = oncePerPair((one: Reading, other: Reading): Passages => sharedPassages(one.text, other.text, SHARED))

/**
 * Paragraphs that have two clauses or more in common with one before them, in reading order, each with the one in which these clauses stood first. Of those
 * that stand `again` as a whole nothing more is said.
 */
function alike(groups: readonly (readonly Placed<Reading>[])[], again: ReadonlySet<CheckedParagraph>): { of: Placed<Reading>; first: Placed<Reading> }[] {
  const pairs = new Map<CheckedParagraph, { of: Placed<Reading>; first: Placed<Reading> }[]>()
  for (const group of groups) {
    const [first, ...others] = again.size === 0 ? group : group.filter((placed) => !again.has(placed.in))
    for (const of of first ? others : []) {
      if (!first || of.in === first.in) continue
      const known = pairs.get(of.in)
      if (known) known.push({ of, first })
      else pairs.set(of.in, [{ of, first }])
    }
  }
  const out: { of: Placed<Reading>; first: Placed<Reading> }[] = []
  for (const [, list] of [...pairs].filter(([, { length }]) => length > 1).sort(([a], [b]) => a.index - b.index)) {
    const counts = new Map<CheckedParagraph, number>()
    for (const { of, first } of list.sort((a, b) => a.of.order - b.of.order)) {
      const count = (counts.get(first.in) ?? 0) + 1
      counts.set(first.in, count)
      if (count === 2) out.push({ of, first })
    }
  }
  return out
}

const wholeOf = (paragraph: CheckedParagraph): Place => ({ in: paragraph, start: 0, end: paragraph.text.length })
const placeOf = ({ item: { start, end }, in: paragraph }: Placed<Piece>): Place => ({ in: paragraph, start, end })
const isBefore = (a: Place, b: Place): boolean => a.in.index < b.in.index || (a.in.index === b.in.index && a.start < b.start)
const isAt = (anchor: Anchor, { in: { index }, start, end }: Place): boolean => anchor.paragraph === index && anchor.start < end && start < anchor.end

/** The sentences of at least `length` characters, or `withFigures` where they hold a number (figures seldom stand twice in the same words), with their words, without the full stop, and where they stand. */
const longSentences = (text: string, length: number, withFigures: number): Piece[] => {
  const wordsOf = wordsIn(text)
  return sentencesOf({ text }).flatMap(({ start, end }) => {
    if (end - start < Math.min(withFigures, length)) return []
    const raw = text.slice(start, end)
    const words = wordsOf(raw)
    if (words.length < length && (words.length < withFigures || !/\d/u.test(words))) return []
    return [{ words: words.endsWith('。') ? words.slice(0, -1) : words, whole: true, start: start + raw.length - raw.trimStart().length, end }]
  })
}

/** How white space is taken out of the pieces of a text: most texts have none. */
const wordsIn = (text: string): ((piece: string) => string) => (/\s/u.test(text) ? squeezed : (piece) => piece)

/**
 * Ends and beginnings of sentences, of two clauses at least and at least `length` characters: a sentence pasted behind another's first clause, or
 * continued. Only where they are a whole sentence elsewhere do they tell something: many sentences end in the same set words.
 */
const longPieces = (text: string, length: number): Piece[] => {
  const words = wordsIn(text)
  return sentencesOf({ text }).flatMap(({ start, end }) => {
    const commas = [...text.slice(start, end).matchAll(/，/gu)].map(({ index }) => start + index)
    if (commas.length < 2) return []
    const part = (from: number, to: number, upTo: number): Piece[] => {
      const piece = to - from + 1 >= length ? words(text.slice(from, to)) : ''
      return piece.length + 1 >= length && piece.includes('，') ? [{ words: piece, whole: false, start: from, end: upTo }] : []
    }
    return commas.flatMap((at) => [...part(at + 1, end - 1, end), ...part(start, at, at)])
  })
}
