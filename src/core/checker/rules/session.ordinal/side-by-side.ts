import { SESSION_NUMBER } from '../../../figures/plenary-sessions.ts'
import { chineseInteger } from '../../../text/decimals.ts'
import { readNumeral } from '../../../text/numerals.ts'
import { LONG } from '../../part.ts'
import { viewOf } from '../../view.ts'
import type { Clash } from './assemblies.ts'
import type { SessionMention } from './mentions.ts'

/** What one paragraph says of a session, and of the one before it: whoever reports. Offsets in the paragraph's own text. */

/** Beside these two sessions are told apart on purpose. */
const APART = /[比较]|上年|去年|同比|分别|结转|遗留|延续|历次|历年|跨年度|未办|往年|上一次|上次|两次/u

/**
 * 政协某县第十届委员会第三次会议以来 and 十届二次会议以来 in one paragraph: the short form, which names no body, is of the session that was named in full.
 * The first session of a term may stand beside any other (一次会议以来: the term so far).
 */
export function sinceTwo(text: string, sessions: readonly SessionMention[]): Clash[] {
  const since = sessions.filter(({ role, quoted }) => role === 'since' && !quoted)
  const [full, short] = since
  if (!full || !short || since.length !== 2) return []
  const isBare = short.middle === '' && /(?:^|[。；，、])(?:自|从)?$/u.test(short.before)
  if (!isBare || full.national || (full.organ === '' && full.middle === '') || full.term !== short.term || Math.abs(full.number - short.number) > 2 || full.number === short.number) return []
  if (full.number === 1 || short.number === 1 || APART.test(text) || LONG.test(text)) return []
  return [{ at: short, other: full, message: `前文写作${full.surface}以来，此处写作${short.surface}以来，两处届次不一致` }]
}

/**
 * 县十八届人大二次会议以来，代表提出建议186件。其中，三次会议期间提出的162件，闭会期间提出的24件: what was told since a session is what was told at it and behind it. And 市政协五届四次会议
 * 提案共计13件…，五届五次会议提案均已答复: a number given to one session, and nothing but the answer to the other.
 */
export function takenApart(text: string, sessions: readonly SessionMention[]): Clash[] {
  const [first, second, ...more] = sessions.filter(({ quoted, national }) => !quoted && !national)
  if (!first || !second || first.term !== second.term || Math.abs(first.number - second.number) !== 1 || APART.test(text) || LONG.test(text)) return pairOfProposals(text, sessions)
  const between = text.slice(first.end, second.start)
  const behind = text.slice(second.end, second.end + 60).replace(/[。].*$/su, '')
  const isSplit = more.length === 0 && first.role === 'since' && second.role === 'during' && second.number === first.number + 1 && first.number > 1 && (first.organ === second.organ || second.organ === '') && /其中[^。；]{0,16}$/u.test(between) && /闭会期间/u.test(behind) && !/闭会/u.test(between)
  return isSplit ? [{ at: first, other: second, message: `前文写作${first.surface}以来，其中写作${second.surface}期间和闭会期间，两处届次不一致` }] : pairOfProposals(text, sessions)
}

const PROPOSALS = /^(?:的|期间的?)?(?:委员|代表)?(?:提案|建议|议案)/u

function pairOfProposals(text: string, sessions: readonly SessionMention[]): Clash[] {
  if (!/提案|建议|议案/u.test(text) || APART.test(text) || LONG.test(text)) return []
  const named = sessions.filter((it) => !it.quoted && !it.national && it.organ !== '' && PROPOSALS.test(text.slice(it.end, it.end + 8)))
  for (const organ of ['consultative', 'congress'] as const) {
    const [first, second, ...more] = named.filter((it) => it.organ === organ)
    if (!first || !second || more.length > 0 || first.term !== second.term || Math.abs(first.number - second.number) !== 1) continue
    const answer = text.slice(second.end, second.end + 40).replace(/[。；].*$/su, '')
    const told = text.slice(first.end, first.end + 20).replace(/[。；].*$/su, '')
    const lead = text.slice(first.end, second.start)
    if (/\d+件/u.test(told) && !/\d/u.test(answer) && /答复|办理完毕|办结|办理|满意/u.test(answer) && /[。；]/u.test(lead) && !/\d{4}年|历次|下一?步|跨年/u.test(lead)) return [{ at: second, other: first, message: `前文写作${first.surface}${organ === 'consultative' ? '提案' : '建议'}，此处写作${second.surface}，两处届次不一致` }]
  }
  return []
}

const N = SESSION_NUMBER
const KIND = '(?:党员|会员|妇女|团员|青年|归侨侨眷|残疾人|科学技术|文学艺术界|工会)?(?:代表大会|党代会|团代会|妇代会)'
const CONGRESS = new RegExp(`第(${N})次${KIND}`, 'gu')
/** 五年前召开的, 上一次: the congress before this one */
const BEFORE_THIS = /(?:五年前，?|上一?次|上一?届)(?:(?:在[^，。；]{2,8})?(?:召开|举行)的?)?(?:[^，。；第]{0,12})$/u
const ABOVE = /全国|中国|[省市]第?$|全[省市]$/u

/** 第十五次代表大会…。五年前召开的第十三次代表大会: the congress before is the one with the number before (congresses of parties and mass organizations meet every five years). */
export function congressBefore(source: string): Clash[] {
  if (!/年前|上一?[次届]/u.test(source) || !/次.{0,7}(?:代表大会|[党团妇]代会)/u.test(source)) return []
  const { text, at, endAt } = viewOf(source)
  const all = [...text.matchAll(CONGRESS)].flatMap(({ index, 0: surface, 1: n = '' }) => {
    const lead = text.slice(Math.max(0, index - 24), index).replace(/^.*[。；]/su, '')
    return ABOVE.test(lead.slice(-8)) || /全国/u.test(surface) ? [] : [{ start: at(index), end: endAt(index + surface.length), number: readNumeral(n), surface, isBefore: BEFORE_THIS.test(lead) }]
  })
  const [before, ...more] = all.filter((it) => it.isBefore)
  const numbers = new Set(all.filter((it) => !it.isBefore).map(({ number }) => number))
  const current = all.find((it) => !it.isBefore)
  if (!before || more.length > 0 || !current || numbers.size !== 1 || before.number === current.number - 1 || Math.abs(current.number - before.number) > 3) return []
  return [{ at: before, other: current, message: `${current.surface}的上一次应为第${chineseInteger(current.number - 1)}次，文中写作${before.surface}` }]
}
