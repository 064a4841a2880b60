import { shareSpan, type Span } from '../span.ts'
import type { Term } from './sentence.ts'

/** A share with what it leaves room for, in per cent. */
export interface StatedShare {
  span: Span
  as: 'percent' | 'fraction'
}

/** 一半 is said loosely; 一半以上 of anything above */
const HALF_SPANS = { exact: { low: 46, high: 54 }, about: { low: 46, high: 54 }, over: { low: 50, high: 100 }, under: { low: 40, high: 50 } } as const

/** A stated share in per cent with what it leaves room for; undefined where the term is none. */
export function statedShare({ figure }: Pick<Term, 'figure'>): StatedShare | undefined {
  if (figure.kind === 'percent') return figure.unit === '%' && figure.high === undefined && figure.value > 0 ? { span: /一半|半数/u.test(figure.text) ? HALF_SPANS[figure.approx] : shareSpan(figure), as: 'percent' } : undefined
  // 三分之一 is said loosely
  if (figure.kind !== 'quantity' || figure.unit !== '' || figure.value >= 1 || figure.value <= 0 || !figure.text.includes('分之')) return undefined
  const percent = figure.value * 100
  const loose = 3
  // 超过五分之四 of 77 % is untrue
  return { span: { low: percent - (figure.approx === 'under' ? 10 : figure.approx === 'over' ? 1 : loose), high: percent + (figure.approx === 'over' ? 15 : loose) }, as: 'fraction' }
}

/** 近四成 of 31 % is more than one would say; 七成 of 66 % is rounded. Per cent of room below and above. */
const TENTH_ROOM = { exact: [5, 5], about: [6, 6], over: [0.5, 10], under: [7, 1] } as const

/** The same for a share told in round words (近四成, 超六成, 过半), as an editor hears it, with the rounding of its numbers left to them; undefined where it is told in figures. */
export function wordShare(stated: Pick<Term, 'figure'>): StatedShare | undefined {
  const { text, value, approx, high } = stated.figure
  const share = statedShare(stated)
  if (!share || share.as === 'fraction' || high !== undefined || !text.includes('成')) return share && (share.as === 'fraction' || /半/u.test(text)) ? share : undefined
  const [below, above] = TENTH_ROOM[approx]
  return { ...share, span: { low: value - below, high: value + above } }
}
