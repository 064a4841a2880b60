import { placeOfSession, SESSION_NUMBER as N, SESSIONS_PER_TERM } from '../figures/plenary-sessions.ts'
import { inFormOf, numberOf, quotedBy, type Change, type Step } from './step.ts'

const SESSION = new RegExp(`第?\\s?${N}\\s?届(\\p{Script=Han}{0,24}?)第?\\s?(${N})\\s?次(全体会议|全会|全委会?(?:会议)?|会议|大会)?`, 'gud')
const HERE = new RegExp(SESSION.source, 'uy')

/**
 * The sessions of a text: 十届四次会议 becomes 十届五次会议 where it is the plenary session of the body that reports, or, for a government, a court or a
 * procuratorate, of the people's congress to which it reports. Other bodies' sessions and the last of a term are marked.
 */
export function sessionChanges(text: string, step: Step): Change[] {
  return [...text.matchAll(SESSION)].flatMap((match): Change[] => {
    const { index: start, 0: surface } = match
    const middle = match[1] ?? ''
    const tail = match[3] ?? ''
    // 第五届…，第三次: not one name
    if (/[届次]|会议/u.test(middle) || quotedBy(text, start) === '《') return []
    const end = start + surface.length
    const marked: Change = { start, end, review: 'session' }
    const before = text.slice(Math.max(0, start - 24), start).replace(/\s+/gu, '')
    const foreign = /^\s*(?:职工|教职工|会员|团员|少先队|工会|全委|执委|理事)/u.test(text.slice(end, end + 8))
    if (step.from === null || foreign || quotedBy(text, start) !== '' || !isOwn(before, middle, tail, step)) return [marked]
    const number = match[2] ?? ''
    const next = numberOf(number) + step.to - step.from
    if (!(next >= 1 && next <= SESSIONS_PER_TERM)) return [marked]
    const [from, until] = match.indices?.[2] ?? [end, end]
    return [{ start: from, end: until, to: inFormOf(number, next) }]
  })
}

/** Does the name of a session (第九届…第四次会议) begin here? */
export function beginsSession(text: string, at: number): boolean {
  HERE.lastIndex = at
  return HERE.test(text)
}

/** Is this the plenary session of the body itself, or of the congress to which it reports? */
function isOwn(before: string, middle: string, tail: string, { organ, body }: Step): boolean {
  if (/常委会|常务委员会|主席会议|主任会议|党代|党组|纪委|全委/u.test(middle + tail) || tail === '全会' || /中央|中共|党的?$|[省市县区州旗盟]委$|纪委$|工会|团$|妇/u.test(before.slice(-6) + middle)) return false
  const named = /人大|人民代表大会/u.test(before.slice(-6) + middle) ? 'congress' : /政协|协商会议/u.test(before.slice(-8) + middle) || middle.endsWith('委员会') ? 'consultative' : organ
  if (organ === 'other' || named !== organ) return false
  // a number is changed only where it is certain whose it is
  const place = placeOfSession({ before: before.replace(/(?:人民代表大会|人民政协|人大|政协)$/u, ''), middle }, body, true)
  return place === 'own' || place === 'unnamed'
}
