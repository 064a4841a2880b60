import type { CheckedParagraph } from '../../rule.ts'
import type { SessionMention } from './mentions.ts'

/** A session by its numbers alone (九届三次会议期间) beside the same session of another term in full (政协第十届某县委员会第三次会议). Offsets in the paragraphs' own texts. */

interface Placed {
  in: CheckedParagraph
  it: SessionMention
  /** does the paragraph look back over terms? */
  long: boolean
}

/** nothing that says whose it is, save the level */
const BARE = /(?:^|[，。；、：]|对|将|把|就|围绕|自|从|针对|于|在|和|与|至)([省市县区州旗乡镇])?$/u
/** what is said of the last session, and of no older one */
const OF_IT = /^(?:召开)?(?:期间|以来|以后)|^(?:的)?(?:委员|代表)?(?:提案|建议|议案|确定|提出|交办)/u

/**
 * Sessions told in short whose number is that of a session in full, in the term before or after it: a term is gone for five years, and one session of it is
 * hardly spoken of by the same number. Silent where the text names the short one in full too, or sessions of several terms in full.
 */
export function otherTermInShort(all: readonly Placed[]): { at: Placed; full: Placed }[] {
  const plain = all.filter(({ it }) => !it.national && !it.quoted)
  const inFull = plain.filter(({ it }) => it.organ !== '' || /委员会|代表大会/u.test(it.middle))
  const [first] = inFull
  if (!first || inFull.length === plain.length || inFull.some(({ it }) => it.term !== first.it.term)) return []
  return plain.flatMap((at) => {
    const { it, in: paragraph, long } = at
    const level = it.organ === '' && it.middle === '' ? BARE.exec(it.before) : null
    // 九届一次会议以来: the whole term before this one
    if (!level || long || it.number === 1 || !OF_IT.test(paragraph.text.slice(it.end, it.end + 6)) || /上一?届|历届|[比较]/u.test(paragraph.text)) return []
    const full = inFull.find((other) => other.it.number === it.number && Math.abs(other.it.term - it.term) === 1 && !other.long && (level[1] === undefined || `${other.it.before}${other.it.middle}`.includes(level[1])))
    return full ? [{ at, full }] : []
  })
}
