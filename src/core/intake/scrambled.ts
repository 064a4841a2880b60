import { plainText } from '../model/plain-text.ts'
import type { Block } from '../model/tree.ts'
import { soundsLikeClosing, possibleLead } from './lead-sentences.ts'
import { TOPICS } from './topics.ts'

type Heading = Extract<Block, { type: 'heading' }>
type Paragraph = Extract<Block, { type: 'paragraph' }>

/** More headings than this are not re-sorted: the search is exponential in them. */
const MAX_HEADINGS = 9
const MAX_PARAGRAPHS = 80

/**
 * Puts paragraphs under headings that a page's layout tore from them. Two forms are known: all headings stand together behind the
 * body, and the last heading stands alone at the end while its paragraphs open the page. Anything else is left as it stands. `closing`
 * makes the block that starts the text after the last section (结语).
 */
export function unscramble(blocks: readonly Block[], closing: () => Heading): Block[] {
  return headingsBehind(blocks, closing) ?? lastSectionFirst(blocks, closing) ?? [...blocks]
}

/** All headings together behind the body: they and the body's paragraphs are matched by topic, wording and order. */
function headingsBehind(blocks: readonly Block[], closing: () => Heading): Block[] | undefined {
  const first = blocks.findIndex((b) => b.type === 'heading')
  if (first < 0) return undefined
  let end = first
  while (blocks[end]?.type === 'heading') end++
  const headings = blocks.slice(first, end).filter((b): b is Heading => b.type === 'heading')
  const after = blocks.slice(end)
  const before = blocks.slice(0, first).filter((b): b is Paragraph => b.type === 'paragraph')
  if (headings.length < 3 || headings.length > MAX_HEADINGS || new Set(headings.map((h) => h.level)).size > 1) return undefined
  if (after.length > 2 || after.some((b) => b.type === 'heading')) return undefined
  const bodyStart = before.findIndex((p) => possibleLead(plainText(p.content)) > 0)
  const body = bodyStart < 0 ? before : before.slice(bodyStart)
  if (body.length < headings.length || body.length > MAX_PARAGRAPHS) return undefined
  const groups = assign(body.map((p) => plainText(p.content)), headings.map((h) => h.heading))
  return [
    ...before.slice(0, before.length - body.length),
    ...headings.flatMap((heading, h) => [heading, ...body.filter((_, i) => groups[i] === h)]),
    ...(after.length > 0 ? [closing(), ...after] : []),
  ]
}

/** The last heading alone at the end, its paragraphs before the first heading (a column that was copied first). */
function lastSectionFirst(blocks: readonly Block[], closing: () => Heading): Block[] | undefined {
  const last = blocks.at(-1)
  const first = blocks.findIndex((b) => b.type === 'heading')
  if (last?.type !== 'heading' || last.heading === '' || first < 0 || first === blocks.length - 1) return undefined
  const orphans = blocks.slice(0, first).filter((b): b is Paragraph => b.type === 'paragraph')
  if (orphans.length < 2) return undefined
  const others = blocks.filter((b): b is Heading => b.type === 'heading' && b !== last)
  const similarity = orphans.map((p) => {
    const text = plainText(p.content)
    return overlap(last.heading, text) - Math.max(0, ...others.map((h) => overlap(h.heading, text)))
  })
  const start = similarity.findIndex((s, i) => i > 0 && s >= 2)
  if (start < 0) return undefined
  const moved = orphans.slice(start)
  const tail = moved.length > 1 && soundsLikeClosing(plainText((moved.at(-1) as Paragraph).content)) ? moved.splice(-1) : []
  return [...orphans.slice(0, start), ...blocks.slice(first), ...moved, ...(tail.length > 0 ? [closing(), ...tail] : [])]
}

/** How many pairs of neighbouring characters of a heading stand in a text. */
function overlap(heading: string, text: string): number {
  const chars = [...heading.replace(/[^\p{L}\p{N}]/gu, '')]
  const pairs = new Set(chars.slice(1).map((c, i) => `${chars[i] ?? ''}${c}`))
  return [...pairs].filter((pair) => text.includes(pair)).length
}

/** How well a paragraph fits a heading: by topic, most of all that of its lead sentence, and by words in common. Paragraphs of one section mostly reach 3 and more. */
export function fit(text: string, heading: string): number {
  const lead = text.slice(0, possibleLead(text) || Math.min(text.length, 30))
  let score = 1.5 * overlap(heading, lead) + 0.25 * overlap(heading, text)
  for (const words of TOPICS) {
    const inHeading = words.filter((w) => heading.includes(w)).length
    if (inHeading === 0) continue
    score += 3 * Math.min(2, words.filter((w) => lead.includes(w)).length) + 0.6 * Math.min(5, words.filter((w) => text.includes(w)).length)
  }
  return score
}

/**
 * Cuts the paragraphs into runs and gives each run one heading, so that the sum of fits is greatest. Paragraphs whose lead sentences
 * open alike (聚焦…, 聚焦…) like to stay together; headings like to follow in their order. Returns the heading's index for each paragraph.
 */
function assign(texts: readonly string[], headings: readonly string[]): number[] {
  const k = headings.length
  const n = texts.length
  const full = (1 << k) - 1
  const fits = texts.map((text) => headings.map((heading) => fit(text, heading)))
  const stays = texts.map((text, i) => (i > 0 && text.slice(0, 2) === texts[i - 1]?.slice(0, 2) ? 4 : 0))
  type Cell = { score: number; from: number }
  // state: set of headings used, and the heading in use
  let row = new Map<number, Cell>()
  const rows: Map<number, Cell>[] = []
  const key = (mask: number, h: number): number => mask * k + h
  for (let i = 0; i < n; i++) {
    const next = new Map<number, Cell>()
    const put = (mask: number, h: number, score: number, from: number): void => {
      const at = key(mask, h)
      const old = next.get(at)
      if (!old || score > old.score) next.set(at, { score, from })
    }
    if (i === 0) for (let h = 0; h < k; h++) put(1 << h, h, fits[0]?.[h] ?? 0, -1)
    for (const [at, cell] of row) {
      const mask = Math.floor(at / k)
      const current = at % k
      put(mask, current, cell.score + (fits[i]?.[current] ?? 0) + (stays[i] ?? 0), at)
      for (let h = 0; h < k; h++) {
        if (mask & (1 << h)) continue
        put(mask | (1 << h), h, cell.score + (fits[i]?.[h] ?? 0) + (h === current + 1 ? 1 : 0), at)
      }
    }
    rows.push(next)
    row = next
  }
  let best = -1
  let bestScore = Number.NEGATIVE_INFINITY
  for (const [at, cell] of row) {
    if (Math.floor(at / k) === full && cell.score > bestScore) {
      best = at
      bestScore = cell.score
    }
  }
  const out: number[] = []
  for (let i = n - 1; i >= 0; i--) {
    out[i] = best % k
    best = rows[i]?.get(best)?.from ?? best
  }
  return out
}
