import type { CoreFigure, PlacedCoreFigure } from '../../../figures/figure.ts'
import { isOneSlip, isTransposition } from '../../number-slip.ts'
import { squeezed } from '../../reading.ts'

/** 新建326个，累计建成1847个: what came this year, and all there are. */
export interface Piled {
  added: CoreFigure
  total: CoreFigure
}

const NEW = /(?:新建成?|新增|新发展|新设立?|新认定|新培育|新引进|新命名|新创建|新安装|新登记|新注册|新打造|新授牌|新入库|净增)(?!长)[^，。；：、\d]{0,14}$/u
const THEN_ALL = /^[^，。；：、\d]{0,10}[，,](?:目前|全[国省市县区州镇乡村院校]|我[省市县区院校]|现|已|至此)*累计[^，。；：、\d]{0,12}$/u
const ALL = /累计[^，。；：、\d]{0,14}$/u
const THEN_NEW = /^[^，。；：、\d]{0,10}[，,（(]其中(?:今年|当年|本年|全年|年内|本年度|\d{4}年)?(?:新建成?|新增|新发展|新设立?|新认定|新培育|新引进|新命名|新安装|净增)[^，。；：、\d]{0,10}$/u

/** Numbers of this year told beside the number of all years. `figures` are those of the sentence, in order. */
export function piledIn(text: string, figures: readonly CoreFigure[]): Piled[] {
  return figures.flatMap((first, k): Piled[] => {
    const second = figures[k + 1]
    if (!second || !isCount(first) || !isCount(second) || first.unit !== second.unit || second.start - first.end > 40) return []
    // 5G is a name
    const lead = squeezed(text.slice(Math.max(0, first.start - 24), first.start)).replace(/\d[A-Z]+/gu, '')
    const between = squeezed(text.slice(first.end, second.start))
    if (first.value < second.value && NEW.test(lead) && THEN_ALL.test(between)) return [{ added: first, total: second }]
    return first.value > second.value && ALL.test(lead) && THEN_NEW.test(between) ? [{ added: second, total: first }] : []
  })
}

const isCount = ({ kind, unit, approx, high, text, value }: CoreFigure): boolean => kind === 'quantity' && unit !== '' && approx === 'exact' && high === undefined && value > 0 && !/[万亿.]/u.test(text)

const FEWEST_DIGITS = 3

/**
 * What all there are should come to by last year's number, where it differs by a slip of the hand. Some of what was counted may be gone or have been
 * counted anew: a few less say nothing, and of more only what one other digit makes.
 */
export function dueTotal({ added, total }: Piled, last: PlacedCoreFigure): number | undefined {
  const due = last.value + added.value
  if (!isCount(last) || last.unit !== total.unit || last.value >= total.value || due === total.value) return undefined
  const [said, meant] = [String(total.value), String(due)]
  if (said.length < FEWEST_DIGITS) return undefined
  const swapped = isTransposition(said, meant) || (added.value >= 10 && isTransposition(String(added.value), String(total.value - last.value)))
  return swapped || (total.value - due >= 10 && isOneSlip(said, meant)) ? due : undefined
}
