import { isOfOneSize } from './agree.ts'
import { EVERYWHERE, plainOf, type Counted, type Slip } from './counted.ts'
import { kindsOf, stateOf } from './words.ts'

/**
 * One thing told twice with a word less the second time: 企业研发投入8.46亿元 and 研发投入达8.64亿元, 打捞河面漂浮垃圾386吨 and 打捞漂浮垃圾368吨,
 * 青少年宫开设公益班次326个 and 362个公益班次. What is left out may as well make it a part of all, so that only three and more digits of which two are
 * exchanged tell, before or behind a noun that is hardly that of two things.
 */
export function nounCutShort(a: Counted, b: Counted, { exchanged, digits }: Slip): string | undefined {
  if (!exchanged || digits < 3 || a.serves !== b.serves || a.ofPart || b.ofPart || a.rate !== '' || a.fresh !== b.fresh || !isOfOneSize(a.figure, b.figure) || OTHERS.test(a.front) || OTHERS.test(b.front)) return undefined
  const least = digits >= 4 ? SHORT : NOUN
  if (endsHere(a.behind) && endsHere(b.behind)) return firstOf(a, b, (x, y) => (x.length >= y.length ? shorter(x, y, least) : shorter(y, x, least)))
  if (endsHere(a.behind) && b.behind !== '') return behindOf(a, b)
  return endsHere(b.behind) && a.behind !== '' ? behindOf(b, a) : undefined
}

/** a number told against another one, or of others */
const OTHERS = /未|尚|不|其中|其余|另|分别|平均|人均|户均|每|首批|增长|增加|减少|下降|同比|比|占|上年|去年|目标|计划/u
/** no noun follows: what is told of it */
const PREDICATE = /^(?:$|按|全部|已|均|都|及时|足额|悉数|直达|逐|一一)/u
const endsHere = (behind: string): boolean => PREDICATE.test(behind)
/** words that say which, of many of one name */
const WHICH = /[\d省市县区镇乡村级]|规上|规模|民营|国有|外资|小微|重点|涉|新|未|非|首|专|特|网|线|老旧|期|累计|建成|完成|已|[急门]诊|住院|[日夜]间/u

function firstOf(a: Counted, b: Counted, shared: (x: string, y: string) => string | undefined): string | undefined {
  for (const x of a.ahead) {
    for (const y of b.ahead) {
      const noun = stateOf(x) === stateOf(y) ? shared(x, y) : undefined
      if (noun !== undefined) return noun
    }
  }
  return undefined
}

/** The shorter of two nouns, where the longer one has a word more before it or within it. */
function shorter(x: string, y: string, least: number): string | undefined {
  const [long, short] = [plainOf(x), plainOf(y)]
  const more = long.length - short.length
  if (short.length < least || (short.length < NOUN && VAGUE.test(short)) || EVERYWHERE.test(short) || more > WORD) return undefined
  if (more === 0) return long === short ? short : undefined
  // 统计分析 and 统计分析报告
  if (short.length >= NOUN && long.startsWith(short) && PAPERS.test(long.slice(short.length))) return short
  let head = 0
  while (head < short.length && short.charAt(head) === long.charAt(head)) head++
  if (head === short.length || !long.endsWith(short.slice(head)) || (head > 0 && (head < 2 || short.length - head < NOUN))) return undefined
  const word = long.slice(head, head + more)
  return WHICH.test(word) || kindsOf(word) !== '' || EVERYWHERE.test(short.slice(head)) ? undefined : short
}
/** shortest noun that is hardly that of two things */
const NOUN = 4
/** the same for a number of four and more digits */
const SHORT = 3
/** of which there are many kinds, each with its own number */
const VAGUE = /贷款|补贴|补助|保险|余额|产值|收入|支出|产量|销售|学员|课程|救助|纠纷|税|费|金|量$/u
const PAPERS = /^(?:报告|项目|活动|任务|业务)$/u
/** longest word that may be missing */
const WORD = 4

/** 青少年宫开设公益班次|326个 and |362个|公益班次: who did it is left out the second time. */
function behindOf(a: Counted, b: Counted): string | undefined {
  if (plainOf(b.front) !== '' || stateOf(a.front) !== stateOf(b.front)) return undefined
  for (const x of a.ahead) {
    for (let k = Math.min(x.length, b.behind.length); k >= NOUN; k--) {
      const noun = b.behind.slice(0, k)
      if (!x.endsWith(noun)) continue
      const before = x.slice(0, -k)
      if (!EVERYWHERE.test(noun) && before.length <= SUBJECT && !WHICH.test(before.slice(-WORD)) && kindsOf(before) === '') return noun
      break
    }
  }
  return undefined
}
/** longest name of who did it, with the verb */
const SUBJECT = 8
