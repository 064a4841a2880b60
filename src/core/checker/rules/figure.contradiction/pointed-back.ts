import type { CoreFigure } from '../../../figures/figure.ts'
import { digitsOf, isOneSlip, isTransposition } from '../../number-slip.ts'
import { partOf } from '../../part.ts'
import { clauseEnd, isQuoted, squeezed } from '../../reading.ts'
import { agree, isOfOneSize } from './agree.ts'
import { EVERYWHERE, unitOf } from './counted.ts'
import type { Told } from './told.ts'

/**
 * A number that points back at one of the sentences before it in its paragraph: 在册31864名…。对这38164名老人, 招募志愿者46名。64名志愿者中…, 为427户
 * 家庭实施改造。其中，472户家庭的改造…. It must be told there; where only a slip of it is, one of the two is wrong.
 */
export interface PointedBack {
  /** as the message names it */
  noun: string
  first: CoreFigure
  other: CoreFigure
}

/** 对这, 上述, 给予该批 right before the number */
const POINTER = /(?:这|上述|以上|前述|此|该)(?:批|些)?$/u
/** 64名|西部计划志愿者|中: all that were told; (1) the noun */
const OF_THEM = /^的?(\p{Script=Han}{2,12}?)(?:当?中|里)(?=[，有]|$)/u
/** 3462名|新生|全部: nothing but all of them; (1) the noun */
const ALL_OF_THEM = /^的?(\p{Script=Han}{2,12}?)(?:中|里|均|都|已?全部|无一|人人|悉数|逐一)/u
/** how long something lasts is no number of things */
const SPAN = /年|月|天|日|小时|分钟|周|期|倍|次会议/u
/** words that any sentence has */
const COMMON = /^(?:全[部年省市县区]|已经?|进行|开展|实施|完成|组织|工作|其中|均为?|可以|通过|按照?)/u
/** so many digits are hardly the same in another order by chance, whatever a pointer calls the things */
const LARGE = 5
/** 上述186人|全部: the things have no name here that could be another's */
const NAMELESS = /^(?:均|都|已|全部|全员|悉数|逐一|无一|人人|[，。；]|$)/u
/** how many sentences a pointer reaches back */
const REACH = 2

/** The numbers of a paragraph that point back at another one than was told. */
export function pointedBackOf({ paragraph: { text, path }, core, sentenceAt, year }: Told): PointedBack[] {
  const out: PointedBack[] = []
  for (const [i, figure] of core.entries()) {
    if (i === 0 || figure.kind === 'percent' || figure.high !== undefined || figure.unit === '' || SPAN.test(figure.unit) || isQuoted(text, figure.start)) continue
    const { index, start } = sentenceAt(figure.start)
    const lead = squeezed(text.slice(start, figure.start))
    const points = POINTER.test(lead)
    const part = !points && /^其中，?$/u.test(lead)
    const done = points || part ? undefined : PART_DONE.exec(lead)?.[1]
    if ((!points && !part && done === undefined && lead !== '') || partOf(path, year) === 'plan') continue
    const before = core.slice(0, i)
    // told already, in whatever unit: 问卷1246份。这1246人
    if (before.some((told) => agree(told, figure))) continue
    const told = before.filter((one) => unitOf(one.unit) === unitOf(figure.unit) && scaleOf(one) === scaleOf(figure) && isOfOneSize(one, figure) && one.high === undefined && index - sentenceAt(one.start).index <= (points ? REACH : 1) && (points || sentenceAt(one.start).index < index))
    if (told.length === 0 || isReckoned(before, figure.value)) continue
    const behind = squeezed(text.slice(figure.end, clauseEnd(text, figure.end))).replace(/^（[^）]*）/u, '').slice(0, 20)
    const judged = done !== undefined ? ofDoing(figure, told, `${done}${behind}`, wordsAround) : points ? ofPointer(figure, told, behind, wordsAround) : part ? ofPart(figure, told, behind, wordsAround) : ofOpening(figure, told, behind, wordsAround)
    if (judged) out.push({ ...judged, other: figure })
  }
  return out

  /** the clause before a number, and what follows it up to the next mark */
  function wordsAround(one: CoreFigure): string {
    const { start } = sentenceAt(one.start)
    const ahead = squeezed(text.slice(Math.max(start, one.start - 30), one.start))
    return `${ahead} ${squeezed(text.slice(one.end, clauseEnd(text, one.end))).replace(/^（[^）]*）/u, '').slice(0, 16)}`
  }
}

type Around = (one: CoreFigure) => string
type Judged = Pick<PointedBack, 'noun' | 'first'> | undefined

/** 对这38164名老人, 上述1264名学生 */
function ofPointer(figure: CoreFigure, told: readonly CoreFigure[], behind: string, around: Around): Judged {
  const q = digitsOf(figure.text)
  for (const first of told.toReversed()) {
    const p = digitsOf(first.text)
    if (!isTransposition(p, q)) continue
    const noun = sharedRun(behind, around(first), 2)
    if (noun !== undefined || q.length >= (NAMELESS.test(behind) ? 3 : LARGE)) return { noun: noun ?? nounOf(behind, first), first }
  }
  // one digit wrong, missing or doubled: only of the one number that can be meant
  const [only, another] = told
  if (!only || another || only.approx !== 'exact' || figure.approx !== 'exact' || !isOneSlip(digitsOf(only.text), q) || Math.min(q.length, digitsOf(only.text).length) < 3) return undefined
  const noun = sharedRun(behind, around(only), 2)
  return noun === undefined ? undefined : { noun, first: only }
}

/** 其中，472户家庭的无障碍改造 of 427户: more than there are */
function ofPart(figure: CoreFigure, told: readonly CoreFigure[], behind: string, around: Around): Judged {
  const q = digitsOf(figure.text)
  for (const first of told) {
    if (q.length < 3 || figure.value <= first.value || !isTransposition(digitsOf(first.text), q)) continue
    const noun = sharedRun(behind, around(first), 4)
    if (noun !== undefined) return { noun, first }
  }
  return undefined
}

/** 其中，新硬化的|2.3公里|村道, behind a list of several doings of which one was 硬化村道3.2公里: not a part of it, but the item again */
function ofDoing(figure: CoreFigure, told: readonly CoreFigure[], words: string, around: Around): Judged {
  const q = digitsOf(figure.text)
  const first = told.findLast((one) => isTransposition(digitsOf(one.text), q) && around(one).split(' ')[0]?.endsWith(words.slice(0, DOING)) === true)
  return first && { noun: words.slice(0, DOING), first }
}
const PART_DONE = /^其中，?新?(\p{Script=Han}{2})的$/u
/** a verb and a noun of two characters each */
const DOING = 4

/** A sentence that begins with the number: 64名西部计划志愿者中 */
function ofOpening(figure: CoreFigure, told: readonly CoreFigure[], behind: string, around: Around): Judged {
  const q = digitsOf(figure.text)
  const noun = (q.length >= 3 ? ALL_OF_THEM : OF_THEM).exec(behind)?.[1]
  if (noun === undefined || SOME.test(noun)) return undefined
  const first = told.findLast((one) => {
    if (!isTransposition(digitsOf(one.text), q)) return false
    const [ahead = '', after = ''] = around(one).split(' ')
    return ahead.endsWith(noun) || after.startsWith(noun) || (noun.length >= 4 && ahead.endsWith(noun.slice(-4)) && !EVERYWHERE.test(noun.slice(-4)))
  })
  return first && { noun, first }
}
const SOME = /未|尚|不|其中|其余|剩余|另|部分|新[建增改]|首批|第|上年|去年|优秀|重点|一般/u

/** The longest run of so many Chinese characters that begins some words within their first noun and stands in others. */
function sharedRun(behind: string, around: string, least: number): string | undefined {
  const words = /^的?“?(\p{Script=Han}{2,16})/u.exec(behind)?.[1] ?? ''
  for (let k = Math.min(words.length, 10); k >= least; k--) {
    for (let at = 0; at + k <= words.length && at <= 6; at++) {
      const run = words.slice(at, at + k)
      if (around.includes(run) && !COMMON.test(run) && !(least > 2 && EVERYWHERE.test(run))) return run
    }
  }
  return undefined
}

/** What a pointer names, where it was told under another name. */
const nounOf = (behind: string, first: CoreFigure): string => /^的?(\p{Script=Han}{2,6}?)(?=[，。、；]|均|都|已|全部|进行|逐|$)/u.exec(behind)?.[1] ?? first.indicator

/** Is it the sum or the difference of numbers told before: 男214人、女212人。这426人? */
function isReckoned(before: readonly CoreFigure[], value: number): boolean {
  const values = before.slice(-6).map((one) => one.value)
  let sum = 0
  for (const one of values.toReversed()) if ((sum += one) === value && sum !== one) return true
  return values.some((a, i) => values.some((b, k) => i < k && (a + b === value || Math.abs(a - b) === value)))
}

const scaleOf = ({ text }: CoreFigure): string => /[万亿]/u.exec(text)?.[0] ?? ''

/** Is the same number of the same unit told in a report elsewhere, so that it may be meant? */
export const isToldAs = (figure: CoreFigure, other: CoreFigure): boolean => figure !== other && figure.value === other.value && unitOf(figure.unit) === unitOf(other.unit)
