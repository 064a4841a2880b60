import type { Features } from './features.ts'

/** Words that stand in any report; two indicators that share only these count different things. */
const GENERIC = new Set(
  ['建议', '意见', '见建', '活动', '工作', '提出', '提交', '会议', '项目', '群众', '人员', '问题', '情况', '信息', '报告', '成果', '专题', '各类', '全市', '全省', '全县', '增长', '下降', '提高', '达到', '参与', '服务', '开展', '报送', '向县', '县委', '委员', '政协'],
)

/** How much a pair of characters tells, from how often indicators have it. */
export type Weights = (pair: string) => number

/** Weights from all indicators of both reports: what many share distinguishes little. */
export function weightsOf(all: readonly Features[]): Weights {
  const counts = new Map<string, number>()
  for (const features of all) for (const pair of features.pairs) counts.set(pair, (counts.get(pair) ?? 0) + 1)
  return (pair) => (GENERIC.has(pair) ? 0.3 : 1) / Math.sqrt(1 + Math.max(0, (counts.get(pair) ?? 1) - 2) / 2)
}

export interface Similarity {
  score: number
  /** why two figures of one indicator cannot be set against each other, in Chinese; empty where they can */
  why: string[]
}

/** Below this, two figures are no pair. */
export const PAIR_THRESHOLD = 0.5

/**
 * How well two figures agree in what they count, from 0 to 1. Their values play no part: equal numbers are mostly chance. Undefined where
 * they cannot be the same indicator at all.
 */
export function similarity(a: Features, b: Features, weights: Weights): Similarity | undefined {
  const x = a.figure
  const y = b.figure
  if (x.kind !== y.kind || a.measure !== b.measure || (x.unit === '百分点') !== (y.unit === '百分点')) return undefined
  if (a.plan !== b.plan || a.cumulative !== b.cumulative) return undefined
  if (a.words === '' || b.words === '') return undefined
  const why: string[] = []
  const words = a.words === b.words ? 1 : dice(a.pairs, b.pairs, weights)
  const telling = a.words === b.words ? distinctive(a.pairs) : sharedTelling(a.pairs, b.pairs)
  if (words === 0) return undefined
  let score = words
  const near = 0.6 * dice(a.context, b.context, weights) + 0.4 * dice(a.place, b.place, () => 1)
  // indicators that share only words of every report need the same surroundings
  if (!telling) score = Math.min(score, 0.35 + 0.6 * near)
  if (a.state !== b.state) {
    if (a.state !== undefined && b.state !== undefined) return undefined
    score -= 0.12
  } else if (a.state === 'filed' || a.state === 'adopted' || a.state === 'instructed' || a.state === 'satisfied' || a.state === 'answered') {
    // the same thing became of the same kind of things: 提案立案 in whatever words
    const same = x.unit === y.unit && shares(a.pairs, b.pairs, STATE_WORDS)
    if (same) score = Math.max(score, 0.68)
  }
  if (a.added !== b.added) score -= 0.15
  const ranks = [...a.ranks].filter((r) => !b.ranks.has(r)).length + [...b.ranks].filter((r) => !a.ranks.has(r)).length
  if (a.ranks.size > 0 && b.ranks.size > 0 && ranks > 0) {
    score -= 0.12
    why.push(`范围不同：${x.indicator}／${y.indicator}`)
  }
  if (x.unit !== y.unit) {
    score *= 0.8
    why.push(`单位不同：${x.unit || '无单位'}／${y.unit || '无单位'}`)
  }
  score = Math.min(1, 0.82 * score + 0.18 * near + (words === 1 ? 0.05 : 0))
  if (words < 0.75 && why.length === 0 && a.state !== 'filed') why.push(`口径可能不同：${x.indicator}／${y.indicator}`)
  return { score, why }
}

const STATE_WORDS = new Set(['提案', '信息', '建议', '案件', '议案', '诉求', '批示'])

const shares = (a: ReadonlySet<string>, b: ReadonlySet<string>, words: ReadonlySet<string>): boolean => [...words].some((w) => a.has(w) && b.has(w))

const distinctive = (pairs: ReadonlySet<string>): boolean => [...pairs].some((pair) => !GENERIC.has(pair))

/** Do two indicators share a pair of characters that not every report has? */
const sharedTelling = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => [...a].some((pair) => b.has(pair) && !GENERIC.has(pair))

/** Weighted Dice coefficient of two sets. */
function dice(a: ReadonlySet<string>, b: ReadonlySet<string>, weights: Weights): number {
  if (a.size === 0 || b.size === 0) return 0
  let both = 0
  let all = 0
  for (const pair of a) {
    const w = weights(pair)
    all += w
    if (b.has(pair)) both += 2 * w
  }
  for (const pair of b) all += weights(pair)
  return all === 0 ? 0 : both / all
}
