import { decimalsOf } from '../span.ts'
import { digitsOf, isOneSlip, isTransposition } from '../number-slip.ts'
import { wordsOf } from './rates.ts'
import { isDelta, isLevel, sameMeasure, type Sentence } from './sentence.ts'
import type { Share } from './shares.ts'

/** Ratios by name, with what is divided and by what. */
const KINDS: readonly { name: RegExp; top: RegExp; bottom: RegExp }[] = [
  { name: /城乡(?:居民)?(?:人均)?(?:可支配)?收入(?:之|倍差|差距|相对)?(?:比|倍差)/u, top: /城镇/u, bottom: /农村/u },
  { name: /生师比/u, top: /学生|在校生|生/u, bottom: /教师|师/u },
  { name: /(?:人数之比|男女(?:生|性)?(?:人数)?(?:之)?比例?|性别比)/u, top: /男|女/u, bottom: /男|女/u },
  { name: /医护(?:之)?比/u, top: /护/u, bottom: /医/u },
  { name: /床护(?:之)?比/u, top: /护/u, bottom: /床/u },
  { name: /存贷比/u, top: /贷款/u, bottom: /存款/u },
]
/** 缩小到2.02:1, 由上年的2.05降为2.02 */
const STATED = '[^，。；：、\\d由从上去]{0,8}(?:[，]?[由从](?:上年|去年)?(?:同期|末)?的?\\d+(?:\\.\\d+)?(?:[:：∶︰]1)?[^，。；：、\\d]{0,4})?(?:为|达到?|到|至|是|在|约为)?(\\d{1,2}\\.\\d{1,2})(?:[:：∶︰]1(?![\\d.])|倍)?(?![\\d.%％]|[万亿元个名人件])'
const PATTERNS = KINDS.map((kind) => ({ ...kind, stated: new RegExp(`${kind.name.source}${STATED}`, 'u') }))
/** one of these stands in each name; 比上年 is in every second sentence */
const NAMED = /收入|倍差|[师护贷之别]比|男女/u
/** told of another time or place */
const ELSEWHERE = /全国|全省|全市平均|上年为|目标|计划|标准|不低于|不高于|不超过/u

/** 城镇居民收入10063元，农村居民收入4974元，城乡收入比为2.20:1: a ratio of one slip off what its two numbers make, where no other two make it. */
export function readRatios(sentence: Sentence): Share[] {
  const { text, start, end, terms, previous } = sentence
  const said = text.slice(start, end)
  if ((!said.includes('比') && !said.includes('倍差')) || !NAMED.test(said)) return []
  return PATTERNS.flatMap((kind): Share[] => {
    const found = kind.stated.exec(said)
    const number = found?.[1]
    if (!found || number === undefined || ELSEWHERE.test(found[0])) return []
    const from = start + found.index + found[0].lastIndexOf(number)
    const pool = [...(previous?.previous?.terms ?? []), ...(previous?.terms ?? []), ...terms].filter((t) => t.figure.start < start + found.index && isLevel(t) && !isDelta(t))
    const [tops, bottoms] = [pool.filter((t) => kind.top.test(wordsOf(t))), pool.filter((t) => kind.bottom.test(wordsOf(t)))]
    const [value, places] = [Number(number), decimalsOf(number)]
    const room = 1.01 * 10 ** -places
    if (pool.some((a) => pool.some((b) => a !== b && sameMeasure(a, b) && Math.abs(a.span.low / b.span.high - value) <= room + (a.span.high / b.span.low - a.span.low / b.span.high)))) return []
    for (const part of tops.toReversed()) {
      const whole = bottoms.toReversed().find((t) => t !== part && sameMeasure(t, part))
      if (!whole) continue
      const due = digitsOf((part.figure.value / whole.figure.value).toFixed(places))
      const digits = digitsOf(number)
      if (due.length !== digits.length || !(digits.length > 2 ? isOneSlip(digits, due) : isTransposition(digits, due))) continue
      const figure = { start: from, end: from + number.length, text: number, value, unit: '', approx: 'exact', kind: 'quantity', indicator: '' } as const
      const span = { low: value - room, high: value + room }
      return [{ stated: { figure, at: terms.length, before: '', after: '', depth: 0, span }, span, as: 'average', part, whole, open: false, uncertain: true }]
    }
    return []
  })
}
