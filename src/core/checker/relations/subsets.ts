import { isDelta, isLevel, labelOf, sameMeasure, type Sentence, type Term } from './sentence.ts'
import { totalFor } from './sums.ts'

/** A number that is part of another. */
export interface Subset {
  part: Term
  whole: Term
  /** what the two count, as a message names them (立案, 收到) */
  partName: string
  wholeName: string
}

/** What comes first and what is left of it: each case of the second is one of the first, counted in the same unit. */
const FLOWS: readonly { whole: RegExp; part: RegExp }[] = [
  { whole: /收到|收集|征集|提交|接收/u, part: /立案|采纳|采用|办结|办复|答复/u },
  { whole: /立案|交办/u, part: /办复|办结|答复|采纳/u },
  { whole: /受理(?!率)/u, part: /审结|办结|结案|执结|审执结|批准逮捕|批捕|调解成功/u },
  { whole: /应到|应参加|应出席/u, part: /实到|实际|(?<!应)参加|(?<!应)出席|到会/u },
  { whole: /受理|接到/u, part: /立案/u },
  { whole: /应收|应缴/u, part: /实收|实缴/u },
  { whole: /发放(?:调查|征求|满意|意见)?|发出|印发/u, part: /回收|收回/u },
  { whole: /参加|参考|报名|应考|组织/u, part: /合格|及格|达标|通过|上线|录取|优秀/u },
  { whole: /排查|发现|查出|查摆|梳理|收集|反映|反馈|提出|下发|制发/u, part: /整改|整治|化解|解决|消除|销号|落实|采纳|采用|办结|办复|答复/u },
  { whole: /移送|移交/u, part: /立案|查办|起诉/u },
  { whole: /接待|受理|排查/u, part: /化解|办结|调处/u },
  { whole: /总投资|概算投资/u, part: /完成(?:\p{Script=Han}{0,4})?投资/u },
  { whole: /遴选|确定|选取|筛选|交办|督办/u, part: /办结|办复|销号/u },
  { whole: /抽检|抽查|检测|检查/u, part: /合格|达标|优良/u },
  { whole: /提起公诉|起诉/u, part: /有罪判决/u },
]
/** the sentence counts otherwise than it seems: older cases, other years, more than one source */
const OTHERWISE = /旧存|今年|本年|当年|积案|积压|历年|往年|上年|去年|遗留|结转|未结|存案|以来|累计|另|再|又|同时|此外/u
/** received, older cases included: then nothing can be left of more */
const ALL_INCLUDED = /（?(?:含|包括|其中)(?:旧存|上年|去年|历年|往年)[^，；。）]{0,12}[）]?/gu
/** said behind it: the count holds what was there before */
const HOLDS_OLDER = /旧存|积案|历年|往年|上年|结收|收结|清结率/u
const COUNTED_ONCE = /^(?:件|个|名|人|位|条|项|家|份|起|处|篇|批次|批|宗|户|所|例|元|辆|台|张|亩|只|座|套)$/u

/** Parts that are larger than their whole, for certain. */
export function largerParts(sentence: Sentence): Subset[] {
  if (sentence.terms.length === 0) return []
  const found = [...amongParts(sentence), ...ofWhich(sentence), ...flows(sentence)]
  return found.filter(({ part }, i) => found.findIndex((other) => other.part === part) === i)
}

/** 其中: whatever follows up to the end of its list is a part. */
function amongParts(sentence: Sentence): Subset[] {
  const { terms, text, start, end } = sentence
  return [...text.slice(start, end).matchAll(/其中/gu)].slice(0, 40).flatMap((mark) => {
    const at = start + mark.index
    const next = text.indexOf('其中', at + 2)
    const behind = terms.filter((t) => t.figure.start > at && (next < 0 || next >= end || t.figure.start < next))
    return behind.flatMap((part, i) => {
      if (!isLevel(part) || isDelta(part) || !COUNTED_ONCE.test(part.figure.unit)) return []
      const between = text.slice(at, part.figure.start)
      // a part is named right behind 其中 or in the list that it opens
      if (i > 0 && !(/^[^；。：]*$/u.test(between) && between.length <= 80)) return []
      if (i > 0 && !isPartOfList(behind, i)) return []
      // 其中，5月召开的…会议，收到发言64篇: a clause of its own counts something else
      if (i === 0 && (between.length > 40 || /[，；：]/u.test(between.slice(2).replace(/^\s*，/u, '')))) return []
      const whole = totalFor(sentence, at, '其中', part)
      if (!whole || part.span.low <= whole.span.high || OTHERWISE.test(between)) return []
      // what precedes 其中 may hold several wholes
      if (sentence.terms.some((t) => t.figure.end <= at && sameMeasure(t, part) && t.span.high >= part.span.low)) return []
      return [{ part, whole, partName: nameOf(labelOf(part).replace(/^其中/u, '')), wholeName: nameOf(labelOf(whole)) }]
    })
  })
}

/** Does the list that begins behind 其中 go on to this number without a topic of its own? */
const isPartOfList = (behind: readonly Term[], i: number): boolean =>
  behind.slice(1, i + 1).every((t) => /^(?:[\p{Script=Han}（）“”]{0,6})?[、，和及与][^，；。：、]{0,16}$/u.test(t.before) && !/共|总|累计|开展|组织|召开|发放|全年|提出|完成|实现|达|为/u.test(t.before)) || behind.slice(1, i + 1).every((t) => t.before === '')

/** 报名的78人中，有74人通过 */
function ofWhich({ terms }: Sentence): Subset[] {
  return terms.flatMap((whole) => {
    const part = terms[whole.at + 1]
    if (!part || !isLevel(whole) || !isLevel(part) || !sameMeasure(part, whole) || isDelta(part) || part.span.low <= whole.span.high) return []
    return /^[^，；。：、]{0,10}(?<!其|当|集|高|初|镇|贫|水|医|政)中，?(?:已?有|仅)?$/u.test(part.before) ? [{ part, whole, partName: '其中', wholeName: '总数' }] : []
  })
}

/** 收到168件，立案143件: neighbouring numbers of one sentence whose verbs say that the second is left of the first. */
function flows(sentence: Sentence): Subset[] {
  const { terms, text, start } = sentence
  return terms.flatMap((part) => {
    if (!isLevel(part) || isDelta(part) || !COUNTED_ONCE.test(part.figure.unit)) return []
    const label = labelOf(part) || (part.before === '' ? labelOf(terms[part.at - 1] ?? part) : '')
    const flow = FLOWS.filter((f) => f.part.test(label))
    if (flow.length === 0 || /^[^，；。]*(?:其中|等)/u.test(label)) return []
    // the last number of its unit, with at most one of another unit in between (486件732人，批准逮捕315件501人)
    const outer = terms.slice(0, part.at).filter((t) => t.depth === part.depth).slice(-2).reverse().find((t) => sameMeasure(t, part))
    if (!outer || !isLevel(outer) || isDelta(outer) || part.span.low <= outer.span.high) return []
    const said = labelOf(outer) || labelOf(terms[outer.at - 1] ?? outer)
    const fitting = flow.find((f) => f.whole.test(said) && !f.part.test(said))
    const between = text.slice(outer.figure.end, part.figure.start)
    if (!fitting || /[；。：]/u.test(between) || HOLDS_OLDER.test(part.after)) return []
    // words between the two change what is counted; those before both hold for both, except that older cases are left from before
    if (OTHERWISE.test(text.slice(outer.figure.end, part.figure.end).replace(ALL_INCLUDED, '').replace(/累计(?=完成投资)/u, '')) || HOLDS_OLDER.test(text.slice(start, outer.figure.end)) || /去年|往年/u.test(said)) return []
    return [{ part, whole: outer, partName: nameOf(fitting.part.exec(label)?.[0] ?? label), wholeName: nameOf(fitting.whole.exec(said)?.[0] ?? said) }]
  })
}

const nameOf = (label: string): string => label.replace(/^(?:全年|一年来|年内|共|累计|现有|共有|经审查|已|现已|的)+/u, '').slice(-12)
