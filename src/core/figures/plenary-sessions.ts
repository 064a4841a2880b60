/** The plenary sessions (全体会议) by whose number reports are dated: how the numbers are written, whose they are, and which place a body belongs to. */

/** A body holds one plenary session a year, and five in a term: 政协章程第三十三条 (地方委员会每届任期五年, 全体会议每年至少举行一次), 地方组织法. */
export const SESSIONS_PER_TERM = 5

/** A number of a term or session, in either writing; the source of an expression, without a group. */
export const SESSION_NUMBER = '(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})'

/** A body's kind, as far as it says whose sessions count its years. */
export type Organ = 'consultative' | 'congress' | 'other'

/** Whose sessions count a body's years: its own for a CPPCC, those of the people's congress to which they report for the others. `named` is the name of the body, or a title that has it. */
export const organOf = (named: string): Organ =>
  /政协|政治协商会议/u.test(named) ? 'consultative' : /人大|人民代表大会|政府|国务院|法院|检察院/u.test(named) ? 'congress' : 'other'

const KINDS = '[省市县区州旗盟镇乡]'
const AREA = new RegExp(`^(.*?${KINDS}|全国)(?=政协|人大|人民|中级|高级|政府|法院|检察)`, 'u')
const AREA_INSIDE = new RegExp(`(?:协商会议|政协)(?:第\\S{1,3}届)?(.*?${KINDS}|全国)委员会`, 'u')
const AREA_OF_SESSION = new RegExp(`(全国|\\p{Script=Han}{2,}${KINDS})(?=委员会|人民代表大会|人大)`, 'u')
const LEVEL = new RegExp(`(\\p{Script=Han}{0,12}?)(${KINDS}|全国)第?$`, 'u')
/** behind these, the level stands by itself (在县政协…), not at the end of a place's name */
const FREE = /(?:^|[^\p{Script=Han}]|[在于从自对向我本及和与到至来了落实彻神]|报告|汇报|完成|执行|围绕|召开)$/u
/** behind these it most likely does; but 日照市 is a city */
const LIKELY_FREE = /[据按照经日上]$/u

/** 开化县 of 开化县政协, of 政协开化县委员会 and of 中国人民政治协商会议开化县委员会; 全国 of the State Council; '' where the name has no place. */
export const areaOf = (body: string): string => AREA.exec(body)?.[1] ?? AREA_INSIDE.exec(body)?.[1] ?? (body.startsWith('国务院') ? '全国' : '')

/** What the words of a session say of the place that holds it. */
export type SessionPlace =
  /** they name one: is it that of the body? */
  | 'own'
  | 'other'
  /** a level alone (县政协), where the body's name has no place to compare it with */
  | 'level'
  /** none in the words before, nor by its full name within */
  | 'unnamed'

/**
 * Which place the words of a session name, seen from a body: `before` are the words in front of it without white space and without the name of the
 * organ (政协, 人大), `middle` those between term and number. 县政协 in a county's report is its own, 省政协 and 金华市政协 are not. With `certain`
 * a level stands by itself only where no name of a place can end in the words before it.
 */
export function placeOfSession({ before, middle }: { before: string; middle: string }, body: string, certain: boolean): SessionPlace {
  const area = areaOf(body)
  const full = AREA_OF_SESSION.exec(middle)?.[1]
  if (full !== undefined) return area !== '' && (area.endsWith(full) || full.endsWith(area.slice(-3))) ? 'own' : 'other'
  const level = LEVEL.exec(before)
  if (!level) return 'unnamed'
  const [, words = '', kind = ''] = level
  const alone = FREE.test(words) || (!certain && LIKELY_FREE.test(words))
  if (area === '') return alone ? 'level' : 'other'
  if (kind === '全国') return area === '全国' ? 'own' : 'other'
  return `${words}${kind}`.endsWith(area.slice(-3)) || (alone && area.endsWith(kind)) ? 'own' : 'other'
}
