import { inFormOf, numberOf, quotedBy, type Change, type Step } from './step.ts'

/** A body holds one plenary session (全体会议) a year, and five in a term: 政协章程第三十三条 (地方委员会每届任期五年, 全体会议每年至少举行一次), 地方组织法. */
const SESSIONS_PER_TERM = 5

const N = '(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})'
const SESSION = new RegExp(`第?\\s?${N}\\s?届(\\p{Script=Han}{0,24}?)第?\\s?(${N})\\s?次(全体会议|全会|全委会?(?:会议)?|会议|大会)?`, 'gud')
const HERE = new RegExp(SESSION.source, 'uy')
const LEVEL = /([\p{Script=Han}]{0,12}?)([省市县区州旗盟]|全国)(?:第)?$/u
/** behind these, the level stands by itself (在县政协…), not at the end of a place's name */
const FREE = /(?:^|[^\p{Script=Han}]|[在于从自对向我本及和与到至来了落实彻神])$/u

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
  return isOwnPlace(before.replace(/(?:人民代表大会|人大|政协|人民政协)$/u, ''), middle, body)
}

/** 开化县 of 开化县政协 and of 中国人民政治协商会议开化县委员会; 全国 of the State Council; '' where the name has no place. */
const areaOf = (body: string): string =>
  /^(.*?[省市县区州旗盟]|全国)(?=政协|人大|人民|中级|高级|政府|法院|检察)/u.exec(body)?.[1] ?? /协商会议(?:第\S{1,3}届)?(.*?[省市县区州旗盟]|全国)委员会/u.exec(body)?.[1] ?? (body.startsWith('国务院') ? '全国' : '')

/** Do the words before a session name another place than that of the body? 县政协 in a county's report does not, 省政协 and 金华市政协 do. */
function isOwnPlace(before: string, middle: string, body: string): boolean {
  const area = areaOf(body)
  const long = /(全国|[\p{Script=Han}]{2,}[省市县区州旗盟])(?=委员会|人民代表大会|人大)/u.exec(middle)?.[1]
  if (long !== undefined) return area !== '' && (area.endsWith(long) || long.endsWith(area))
  const level = LEVEL.exec(before)
  if (!level) return true
  const [, words = '', kind = ''] = level
  if (area === '') return false
  if (kind === '全国') return area === '全国'
  if (`${words}${kind}`.endsWith(area.slice(-3))) return true
  return FREE.test(words) && area.endsWith(kind)
}
