import { digitsOf, isOneSlip, isTransposition } from '../number-slip.ts'
import { decimalsOf, fits, shareSpan } from '../span.ts'
import { isDelta, isLevel, labelOf, sameMeasure, type Sentence, type Term } from './sentence.ts'
import type { Share } from './shares.ts'
import { isMade, isSlipOf, poolFor } from './slipped-rates.ts'

/** 占, 占比, 占总数的, 支出占收入的, 社会建设类占: what is said before and behind 占, right before the share */
const SHARED = /(?:^|[，；、（])([^，；。：、（）\d占]{0,14})占(?:比|据)?([^，；。、占\d“”]{0,16}?)(?:的|比[重例]|达到?|为|约|近|超过?|了)*$/u
/** of another place, year or thing than what is counted here */
const ELSEWHERE = /全[国省市区州]|上年|去年|同期|计划|目标|任务|预算|合计|分别|共占|各占|世界|全球|增量|新增|增长|GDP/u
/** 其中 and other words that are no name of a part */
const EMPTY = /^(?:其中|约|仅|只|均|虽|虽然|但|已|也|件|个|所|家|人|数量|总量)*/u
/** 委员提案4502件，占89.9%: one more part of its series, not the whole of another */
const HAS_SHARE = /^[^，；。]{0,10}[，、（]?占/u
const OF_ALL = /^(?:其|总数|总量|总额|总体|全部|总)?(?:数|量|额)?$/u

/** A share that follows from no numbers near it, and that one slip of the hand makes out of its part and a greater number of its sentence or the two before; or one whose clause names both (支出占收入的). */
export function readNearShares(sentence: Sentence): Share[] {
  const { terms, text, start, end } = sentence
  if (terms.length < 2 || !text.slice(start, end).includes('占')) return []
  return terms.flatMap((stated) => nearShare(sentence, stated) ?? [])
}

function nearShare(sentence: Sentence, stated: Term): Share | undefined {
  const { figure } = stated
  if (figure.kind !== 'percent' || figure.unit !== '%' || figure.high !== undefined || figure.approx !== 'exact' || figure.value <= 0 || !/\d/u.test(figure.text) || !stated.before.includes('占')) return undefined
  const said = SHARED.exec(stated.before)
  if (!said || ELSEWHERE.test(said[0]) || /^[、和及]/u.test(sentence.terms[stated.at + 1]?.before ?? '')) return undefined
  const name = (said[1] ?? '').replace(EMPTY, '').replace(/[类型的]$/u, '')
  const of = said[2] ?? ''
  const own = sentence.terms.filter((t) => t.at < stated.at && isLevel(t) && !isDelta(t))
  const last = sentence.terms[stated.at - 1]
  const named = name.length >= 2 ? own.filter((t) => labelOf(t).replace(/[的有]+$/u, '').endsWith(name)) : []
  const beside = last !== undefined && name === '' && own.includes(last) && /^[^，；。：]{0,12}[，、（]?[^，；。：]*$/u.test(stated.before)
  const [part] = named.length === 1 ? named : beside ? [last] : []
  if (!part) return undefined
  const pool = poolFor(sentence)
  const span = shareSpan(figure)
  const wholes = pool.all.filter((t) => t !== part && t.figure.start < figure.start && isLevel(t) && !isDelta(t) && sameMeasure(t, part) && t.figure.value > part.figure.value && !HAS_SHARE.test(t.after))
  const base = { stated, span, as: 'percent', part, open: true } as const
  if (named.length === 1 && of.length >= 2 && !OF_ALL.test(of)) {
    // 支出占收入的: both are named
    const held = own.filter((t) => t !== part && sameMeasure(t, part) && labelOf(t).replace(/[的共达为完成]+$/u, '').endsWith(of))
    const [whole] = held
    return whole && held.length === 1 && !isMade(pool.all, part, span) && figure.value < 100 && part.figure.value < whole.figure.value ? { ...base, whole, open: false, uncertain: true } : undefined
  }
  if (isMade(pool.all, part, span)) return undefined
  const ownWholes = wholes.filter((t) => t.figure.start >= sentence.start)
  const slipped = wholes.filter((t) => isNear(stated, part, t, ownWholes.includes(t) || wholes.length === 1))
  const [found] = slipped
  if (found && slipped.length === 1 && (OF_ALL.test(of) || sharesWord(of, found))) return { ...base, whole: found, uncertain: true }
  const [only] = wholes
  // named again, or with nothing else of which it can be a share
  if (!only || wholes.length > 1 || ownWholes.length !== 1 || !OF_ALL.test(of) || fits(part.span, only.span, span)) return undefined
  return { ...base, whole: only, ...(named.length === 1 ? { uncertain: true } : { hint: true }) }
}

/** One slip of the hand from what the two make: of two digits, or further away, two that changed places. */
function isNear(stated: Term, part: Term, whole: Term, close: boolean): boolean {
  const said = digitsOf(stated.figure.text)
  if (said.length < 2) return false
  return isSlipOf(stated, part, whole, close ? isOneSlip : isTransposition) || isExchanged(stated, part, whole)
}

/** Two digits of the stated rate have changed places, by the plain quotient: it tells something even of numbers that are rounded. */
export function isExchanged({ figure }: Term, part: Term, whole: Term): boolean {
  const due = ((part.figure.value / whole.figure.value) * 100).toFixed(decimalsOf(figure.text))
  const said = digitsOf(figure.text)
  return said.length >= 3 && digitsOf(due).length === said.length && isTransposition(said, digitsOf(due))
}

/** Is a word of what the share is of one of the whole's own? */
function sharesWord(of: string, whole: Term): boolean {
  const words = labelOf(whole) + (/^[^，；。、]*/u.exec(whole.after)?.[0] ?? '')
  for (let i = 0; i + 2 <= of.length; i++) if (words.includes(of.slice(i, i + 2))) return true
  return false
}
