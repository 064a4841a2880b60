import { readChinese } from '../../text/numerals.ts'
import { oneSlipAway } from '../number-slip.ts'
import { isDelta, isLevel, labelOf, type Sentence, type Term } from './sentence.ts'
import type { Sum } from './sums.ts'

/** 三项合计, 合计, 共计 before a number with two units */
const TOTAL = /(?:^|[，；、])(?:以上|上述|这)?(?:([两二三四五六])(?:大?类|大?项|种|部分|方面|者|级)[^，。；：、\d]{0,4})?(?:共计|合计|总计|总共|总量)[^，。；：、\d]{0,10}$/u
/** 1810件（批）, 1810件（批、次） */
const OTHER_UNITS = /^（([^（）\d]{1,8})）/u
const NO_PART = /其中|计划|目标|上年|去年|同期|占|比|较|总|合计|共计/u
const unitOf = ({ figure: { text } }: Term): string => text.replace(/^[\d.,\s]+/u, '')

/** 来信318件、来访426批、网上信访1057件，三项合计1810件（批）: a total that names the units of its parts, which stand right before it. */
export function wrongMixedTotals({ terms, text, start, end }: Sentence): Sum[] {
  if (terms.length < 3 || !/\d[^\d，。]{1,2}（[^（）\d]{1,8}）/u.test(text.slice(start, end))) return []
  return terms.flatMap((total): Sum[] => {
    const others = OTHER_UNITS.exec(total.after)?.[1]
    const called = others === undefined ? null : TOTAL.exec(total.before)
    if (!called || others === undefined || !isWhole(total)) return []
    const units = [unitOf(total), ...others.split(/[、/／]/u)]
    const run: Term[] = []
    for (let t = terms[total.at - 1]; t && isWhole(t) && units.includes(unitOf(t)) && !NO_PART.test(labelOf(t)); t = terms[t.at - 1]) run.unshift(t)
    const parts = called[1] === undefined ? run : run.slice(-readChinese(called[1].replace('两', '二')))
    if (parts.length < 2 || (called[1] !== undefined && parts.length !== readChinese(called[1].replace('两', '二')))) return []
    const shares = parts.map(({ figure }) => figure.value)
    // parts of which all are of the total's own unit are added up elsewhere
    if (parts.every((t) => unitOf(t) === unitOf(total)) || shares.reduce((a, b) => a + b, 0) === total.figure.value) return []
    return oneSlipAway(shares, total.figure.value, 0) ? [{ total, parts }] : called[1] === undefined ? [] : [{ total, parts, uncertain: true }]
  })
}

const isWhole = (t: Term): boolean => isLevel(t) && !isDelta(t) && t.figure.approx === 'exact' && t.depth === 0 && Number.isInteger(t.figure.value)
