import { inlineText, type FigureNode, type SlotNode } from '../model/inline.ts'
import { plainParagraphs } from '../model/plain-text.ts'
import type { Report } from '../model/report.ts'
import { isSettled, judge, type Judgement } from './agreement.ts'
import type { Ledger } from './ledger.ts'

/** A place of a report that states an entry of the ledger, or waits for it. */
export interface StatedPlace {
  node: FigureNode | SlotNode
  indicator: string
  paragraphId: string
  /** offsets in the paragraph's plain text */
  start: number
  end: number
  /** some words before it, the place, some words behind it */
  around: string
  judgement: Judgement
}

const WORDS = 14

/** All places of a report that are linked with the ledger, in reading order, each beside what the ledger says. */
export function statedPlaces(report: Report, ledger: Pick<Ledger, 'indicators'>): StatedPlace[] {
  const out: StatedPlace[] = []
  for (const { paragraph, text } of plainParagraphs(report)) {
    if (!paragraph?.content.some((node) => (node.type === 'figure' || node.type === 'slot') && node.entry)) continue
    const own: Omit<StatedPlace, 'judgement'>[] = []
    let at = 0
    for (const node of paragraph.content) {
      const start = at
      at += inlineText(node).length
      if ((node.type !== 'figure' && node.type !== 'slot') || !node.entry) continue
      const before = own.at(-1)
      // a figure of which a part is bold stands in several nodes
      if (node.type === 'figure' && before?.node.type === 'figure' && before.node.id === node.id && before.end === start) {
        before.node = { ...before.node, text: before.node.text + node.text }
        before.end = at
      } else own.push({ node, indicator: node.entry.indicator, paragraphId: paragraph.id, start, end: at, around: '' })
    }
    for (const place of own) {
      const around = `${place.start > WORDS ? '…' : ''}${text.slice(Math.max(0, place.start - WORDS), place.start)}〔${text.slice(place.start, place.end)}〕${text.slice(place.end, place.end + WORDS)}${place.end + WORDS < text.length ? '…' : ''}`
      out.push({ ...place, around, judgement: judge(place.node, ledger) })
    }
  }
  return out
}

/** Does a person have to look at a place: does the text say something else than the ledger, or nearly and not yet accepted? */
export const isUnlike = ({ node, judgement }: Pick<StatedPlace, 'node' | 'judgement'>): boolean => node.type === 'figure' && !isSettled(judgement)

/** Is it an open slot for which the ledger has a value? */
export const isFillable = ({ judgement }: Pick<StatedPlace, 'judgement'>): boolean => judgement.verdict === 'fill' && judgement.write !== undefined
