import { plainParagraphs, type PlainParagraph } from '../model/plain-text.ts'
import type { Report } from '../model/report.ts'
import { wordChanges, type WordChange } from '../text/word-diff.ts'
import { pairParagraphs } from './version-pairs.ts'

/**
 * What became of a title line, heading or paragraph between two versions. `words` are its changes by word (empty where nothing changed). What moved stands twice:
 * as `movedFrom` where it stood and as `movedTo` where it stands, with the same `move` (from 1).
 */
export type ParagraphChange =
  | { kind: 'same' | 'edited'; before: PlainParagraph; after: PlainParagraph; words: readonly WordChange[] }
  | { kind: 'movedFrom' | 'movedTo'; before: PlainParagraph; after: PlainParagraph; words: readonly WordChange[]; move: number }
  | { kind: 'inserted'; after: PlainParagraph }
  | { kind: 'deleted'; before: PlainParagraph }

/**
 * The changes between two versions of a text (or between two years' reports) in reading order of the result: what is gone stands where it stood, before what
 * came in its place. Entries other than `inserted` and `movedTo` give all of `before` in its order, those other than `deleted` and `movedFrom` all of `after`.
 * Only words count: marks, figures' states and levels of headings do not. Empty paragraphs are left out. About n log n in the number of paragraphs.
 */
export function changesBetween(before: Report, after: Report): ParagraphChange[] {
  const filled = ({ text }: PlainParagraph): boolean => text !== ''
  const there = plainParagraphs(before).filter(filled)
  const here = plainParagraphs(after).filter(filled)
  const pairs = pairParagraphs(there, here)
  const stayed = new Map<number, number>()
  const movedTo = new Map<number, { from: number; move: number }>()
  const movedFrom = new Map<number, { to: number; move: number }>()
  for (const { from, to, moved } of pairs) {
    if (!moved) stayed.set(from, to)
    else {
      const move = movedTo.size + 1
      movedTo.set(to, { from, move })
      movedFrom.set(from, { to, move })
    }
  }
  const out: ParagraphChange[] = []
  const words = (b: PlainParagraph, a: PlainParagraph): WordChange[] => (b.text === a.text ? [] : wordChanges(b.text, a.text))
  let next = 0
  const bring = (until: number): void => {
    for (; next < until; next++) {
      const p = here[next]
      const came = movedTo.get(next)
      const from = came && there[came.from]
      if (p && came && from) out.push({ kind: 'movedTo', before: from, after: p, words: words(from, p), move: came.move })
      else if (p) out.push({ kind: 'inserted', after: p })
    }
  }
  there.forEach((p, k) => {
    const at = stayed.get(k)
    const same = at === undefined ? undefined : here[at]
    const went = movedFrom.get(k)
    const to = went && here[went.to]
    if (at !== undefined && same) {
      bring(at)
      out.push({ kind: p.text === same.text ? 'same' : 'edited', before: p, after: same, words: words(p, same) })
      next = at + 1
    } else if (went && to) out.push({ kind: 'movedFrom', before: p, after: to, words: words(p, to), move: went.move })
    else out.push({ kind: 'deleted', before: p })
  })
  bring(here.length)
  return out
}

/** How much of the longer of two versions stands in the other too (0 to 1), moved or not: below about a third, changes are hard to read. 1 for two empty texts. */
export function sharedPart(changes: readonly ParagraphChange[]): number {
  let [before, after, same] = [0, 0, 0]
  for (const change of changes) {
    if ('before' in change && change.kind !== 'movedTo') before += change.before.text.length
    if (!('after' in change) || change.kind === 'movedFrom') continue
    after += change.after.text.length
    if ('words' in change) same += change.words.length === 0 ? change.after.text.length : change.words.reduce((sum, { kind, text }) => sum + (kind === 'same' ? text.length : 0), 0)
  }
  const longer = Math.max(before, after)
  return longer === 0 ? 1 : same / longer
}
