import { readNumeral } from '../../../text/numerals.ts'
import type { View } from '../../view.ts'

/** A count of meetings or issues beside the run of ordinals that it counts. Offsets in the view's text. */
export interface WrongSpan {
  start: number
  end: number
  /** how many the ordinals are */
  listed: number
  first: number
  last: number
  surface: string
  counted: { start: number; end: number; text: string }
}

const N = '\\d{1,3}|[一二三四五六七八九十百零两]{1,5}'
const UNIT = '次|期|场|讲|批|届|轮|号|课|站|季'
const TO = '(?:至|到|—{1,2}|–|－|-|～|~)'
/** 第二十一次至第二十七次, 第1—12期 */
const RUN = `第(${N})(?:(${UNIT})(?:[^，。；、第（）]{0,8}?))?${TO}第?(${N})(${UNIT})`
/** 召开8次会议，即第二十一次至第二十七次; 编发简报12期（第1期至第12期） */
const BEHIND = new RegExp(`(?<![\\d.第])(${N})(${UNIT})([^，。；：、（）\\d]{0,12})(?:，?(?:即|也就是|分别(?:为|是)|依次(?:为|是))：?|（(?:即|分别(?:为|是))?)(${RUN})`, 'gu')
/** 召开第二十一次至第二十八次共8次 */
const BEFORE = new RegExp(`(${RUN})([^，。；：、（）\\d第]{0,8}?)(?:，)?(?:共计?|合计|总共|一共)(${N})(${UNIT})`, 'gu')
/** beside these, more than one run is counted, or not all of one */
const OTHERS = /除|其中|含|另|分别于|补|总第/u

/** 共召开8次会议，即第二十一次至第二十七次会议: a run of ordinals holds last − first + 1. */
export function wrongSpans({ text }: View): WrongSpan[] {
  if (!text.includes('第')) return []
  const out: WrongSpan[] = []
  const add = (at: number, run: string, [a = '', b = '', unit = '']: readonly (string | undefined)[], count: { at: number; digits: string; unit: string }, sentence: string, behind: string): void => {
    const [first, last, counted] = [readNumeral(a), readNumeral(b), readNumeral(count.digits)]
    const listed = last - first + 1
    if (!Number.isInteger(listed) || listed < 2 || listed > 400 || counted === listed || counted < 2 || OTHERS.test(sentence)) return
    if (unit !== count.unit && !(unit === '号' || count.unit === '号')) return
    // 第十二次至第十五次、第十七次: the run is one of several
    if (/^(?:[^，。；]{0,10}?)(?:、|和|及|以及|与)第?(?:\d|[一二三四五六七八九十]|临时)/u.test(behind) || /第[^，。；]{1,8}[、和]$/u.test(text.slice(Math.max(0, at - 12), at))) return
    out.push({ start: at, end: at + run.length, listed, first, last, surface: run, counted: { start: count.at, end: count.at + count.digits.length + count.unit.length, text: count.digits + count.unit } })
  }
  if (/[即（别次]/u.test(text)) {
    for (const match of text.matchAll(BEHIND)) {
      const [surface, digits = '', unit = '', , run = '', a, , b, last] = match
      const at = match.index + surface.length - run.length
      add(at, run, [a, b, last], { at: match.index, digits, unit }, sentenceOf(text, match.index), text.slice(match.index + surface.length, match.index + surface.length + 24))
    }
  }
  if (text.includes('共') || text.includes('合计')) {
    for (const match of text.matchAll(BEFORE)) {
      const [surface, run = '', a, , b, last, , digits = '', unit = ''] = match
      add(match.index, run, [a, b, last], { at: match.index + surface.length - digits.length - unit.length, digits, unit }, sentenceOf(text, match.index), '')
    }
  }
  return out
}

const sentenceOf = (text: string, at: number): string => text.slice(Math.max(text.lastIndexOf('。', at), text.lastIndexOf('；', at), at - 80) + 1, at + 60).replace(/[。；].*$/su, '')
