import { resolutionOf } from '../../figures/writing.ts'
import { isOneSlip, isTransposition, oneSlipAway } from '../number-slip.ts'
import { meet, sumSpan } from '../span.ts'
import { wrongAdditions } from './additions.ts'
import { inSteps } from './arithmetic.ts'
import { wrongColumns } from './columns.ts'
import { exclusiveParts, HONOUR } from './exclusive.ts'
import { areAllKinds, areOneFamily, isOneOfThem } from './kinds.ts'
import { wrongRemainders } from './remainders.ts'
import { isDelta, isLevel, labelOf, sameMeasure, type Sentence, type Term } from './sentence.ts'
import { wrongSummedUp } from './summed-up.ts'

/** Parts and the total that they are said to come to. */
export interface Sum {
  total: Term
  parts: readonly Term[]
  /** the words leave it open whether it is a total of these */
  uncertain?: true
}

/**
 * How sure it is that the parts are all there are and none counts twice. `stated`: the words say so (共计, 其他, 新收 beside 旧存), any mismatch is a
 * fault. `told`: a list of what there is (包括, a colon). `listed`: a list of things, `alike` of things that are called alike. `loose`: 其中 with whatever follows, which may leave out or overlap.
 */
export type Closeness = 'stated' | 'told' | 'alike' | 'listed' | 'loose'

/** The sums of a sentence that do not add up, as far as it is certain that they should. */
export function wrongSums(sentence: Sentence): Sum[] {
  if (sentence.terms.length < 2) return sentence.terms.length === 0 ? [] : wrongSummedUp(sentence)
  const found = [...totalsBehind(sentence), ...totalsAhead(sentence), ...wrongAdditions(sentence), ...wrongColumns(sentence), ...wrongSummedUp(sentence), ...wrongRemainders(sentence), ...complements(sentence)]
  // one number is one fault
  return found.filter((sum, i) => !found.slice(0, i).some((other) => other.total === sum.total || other.parts.some((p) => sum.parts.includes(p))))
}

/** so that the parts come to more than their total, and rightly: one field counts twice */
const TWICE = /间套种|间作|套种|套作|复种|轮作|重复计|有交叉|一人多/u

/** 其他作物0.5万亩（包括间套种）: does the sentence say why the parts come to more than their total? */
export const countsTwice = ({ total, parts }: Sum, { text, start, end }: Sentence): boolean => TWICE.test(text.slice(start, end)) && sumSpan(parts.map((p) => p.span)).low > total.span.high

/** 共计143件, 合计投入1600万元, 共开展各类履职活动29次 */
const BEHIND = /(?:^|[，、；：—）])((?:以上|上述|这些|各类|各项|各种|各级各类)\p{Script=Han}{2,8}?|[两三四五]项\p{Script=Han}{0,4}?)?(?:以上|上述|两项|三项|各项|上半年|前三季度|下半年|全年|年内|一年来|全市|全县|全区|全院|全校)?(共计|合计|总计|总共|合共|共|累计)([^，；：、]{0,14}?)(?:达到?|为|约)*$/u
const ALL_OF_IT = /^(?:投入|开展|完成|组织|形成|提交|收到|发放|办理|争取|安排|落实|到位|筹集|募集)?(?:各类|各项|各级各类|总)?\p{Script=Han}{0,8}$/u

function totalsBehind(sentence: Sentence): Sum[] {
  const { terms } = sentence
  return terms.flatMap((total) => {
    const said = BEHIND.exec(total.before)
    if (!said || !isLevel(total) || isDelta(total)) return []
    const parts = listBefore(terms, total)
    if (parts.length < 2 || explained(parts, total)) return []
    const [, named = '', word = '', what = ''] = said
    // 各类活动共14次: what is counted stands before; with another verb behind, or far more of them, it is of more than the list
    if (/^各/u.test(named) && (what !== '' || total.figure.value > 2 * parts.reduce((sum, p) => sum + p.figure.value, 0))) return []
    const plain = (what === '' && !/^各/u.test(named)) || /各类|各项/u.test(what) || (/计|总|合/u.test(word) && ALL_OF_IT.test(what) && parts.some((p) => sharesWord(what, p)))
    const sure: Closeness = (word !== '累计' && plain) || areAllKinds(parts.map(labelOf)) ? 'stated' : 'loose'
    // 新开工12个、18个，上半年共签约26个: another doing
    if (/(?:半年|前三季度)(?:共|累计|合计|总)/u.test(total.before) && what !== '' && !parts.some((p) => p.before.includes(what.slice(0, 2)))) return []
    const largest = Math.max(...parts.map((p) => p.figure.value))
    // 收到168件，立案143件，共办结140件: no sum at all
    if (total.figure.value <= largest && sure !== 'stated') return []
    return offending({ total, parts }, sure === 'stated' ? 'stated' : 'slipped') ? [{ total, parts }] : []
  })
}

/** The list of like numbers right before a total, in order. */
function listBefore(terms: readonly Term[], total: Term): Term[] {
  const out: Term[] = []
  let separator: string | undefined
  for (let at = total.at - 1; at >= 0; at--) {
    const term = terms[at]
    if (!term || !isLevel(term) || !sameMeasure(term, total) || isDelta(term) || term.depth !== total.depth) break
    out.unshift(term)
    // these are the parts of a total ahead of them
    if (/其中|包括|：/u.test(term.before) && terms.slice(0, at).some((t) => sameMeasure(t, total))) return []
    if (/总(?!工会|理|书记|队|领|局)|(?<!公|中)共(?!同|青|享|产|建|和|识)|全部/u.test(term.before)) break
    const next = separatorOf(term.before)
    if (next === '' || (separator !== undefined && next !== separator && separator === '、')) break
    separator ??= next
  }
  return out
}

/** The mark that parts a number's words from the number before it. */
const separatorOf = (before: string): string => /[，；：]/u.exec(before)?.[0] ?? (/[、和及与＋+]/u.test(before) ? '、' : '')

const sharesWord = (what: string, { before, after }: Term): boolean => {
  const around = before + after
  for (let i = 0; i + 2 <= what.length; i++) if (around.includes(what.slice(i, i + 2))) return true
  return false
}

/** Does some run of two or more of these come to the total, so that another reading makes it right? */
function explained(parts: readonly Term[], total: Term): boolean {
  for (let from = 0; from + 2 <= parts.length; from++) {
    for (let to = from + 2; to <= parts.length; to++) if (meet(sumSpan(parts.slice(from, to).map((p) => p.span)), total.span)) return true
  }
  return false
}

/** 其中, 包括, （…＋…）, 分别为, a colon behind the total */
const AHEAD = /其中|按[^，；。、\d按]{1,8}(?:划分|分类|来分|分|来看|看)，?|从[^，；。、\d从]{1,8}(?:来|上)?看，|(?<=\p{Script=Han})(?<!其)中，|(?:包括|包含|涵盖|分为|分别是|分别为)|：|——|（/gu
/** what may stand between a total and the colon before its parts */
const LED_IN = /^，(?:其)?(?:具体|主要|资金|收入|支出|经费)?(?:(?:构成|组成|来源|去向|用途|分布|分类|类型|类别|使用|收支)(?:情况)?(?:如下|为|是|分别为|分别是|包括)?|(?:情况|明细)(?:如下|为|是)|(?:如下|具体为|具体是|具体如下|分别是|分别为|包括))$/u
const REST = /其他|其它|其余|另/u
/** ways of dividing that cut across each other */
const CROSSING = /党员|(?<!子)女|少数民族|学历|本科|硕士|博士|研究生|职称|岁|以[上下]|党外|归侨|留学|重点|优秀|先进|首次|新增|当年|涉|民生|获|示范|文明村|骨干|班主任|简易程序|其中/u
/** a number with its own doing is no part */
const NEW_TOPIC = /(?<!公|中)共(?!卫|场所|文化|服务|图书|体育|管理|同|青|享|建)计?|总计|累计|同时|此外|还|全年|截至|截止|较(?![大重轻好差])|[比同]上年|已|均|为|达|平均|人均|发放|开展|(?<![”社党团群工联])组织(?!党|机构|负责|委员|部门|系统|工会|内)|召开|收回|挽回|占/u

/** ；选派9名年轻干部: another doing behind a list, of which no part began with one */
const DOING = /^(?:并|还|同时|另)?(?:选派|抽调|派驻|选送|推荐|开展|举办|组织|召开|走访|慰问|表彰|发放)$/u

/** a step in which cases are dealt with, alone in its clause */
const BECAME = /^，?(?:经审查|经审核|全部|已|共|均)*(?:立案|结案|审结|办结|执结|办复|交办|答复|转办|审核通过|采纳)(?:了|的)?$/u
const PROCESS = /立案|结案|[审办执]结|办复|交办|答复|办理|通过|采纳/u

/** no sentence has more; a run of marks is no prose */
const MOST_MARKS = 40

function totalsAhead(sentence: Sentence): Sum[] {
  const { terms, text, start, end } = sentence
  const said = text.slice(start, end)
  return [...said.matchAll(AHEAD)].slice(0, MOST_MARKS).flatMap((mark) => {
    const at = start + mark.index
    const behind = terms.filter((t) => t.figure.start > at)
    const firsts = behind.filter((t) => isLevel(t) && !behind.some((other) => other.at < t.at && sameMeasure(other, t)))
    return firsts.flatMap((first) => {
      const total = totalFor(sentence, at, mark[0], first)
      if (!total) return []
      const parts = partsBehind(sentence, at, mark[0], first)
      if (parts.length < 2 || parts.some((p) => p.span.low > total.span.high) ) return []
      const labels = labelsOf(sentence, at + mark[0].length, parts)
      const how = closeness(sentence, at, mark[0], parts, labels, labelOf(total))
      const clause = Math.max(start, text.lastIndexOf('；', at))
      const earlier = terms.filter((t) => t.figure.start >= clause && t.figure.end <= at && sameMeasure(t, total))
      if (how !== 'loose' && slippedToTheDigit({ total, parts })) return [{ total, parts }]
      const apart = parts.slice(0, exclusiveParts(labels, labelOf(total)))
      if (apart.length >= 2 && exceeds(apart, earlier, total)) return [{ total, parts: apart }]
      // 立案143件，办结120件，其中 …: of the first of the two
      if (how !== 'stated' && parts.length > 1 && BECAME.test(labelOf(total)) && !exceeds(parts, earlier, total) && exceeds(parts, [], total)) return []
      // some of them may be all, and the others another way of dividing
      if ((how === 'loose' || how === 'listed') && explained(parts, total)) return []
      return offending({ total, parts }, how) ? [{ total, parts }] : []
    })
  })
}

/** 人均月补差61.3元: said of each, no total */
const AVERAGE = /[人户村校亩月日年]均|平均|每[人户村亩月年天]|标准/u

/** The number of which the parts behind a mark are: the nearest of their unit before it. */
export function totalFor(sentence: Sentence, at: number, mark: string, first: Term): Term | undefined {
  const { terms, text, start } = sentence
  const like = terms.filter((t) => t.figure.end <= at && sameMeasure(t, first) && isLevel(t) && !AVERAGE.test(labelOf(t)))
  // 9次，较常年偏多1.9次，其中15次: more than what the difference comes to is no part of it
  const before = mark === '其中' ? like.filter((t) => !isDelta(t) || first.span.low <= t.span.high || !like.some((other) => !isDelta(other))) : like
  const total = before.at(-1)
  if (total) {
    if (isDelta(total) || (mark === '（' ? total.depth >= first.depth : total.depth > first.depth)) return undefined
    const between = text.slice(total.figure.end, at).replace(/\s+/gu, '')
    // right behind it, or behind what else is said of it (875件1264人，增长6.1%，其中 …)
    // 总收入218.6万元，构成如下：
    if (mark === '：' && LED_IN.test(between)) return total
    if (mark === '（' || mark === '：' || mark === '——' || mark === '中，') return /^[^，；。：（]{0,8}$/u.test(between) && !/[（：]/u.test(between) ? total : undefined
    // 195件，其中会上183件、闭会12件；从承办单位看，…: a second way of dividing the first number
    const [whole] = before
    const inner = whole && before.length > 1 ? text.slice(whole.figure.end, before[1]?.figure.start) : ''
    if (/^[从按]/u.test(mark) && /；$/u.test(between) && whole && inner.includes('其中') && !/[；。]/u.test(text.slice(whole.figure.end, total.figure.start)) && before.slice(1).every((t) => t.span.high < whole.span.low)) return whole
    if (/[；。]/u.test(between) && mark !== '其中') return undefined
    // a list of wholes (A12件、B8件，其中 …) leaves open which of them is meant
    const other = before.at(-2)
    if (other && /^[^，；。：]*$/u.test(text.slice(other.figure.end, total.figure.start)) && /[、和及]/u.test(text.slice(other.figure.end, total.figure.start))) return undefined
    return total
  }
  // 收到提案256件。按内容分，…: the division begins a sentence of its own
  const opens = mark === '其中' ? /^\s*其中/u.test(text.slice(start)) : /^[按从]/u.test(mark) && text.slice(start, at).trim() === ''
  if (!opens) return undefined
  // 321146件（不含上年旧存28802件）: what is said of it in brackets is another number
  const earlier = (sentence.previous?.terms ?? []).filter((t) => sameMeasure(t, first) && isLevel(t) && !isDelta(t) && t.depth <= first.depth && !AVERAGE.test(labelOf(t)))
  return earlier.length === 1 ? earlier[0] : undefined
}

/** 中央预算内投资4600万元、省级专项补助3200万元，县财政配套2400万元: sources of one sum, however the list is marked */
const FUNDS = /^(?:其中)?(?:争取|县|市|区|镇|本级|地方|企业|村)?(?:中央|省级?|市级?|县级?|区级?|财政|自筹|社会|银行|上级)\p{Script=Han}{0,4}(?:预算内(?:投资|资金)?|专项(?:补助|资金|债券?)?|补助(?:资金)?|配套(?:资金)?|拨款|贷款|自筹(?:资金)?|资金)$/u

/** The like numbers behind a mark that stand on one level. */
function partsBehind(sentence: Sentence, at: number, mark: string, first: Term): Term[] {
  const { terms, text } = sentence
  const out: Term[] = []
  let separator: string | undefined
  for (const term of terms.slice(first.at)) {
    if (term.depth !== first.depth) {
      if (mark === '（' && term.depth < first.depth) break
      continue
    }
    if (!isLevel(term) || !sameMeasure(term, first)) continue
    if (isDelta(term)) continue
    // 除流转的820亩外，其余380亩: another division
    if (/^(?:其中)?除(?![险尘雪草虫])/u.test(labelOf(term))) break
    const last = out.at(-1)
    if (last) {
      const between = text.slice(last.figure.end, term.figure.start).replace(/\s+/gu, '').replace(/（[^）]*）/gu, '').replace(/[，]其中[^；。：]*(?=；)/gu, '')
      // 第二产业150.4亿元，其中工业126.46亿元；第三产业 …: a part of a part, where ； parts the list
      if (/^[^；。：]*其中/u.test(between) && (separator === '；' || /^[^。：]*；/u.test(text.slice(term.figure.end, sentence.end)))) continue
      if (/其中|包括|[。：]/u.test(between)) break
      const mine = between.includes('；') ? '；' : between.includes('，') ? '，' : /[、和及与＋+]/u.test(between) ? '、' : ''
      if (mine === '') break
      if (separator === undefined) separator = mine
      // a list with 、 does not go on behind a comma; one with ； may hold commas, but then those say more of a part
      if (mine !== separator && !(mine === '，' && FUNDS.test(labelOf(term)) && out.some((t) => FUNDS.test(labelOf(t))))) {
        if (separator === '；' || (separator === '，' && mine === '、')) {
          if (separator === '；') continue
        } else break
      }
      if (mine === '；' && DOING.test(between.slice(between.lastIndexOf('；') + 1)) && !out.some((t) => /选派|抽调|派驻|选送|推荐|开展|举办|组织|召开|走访|慰问|表彰|发放/u.test(labelOf(t)))) break
      if (separator !== '；' && NEW_TOPIC.test(labelOf(term)) && !REST.test(labelOf(term))) break
      // 收到130件，其中闭会期间12件，交办126件: what became of the whole
      if (mark === '其中' && mine === '，' && BECAME.test(labelOf(term)) && !out.some((t) => PROCESS.test(labelOf(t)))) break
    } else if (term.figure.start - at > 60) return []
    out.push(term)
  }
  return out
}

/** What each part counts, the first of which is named from `from` on. */
const labelsOf = ({ text }: Sentence, from: number, parts: readonly Term[]): string[] => parts.map((p, i) => (i === 0 ? text.slice(from, p.figure.start).replace(/\s+/gu, '') : labelOf(p)))

/** Do parts of which none counts twice come to more than their total, and than all that was said before it and may be meant? */
function exceeds(parts: readonly Term[], before: readonly Term[], total: Term): boolean {
  const { low } = sumSpan(parts.map((p) => p.span))
  return low > total.span.high && before.every((t) => low > t.span.high)
}

function closeness(sentence: Sentence, at: number, mark: string, parts: readonly Term[], labels: readonly string[], whole: string): Closeness {
  const tail = parts.at(-1)
  // 等: the list goes on
  if (tail && /^[^，；。]{0,4}等/u.test(tail.after)) return 'loose'
  // 其余自筹: what is left has no number
  if (tail && /^[^，；。]{0,4}[，；](?:其余|剩余|余下|余款|不足部分|缺口)/u.test(tail.after)) return 'loose'
  if (labels.slice(1).some((label) => REST.test(label))) return 'stated'
  if (areAllKinds(labels)) return 'stated'
  if (mark === '（' && /[＋+]/u.test(sentence.text.slice(at, tail?.figure.start ?? at))) return 'stated'
  if (mark === '（' && /^(?!其中|含|包括|另|如|不)/u.test(labels[0] ?? '') && labels.every((label) => label !== '' && !CROSSING.test(label))) return parts.length > 2 ? 'told' : 'alike'
  if (namesEach(sentence, at, labels)) return 'stated'
  // 按案由分: a short list may be the foremost of them
  if (/^[按从]/u.test(mark) && !labels.some((label) => /占|同比|增|主要/u.test(label))) return /分，?$/u.test(mark) && parts.length > 3 ? 'told' : 'alike'
  if (mark === '分别为' || mark === '分别是' || mark === '分为') return 'stated'
  // these name all there is, or nearly all of what is named before 等
  if (mark === '包括' || mark === '包含' || mark === '涵盖' || ((mark === '：' || mark === '——') && parts.length >= 3)) return 'told'
  const shared = sharedEnding(labels)
  // 经济类、民生类、法治类: one way of dividing
  // 126个村，其中省级示范村12个、市级示范村46个: what is one is the other as well
  if (!HONOUR.test(whole) && labels.every((label) => HONOUR.test(label))) return 'loose'
  if (labels.every((label) => /(?:类|方面|领域|型|级|镇|乡|村|县|区|街道|中学|小学|公司|季度|年级)(?:的|的?有)?$/u.test(label)) || areOneFamily(labels)) return 'alike'
  // 教师、行政人员、工勤人员: the staff that comes last in such a list
  if (labels.length >= 3 && /(?:工勤|后勤|教辅|工勤技能|行政|管理|辅助)(?:人员|岗位)?$/u.test(labels.at(-1) ?? '') && !labels.some((label) => CROSSING.test(label))) return 'alike'
  // 老党员、困难党员、老干部: what several of them are is not what parts them
  const crosses = (label: string, i: number): boolean => {
    const word = CROSSING.exec(label.slice(0, label.length - shared))?.[0]
    return word !== undefined && (word === '其中' || !labels.some((other, k) => k !== i && other.includes(word)))
  }
  return labels.some(crosses) ? 'loose' : shared >= 2 ? 'alike' : 'listed'
}

/** 开展视察、调研、检查36次，其中视察12次，调研18次，检查6次: are the parts what was named before the total, one by one? */
function namesEach({ terms, text, start }: Sentence, at: number, labels: readonly string[]): boolean {
  const total = terms.filter((t) => t.figure.end <= at).at(-1)
  if (!total) return false
  const named = (/[^，；。：]*$/u.exec(text.slice(start, total.figure.start).replace(/\s+/gu, ''))?.[0] ?? '').split(/[、和及与]/u)
  return named.length === labels.length && named.every((name, i) => sharesPair(name, labels[i] ?? '')) && labels.every((label, i) => label.length >= 2 && labels.indexOf(label) === i)
}

const sharesPair = (a: string, b: string): boolean => {
  for (let i = 0; i + 2 <= b.length; i++) if (a.includes(b.slice(i, i + 2))) return true
  return false
}

/** How many characters at their end all labels have in common (团体体检, 个人体检: 2). */
function sharedEnding(labels: readonly string[]): number {
  const [first = ''] = labels
  let n = 0
  while (n < first.length && labels.every((label) => label.length > n && label.at(-1 - n) === first.at(-1 - n))) n++
  return n
}

/**
 * Is the mismatch a fault for certain? What is `stated` must come out. A list may leave something out, but its parts exceed the total only by a
 * slip; with 其中 the excess must moreover be such as one slip makes, since ways of dividing overlap.
 */
export function offending({ total, parts }: Sum, how: Closeness | 'slipped'): boolean {
  const sum = sumSpan(parts.map((p) => p.span))
  if (meet(sum, total.span)) return false
  if (how === 'stated') return true
  if (how === 'told' && sum.high > total.span.low * 0.75 && sum.low < total.span.high * 2) return true
  const exact = [total, ...parts].every(({ figure }) => figure.approx === 'exact')
  if (!exact) return false
  const { values: [whole = 0, ...shares] } = inSteps([total, ...parts])
  const room = [total, ...parts].every(({ span }) => span.low === span.high) ? 0 : Math.ceil(parts.length / 2)
  if (how === 'slipped') return oneSlipAway(shares, whole, room)
  if (how === 'loose') return false
  if (sum.low > total.span.high) return oneSlipAway(shares, whole, room, isOneSlip)
  // too little: something may be left out, unless two digits that changed places explain it to the unit
  const least = how === 'alike' ? 0.55 : 0.85
  const alike = room === 0 || new Set([total, ...parts].map(({ figure }) => resolutionOf(figure.text))).size === 1
  return alike && parts.length >= (how === 'alike' ? 2 : 3) && sum.high > total.span.low * least && oneSlipAway(shares, whole, 0, isTransposition)
}

/**
 * 共186.5万元，其中拨付80万元，列支62万元，捐赠45.4万元: written to the digit, these could be rounded; but two digits that changed places in the total, or in
 * a part that is written as finely, explain the difference to the last digit.
 */
export function slippedToTheDigit({ total, parts }: Sum): boolean {
  const all = [total, ...parts]
  if (all.some(({ figure }) => figure.approx !== 'exact')) return false
  const [ofTotal = 1, ...steps] = all.map(({ figure }) => resolutionOf(figure.text) || 1)
  const finest = Math.min(ofTotal, ...steps)
  if (!steps.includes(finest) || (ofTotal === finest && steps.every((step) => step === finest))) return false
  const [whole = 0, ...shares] = all.map(({ figure }) => Math.round(figure.value / finest))
  const sum = shares.reduce((a, b) => a + b, 0)
  if (sum === whole) return false
  const isSlipped = (share: number, ratio: number): boolean => share % ratio === 0 && (whole - sum) % ratio === 0 && isTransposition(String(share / ratio), String((share + whole - sum) / ratio))
  // 387.8万件 beside 26万件 (62万), 4600万元 of 1.2亿元: written less finely, each explains it in its own digits
  if (parts.length >= (ofTotal === finest ? 4 : 3) && shares.some((share, i) => share >= 10 * ((steps[i] ?? finest) / finest) && isSlipped(share, Math.round((steps[i] ?? finest) / finest)))) return true
  if (ofTotal !== finest) return false
  const fine = shares.filter((share, i) => steps[i] === finest && share >= 100)
  return isTransposition(String(whole), String(sum)) || fine.some((share) => isSlipped(share, 1))
}

/** 327人参加，男性189人，女性138人: two kinds of one thing right behind their total, without 其中. */
function complements(sentence: Sentence): Sum[] {
  const { terms } = sentence
  return terms.flatMap((total) => {
    const behind = terms.slice(total.at + 1).filter((t) => sameMeasure(t, total))
    return [...listedWithOthers(total, terms, sentence.previous?.terms ?? []), ...[2, 3, 4].flatMap((n) => (behind.length < n ? [] : kindsBehind(total, behind.slice(0, n), terms).filter(() => !goesOn(total, behind, n))))]
  }).concat(sentence.previous ? [2, 3, 4].flatMap((n) => (terms.length < n ? [] : kindsBehind(lastLike(sentence.previous ?? sentence, terms[0]), terms.slice(0, n), terms))) : [])
}

/** 286间，出租236间，空置32间，自用18间: does the list behind a total come to it with what follows its first kinds? */
const goesOn = (total: Term, behind: readonly Term[], n: number): boolean =>
  behind.slice(n).some((_, i) => meet(sumSpan(behind.slice(0, n + i + 1).map((t) => t.span)), total.span))

/** 复议案件86件，维持48件，撤销12件，其他26件: a list right behind its total that ends with what else there is. */
function listedWithOthers(total: Term, terms: readonly Term[], earlier: readonly Term[]): Sum[] {
  const before = terms[total.at - 1]
  if (!isLevel(total) || isDelta(total) || (before && sameMeasure(before, total))) return []
  const parts: Term[] = []
  for (let t = terms[total.at + 1]; t && isLevel(t) && sameMeasure(t, total) && !isDelta(t) && t.depth === total.depth; t = terms[t.at + 1]) {
    if (!/^[^，；。：、]{0,6}[，、：（]?[^，；。：、]{1,10}$/u.test(t.before) || t.figure.value > total.figure.value) return []
    parts.push(t)
    // 制造业企业286家，商贸企业152家，其他企业78家: the first is one of the list, whose total stands before the sentence
    if (parts.length > 2 && earlier.some((t) => sameMeasure(t, total) && t.figure.value > total.figure.value) && labelOf(total).length > 2 && parts.every((p) => labelOf(p).endsWith(labelOf(total).slice(-2)))) return []
    if (/^.?(?:其他|其它)/u.test(labelOf(t))) return parts.length > 2 && offending({ total, parts }, 'slipped') ? [{ total, parts }] : []
  }
  return []
}

/** The number of a term's unit that was said last, where it is the only one. */
function lastLike({ terms }: Sentence, like: Term | undefined): Term | undefined {
  const found = terms.filter((t) => like && isLevel(t) && sameMeasure(t, like))
  return found.length === 1 ? found[0] : undefined
}

function kindsBehind(total: Term | undefined, parts: readonly Term[], terms: readonly Term[]): Sum[] {
    const [a, ...others] = parts
    // 212件312人: the first number of each has the words
    const labels = parts.map((t) => labelOf(t) || (t.before === '' ? labelOf(terms[t.at - 1] ?? t) : ''))
    if (!total || !a || others.length === 0 || ![total, ...parts].every((t) => isLevel(t) && sameMeasure(t, total) && t.depth === total.depth) || parts.some(isDelta)) return []
    if (!/^[^，；。：]{0,8}(?:[，（：]|$)/u.test(a.before) || !others.every((b) => b.before === '' || /^[^，；。：]{0,4}[，、]/u.test(b.before)) || !areAllKinds(labels)) return []
    // the three industries are the whole product
    const product = /生产总值|GDP/u.test(labelOf(total)) && labels.every((label) => /产业|[一二三]产/u.test(label))
    // what was received this year and what was decided in it are not the same cases
    if (labels.some((label) => /^(?:附条件)?不起诉/u.test(label)) && /受理|收|移送/u.test(labelOf(total) || labelOf(terms[total.at - 1] ?? total))) return []
    if (parts.some((p) => p.span.low > total.span.high) || (isOneOfThem(labelOf(total).replace(/应(?:到|出席|参加)/u, ''), labels) && !product)) return []
    // nobody is neither man nor woman
    return offending({ total, parts }, product ? 'stated' : labels.every((label) => /^[，、（]?(?:其中)?[男女](?:性|生|职工|教师|会员|党员|委员|代表|性?[^，]{0,3})?$/u.test(label)) ? 'slipped' : 'alike') ? [{ total, parts }] : []
}
