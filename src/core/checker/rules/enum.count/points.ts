import { splitHeadingNumber } from '../../../text/heading-number.ts'
import type { CheckedParagraph } from '../../rule.ts'
import { runningOrdinals, seriesOf, type OrdinalStyle, type RunningOrdinal } from '../../running-ordinals.ts'
import { OPEN, type View } from '../../view.ts'
import type { Announced } from './announced.ts'

/** A count in front of counted points: 三项举措：一是…；二是…. Offsets in the view's text. */
export interface AnnouncedPoints {
  announced: Announced
  points: readonly RunningOrdinal[]
}

/** A count at the end of a paragraph, whose points are the paragraphs or headings that follow: 主要抓了以下四项工作。 */
export interface Preview {
  announced: Announced
  /** 以下, 如下: the headings that follow are meant */
  below: boolean
}

export interface PointsReading {
  here: readonly AnnouncedPoints[]
  /** the announced points that the paragraph leaves off in the middle of */
  open?: AnnouncedPoints
  preview?: Preview
  /** the ordinal with which the paragraph begins, and the last of its series here */
  leading?: { style: OrdinalStyle; first: number; last: number }
}

/** what may be announced at the end of a sentence: nouns of points and nothing that is counted elsewhere */
const POINTS = /^(?:[个项条点大类种件]{0,2})(?:\p{Script=Han}{0,6}?)(?:事(?:情|项)?(?=[：。，]|$)|方面|举措|措施|工作|任务|建议|意见|问题|不足|特点|原则|环节|关系|做法|经验|体会|要求|重点|转变|提升|突破|结合|机制|短板|亮点|行动|工程|大事|实事|抓手|步骤|坚持|聚焦|强化|差距|困难|变化|成效|成绩|启示|要点|关键|类(?=[：。，]|$)|种情形|类情形|类情况)/u

/** Reads which counts of a paragraph announce points that are counted one by one. */
export function readPoints(view: View, counts: readonly Announced[]): PointsReading {
  const here: AnnouncedPoints[] = []
  let open: AnnouncedPoints | undefined
  let leading: PointsReading['leading']
  for (const ordinals of runningOrdinals(view)) {
    const { series, slips } = seriesOf(ordinals)
    const [first] = ordinals
    if (first?.start === 0) {
      const run = series[0] ?? []
      leading = { style: first.style, first: first.value, last: run.at(-1)?.value ?? first.value }
    }
    if (slips.length > 0) continue
    for (const points of series) {
      const [one] = points
      if (one?.value !== 1) continue
      const announced = counts.findLast((count) => announces(view, count, one.start))
      if (!announced) continue
      const found = { announced, points }
      here.push(found)
      if (points.at(-1) === ordinals.at(-1)) open = found
    }
  }
  const preview = previewOf(view, counts)
  return { here, ...(open ? { open } : {}), ...(preview ? { preview } : {}), ...(leading ? { leading } : {}) }
}

/** 三项举措：一是 and 三个方面。一是: does the count stand right before the first point? */
function announces(view: View, count: Announced, at: number): boolean {
  if (count.end > at || at - count.start > 24 || count.measure === '级') return false
  const between = view.text.slice(count.quoted ? count.end : count.start, at)
  const parts = /^([^，。；：]*)([，。；：]|——|—)?(?:主要是|主要有)?$/u.exec(between)
  if (!parts) return false
  const [, words = '', mark = ''] = parts
  if (count.quoted) return mark === '：' && words.length <= 8
  const noun = words.slice(words.startsWith('十') || /^\d\d/u.test(words) ? 2 : 1)
  if (mark === '：' || mark === '') return POINTS.test(noun) || (!count.arabic && /^[个项条点类种]/u.test(noun))
  return POINTS.test(noun)
}

const PREVIEW = /(?:以下|如下|下列|下面|重点|着重|主要|着力|抓好|做好|抓了|做了|突出|围绕|从)[^，。；：]{0,8}$/u

function previewOf(view: View, counts: readonly Announced[]): Preview | undefined {
  const { text } = view
  const announced = counts.at(-1)
  if (!announced || announced.quoted || announced.measure === '级' || view.masked.slice(announced.start).includes(OPEN)) return undefined
  const behind = text.slice(announced.start + (announced.arabic ? String(announced.count).length : announced.count > 10 ? 2 : 1))
  if (!/^[^，。；：]{1,14}[：。]?$/u.test(behind) || !POINTS.test(behind)) return undefined
  const before = text.slice(Math.max(0, announced.start - 16), announced.start)
  if (!PREVIEW.test(before)) return undefined
  return { announced, below: /以下|如下|下列|下面/u.test(before + behind) }
}

/**
 * How many headings or numbered paragraphs follow paragraph `at` as one series from 1: their number; undefined where they are none or their end is unclear.
 */
export function numberedBelow(paragraphs: readonly CheckedParagraph[], at: number): { count: number; last: CheckedParagraph } | undefined {
  const first = paragraphs[at + 1]
  const begins = first && splitHeadingNumber(first.text)
  if (!first || !begins || begins.value !== 1) return undefined
  const level = first.section?.level ?? 0
  let count = 1
  let last = first
  for (let i = at + 2; i < paragraphs.length; i++) {
    const p = paragraphs[i]
    if (!p) break
    const number = splitHeadingNumber(p.text)
    if (number?.style === begins.style) {
      if (number.value === 1 && (first.role === 'heading') === (p.role === 'heading')) break
      if (number.value === count + 1) {
        count++
        last = p
        continue
      }
      // numbers that skip or repeat are another rule's, and the series has no certain end
      if (p.role === first.role) return undefined
    }
    if (p.role === 'heading' && (first.role !== 'heading' || (p.section?.level ?? 0) <= level)) break
  }
  return count >= 2 ? { count, last } : undefined
}
