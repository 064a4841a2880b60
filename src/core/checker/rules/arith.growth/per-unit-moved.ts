import type { CoreFigure } from '../../../figures/figure.ts'
import { squeezed } from '../../reading.ts'
import { faultOf, type Claim } from './change.ts'
import type { ThanFault } from './than-last.ts'
import type { Direction } from './words.ts'

/** 每吨, 亩均: what the levels and their change are counted per */
const PER = '每(?:立方米|平方米|公里|千瓦时|吨|亩|户|人|台|套|件|车|次|月|年|天|斤|公斤|度|张|头|间)|[人户亩村月日]均'
const TO = /^[^，,。；：、\d]{0,2}(提高|增加|增长|上升|上涨|扩大|下降|降低|减少|压缩|压减|下调|上调|降|增|升|提)(?:到|至|为)了?(?:每\p{Script=Han}{1,3})?$/u
const BY = new RegExp(`^[，,](?:平均)?(${PER})?(?:可|共|累计|直接|实现|净|实际)?(节约|节省|增收|增加|提高|降低|减少|下降|上涨|减负|减支|少|多)(?:成本|费用|资金|开支|支出|经费)?了?(?:达)?$`, 'u')
const SAVES = /节约|节省|减负|减支|降低|减少|下降|少/u
const BEFORE = 28

/** 由每吨286元降至248元，每吨节约48元; 成本由286万元降至248万元，节约48万元: a change per unit, or in words of saving, between two levels right before it. */
export function perUnitFaults(text: string, figures: readonly CoreFigure[]): ThanFault[] {
  if (figures.length < 3 || !/[每均节减]/u.test(text)) return []
  return figures.flatMap((change, k): ThanFault[] => {
    const [from, to] = [figures[k - 2], figures[k - 1]]
    if (!from || !to || [from, to, change].some((f) => f.high !== undefined || f.unit !== change.unit || f.kind !== change.kind || f.approx !== 'exact') || change.unit === '%' || change.start - from.end > 40) return []
    const by = BY.exec(squeezed(text.slice(to.end, change.start)))
    const moved = by ? TO.exec(squeezed(text.slice(from.end, to.start)))?.[1] : undefined
    if (!by || moved === undefined) return []
    const [, per, word = ''] = by
    const ahead = squeezed(text.slice(Math.max(0, from.start - BEFORE), from.start))
    const own = /[^，。；：]*$/u.exec(ahead)?.[0] ?? ''
    if (!/[由从]/u.test(own)) return []
    // without 每吨 only a word of saving is not read elsewhere
    if (per === undefined ? !/节约|节省|减负|减支|增收/u.test(word) || new RegExp(PER, 'u').test(own) : !own.includes(per)) return []
    const direction: Direction = SAVES.test(word) ? 'down' : 'up'
    // 收入由…提高到…，节约成本…: another thing
    if ((direction === 'down') !== /降|减|缩|下调/u.test(moved)) return []
    const claim: Claim = { figure: change, direction, word, wordStart: change.start - word.length, how: 'difference' }
    const fault = faultOf(from, to, claim)
    return fault ? [{ fault, figures: [change, to, from] }] : []
  })
}
