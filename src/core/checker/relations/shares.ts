import { pairsOf } from '../../compare/wording.ts'
import { fits, spanOf, type Span } from '../span.ts'
import { sharedAmong } from './among.ts'
import { readAverages } from './averages.ts'
import { readExcesses } from './excess.ts'
import { isOfNarrower, wholeByName, wholeByTopic, wrongNamedAgain } from './named-shares.ts'
import { readAveragesOverTime } from './over-time.ts'
import { readPerSoMany } from './per-so-many.ts'
import { readProducts } from './products.ts'
import { readRates } from './rates.ts'
import { readRatios } from './ratios.ts'
import { readRestRates } from './rest-rates.ts'
import { isDelta, isLevel, labelOf, sameMeasure, type Sentence, type Term } from './sentence.ts'
import { risenShares, wholeBySameName, wholeOfPlace } from './same-name-wholes.ts'
import { readSlippedRates } from './slipped-rates.ts'
import { readNearAverages } from './near-averages.ts'
import { readNearRates } from './near-rates.ts'
import { readNearShares } from './near-shares.ts'
import { readWordShares } from './word-shares.ts'
import { statedShare } from './stated-share.ts'

/** A stated quotient: a share or a rate in per cent, or an average. */
export interface Share {
  /** the number that says it */
  stated: Term
  /** what it may be in truth: per cent for shares and rates, plain units for averages */
  span: Span
  /** what `part` is of `whole`, as stated */
  as: 'percent' | 'fraction' | 'average' | 'rest' | 'excess' | 'per' | 'product' | 'time'
  /** of how many it is said (每万人), or by how many years or days a `time` is divided */
  size?: number
  /** the part; of a `rest` (合格率) what does not belong to it, of an `excess` what was done; of a `product` how many there are, and the whole what each has */
  part: Term
  /** the whole that the words name, or the nearest */
  whole: Term
  /** may another number of the report be the whole? */
  open: boolean
  /** may the words be meant otherwise? */
  uncertain?: true
  /** may they well be meant otherwise, so that it is only worth a look? */
  hint?: true
}

/** What may stand between the part and its share: 涉及民生18篇，占总数的 …; 党员36名，比例达 … */
const BETWEEN = /^[^，；。、：（\d]{0,16}[，（、]?(?:虽然?|尽管)?(?:只|仅仅)?(?:约|大约|已|仅|均|数量|总量|同比)?(?:占|(?<=[，（、])(?=比[例重])|(?:超额)?(?:完成|达到?|为|是|相当于)(?=(?:全年|年度|年初|年|市定|市级|省定|县定|既定|原定|预算|预期)?(?:计划|目标|任务|预算)))([^，；。、占\d“”]{0,20}?)(?:的|达到?|为|约|近|超过?)*$/u
/** 占138件立案提案的59.4%: the whole stands between */
const WHOLE_BETWEEN = /^[^，；。、：\d]{0,12}的?(?:比[重例])?(?:的|达到?|为|约)*$/u
/** 占 alone, or of a total that is not named again */
const GENERIC = /^(?:了|到|据|据了|比|比例|比重|总数|总量|总额|总|全部|其|总数比重?|总量比重?)?$/u
/** Words of a whole: of its clause, not of one more part. */
const TOTAL = /全[县市区镇乡院校省州]|参加|报名|参考|参评|毕业|应[到参]|接收|接待|排查|发现|检查|抽检|抽查|检测|发放|承办|办理|交办|审结|实有|招收|招录|培训|评审|登记|处置|查处|起诉|批捕|组织|实施|新增|发展|在校|在册|在职|在岗|职工|教师|完成|有$|的$|共|总|累计|收到|立案|提交|全年|现有|拥有|生产总值|收入|受理/u
const PLACES = /全(?:国|省|市|县|区|州|镇|乡|村|球)|[省市县区]|比[重例]|[的总]|全部|数量?$|总?量$|总?额$/gu
const PLAN = /计划|目标|任务|预算(?!收入|支出)/u
/** 收入20万元以上的村: says which are counted */
const THRESHOLD = /\d[\d.]*[万亿]?[元岁人亩户]?以[上下]/gu
const EARLIER = /上年|去年|同期(?![审办执受起批]|案件|全部)/u
/** sentences back in which a whole is looked for */
const SENTENCES_BACK = 2

/** The quotients of a sentence that do not follow from the numbers that its words name, as far as these are certain. */
export function wrongShares(sentence: Sentence): Share[] {
  const { terms } = sentence
  // 整改率98.7%; 城乡收入比降为2.02:1: what they divide may stand in the sentence before
  if (terms.length < 2) return [...readSlippedRates(sentence), ...readRatios(sentence)]
  const found = [...[...terms, ...halvesIn(sentence), ...risenShares(sentence)].flatMap((stated) => wrongShare(sentence, stated) ?? []), ...wrongLists(sentence), ...wrongNamedAgain(sentence), ...wrongInSeries(sentence), ...readRates(sentence), ...readAverages(sentence), ...readRestRates(sentence), ...readExcesses(sentence), ...readPerSoMany(sentence), ...readProducts(sentence), ...readAveragesOverTime(sentence), ...readSlippedRates(sentence), ...readRatios(sentence), ...readNearRates(sentence), ...readNearAverages(sentence), ...readNearShares(sentence), ...readWordShares(sentence)]
  // one number is one fault
  return found.filter((share, i) => found.findIndex((other) => other.stated === share.stated) === i)
}

/** 一半以上, 超过半数 */
const HALF = /(超过|近)?(?:一半|半数)(以上|左右)?/gu

/** 占…的一半以上: said in words that are no figures. */
function halvesIn({ terms, text, start, end }: Sentence): Term[] {
  const said = text.slice(start, end)
  if (!said.includes('占')) return []
  return [...said.matchAll(HALF)].flatMap((half) => {
    const from = start + half.index
    const last = terms.filter((t) => t.figure.end <= from).at(-1)
    if (!last) return []
    const approx = half[1] === '近' ? 'under' : half[1] === '超过' || half[2] === '以上' ? 'over' : 'about'
    const figure = { start: from, end: from + half[0].length, text: half[0], value: 50, unit: '%', approx, kind: 'percent', indicator: '' } as const
    const before = text.slice(last.figure.end, from).replace(/\s+/gu, '')
    return [{ figure, at: last.at + 1, before, after: '', depth: last.depth, span: { low: 50, high: 50 } }]
  })
}

/** What a share is said of: the number before it; between them may stand how much that grew (151.46亿元，增长6.8%，占…). */
function countedBefore(terms: readonly Term[], stated: Term): Term | undefined {
  const last = terms[stated.at - 1]
  if (!last || last.figure.kind !== 'percent') return last
  if (!/^，占/u.test(stated.before) || !/^，?(?:同比|比上年|较上年)?(?:实际|名义)?(?:增长|下降|上升|提高|减少)(?:了|约)?$/u.test(last.before)) return undefined
  // 23.41万所，比上年增加3.12万所，增长15.40%，占…
  const level = terms[stated.at - 2]
  return level && isDelta(level) && /^[^；。：]{0,6}，/u.test(level.before) ? terms[stated.at - 3] : level
}

function wrongShare(sentence: Sentence, stated: Term): Share | undefined {
  const { terms } = sentence
  const last = countedBefore(terms, stated)
  const share = last && isLevel(last) ? statedShare(stated) : undefined
  if (!share || !last) return undefined
  const among = sharedAmong(terms, stated)
  if (among) return fits(among.part.span, among.whole.span, share.span) ? undefined : { stated, ...share, ...among, open: false }
  // 占138件的59.4%, 完成年度任务3万亩的120%
  const held = /占([^，；。、占]*)$/u.exec(last.before) ?? /(?:完成|达到?|为|是|相当于)([^，；。、]{0,8}(?:计划|目标|任务|预算|指标)[^，；。、]{0,6})$/u.exec(last.before)
  const part = held ? partBefore(sentence, last) : last
  if (!part || !isLevel(part) || (isDelta(part) && (held !== null || !PLAN.test(BETWEEN.exec(stated.before)?.[1] ?? ''))) || isCoordinated(terms, part)) return undefined
  if (held) {
    if (!WHOLE_BETWEEN.test(stated.before) || EARLIER.test(held[1] ?? '')) return undefined
    return fits(part.span, PLAN.test(last.before) ? exactly(last) : last.span, share.span) ? undefined : { stated, ...share, part, whole: last, open: false }
  }
  const of = BETWEEN.exec(stated.before)?.[1]
  if (of === undefined || EARLIER.test(of) || /合计|共占|分别|各占/u.test(stated.before) || isList(terms, stated)) return undefined
  if (PLAN.test(of)) {
    const earlier = terms.filter((t) => t.at < part.at && sameMeasure(t, part))
    const named = earlier.filter((t) => PLAN.test(t.before))
    // 年初确定40个，实际落地46个，完成任务的115%
    const plans = named.length > 0 || earlier.length > 1 || !/实际|已/u.test(part.before) ? named : earlier.filter((t) => /年初|确定|安排|列入|承诺/u.test(t.before))
    const [plan] = plans
    if (!plan || plans.length > 1 || fits(part.span, exactly(plan), share.span)) return undefined
    return { stated, ...share, part, whole: plan, open: false, ...(named.length === 0 ? { uncertain: true } : {}) }
  }
  if (share.as === 'percent' && stated.figure.value >= 100) return undefined
  const wholes = wholesFor(sentence, part)
  if (wholes.some((whole) => fits(part.span, whole.span, share.span))) return undefined
  const placed = wholeOfPlace(of, part, stated, wholes)
  const whole = placed ? { whole: placed, open: true } : certainWhole(sentence, wholes, part, of)
  return whole ? { stated, ...share, part, ...whole } : undefined
}

/** What is planned is no rounded count: 3万亩 are 30,000. */
const exactly = ({ figure }: Term): Span => (figure.approx === 'exact' ? { low: figure.value, high: figure.value } : spanOf(figure))

/** The part that a whole within 占…的 belongs to. */
function partBefore({ terms }: Sentence, whole: Term): Term | undefined {
  const last = terms[whole.at - 1]
  // 8.64亿元，占工业投资12.4亿元的69.7%，占固定资产投资36.8亿元的23.5%
  const part = last?.figure.kind === 'percent' && /^[，、]占/u.test(whole.before) && /占[^，；。、占]*$/u.test(terms[whole.at - 2]?.before ?? '') ? terms[whole.at - 3] : last
  if (!part || !sameMeasure(part, whole) || /[；：]/u.test(whole.before)) return undefined
  return part.figure.value < whole.figure.value || PLAN.test(whole.before) ? part : undefined
}

/** Everything that may be the whole of a part, nearest first: in its sentence and those before it. */
function wholesFor(sentence: Sentence, part: Term): Term[] {
  const out: Term[] = []
  let own: Sentence | undefined = sentence
  for (let back = 0; own && back <= SENTENCES_BACK; back++, own = own.previous) {
    for (const t of [...own.terms].reverse()) {
      if (own === sentence && t.at >= part.at) continue
      if (isLevel(t) && sameMeasure(t, part) && t.figure.value > part.figure.value) out.push(t)
    }
  }
  return out
}

/** The whole that the words leave no doubt about: the number before 其中, or one whose clause has the words of 占…总数. Nearest first. */
function certainWhole(sentence: Sentence, wholes: readonly Term[], part: Term, of: string): { whole: Term; open: boolean } | undefined {
  const generic = GENERIC.test(of) || /^总\p{Script=Han}{1,2}数$/u.test(of)
  const features = pairsOf(of.replace('GDP', '生产总值').replace(PLACES, '').replace(/[为达约近]+$/u, ''))
  const named = (t: Term): boolean => {
    const said = labelOf(t) + t.after.replace(/[，；。].*$/u, '')
    const has = new Set([...pairsOf(said), ...pairsOf(said.replace(PLACES, ''))])
    // 改制企业总数 is not the number of 新建企业工会: half of its words at least
    return [...features].filter((pair) => has.has(pair)).length >= Math.max(1, Math.ceil(features.size / 2))
  }
  const owned = (t: Term): boolean => t.figure.start >= sentence.start
  const { text } = sentence
  const last = text.lastIndexOf('其中', part.figure.start)
  // 3216名，其中女性1057名，占32.9%；在322个村中，…118个: 其中 was of another count
  const among = last >= sentence.start && isBehindAnother(sentence, last, part) ? -1 : last
  const topic = /^\s*([^，；。：、其\d]{2,12})中，/u.exec(text.slice(sentence.start, part.figure.start))?.[1]
  if (among < sentence.start && topic !== undefined && generic) {
    // 立案提案中，经济建设方面103件，占38.0%
    const whole = headNamed(wholes.filter((t) => !owned(t)), topic)
    return whole ? { whole, open: false } : undefined
  }
  if (among >= sentence.start) {
    const opens = /^\s*其中/u.test(text.slice(sentence.start, among + 2))
    const head = opens ? wholes.find((t) => !owned(t)) : wholes.find((t) => t.figure.end <= among && owned(t))
    if (!head || isShared(text, head)) return undefined
    // a whole in between, as in 其中一般案件80件、重大案件20件: 重大案件中 …
    if (!generic && wholes.some((t) => t.figure.start > among && named(t))) return undefined
    return generic || named(head) || ((opens || !/全[国省市县区州]/u.test(of)) && /总(?:人|件|户|次|里程|面积)?[数量额]?$/u.test(of)) ? { whole: head, open: !generic } : undefined
  }
  // 156件代表建议中，…解决的112件，占建议总数的71.8%
  const held = wholes.find((t) => owned(t) && t.figure.end <= part.figure.start)
  const between = held ? text.slice(held.figure.end, part.figure.start).replace(/\s+/gu, '').replace(THRESHOLD, '') : ''
  if (held && /^[^，；。：、\d]{0,12}(?<!其)中，?[^，；。：、\d]{0,24}$|^[^，；。：、\d]{0,12}(?<!其)中，[^；。：、\d]{0,24}$/u.test(between) && (generic || named(held) || /总/u.test(of) || [...features].some((pair) => between.includes(pair)))) return { whole: held, open: false }
  if (generic) {
    // 收到提案168件，立案143件，占85.1%: two figures in neighbouring clauses of one sentence and nothing else it could be
    const same = wholes.filter(owned)
    const only = same.length === 1 && wholes.length === 1 ? same[0] : undefined
    if (!only || !TOTAL.test(labelOf(only))) return undefined
    return /^[^，；。、]{0,12}[，][^，；。、]{0,20}$/u.test(text.slice(only.figure.end, part.figure.start).replace(/\s+/gu, '')) ? { whole: only, open: true } : undefined
  }
  if (features.size === 0) return undefined
  const whole = wholes.find((t) => named(t) && (TOTAL.test(labelOf(t)) || (labelOf(t).length >= 3 && of.includes(labelOf(t)))) && !isShared(text, t))
  if (whole && !isOfNarrower(of, part, whole)) return { whole, open: true }
  const byName = wholeByName(of, part, wholes) ?? wholeBySameName(sentence, of, part, wholes)
  return byName ? { whole: byName, open: true } : undefined
}

/** Does a new whole (；在322个村中) stand between 其中 and this part, of which there is none before 其中? */
function isBehindAnother({ terms, text, start }: Sentence, among: number, part: Term): boolean {
  const stop = text.lastIndexOf('；', part.figure.start)
  return stop > among && !terms.some((t) => sameMeasure(t, part) && t.figure.end <= among && t.figure.start >= start) && terms.some((t) => sameMeasure(t, part) && t.at < part.at && t.figure.start > stop)
}

/** The nearest whole whose clause has most of a topic's words. */
function headNamed(wholes: readonly Term[], topic: string): Term | undefined {
  const features = pairsOf(topic)
  const score = (t: Term): number => {
    const has = pairsOf(labelOf(t))
    return [...features].filter((pair) => has.has(pair)).length
  }
  let best: Term | undefined
  for (const t of wholes) if (score(t) > (best ? score(best) : 0)) best = t
  return best
}

/** Is this number itself a part with its share behind it? */
const isShared = (text: string, { figure: f }: Term): boolean => /^[^，；。]{0,12}[，]?占(?![^，；。]{0,4}(?:计划|目标|任务|预算))/u.test(text.slice(f.end, f.end + 24)) || /其中[^，；。]{0,20}$/u.test(text.slice(Math.max(0, f.start - 24), f.start))

/** 50件、30件，占56%: together, or one of them? */
function isCoordinated(terms: readonly Term[], part: Term): boolean {
  const before = terms[part.at - 1]
  return before !== undefined && sameMeasure(before, part) && part.before.length <= 16 && /[、和及与]/u.test(part.before) && !/[，；：。]/u.test(part.before)
}

/** One of several shares: 占34.3%、10.8% */
const isList = (terms: readonly Term[], { at }: Term): boolean => /^[、和及]/u.test(terms[at + 1]?.before ?? '') && terms[at + 1]?.figure.kind === 'percent'

/**
 * A series of parts with their shares (A189件，占79.4%；B49件，占20.6%) after a whole that is not named again: all shares but one, or the sum of the parts,
 * say which number it is.
 */
function wrongInSeries(sentence: Sentence): Share[] {
  const { terms } = sentence
  const pairs = terms.flatMap((stated) => {
    if (!stated.before.includes('占')) return []
    const share = statedShare(stated)
    const part = terms[stated.at - 1]
    const of = BETWEEN.exec(stated.before)?.[1]
    return share && part && isLevel(part) && !isDelta(part) && of !== undefined && GENERIC.test(of) && !isList(terms, stated) && !/分别|共占/u.test(stated.before) ? [{ stated, part, share }] : []
  })
  const [first] = pairs
  if (!first || pairs.length < 2 || pairs.some(({ part }) => !sameMeasure(part, first.part))) return []
  const wholes = wholesFor(sentence, first.part).filter((w) => pairs.every(({ part }) => part.figure.value < w.figure.value))
  const misfits = (whole: Term): typeof pairs => pairs.filter(({ part, share }) => !fits(part.span, whole.span, share.span))
  if (wholes.some((whole) => misfits(whole).length === 0)) return []
  const sum = pairs.reduce((total, { part }) => total + part.figure.value, 0)
  for (const whole of wholes) {
    const [wrong, ...others] = misfits(whole)
    if (wrong && others.length === 0 && (pairs.length > 2 || sum === whole.figure.value) && !wholesFor(sentence, wrong.part).some((other) => fits(wrong.part.span, other.span, wrong.share.span))) return [{ ...wrong.share, stated: wrong.stated, part: wrong.part, whole, open: false }]
  }
  return []
}

/** Shares in a list, each of the part at the same place: 其中A98件、B31件，分别占34.3%、10.8%. */
function wrongLists(sentence: Sentence): Share[] {
  const { terms, text } = sentence
  return terms.flatMap((first) => {
    if (!first.before.includes('占') || !statedShare(first) || !/(?:分别占|各占|占比分别)[^，；。、\d]{0,20}$/u.test(first.before)) return []
    const shares = [first]
    for (let t = terms[first.at + 1]; t && statedShare(t) && /^[、和及与，]{1,2}$/u.test(t.before); t = terms[t.at + 1]) shares.push(t)
    const parts = terms.slice(Math.max(0, first.at - shares.length), first.at)
    const [head] = parts
    if (!head || parts.length !== shares.length || shares.length < 2 || !parts.every((p) => isLevel(p) && sameMeasure(p, head))) return []
    const among = text.lastIndexOf('其中', head.figure.start)
    const topical = wholeByTopic(sentence, head)
    const whole = topical ?? terms[head.at - 1]
    if (!whole || (!topical && among < whole.figure.end && !/分别[为是有达]?$/u.test(head.before)) || !sameMeasure(whole, head) || parts.some((p) => p.figure.value > whole.figure.value)) return []
    return shares.flatMap((stated, i) => {
      const part = parts[i]
      const share = statedShare(stated)
      return !part || !share || fits(part.span, whole.span, share.span) ? [] : [{ stated, ...share, part, whole, open: false }]
    })
  })
}
