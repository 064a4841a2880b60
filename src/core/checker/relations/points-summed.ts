import { isDelta, isLevel, labelOf, sameMeasure, type Sentence, type Term } from './sentence.ts'
import { offending, slippedToTheDigit, type Sum } from './sums.ts'

const ORDINALS = '一二三四五六七八九'
const CIRCLED = '①②③④⑤⑥⑦⑧⑨'
const REST = /^[^，；。：、]{0,4}?(?:其他|其它|其余)/u
/** what is told of an item is no part of the whole */
const NO_PART = /共|累计|平均|[人户月年日]均|每|比上|较上|同比|带动|节约|节省|计划|目标|新增/u
const FEWEST = 2
const [LEAST, MOST] = [0.5, 2]

/** 集体经济收入达到186.4万元，一是厂房租金92万元，二是…，四是其他收入15.8万元: items that each carry one number in the unit of what is told before them. */
export function wrongPoints(sentence: Sentence): Sum[] {
  const { terms, text, start, end } = sentence
  if (terms.length < 3) return []
  const said = text.slice(start, end)
  const found = opens(said, ORDINALS, '是') ?? opens(said, CIRCLED, '')
  if (!found || found.length < FEWEST) return []
  const [opening = 0] = found
  const parts: Term[] = []
  for (const [i, from] of found.entries()) {
    const to = found[i + 1] ?? Math.min(...['。', '；'].map((mark) => said.indexOf(mark, from)).filter((at) => at >= 0), said.length)
    const own = terms.filter((t) => t.figure.start >= start + from && t.figure.end <= start + to && t.depth === 0)
    const [first] = parts
    const like = own.filter((t) => isLevel(t) && !isDelta(t) && (first ? sameMeasure(t, first) : t === own[0]))
    const [part] = like
    if (!part || like.length > 1 || part.figure.approx !== 'exact' || part !== own[0]) return []
    const label = text.slice(start + from, part.figure.start).replace(/\s+/gu, '')
    if (/[，；：。]/u.test(label) || label.length > 18 || NO_PART.test(label)) return []
    parts.push(part)
  }
  const [first] = parts
  const total = first ? terms[first.at - 1] : undefined
  if (!first || !total || !isLevel(total) || isDelta(total) || !sameMeasure(total, first) || total.depth > 0 || total.figure.approx !== 'exact') return []
  const before = terms[total.at - 1]
  if (before && sameMeasure(before, total) && /^[、和及与]/u.test(total.before)) return []
  if (/[人户月年日]均|平均|每|(?<!高)标准/u.test(labelOf(total)) || !/^[^，；。：\d]{0,8}[，；：—（]*(?:其中|主要|分别|具体|来源|构成|包括|是|为|有|收入|资金|：|，)*$/u.test(text.slice(total.figure.end, start + opening).replace(/\s+/gu, '').replace(/(?:一是|①)$/u, ''))) return []
  const value = parts.reduce((all, { figure }) => all + figure.value, 0)
  if (value < LEAST * total.figure.value || value > MOST * total.figure.value) return []
  const last = parts.at(-1)
  const closed = parts.length > 2 && last !== undefined && REST.test(lastLabel(last))
  const sum = { total, parts }
  return offending(sum, closed ? 'stated' : 'listed') || slippedToTheDigit(sum) ? [sum] : []
}

/** 四是其他收入: what the item counts, without its ordinal */
const lastLabel = (t: Term): string => labelOf(t).replace(/^(?:[一二三四五六七八九]是|[①-⑨])/u, '')

/** Where the items begin that are counted from the first on without a gap; undefined where there are fewer than two, or one stands twice. */
function opens(said: string, ordinals: string, is: string): number[] | undefined {
  const first = said.indexOf(`${ordinals.charAt(0)}${is}`)
  if (first < 0 || (first > 0 && !/[，；：。—（为是括有]/u.test(said.charAt(first - 1)))) return undefined
  const out: number[] = []
  let from = first
  for (const ordinal of ordinals) {
    const mark = ordinal + is
    const at = ordinal === ordinals.charAt(0) ? first : ['，', '；', '、', '。', ...(is === '' ? [''] : [])].map((sign) => said.indexOf(sign + mark, from)).filter((i) => i >= 0).map((i) => i + (said.startsWith(mark, i) ? 0 : 1)).sort((a, b) => a - b)[0]
    if (at === undefined) break
    out.push(at + mark.length)
    from = at + mark.length
  }
  return said.indexOf(`，${ordinals.charAt(0)}${is}`, from) >= 0 ? undefined : out
}
