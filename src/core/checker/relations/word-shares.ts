import { pairsOf } from '../../compare/wording.ts'
import { isDelta, isLevel, sameMeasure, type Sentence, type Term } from './sentence.ts'
import type { Share } from './shares.ts'
import { wordShare } from './stated-share.ts'

/** 过半的, 半数以上的, 超六成为: shares in words that are no figures, or that are read with the next word (成为) */
const SAID = /(超过?|近|过|约|逾)?(?:(半)数?|([三四五六七八九])成(?=为))(以上|左右|多)?/gu
const TENTHS = '三四五六七八九'
/** what a share of persons or things stands before: 近四成的从业者, 超六成为民营企业, 三分之一来自农村; and the clause that it opens */
const OPENS = /(?:^|[，；])(?:其中|有|也|即|全年|已有|共有|达到?|约)?$/u
const HOLDS = /^(?:以上|左右|多)?(?:(?:的|为|是|系|属于?|来自)?([^，；。、\d]{2,24}))/u
/** 完成三分之二, 已完成七成 */
const DONE = /(?:^|[，；])(?:已|共|现已|总体|累计)?(?:完成|落实|办结|整改|开工)(?:了|率达?|任务的?|总量的?|总数的?|全部的?|过|达到?)?$/u
/** the whole before its part: N件中, 其中, 共N件，已M件 */
const AMONG = /其中|中，?(?:已|有|共|就)?/u
const OTHER = /上年|去年|同期|全国|全省|全市平均|增长|增加|下降|提高|减少|费用|资金|补贴|投资|收入|时间/u
/** Attributes of persons: what the share says of them is something else than what was counted before. */
const ATTRIBUTE = /男|女|岁|学历|党员|文化|职称|硕士|博士|本科|大专|高中|户籍|连续|首次|第一次|以上|以下/u

/** 420家，其中民营企业221家，超六成为民营企业: a share in round words (近四成, 过半, 三分之二) at the head of a clause that the part and the whole of its sentence do not make. */
export function readWordShares(sentence: Sentence): Share[] {
  const { terms, text, start, end } = sentence
  if (terms.length < 2) return []
  const said = text.slice(start, end)
  if (!/[成半]|分之/u.test(said)) return []
  return [...terms.filter((t) => /[成半]|分之/u.test(t.figure.text)), ...inWords(sentence, said)].flatMap((stated) => wordShareOf(sentence, stated) ?? [])
}

/** Shares in words that are no figures, as terms. */
function inWords({ terms, text, start }: Sentence, said: string): Term[] {
  if (!/半|成为/u.test(said)) return []
  return [...said.matchAll(SAID)].flatMap((match): Term[] => {
    const [whole, ahead, half, tenth, behind] = match
    // 半年, 大半: no share
    if (half !== undefined && ahead === undefined && behind === undefined && !whole.includes('数')) return []
    const from = start + match.index
    const to = from + whole.length
    const last = terms.findLast((t) => t.figure.end <= from)
    if (!last || terms.some((t) => t.figure.start < to && t.figure.end > from)) return []
    const next = terms.find((t) => t.figure.start >= to)
    const approx = ahead === '近' ? 'under' : ahead === '约' || behind === '左右' ? 'about' : ahead !== undefined || behind !== undefined ? 'over' : tenth === undefined ? 'about' : 'exact'
    const value = tenth === undefined ? 50 : (TENTHS.indexOf(tenth) + 3) * 10
    const figure = { start: from, end: to, text: whole, value, unit: '%', approx, kind: 'percent', indicator: '' } as const
    const plain = (a: number, b: number): string => text.slice(a, b).replace(/\s+/gu, '')
    return [{ figure, at: last.at + 0.5, before: plain(last.figure.end, from), after: plain(to, next?.figure.start ?? start + said.length), depth: last.depth, span: { low: value, high: value } }]
  })
}

function wordShareOf({ terms, text }: Sentence, stated: Term): Share | undefined {
  const share = wordShare(stated)
  if (!share) return undefined
  const done = DONE.test(stated.before)
  const held = OPENS.test(stated.before) ? HOLDS.exec(stated.after)?.[1] : undefined
  if ((!done && held === undefined) || OTHER.test(stated.before.slice(-16)) || (held !== undefined && OTHER.test(held))) return undefined
  const own = terms.filter((t) => isLevel(t) && !isDelta(t) && t.figure.kind === 'quantity' && t.depth === stated.depth)
  const next = own.find((t) => t.at > stated.at)
  const behind = next && /^[^，；。、]{0,16}，其中/u.test(stated.after) ? next : undefined
  const last = own.findLast((t) => t.at < stated.at)
  const part = behind ?? last
  if (!part) return undefined
  const wholes = own.filter((t) => t.at < Math.min(part.at, stated.at) && sameMeasure(t, part) && t.figure.value > part.figure.value)
  const whole = wholes.at(-1)
  if (!whole || text.slice(whole.figure.end, Math.max(stated.figure.start, part.figure.start)).includes('；')) return undefined
  const between = text.slice(whole.figure.end, part.figure.start)
  if (!done && !AMONG.test(between) && behind === undefined && /[^，]{24}|，[^，]*，/u.test(between)) return undefined
  // each of the part and any other part, alone or with this one
  const like = own.filter((t) => t !== whole && sameMeasure(t, whole))
  const explained = wholes.some((base) => like.some((a) => a !== base && (fitsPlain(a.figure.value, base, share) || like.some((b) => b.at > a.at && b !== base && fitsPlain(a.figure.value + b.figure.value, base, share)))))
  if (explained) return undefined
  if (done) return AMONG.test(between) || /[项件个户处]/u.test(part.figure.unit) ? { stated, ...share, part, whole, open: false, uncertain: true } : undefined
  // the words of the share are those of the part: 近八成的提案得到立案
  const words = wordsOf(part)
  const has = pairsOf(words)
  const rest = [...pairsOf((held ?? '').replace(/^的/u, ''))].filter((pair) => !pairsOf(wordsOf(whole)).has(pair))
  const named = rest.some((pair) => has.has(pair))
  if (named) return { stated, ...share, part, whole, open: false, uncertain: true }
  if (ATTRIBUTE.test(held ?? '') || !AMONG.test(between) || !/来自|属于?|是|为/u.test(stated.after)) return undefined
  const off = Math.abs((part.figure.value / whole.figure.value) * 100 - stated.figure.value)
  return off > 15 ? undefined : { stated, ...share, part, whole, open: false, hint: true }
}

const fitsPlain = (part: number, { figure }: Term, { span }: { span: { low: number; high: number } }): boolean => {
  const percent = (part / figure.value) * 100
  return percent >= span.low && percent <= span.high
}

const wordsOf = ({ before, after }: Term): string => (/[^，；。：]*$/u.exec(before)?.[0] ?? '').replace(/^(?:其中|有)/u, '') + (/^[^，；。：]*/u.exec(after)?.[0] ?? '')
