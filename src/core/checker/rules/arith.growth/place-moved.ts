import { readNumeral } from '../../../text/numerals.ts'

/** Something that two places in a ranking leave no room for. Offsets in the paragraph; the first range is the number that is wrong, or the words that go the wrong way. */
export interface PlaceFault {
  message: string
  at: readonly { start: number; end: number }[]
  /** a number in place of the first one's */
  should?: string
  /** the words may be meant otherwise */
  uncertain?: true
}

const N = '(\\d{1,4}|[一二三四五六七八九十百]{1,5})'
const UP = '前移|上升|提升|跃升|攀升|进位|晋升|晋位|前进|升|进'
const DOWN = '下降|后移|后退|下滑|回落|倒退|退|降'
const MOVED = `(?:${UP}|${DOWN}|提高|跃居|跃至)`
/** against what: 较上年, 比去年; 三年累计 would be another span of time */
const AGAINST = '(?:名次|位次|排名|排位|同比|整体|直接|大幅|共|[较比](?:上一?年|去年|上届|上期|上次)(?:同期)?)*'
/** 前移9位, 提升6个名次 */
const BY = `${AGAINST}(${UP}|提高|${DOWN})了?\\s*${N}\\s*(?:个?(?:位次|名次)|位|名)(?!以|左右|多|至|到)`
const RANK = `第\\s*${N}\\s*[位名](?:次)?`
const ANY_RANK = /第\s*(?:\d{1,4}|[一二三四五六七八九十百]{1,5})\s*[位名]/u
/** 由第19位升至第12位 */
const FROM_TO = new RegExp(`[由从自](上一?年|去年|年初|上届|上期|原来|此前|(?:19|20)\\d{2}年)?[^，。；：、第\\d倒]{0,10}${RANK}[^，。；：、第\\d倒]{0,8}?(${MOVED})(?:至|到|为|成)?了?[^，。；：、第\\d倒]{0,12}${RANK}`, 'gu')
const THEN_BY = new RegExp(`^[^，。；：、（\\d第]{0,4}[，（]${BY}`, 'u')
const AHEAD_BY = new RegExp(`${BY}[，（]$`, 'u')
/** 位列全省第12位，较上年第19位前移9位 */
const WAS_BY = new RegExp(`${RANK}[，（][较比](?:上一?年|去年|上届|上期)的?(?:全[国省市县区])?${RANK}(${UP}|提高|${DOWN})了?\\s*${N}\\s*(?:个?(?:位次|名次)|位|名)`, 'gu')

const isUp = (word: string): boolean => !new RegExp(`^(?:${DOWN})$`, 'u').test(word)

/** 由第19位升至第12位，前移9位: how far a place moved, or which way, that does not follow from the two places. */
export function placeFaults(text: string): PlaceFault[] {
  if (!text.includes('第') || !ANY_RANK.test(text)) return []
  const out: PlaceFault[] = []
  for (const move of text.matchAll(FROM_TO)) {
    const [said, base = '', first = '', word = '', second = ''] = move
    const [from, to] = [readNumeral(first), readNumeral(second)]
    if (!(from > 0) || !(to > 0) || from === to) continue
    const at = { start: move.index, end: move.index + said.length }
    // 降至 may be said of the number, which is smaller for the better place
    if (isUp(word) && to > from) out.push({ message: `${to} − ${from} = ${to - from}，名次后退，文中写作“${word}”`, at: [at], uncertain: true })
    if (isUp(word) !== to < from) continue
    const behind = THEN_BY.exec(text.slice(at.end, at.end + 40))
    const ahead = behind ? null : AHEAD_BY.exec(text.slice(Math.max(0, at.start - 24), at.start))
    const claim = behind ?? ahead
    // of a longer time than the year before
    if (!claim || (/\d{4}/u.test(base) && /[较比同]/u.test(claim[0]))) continue
    const begin = behind ? at.end + behind.index : Math.max(0, at.start - 24) + (ahead?.index ?? 0)
    out.push(...farOff(from, to, claim[1] ?? '', claim[2] ?? '', begin, claim[0], at))
  }
  for (const told of text.matchAll(WAS_BY)) {
    const [said, second = '', first = '', word = '', by = ''] = told
    out.push(...farOff(readNumeral(first), readNumeral(second), word, by, told.index, said, { start: told.index, end: told.index + said.length }))
  }
  return out
}

/** The fault of one claim, whose words begin at `begin`. */
function farOff(from: number, to: number, word: string, by: string, begin: number, said: string, whole: { start: number; end: number }): PlaceFault[] {
  const due = Math.abs(from - to)
  const told = readNumeral(by)
  if (!(from > 0) || !(to > 0) || !(told > 0) || due === 0) return []
  const start = begin + said.lastIndexOf(by, said.length - 1)
  const number = { start, end: start + by.length }
  if (isUp(word) !== to < from) return isUp(word) ? [{ message: `${to} − ${from} = ${due}，名次后退，文中写作“${word}${by}位”`, at: [number, whole], uncertain: true }] : []
  return told === due ? [] : [{ message: `${Math.max(from, to)} − ${Math.min(from, to)} = ${due}，文中写作“${word}${by}位”`, at: [number, whole], ...(/\d/u.test(by) ? { should: String(due) } : {}) }]
}
