import { areaOf, organOf, placeOfSession } from '../../../figures/plenary-sessions.ts'
import type { Report } from '../../../model/report.ts'
import { plainParagraphs } from '../../../model/plain-text.ts'
import { readSessions, type SessionMention } from './mentions.ts'

/** Is this a plenary session of the body, or of the congress to which it reports? */
export function isOwn({ organ, national, before, middle, quoted, role }: SessionMention, body: string): boolean {
  const mine = organOf(body)
  if (mine === 'other' || national || quoted || (organ !== '' && organ !== mine)) return false
  if (organ === '' && mine === 'congress' && !/人民代表大会|人大/u.test(body)) return false
  if (role === 'at' && organ === mine && isOfRank(before + middle, body)) return true
  const place = placeOfSession({ before: before.replace(/(?:人民代表大会|人大|政协)$/u, ''), middle }, body, false)
  // only told, never changed: a level alone is enough where the body has no place, and a place that `middle` names in another way is not taken for the body's
  return place === 'own' || place === 'level' || (place === 'unnamed' && !/[省市县区州旗盟镇乡]/u.test(middle))
}

/** Does the line that says where the report was given name a place of the rank that the body has? It may write the body's own place in another way. */
function isOfRank(words: string, body: string): boolean {
  const rank = areaOf(body).slice(-1)
  return rank !== '' && /([省市县区州旗盟镇乡])(?=政协|人大|人民代表大会|委员会|$)/u.exec(words)?.[1] === rank
}

/** A term and a session of it. */
export interface Session {
  term: number
  number: number
}

/** The session at which a report was delivered, and the one since which it reports, as far as its text says so. */
export interface Course {
  at?: Session
  since?: Session
}

const remembered = new WeakMap<Report, Course>()

/** What an earlier report says of its sessions. */
export function courseOf(report: Report): Course {
  const known = remembered.get(report)
  if (known) return known
  const mentions = plainParagraphs(report).flatMap(({ text, role }) => readSessions(text, role).sessions.filter((it) => isOwn(it, report.body)))
  const course = courseIn(mentions)
  remembered.set(report, course)
  return course
}

export function courseIn(mentions: readonly SessionMention[]): Course {
  const at = mentions.find(({ role }) => role === 'at')
  const since = most(mentions.filter(({ role }) => role === 'since' || role === 'during'))
  return { ...(at ? { at: { term: at.term, number: at.number } } : {}), ...(since ? { since } : {}) }
}

/** The session that most of these name; undefined where two are named as often. */
export function most(mentions: readonly Session[]): Session | undefined {
  const counts = new Map<string, { session: Session; count: number }>()
  for (const { term, number } of mentions) {
    const entry = counts.get(`${term}.${number}`) ?? { session: { term, number }, count: 0 }
    entry.count++
    counts.set(`${term}.${number}`, entry)
  }
  const [best, next] = [...counts.values()].sort((a, b) => b.count - a.count)
  return best && best.count > (next?.count ?? 0) ? best.session : undefined
}
