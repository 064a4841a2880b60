import { readNumeral } from '../../../text/numerals.ts'
import type { View } from '../../view.ts'

/** What is counted by its numbers: months told one by one, and a series in which one number stands twice. Offsets in the view's text; linear in it. */
export interface Numbered {
  start: number
  end: number
  message: string
  also: readonly { start: number; end: number }[]
}

const CN = '一二三四五六七八九十'
/** 6、7、8三个月, 6月至8月三个月 */
const MONTHS = new RegExp(`(?<![\\d.年、])(\\d{1,2}月?(?:[、和]\\d{1,2}月?)*(?:(?:至|到|—{1,2}|-|～)\\d{1,2}月?)?)(?:份)?(?:，)?(?:这)?([${CN}两]{1,2})个月(?![内以前后来左]|时间|的?目标)`, 'gu')

/** 6、7、8四个月: as many months as are named. */
export function wrongMonths({ text }: View): Numbered[] {
  if (!text.includes('个月') || !/\d月?[、和至到—～-]?\d?\d?月?[一二两三四五六七八九十这，份]/u.test(text)) return []
  return [...text.matchAll(MONTHS)].flatMap(({ index, 0: surface, 1: list = '', 2: numeral = '' }): Numbered[] => {
    const range = /(?:至|到|—{1,2}|-|～)/u.exec(list)
    const numbers = (list.match(/\d+/gu) ?? []).map(Number)
    const [from = 0, to = 0] = numbers
    if (numbers.length < 2 || numbers.some((n) => n < 1 || n > 12) || (range && numbers.length > 2) || numbers.some((n, i) => i > 0 && n <= (numbers[i - 1] ?? 0))) return []
    const count = range ? to - from + 1 : numbers.length
    const said = readNumeral(numeral.replace('两', '二'))
    if (said === count || Math.abs(said - count) > 2) return []
    const start = index + surface.lastIndexOf(`${numeral}个月`)
    return [{ start, end: start + numeral.length + 2, message: `文中写作“${numeral}个月”，列出的是${list}，共${count}个月`, also: [{ start: index, end: index + list.length }] }]
  })
}

/** Series that are always told in their order. */
const SERIES: readonly { sign: string; pattern: RegExp; last: number }[] = [
  { sign: '种形态', pattern: /(?:运用|使用)(?:监督执纪)?第([一二三四])种形态/gu, last: 4 },
  { sign: '产业增加值', pattern: /第([一二三])产业增加值(?=(?:为|达到?|完成|实现)?\d)/gu, last: 3 },
]

/** 运用第三种形态处理…；运用第三种形态处理…: one number twice in turn, and the next (or the one before) nowhere. */
export function toldTwice({ text }: View): Numbered[] {
  return SERIES.flatMap(({ sign, pattern, last }): Numbered[] => {
    if (!text.includes(sign)) return []
    const found = Array.from(text.matchAll(pattern), ({ index, 0: surface, 1: n = '' }) => ({ start: index, end: index + surface.length, n: CN.indexOf(n) + 1 }))
    const run = found.map(({ n }) => n)
    const at = run.findIndex((n, i) => i > 0 && n === run[i - 1])
    const [one, two] = [found[at - 1], found[at]]
    if (run.length !== last || !one || !two || new Set(run).size !== last - 1 || run.some((n, i) => i > 0 && n < (run[i - 1] ?? 0))) return []
    const missing = Array.from({ length: last }, (_, i) => i + 1).find((n) => !run.includes(n)) ?? 0
    // 一、二、二、四: which of the two is wrong shows the place of the missing one
    const wrong = missing > one.n ? two : one
    return [{ start: wrong.start, end: wrong.end, message: `逐一列举时${text.slice(wrong.start, wrong.end)}出现两次，缺第${CN.charAt(missing - 1)}${sign === '种形态' ? '种形态' : '产业'}`, also: [wrong === two ? one : two] }]
  })
}

const TIMES = new RegExp(`(?<![\\d.余多])(\\d{1,2}|[${CN}两])(次|场|期|批|轮)(?:[^，。；：、\\d]{0,8})?，分别[于在](\\d{1,2}月(?:\\d{1,2}日)?(?:[、和及]\\d{1,2}月(?:\\d{1,2}日)?)+)`, 'gu')

/** 协商4次，分别于3月、6月、9月、11月和12月举行: there cannot be more months than times; there may be fewer. */
export function moreMonthsThanTimes({ text }: View): Numbered[] {
  if (!text.includes('，分别于') && !text.includes('，分别在')) return []
  return [...text.matchAll(TIMES)].flatMap(({ index, 0: surface, 1: numeral = '', 2: unit = '', 3: list = '' }): Numbered[] => {
    const said = /\d/u.test(numeral) ? Number(numeral) : readNumeral(numeral.replace('两', '二'))
    const months = list.split(/[、和及]/u).length
    if (!(said > 1) || months <= said || months - said > 2) return []
    const at = index + surface.indexOf('分别')
    return [{ start: at, end: index + surface.length, message: `文中写作“${numeral}${unit}”，后面列出${months}个时间：${list}`, also: [{ start: index, end: index + numeral.length + unit.length }] }]
  })
}
