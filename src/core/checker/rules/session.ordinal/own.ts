import type { Report } from '../../../model/report.ts'
import { plainParagraphs } from '../../../model/plain-text.ts'
import { readSessions, type SessionMention } from './mentions.ts'

/** A body holds one plenary session a year, and five in a term: 政协章程 (地方委员会每届任期五年, 全体会议每年至少举行一次), 地方组织法. */

/** behind these, the level stands by itself (在县政协…), not at the end of a place's name */
const FREE = /(?:^|[^\p{Script=Han}]|[在于从自对向我本及和与到至来了落实彻神据按照经向对日上])$/u

type Organ = 'consultative' | 'congress' | 'other'

/** Whose sessions count the report's years: its own for a CPPCC, those of the congress to which it reports for the others. */
export const organOf = (body: string): Organ => (/政协|协商会议/u.test(body) ? 'consultative' : /人大|人民代表大会|政府|法院|检察院/u.test(body) ? 'congress' : 'other')

const areaOf = (body: string): string =>
  /^(.*?[省市县区州旗盟])(?=政协|人大|人民|中级|高级|政府|法院|检察)/u.exec(body)?.[1] ?? /协商会议(?:第\S{1,3}届)?(.*?[省市县区州旗盟])委员会/u.exec(body)?.[1] ?? ''

/** Is this a plenary session of the body, or of the congress to which it reports? */
export function isOwn({ organ, national, before, middle, quoted }: SessionMention, body: string): boolean {
  const mine = organOf(body)
  if (mine === 'other' || national || quoted || (organ !== '' && organ !== mine)) return false
  if (organ === '' && mine === 'congress' && !/人民代表大会|人大/u.test(body)) return false
  const area = areaOf(body)
  const long = /([\p{Script=Han}]{2,}[省市县区州旗盟])(?=委员会|人民代表大会|人大)/u.exec(middle)?.[1]
  if (long !== undefined) return area !== '' && (area.endsWith(long) || long.endsWith(area) || long.endsWith(area.slice(-3)))
  const level = /([\p{Script=Han}]{0,12}?)([省市县区州旗盟]|全国)(?:政协|人大|人民代表大会)?第?$/u.exec(before)
  if (!level) return !/[省市县区州旗盟]/u.test(middle)
  const [, words = '', kind = ''] = level
  if (area === '') return FREE.test(words)
  if (`${words}${kind}`.endsWith(area.slice(-3))) return true
  return FREE.test(words) && area.endsWith(kind)
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
