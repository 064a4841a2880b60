import type { View } from '../../view.ts'
import type { FixedSlip } from './own.ts'

const V = '\\d[\\d,.]*[万亿]?(?:%|\\p{Script=Han}{1,3}?)'
/** 由2020年的14646元提高到2020年的16403元 */
const FROM_TO = new RegExp(`[由从自]((?:19|20)\\d{2})年的?(${V})[^，。；\\d]{0,6}(?:提高|增加|增长|上升|提升|扩大|增|升|下降|减少|降低|压减|缩短|降|减)[^，。；\\d]{0,2}[到至](?:了)?((?:19|20)\\d{2})年的?(${V})`, 'gu')
/** 自2032年5月1日起施行 */
const IN_FORCE = /自((?:19|20)\d{2})年\d{1,2}月\d{1,2}日起(?:正式|全面)?(?:施行|实施|执行|生效)/gu
/** no rule comes into force so long after the year that the text speaks of */
const FAR = 5

/** Years of a sentence that cannot both be right, whatever the report's year. Offsets in the paragraph's own text; linear in it. */
export function fixedYears({ text, at, endAt }: View): FixedSlip[] {
  const out: FixedSlip[] = []
  for (const { index, 0: surface, 1: from = '', 2: before, 3: to = '', 4: after } of /[由从自](?:19|20)\d\d年/u.test(text) ? text.matchAll(FROM_TO) : []) {
    if (from !== to || before === after) continue
    const start = index + surface.lastIndexOf(`${to}年`)
    out.push({ start: at(start), end: endAt(start + 4), message: `前后两个数字写作同一年：${surface}` })
  }
  for (const { index, 1: year = '' } of /日起(?:正式|全面)?(?:施|实|执|生)/u.test(text) ? text.matchAll(IN_FORCE) : []) {
    const others = [...(text.slice(0, index) + text.slice(index + 5)).matchAll(/(?<!\d)((?:19|20)\d{2})年/gu)].map(([, y]) => Number(y))
    const latest = Math.max(...others)
    if (others.length > 0 && Number(year) - latest >= FAR && Number(year) > 2030) out.push({ start: at(index + 1), end: endAt(index + 5), message: `文中另说的是${latest}年，此处写作${year}年起施行` })
  }
  return out
}
