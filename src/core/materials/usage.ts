import { plainText } from '../model/plain-text.ts'
import type { Report } from '../model/report.ts'
import { allParagraphs } from '../model/tree.ts'
import { sentenceRanges } from '../text/sentences.ts'
import { fold, unfolded, type Folded } from './fold.ts'
import type { Material } from './material.ts'
import { takenPassages } from './taken.ts'

/** A place in a paragraph of the draft: UTF-16, half-open. */
export interface DraftPlace {
  paragraphId: string
  start: number
  end: number
}

/** A sentence of a material and what became of it. */
export interface PassageUse {
  /** in the material; the sentences of a paragraph cover it without gaps, a heading is one */
  paragraphId: string
  start: number
  end: number
  text: string
  /** `used`: stands in the draft word for word; `changed`: it was taken or told, and the draft's words differ; `unused`: neither */
  state: 'used' | 'changed' | 'unused'
  /** where in the draft; undefined where it is unused */
  place?: DraftPlace
  /** the draft's words there, where they differ */
  draftText?: string
}

/** sentences with fewer characters stand in any report (具体如下) */
const SHORT = 8
/** as much of two sentences must be the same for one to be the other in other words */
const ALIKE = 0.62
/** with less in common, a taken sentence counts as taken out again */
const TRACE = 0.3

/**
 * What of a material is used in a draft, sentence by sentence, in reading order. Words that were taken are known by their passage marks; words
 * that were typed or pasted from elsewhere by their content. White space and the width of signs do not count. Linear in both texts, but for
 * sentences that share many words.
 */
export function usageOf(material: Material, draft: Report): PassageUse[] {
  const index = indexOf(draft)
  const taken = takenPassages(draft).filter(({ passage }) => passage.material === material.id).map((t) => ({ ...t, source: fold(t.passage.text).text }))
  return material.paragraphs.flatMap(({ id: paragraphId, text, heading }) =>
    (heading ? [{ start: 0, end: text.length }] : sentenceRanges(text)).filter(({ start, end }) => end > start).map(({ start, end }): PassageUse => {
      const sentence = text.slice(start, end)
      const head = { paragraphId, start, end, text: sentence }
      const words = bare(fold(sentence).text)
      if (words === '') return { ...head, state: 'unused' }
      const marked = taken.filter(({ source }) => overlaps(source, words))
      const verbatim = index.find(words, marked)
      if (verbatim) return { ...head, state: 'used', place: verbatim }
      // sentences of the passage that still stand as they were taken stand for themselves
      const own = nearest(words, marked.flatMap(({ place, source }) => index.sentencesIn(place).filter((s) => s.words.length > words.length || !source.includes(s.words))), TRACE)
      const other = own ?? (words.length >= SHORT ? index.alike(words) : undefined)
      if (other) return { ...head, state: 'changed', place: other.place, draftText: other.text }
      // a part of it was taken, or all of it and nothing of that was left
      const rest = marked.find(({ source }) => words.includes(bare(source)))
      return rest ? { ...head, state: 'changed', place: rest.place, draftText: rest.now } : { ...head, state: 'unused' }
    }))
}

/** How many sentences of a material are used or changed, and how many there are (用 n/m), headings left out. */
export function countUse(material: Material, uses: readonly PassageUse[]): { used: number; changed: number; all: number } {
  const headings = new Set(material.paragraphs.filter(({ heading }) => heading).map(({ id }) => id))
  const sentences = uses.filter(({ paragraphId, text }) => !headings.has(paragraphId) && text.trim() !== '')
  return { used: sentences.filter(({ state }) => state === 'used').length, changed: sentences.filter(({ state }) => state === 'changed').length, all: sentences.length }
}

/** Without the marks at either end, which change when a sentence joins another. */
const bare = (text: string): string => text.replace(/^[\p{P}\s]+|[\p{P}\s]+$/gu, '')

/** Does what was taken hold a sentence, a part of it, or its beginning or end? */
function overlaps(source: string, words: string): boolean {
  const taken = bare(source)
  if (taken === '') return false
  if (taken.includes(words) || words.includes(taken)) return true
  for (let n = Math.min(words.length, taken.length); n >= SHORT; n--) if (taken.startsWith(words.slice(-n)) || taken.endsWith(words.slice(0, n))) return true
  return false
}

interface Sentence {
  text: string
  /** folded, without the marks at either end */
  words: string
  place: DraftPlace
  grams: ReadonlySet<string>
  numbers: ReadonlySet<string>
}

interface DraftIndex {
  /** where words stand word for word: in a paragraph of the taken places, else, for those that are long enough to tell, anywhere */
  find: (words: string, taken: readonly { place: DraftPlace }[]) => DraftPlace | undefined
  sentencesIn: (place: DraftPlace) => Sentence[]
  /** the sentence that says the same in other words, numbers included */
  alike: (words: string) => Sentence | undefined
}

const known = new WeakMap<Report, DraftIndex>()

function indexOf(draft: Report): DraftIndex {
  const before = known.get(draft)
  if (before) return before
  const texts = new Map<string, Folded>()
  const sentences: Sentence[] = []
  const postings = new Map<string, number[]>()
  for (const { id, content } of allParagraphs(draft)) {
    const text = plainText(content)
    texts.set(id, fold(text))
    for (const { start, end } of sentenceRanges(text)) {
      const words = bare(fold(text.slice(start, end)).text)
      const sentence = { text: text.slice(start, end), words, place: { paragraphId: id, start, end }, grams: gramsOf(words), numbers: numbersOf(words) }
      for (const gram of sentence.grams) {
        const list = postings.get(gram)
        if (list) list.push(sentences.length)
        else postings.set(gram, [sentences.length])
      }
      sentences.push(sentence)
    }
  }
  const inParagraph = (words: string, id: string, from = 0): DraftPlace | undefined => {
    const folded = texts.get(id)
    const at = folded?.text.indexOf(words, from) ?? -1
    return folded && at >= 0 ? { paragraphId: id, ...unfolded(folded, at, at + words.length) } : undefined
  }
  const index: DraftIndex = {
    find: (words, taken) => {
      for (const { place } of taken) {
        const found = inParagraph(words, place.paragraphId)
        if (found) return found
      }
      if (words.length < SHORT) return undefined
      for (const id of texts.keys()) {
        const found = inParagraph(words, id)
        if (found) return found
      }
      return undefined
    },
    sentencesIn: ({ paragraphId, start, end }) => sentences.filter(({ place }) => place.paragraphId === paragraphId && place.start < end && start < place.end),
    alike: (words) => {
      const grams = gramsOf(words)
      const shared = new Map<number, number>()
      for (const gram of grams) for (const i of postings.get(gram) ?? []) shared.set(i, (shared.get(i) ?? 0) + 1)
      const likely = [...shared].filter(([i, n]) => 2 * n >= ALIKE * (grams.size + (sentences[i]?.grams.size ?? 0))).flatMap(([i]) => sentences[i] ?? [])
      return nearest(words, likely, ALIKE)
    },
  }
  known.set(draft, index)
  return index
}

/** The likest of some sentences, at least as like as `least`; of the numbers it must give at least half. */
function nearest(words: string, sentences: readonly Sentence[], least: number): Sentence | undefined {
  const [grams, numbers] = [gramsOf(words), numbersOf(words)]
  let best: Sentence | undefined
  let most = least
  for (const sentence of sentences) {
    let shared = 0
    for (const gram of grams) if (sentence.grams.has(gram)) shared++
    const dice = (2 * shared) / Math.max(1, grams.size + sentence.grams.size)
    // a sentence of last year's with the same words and other numbers is not this one
    const told = [...numbers].filter((n) => sentence.numbers.has(n)).length
    if (dice < most || (least === ALIKE && told * 2 < numbers.size)) continue
    most = dice
    best = sentence
  }
  return best
}

function gramsOf(words: string): Set<string> {
  const plain = words.replace(/[\p{P}\d]+/gu, ' ')
  const out = new Set<string>()
  for (let i = 0; i + 1 < plain.length; i++) {
    const gram = plain.slice(i, i + 2)
    if (!gram.includes(' ')) out.add(gram)
  }
  return out
}

const numbersOf = (words: string): Set<string> => new Set(words.match(/\d+(?:\.\d+)?/gu) ?? [])
