import { plainParagraphs } from '../model/plain-text.ts'
import type { Report } from '../model/report.ts'

const letters = (text: string): string => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '')

/**
 * Where each line of a source went: the id of the block that holds its words (a paragraph, a heading, a title line by its role), `noise<n>` or
 * `caption<n>` by place in the report's lists; undefined for lines without words and for words that the report no longer holds.
 */
export function traceLines(source: readonly { text: string }[], report: Report): (string | undefined)[] {
  const blocks = [
    ...plainParagraphs(report).map(({ id, text }) => ({ id, text: letters(text) })),
    ...report.captions.map((text, i) => ({ id: `caption${i}`, text: letters(text) })),
    ...report.noise.map((text, i) => ({ id: `noise${i}`, text: letters(text) })),
  ]
  const starts: number[] = []
  let all = ''
  for (const { text } of blocks) {
    starts.push(all.length)
    all += `${text}\n`
  }
  const blockAt = (at: number): string | undefined => {
    let [low, high] = [0, starts.length - 1]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= at) low = middle
      else high = middle - 1
    }
    return blocks[low]?.id
  }
  let at = 0
  return source.map(({ text }) => {
    const words = letters(text)
    if (words === '') return undefined
    // a line may have been parted (a heading that ran into its text): its beginning tells where it went
    const head = words.length > 24 ? words.slice(0, 24) : words
    const near = all.indexOf(head, at)
    const found = near >= 0 ? near : all.indexOf(head)
    if (found < 0) return words.length > 6 && all.includes(words.slice(0, 6)) ? blockAt(all.indexOf(words.slice(0, 6))) : undefined
    if (found >= at && found - at < 4000) at = found + words.length
    return blockAt(found)
  })
}
