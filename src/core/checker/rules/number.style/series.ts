import { sentenceRanges } from '../../../text/sentences.ts'
import type { NumberSlip } from './slip.ts'

/** Measure words that count the same kind of thing wherever they stand in a sentence. */
const MEASURE = '(人次|场次|批次|[次件篇场名家户期批份条]|人(?!大|才|民|员|均|口))'
const DIGITS = new RegExp(`(?<![\\d.第])\\d[\\d,]*(?:\\.\\d+)?[余多]?${MEASURE}`, 'gu')
/** More than one character: 一次, 十项 are words of any text. No ordinals, no approximations (三十余次), no 几十. */
const HAN = new RegExp(`(?<![第数几上近一二三四五六七八九十百千万\\d])((?:[一二三四五六七八九]?十[一二三四五六七八九]|[二三四五六七八九]十|[一二三四五六七八九]百[零〇一二三四五六七八九十]*))${MEASURE}`, 'gu')

/** Numbers of one kind in one sentence, some in digits and some in characters (视察十二次、调研13次): GB/T 15835—2011, 4.3, 同类别同形式. */
export function mixedSeries(text: string): NumberSlip[] {
  if (!HAN.test(text)) return []
  HAN.lastIndex = 0
  return sentenceRanges(text).flatMap(({ start, end }): NumberSlip[] => {
    const sentence = text.slice(start, end)
    const measures = new Set([...sentence.matchAll(DIGITS)].map((match) => match[1] ?? ''))
    return [...sentence.matchAll(HAN)].flatMap((match): NumberSlip[] => {
      const [whole, number = '', measure = ''] = match
      if (!measures.has(measure) || isQuotedHere(sentence, match.index)) return []
      const at = start + match.index
      return [{ start: at, end: at + whole.length, message: `同一句中同类数字写法不一：“${number}”宜用阿拉伯数字（GB/T 15835—2011，4.3，同类别同形式）`, suggestion: `${valueOf(number)}${measure}` }]
    })
  })
}

const isQuotedHere = (sentence: string, at: number): boolean => sentence.lastIndexOf('“', at) > sentence.lastIndexOf('”', at) || sentence.lastIndexOf('《', at) > sentence.lastIndexOf('》', at)

/** 一百二十 → 120. */
function valueOf(number: string): number {
  let total = 0
  let digit = 0
  for (const c of number) {
    const value = '零一二三四五六七八九'.indexOf(c)
    if (value > 0) digit = value
    else if (c === '十' || c === '百') {
      total += (digit === 0 ? 1 : digit) * (c === '十' ? 10 : 100)
      digit = 0
    }
  }
  return total + digit
}
