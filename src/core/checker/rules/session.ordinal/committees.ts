import { SESSION_NUMBER } from '../../../figures/plenary-sessions.ts'
import { readNumeral } from '../../../text/numerals.ts'
import { viewOf } from '../../view.ts'
import type { Place } from './mentions.ts'

/**
 * Committees that congresses elect (工会第九次代表大会选举产生第九届委员会; the eighth reports to it): 中国工会章程第三章, 团章第三章, 党章第二十七条, 妇联章程.
 * Offsets in the paragraph's own text.
 */
export interface Committee extends Place {
  term: number
  /** from: the one that reports; elected: the one that the congress elects */
  role: 'from' | 'elected'
  surface: string
}

export interface CommitteeReading {
  committees: readonly Committee[]
  /** number of the congress to which a title line says the report was given */
  congress?: number
}

const N = `(${SESSION_NUMBER})`
const COMMITTEE = new RegExp(`第${N}届(?:执行|全?省|全?市|全?县|全?区)?委员会(?!第)`, 'gu')
const CONGRESS = new RegExp(`第${N}次(?:会员|妇女|职工)?代表大会`, 'u')
const NO_CONGRESS = /人民代表大会|人大|政协|协商/u

export function readCommittees(source: string, role: string): CommitteeReading {
  const titled = role === 'title' || role === 'subtitle' || role === 'occasion'
  const congress = titled && !NO_CONGRESS.test(source) ? CONGRESS.exec(source)?.[1] : undefined
  if (!source.includes('委员会') || NO_CONGRESS.test(source)) return { committees: [], ...(congress === undefined ? {} : { congress: readNumeral(congress) }) }
  const view = viewOf(source)
  const committees = Array.from(view.text.matchAll(COMMITTEE)).flatMap(({ index, 0: surface, 1: n = '' }): Committee[] => {
    const before = view.text.slice(Math.max(0, index - 26), index).replace(/^.*[。；！]/su, '')
    const what: Committee['role'] | undefined = /(?:选举产生|选举|选出|产生)[^，]{0,14}$|新一届$/u.test(before) ? 'elected' : /(?:我代表|受)[^，]{0,16}$|(?:过去五年|五年来|五年)，?是[^，]{0,14}$/u.test(before) ? 'from' : undefined
    return what ? [{ start: view.at(index), end: view.endAt(index + surface.length), term: readNumeral(n), role: what, surface }] : []
  })
  return { committees, ...(congress === undefined ? {} : { congress: readNumeral(congress) }) }
}

/** Those that do not agree with the congress and the other mentions, with the right term. */
export function wrongCommittees<P>(all: readonly { in: P; it: Committee }[], congress: number | undefined): { in: P; it: Committee; right: number }[] {
  const votes = new Map<number, number>()
  const vote = (n: number): void => void votes.set(n, (votes.get(n) ?? 0) + 1)
  if (congress !== undefined) vote(congress)
  for (const { it } of all) vote(it.role === 'from' ? it.term + 1 : it.term)
  const [best, next] = [...votes].sort((a, b) => b[1] - a[1])
  if (!best || best[1] < 2 || (next && next[1] === best[1])) return []
  return all.flatMap((placed) => {
    const right = placed.it.role === 'from' ? best[0] - 1 : best[0]
    return placed.it.term !== right && Math.abs(placed.it.term - right) <= 2 ? [{ ...placed, right }] : []
  })
}
