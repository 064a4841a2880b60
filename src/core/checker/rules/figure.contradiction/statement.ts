import type { CoreFigure } from '../../../figures/figure.ts'
import { clauseEnd, clauseStart, isQuoted, sentenceIndex, squeezed } from '../../reading.ts'
import type { ReadParagraph } from '../../rule.ts'

/** A figure with everything that says what it is a figure of. */
export interface Statement {
  figure: CoreFigure
  /** as the message names it */
  indicator: string
  /** index of its sentence in the paragraph */
  sentence: number
  /** does it sum up the year (全年, 共, 累计)? */
  sums: boolean
  /** equal for statements that say the same */
  key: string
}

/** words that add nothing to what is counted */
const NEUTRAL = /全年|本年度?|今年|一年来|年内|过去一年|总共|一共|共计|合计|总计|累计|(?<!中|公)共(?!同|产|青|享|建|识|富|和|治)|先后|已经?|(?:政协|全体|广大)?委员们?(?=提交|提出|撰写)|我们|积极|认真|精心|有效|扎实|成功|顺利|的|了|各类|数量?$|总数$|以来/gu
const SUMS = /全年|共|累计|总计|合计|总数|一年来/u
/** words that limit what is counted to a time, a place or a part; two statements must have the same ones */
const SCOPE =
  /会议?期间|闭会|大会|全会|会上|上半年|下半年|[一二三四]季度|\d{1,2}月|\d{4}年|今年|去年|上年|本月|当[年月天日场]|目前|截至|年底|五年|[三四五]年来|届|以来|其中|另|平均|每|分别|仅|新增|全国|全省|全市|全县|全区|全域|[省市县区镇乡村]级|\p{Script=Han}(?:省|市|县|镇|街道|园区|开发区)|一是|二是|三是|四是|五是|六是|“[^”]{1,12}”|《[^》]{1,20}》/gu
const PLAN = /(?:任务|意见|安排|目标|计划|打算|部署|要求|建议|思路|重点|展望)$/u

/** The statement that a figure makes; undefined where it is not certain enough what it says. */
export function statementOf({ text, path }: ReadParagraph, figure: CoreFigure, sentences: readonly { start: number; end: number }[], body: string): Statement | undefined {
  if (figure.approx !== 'exact' || figure.high !== undefined || figure.kind === 'percent') return undefined
  if (isQuoted(text, figure.start)) return undefined
  const indicator = bare(figure.indicator, body)
  if (indicator.length < 4) return undefined
  const start = clauseStart(text, figure.start)
  const before = squeezed(text.slice(start, figure.start))
  // a list in the clause (12次、视察3次), or a clause whose beginning is not in sight
  if (/[\d、]/u.test(before.replace(/^\d{4}年/u, '')) || before.length > 40) return undefined
  const after = squeezed(text.slice(figure.end, clauseEnd(text, figure.end)))
  if (/[\d、]/u.test(after) || after.length > 20) return undefined
  const said = bare(before, body) + '#' + bare(after, body)
  const sentence = sentenceIndex(sentences, figure.start)
  const lead = squeezed(text.slice(sentences[sentence]?.start ?? 0, figure.start))
  const scope = [...new Set((lead + after).match(SCOPE) ?? [])].sort().join()
  const section = path.some((heading) => PLAN.test(heading)) ? 'plan' : 'review'
  // 立案提案138件 and 提案立案138件 say the same: words in either order
  const words = [...said].sort().join('')
  return {
    figure,
    indicator: figure.indicator,
    sentence,
    sums: SUMS.test(before),
    key: [words, figure.unit, figure.kind, scope.replace(/(?:今年|以来)/gu, ''), section].join('|'),
  }
}

const bare = (words: string, body: string): string =>
  squeezed(body === '' ? words : words.replaceAll(body, '')).replace(/(?:省|市|县|区)政协/gu, '政协').replace(NEUTRAL, '').replace(/^政协(?=\p{Script=Han}{4})/u, '')
