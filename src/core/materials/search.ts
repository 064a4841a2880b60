import { fold, unfolded, type Folded } from './fold.ts'
import type { Material } from './material.ts'

/** A stretch of a text to highlight: UTF-16, half-open. */
export interface FoundRange {
  start: number
  end: number
}

/** A material in which all words stand, with the paragraphs that show them. */
export interface MaterialHit {
  material: Material
  /** where words stand in its title and its department */
  title: FoundRange[]
  department: FoundRange[]
  /** paragraphs with words in them, those with the most different words first */
  paragraphs: { id: string; text: string; words: number; ranges: FoundRange[] }[]
}

/** The words of a query: parted by white space, widths and capitals folded, each once. */
const queryWords = (query: string): string[] => [...new Set(query.split(/[\s\u3000]+/u).map((word) => fold(word).text).filter((word) => word !== ''))]

/**
 * The materials that hold every word of a query, in their title, department or text; those with the words in the title and close together
 * first, of equals in the order given. White space inside the text does not count (提 案 is 提案), nor the width of signs. An empty query finds
 * nothing.
 */
export function searchMaterials(materials: readonly Material[], query: string): MaterialHit[] {
  const words = queryWords(query)
  if (words.length === 0) return []
  return materials
    .flatMap((material, order) => {
      const seen = new Set<string>()
      const find = (folded: Folded): { words: number; ranges: FoundRange[] } => {
        const found = rangesOf(folded, words)
        for (const word of found.words) seen.add(word)
        return { words: found.words.size, ranges: found.ranges }
      }
      const folded = foldedOf(material)
      const [title, department] = [find(folded.title), find(folded.department)]
      const paragraphs = material.paragraphs.map(({ id, text }, place) => ({ id, text, place, ...find(folded.paragraphs[place] ?? fold(text)) })).filter(({ ranges }) => ranges.length > 0)
      if (seen.size < words.length) return []
      paragraphs.sort((a, b) => b.words - a.words || a.place - b.place)
      const score = title.words * 4 + department.words * 2 + (paragraphs[0]?.words ?? 0) * 3 + Math.min(paragraphs.length, 10) / 10
      return [{ order, score, hit: { material, title: title.ranges, department: department.ranges, paragraphs: paragraphs.map(({ id, text, words: n, ranges }) => ({ id, text, words: n, ranges })) } }]
    })
    .sort((a, b) => b.score - a.score || a.order - b.order)
    .map(({ hit }) => hit)
}

interface FoldedMaterial {
  title: Folded
  department: Folded
  paragraphs: Folded[]
}
/** while somebody types a query, the same texts are searched with every key; a material is never changed in place */
const known = new WeakMap<Material, FoldedMaterial>()

function foldedOf(material: Material): FoldedMaterial {
  const before = known.get(material)
  if (before) return before
  const made = { title: fold(material.title), department: fold(material.department), paragraphs: material.paragraphs.map(({ text }) => fold(text)) }
  known.set(material, made)
  return made
}

/** Where folded words stand in a text, in order and without overlaps. */
function rangesOf(folded: Folded, words: readonly string[]): { words: Set<string>; ranges: FoundRange[] } {
  const found = new Set<string>()
  const ranges: FoundRange[] = []
  for (const word of words) {
    for (let at = folded.text.indexOf(word); at >= 0; at = folded.text.indexOf(word, at + word.length)) {
      found.add(word)
      ranges.push(unfolded(folded, at, at + word.length))
    }
  }
  ranges.sort((a, b) => a.start - b.start || b.end - a.end)
  const out: FoundRange[] = []
  for (const range of ranges) {
    const before = out.at(-1)
    if (before && range.start <= before.end) before.end = Math.max(before.end, range.end)
    else out.push({ ...range })
  }
  return { words: found, ranges: out }
}
