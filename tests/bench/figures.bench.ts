import { createRequire } from 'node:module'
import { bench, describe } from 'vitest'
import { isCore } from '#core/figures/figure.ts'
import { recognizeFigures } from '#core/figures/recognize.ts'
import { reportFigures } from '#core/figures/report-figures.ts'
import { goldFigures, rawContext, samePlace, seedReport, SEEDS, seedText } from '../gold/gold.ts'
import { markedParagraphs, PROSE } from '../core/figures/prose.ts'

/**
 * Recognition of figures beside the one other library that reads Chinese numbers with their units: Microsoft's Recognizers-Text. Both read
 * the same text in the same run; the summary of each group is the ratio. Our memory of paragraphs is defeated by a changing last character.
 * `npm run bench`
 */
interface Recognized {
  start: number
  end: number
  text: string
  resolution: { value?: string } | null
}
// its package has no valid ES module
const peer = createRequire(import.meta.url)('@microsoft/recognizers-text-suite') as {
  Culture: { Chinese: string }
} & Record<'recognizeNumber' | 'recognizePercentage' | 'recognizeCurrency' | 'recognizeDimension', (text: string, culture: string) => Recognized[]>
const READERS = ['recognizeNumber', 'recognizePercentage', 'recognizeCurrency', 'recognizeDimension'] as const
/** Sentence by sentence, since its time grows with the square of the text: 100,000 characters at once take it minutes. */
function recognizeByPeer(text: string): Recognized[] {
  const out: Recognized[] = []
  let at = 0
  for (const sentence of text.split(/(?<=[。；])/u)) {
    for (const reader of READERS) for (const found of peer[reader](sentence, peer.Culture.Chinese)) out.push({ ...found, start: found.start + at, end: found.end + at })
    at += sentence.length
  }
  return out
}

const CORE = new Set(['quantity', 'percent', 'money'])
const joined = SEEDS.map(seedText).join('\n\n')
const prose = PROSE.flatMap((name) => markedParagraphs(name).map(({ text }) => text)).join('\n')
const textOf = (length: number): string => prose.repeat(Math.ceil(length / prose.length)).slice(0, length)
let turn = 0
const anew = (text: string): string => text + String.fromCharCode(0x4e00 + (turn++ % 5000))

/** Precision and recall as one number: a hit has the gold value at the gold place. */
function f1(hits: number, found: number, wanted: number): string {
  const [p, r] = [hits / found, hits / wanted]
  return ((2 * p * r) / (p + r)).toFixed(3)
}

let [ours, ourHits, theirs, theirHits, wanted] = [0, 0, 0, 0, 0]
for (const seed of SEEDS) {
  const gold = goldFigures(seed).filter(({ kind }) => CORE.has(kind))
  const text = seedText(seed)
  const found = reportFigures(seedReport(seed)).filter(isCore)
  const byPeer = recognizeByPeer(text.replace(/\s/gu, ' '))
  // the longest reading at a place counts; a bare number inside a quantity is not held against it
  const kept = byPeer.filter((a) => !byPeer.some((b) => b !== a && b.start <= a.start && b.end >= a.end && (b.end - b.start > a.end - a.start || byPeer.indexOf(b) > byPeer.indexOf(a))))
  wanted += gold.length
  ours += found.length
  theirs += kept.length
  ourHits += gold.filter((g) => found.some((f) => f.value === g.value && samePlace(f, g))).length
  theirHits += gold.filter((g) => kept.some((k) => Number((k.resolution?.value ?? '').replace('%', '')) === g.value && samePlace(rawContext(text, k.start, k.end + 1), g))).length
}
console.log(`F1 on the core figures of the five seeds: ours ${f1(ourHits, ours, wanted)}, Recognizers-Text ${f1(theirHits, theirs, wanted)}`)

const once = { iterations: 1, time: 0, warmupIterations: 1, warmupTime: 0 }

describe(`the five seeds joined, ${joined.length} characters`, () => {
  bench('Recognizers-Text (peer)', () => void recognizeByPeer(joined), once)
  bench('ours', () => void recognizeFigures(anew(joined)))
})

describe('a text of 100,000 characters', () => {
  const text = textOf(100_000)
  bench('Recognizers-Text (peer)', () => void recognizeByPeer(text), once)
  bench('ours', () => void recognizeFigures(anew(text)))
})

describe('growth: ten times the text, ten times the time', () => {
  for (const length of [10_000, 100_000, 1_000_000]) {
    const text = textOf(length)
    bench(`${length.toLocaleString('en-US')} characters`, () => void recognizeFigures(anew(text)))
  }
})

describe('a keystroke', () => {
  const paragraph = textOf(500)
  const report = seedReport(SEEDS[0])
  bench('one paragraph of 500 characters that changed', () => void recognizeFigures(anew(paragraph)))
  bench('a report of which nothing changed', () => void reportFigures(report))
})
