import { readNumeral } from '../../../text/numerals.ts'
import type { View } from '../../view.ts'
import type { Numbered } from './numbered.ts'

/** 组织4次集中视察：4月，就…；7月，就…；10月，就…: a count of meetings, and behind a colon each of them under its month or quarter. Offsets in the view's text; linear in it. */

const CN = '一二三四五六七八九'
const COUNT = new RegExp(`(?<![\\d.第余多近约每${CN}十百])(\\d{1,2}|[${CN}两十])(次|场|期|批|轮|届)(?![以余多])([^，。；：“”\\d]{0,14})：(?=\\d{1,2}月|[一二三四]季度|第[一二三四]季度)`, 'gu')
/** with what a part begins: its time, and nothing of a second time */
const TIME = /^(?:(\d{1,2})月(?:\d{1,2}日|[上中下]旬|[初底中末])?|第?([一二三四])季度)(?:，)?(?![至到—～~-]|\d|[、和及])/u
/** a part that tells of more than one, or what says that not all are told */
const MORE = /先后|分别|两次|[二三四两]场|再次|又|还|\d+[次场期批轮届]|等$|连续|\d月[^，。；]{0,6}(?:、|和|及)?\d{1,2}月/u
/** how a sentence goes on with the list that does not begin with a month */
const GOES_ON = /^(?:此外|另外|另|还|年底|年末|年中|同时|其间|国庆|春节|“|暑|寒|第|最后|接着|随后|之后|会后|闭会|上半年|下半年|\d)/u

/** what a body holds itself, and then tells in full: not what befalls it (3次强降雨) */
const HELD = /组织|开展|举办|召开|举行|安排|进行|承办|召集|推出|实施|协商|视察|调研|培训|询问|巡演|集中|检查|督查|演练/u

/** Counts of times that differ from the dated parts behind them by one or two. Lists with a part that may hold two times are left alone. */
export function wrongDatedTimes({ text }: View): Numbered[] {
  if (!/[：:]第?[\d一二三四]/u.test(text) || !/：(?:\d{1,2}月|第?[一二三四]季度)/u.test(text)) return []
  return [...text.matchAll(COUNT)].flatMap(({ index, 0: surface, 1: numeral = '', 2: unit = '' }): Numbered[] => {
    const from = index + surface.length
    const said = /\d/u.test(numeral) ? Number(numeral) : readNumeral(numeral.replace('两', '二'))
    const parts = HELD.test(text.slice(Math.max(0, index - 16), from)) ? partsFrom(text, from) : undefined
    // 8月，就农村饮水、校园餐开展询问: one part may hold two
    if (!parts || (said > parts.length && parts.some(({ listsMore }) => listsMore)) || parts.length < 2 || said < 2 || said === parts.length || Math.abs(said - parts.length) > 2) return []
    return [{
      start: index, end: index + numeral.length + unit.length,
      message: `文中写作“${numeral}${unit}”，后面逐一列出${parts.length}${unit}：${parts.map(({ words }) => words).join('、')}`,
      also: parts.map(({ start, words }) => ({ start, end: start + words.length })),
    }]
  })
}

interface Part {
  start: number
  /** the month or quarter */
  words: string
  listsMore: boolean
}

/** The parts from here on, of one or more sentences; undefined where it is not certain how many times they tell of. */
function partsFrom(text: string, from: number): readonly Part[] | undefined {
  const parts: Part[] = []
  let last = 0
  let mark = ''
  for (let at = from; at < text.length;) {
    const end = at + (/^[^；。]*/u.exec(text.slice(at, at + 200))?.[0].length ?? 0)
    const part = text.slice(at, end)
    const time = TIME.exec(part)
    if (!time) return (mark === '。' && !GOES_ON.test(part)) || part === '' ? parts : undefined
    const number = time[1] === undefined ? readNumeral(time[2] ?? '') : Number(time[1])
    if (end - at >= 200 || number < last || MORE.test(part)) return undefined
    parts.push({ start: at, words: time[0].replace('，', ''), listsMore: part.includes('、') })
    last = number
    mark = text.charAt(end)
    at = end + 1
  }
  return parts
}
