import { inlineText, type Passage } from '../model/inline.ts'
import type { Report } from '../model/report.ts'
import { allParagraphs } from '../model/tree.ts'
import { fold } from './fold.ts'
import type { Material } from './material.ts'

/** Words of a draft that were taken from a material: one place of them. */
export interface TakenPassage {
  passage: Passage
  place: { paragraphId: string; start: number; end: number }
  /** the draft's words there now */
  now: string
}

/** What stands between two parts of a passage and belongs to it: a slot, a few words typed in between. */
const BETWEEN = 40

/**
 * The places of a draft that hold words from materials, in reading order; offsets are UTF-16 units of the paragraph's plain text, half-open. A
 * passage that was put into several paragraphs, or copied, has several places.
 */
export function takenPassages(draft: Report): TakenPassage[] {
  return allParagraphs(draft).flatMap(({ id: paragraphId, content }) => {
    const out: TakenPassage[] = []
    let at = 0
    let text = ''
    for (const node of content) {
      const start = at
      const words = inlineText(node)
      at += words.length
      text += words
      const passage = node.type === 'slot' ? undefined : node.passage
      if (!passage) continue
      const before = out.at(-1)
      if (before && samePassage(before.passage, passage) && start - before.place.end <= BETWEEN) {
        before.place.end = at
        before.now = text.slice(before.place.start, at)
      } else out.push({ passage, place: { paragraphId, start, end: at }, now: words })
    }
    return out
  })
}

const samePassage = (a: Passage, b: Passage): boolean => a.id === b.id && a.material === b.material && a.text === b.text

/** A passage in the draft, and whether it still says what was taken, and the material still says it. */
export interface PassageOrigin {
  passage: Passage
  paragraphId: string
  /** UTF-16, half-open */
  start: number
  end: number
  /** undefined where it is gone */
  material?: Material
  /** `edited`: the draft's words are no more those that were taken; `source-changed`: the material does not say them any more; `source-gone`: it was removed */
  state: 'same' | 'edited' | 'source-changed' | 'source-gone'
}

/**
 * Where the words of a draft came from, in reading order. A source that changed is said before an edit of the draft: it asks for a look. White
 * space and the width of signs do not count.
 */
export function originsIn(draft: Report, materials: readonly Material[]): PassageOrigin[] {
  const byId = new Map(materials.map((material) => [material.id, material]))
  const texts = new Map<string, string>()
  const textOf = (material: Material): string => {
    const text = texts.get(material.id) ?? fold(material.paragraphs.map((p) => p.text).join('\n')).text
    texts.set(material.id, text)
    return text
  }
  const taken = takenPassages(draft)
  // one that was parted over paragraphs is whole when its places together are
  const whole = new Map<string, string>()
  for (const { passage, now } of taken) whole.set(passage.id, (whole.get(passage.id) ?? '') + fold(now).text)
  return taken.map(({ passage, place, now }) => {
    const material = byId.get(passage.material)
    const source = fold(passage.text).text
    const same = fold(now).text === source || whole.get(passage.id) === source
    const state = !material ? 'source-gone' : !textOf(material).includes(source) ? 'source-changed' : same ? 'same' : 'edited'
    return { passage, ...place, ...(material ? { material } : {}), state }
  })
}
