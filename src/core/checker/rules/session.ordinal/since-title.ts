import { chineseInteger } from '../../../text/decimals.ts'
import { LONG } from '../../part.ts'
import type { SessionMention } from './mentions.ts'

/** A session of the assembly to which the title line says that the report is given, whoever gives it: a court, a government, a standing committee. */
export interface SinceTitle<P> {
  at: P
  title: P
  message: string
}

const COUNTED = /^(?:以来|期间|确定|部署|提出|批准|审议通过|票决)/u
/** a look back: what was decided at the session before the last */
const BACK = /[比较]|上年|去年|同比|分别|结转|历次|上一?届|五年|本届|换届/u

/**
 * What was done since or as decided at the session before the one at which the report is given (县十七届人大三次会议以来 in a report to 十七届四次): the same number in another term, or the session that is only being held.
 * `all` in reading order. Nothing at the first session of a term, or where a title names another organ.
 */
export function otherThanBeforeTitle<P extends { in: { text: string; role: string }; it: SessionMention }>(all: readonly P[]): SinceTitle<P>[] {
  const title = all.find(({ it }) => it.role === 'at')
  if (!title) return otherThanTitledSince(all)
  if (title.it.number < 2 || title.it.national || title.it.quoted) return []
  const { term, number } = title.it
  const right = `${chineseInteger(term)}届${chineseInteger(number - 1)}次会议`
  return all.flatMap((placed): SinceTitle<P>[] => {
    const { it, in: { text } } = placed
    if (it.role === 'at' || it.national || it.quoted || it.does === 'ahead' || it.organ === '' || it.organ !== title.it.organ || BACK.test(text) || LONG.test(text)) return []
    const after = text.slice(it.end, it.end + 8)
    if (!COUNTED.test(after)) return []
    // 县人大 in a report to the city's congress
    const rank = /([省市县区州旗盟镇乡])(?=第?[^，。；]{0,4}$|人大|政协|人民代表)/u
    const mine = rank.exec(it.before.slice(-8) + it.middle)?.[1]
    const own = rank.exec(title.it.before.slice(-8) + title.it.middle)?.[1]
    if (mine !== undefined && own !== undefined && mine !== own) return []
    const other = Math.abs(it.term - term) === 1 && it.number === number - 1
    const same = it.term === term && it.number === number && it.role === 'since'
    return other || same ? [{ at: placed, title, message: `本报告作于${title.it.surface}，应为${right}，文中写作${it.surface}` }] : []
  })
}

/** 关于十届三次会议以来提案工作情况的报告 above 十届二次会议以来，共立案提案: the work of the session that the title names. */
function otherThanTitledSince<P extends { in: { text: string; role: string }; it: SessionMention }>(all: readonly P[]): SinceTitle<P>[] {
  const title = all.find(({ in: { role }, it }) => role === 'title' && it.role === 'since')
  if (!title || title.it.national) return []
  const { term, number } = title.it
  return all.flatMap((placed): SinceTitle<P>[] => {
    const { it, in: { text, role } } = placed
    if (role !== 'paragraph' || it.role !== 'since' || it.national || it.quoted || BACK.test(text) || LONG.test(text) || (it.organ !== '' && title.it.organ !== '' && it.organ !== title.it.organ)) return []
    const off = it.term === term ? Math.abs(it.number - number) === 1 && it.number > 1 : Math.abs(it.term - term) === 1 && it.number === number
    return off ? [{ at: placed, title, message: `标题写作${title.it.surface}以来，此处写作${it.surface}以来` }] : []
  })
}
