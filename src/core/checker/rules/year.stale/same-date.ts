import type { View } from '../../view.ts'
import type { FixedSlip } from './own.ts'

const END = '(?:12月31日|12月底|12月末|年?底|年?末)'
/** the state of a date at the head of a sentence or clause, and what stands between it and its base */
const STATE = new RegExp(`(?:^|[。；]|[，、]?(?:截至|截止|到|至))((?:19|20)\\d{2})年(${END})[^。；]{0,90}?(?:比|较|与|同)((?:19|20)\\d{2})年(${END}|初)?(?:相比|比)?，?(?:净|共|又|再|同比|分别|各|略有|稳步|持续|明显|大幅|小幅)*(?:增|减|下降|提高|提升|上升|多|少|降低|扩大|缩小|回落|新增|高|低)`, 'gu')
/** 2024年，全区接待游客…，比2024年增长 */
const FLOW = /(?:^|[。；])((?:19|20)\d{2})年(?:度|全年)?，?(?!\d|[一二三四]季度|第|上半年|下半年|[初底末春夏秋冬起以前后至到—-])[^。；]{0,70}?(?:比|较|与|同)((?:19|20)\d{2})年(?:度|全年|同期)?(?:相比)?，?(?:净|共|又|再|同比|分别|各|略有|稳步|持续|明显|大幅|小幅)*(?:增|减|下降|提高|提升|上升|多\d|少\d|降低|扩大|缩小|回落)/gu
/** between the two another time is told of, or what was set rather than reached */
const OTHER_TIME = /今年|本年|目前|现在|如今|至今|去年|上年|同期|次年|当年|明年|年内|以来|年来|启动|成立|出台|印发|开始|获批|起步|规划|计划|目标|要求|提出|基数|基准|力争|预计|预期/u

/**
 * A state told of a date and compared with that same date: 截至2024年12月底…，比2024年底增加1100余人. One of the two is wrong: the base where the state is of the year reported on, else the state. Offsets in
 * the paragraph's own text.
 */
export function comparedWithItself({ text, at, endAt }: View, reported: number | null): FixedSlip[] {
  if (!/[比较与同](?:19|20)\d\d年/u.test(text)) return []
  const out: FixedSlip[] = []
  const add = (index: number, surface: string, year: string, said: string): void => {
    const first = index + surface.indexOf(`${year}年`)
    const second = index + surface.lastIndexOf(`${year}年`)
    const inside = text.slice(first + 5, second)
    if (first === second || OTHER_TIME.test(inside) || /(?:19|20)\d{2}/u.test(inside)) return
    const baseIsWrong = reported === null || Number(year) >= reported
    const [wrong, other] = baseIsWrong ? [second, first] : [first, second]
    const right = String(Number(year) + (baseIsWrong ? -1 : 1))
    out.push({ start: at(wrong), end: endAt(wrong + 4), message: `以${said}的数字与${said}相比，两处年份不应相同`, suggestion: right, other: { start: at(other), end: endAt(other + 4) } })
  }
  for (const { index, 0: surface, 1: year = '', 2: end, 3: base = '', 4: to } of /[底末日][^。；]*[比较与同]/u.test(text) ? text.matchAll(STATE) : []) {
    // 截至2024年底…比2024年初增加 is what it should be
    if (year === base && to !== '初' && end !== undefined) add(index, surface, year, to === undefined ? `${year}年` : `${year}年底`)
  }
  for (const { index, 0: surface, 1: year = '', 2: base = '' } of text.matchAll(FLOW)) if (year === base) add(index, surface, year, `${year}年`)
  return out
}
