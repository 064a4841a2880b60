import { pairsOf } from '../../compare/wording.ts'
import { largerAmongPersons } from './among-persons.ts'
import { doneBeyondAll } from './beyond-all.ts'
import { largerNamesakes } from './named-again.ts'
import { looseSubsets } from './loose-subsets.ts'
import { largerWithin } from './nested-land.ts'
import { moreThanDue } from './due-and-done.ts'
import { largerThanPlanned } from './planned-less.ts'
import { isDelta, isLevel, labelOf, sameMeasure, type Sentence, type Term } from './sentence.ts'
import { totalFor } from './sums.ts'

/** A number that is part of another. */
export interface Subset {
  part: Term
  whole: Term
  /** what the two count, as a message names them (立案, 收到) */
  partName: string
  wholeName: string
  /** the words leave it open whether it is a part */
  uncertain?: true
}

const EXPECTED = /应到|应参加|应出席/u
/** What comes first and what is left of it: each case of the second is one of the first, counted in the same unit. */
interface Flow {
  whole: RegExp
  part: RegExp
  /** how many times as large it must be at least */
  times?: number
  /** nothing but these words may be said of the part, or what the whole has too: 公办学校录取1260人 is counted elsewhere */
  bare?: true
}

const FLOWS: readonly Flow[] = [
  { whole: /收到|收集|征集|提交|接收/u, part: /立案|采纳|采用|办结|办复|答复/u },
  { whole: /立案|交办/u, part: /办复|办结|答复|采纳/u },
  { whole: /受理(?!率)/u, part: /审结|办结|结案|执结|审执结|批准逮捕|批捕|调解成功/u },
  { whole: EXPECTED, part: /实到|实际|(?<!应)参加|(?<!应)出席|(?<!应)到会/u },
  // those who make up a body; who attends besides is no part of it
  { whole: /(?:组成人员|代表|委员|会员|理事|董事|股东)(?:共|总数|人数|现有|共有|实有|为|名额)*$/u, part: /^(?:本次|此次|当天|实际|会议|大会|全会|全体会议)*(?:实到|到会|出席)(?:会议|大会)?(?:的(?:组成人员|委员|代表|会员)?)?(?:共|有|为)?$/u },
  { whole: /受理|接到/u, part: /立案/u },
  { whole: /应(?:收|缴|检|种|参|考|交|发|投|查|征|评|签|保|报|测|体检|接种)/u, part: /实际?(?:收|缴|检|种|参|考|交|发|投|查|征|评|签|保|报|测|体检|接种)/u },
  { whole: /发放(?:调查|征求|满意|意见)?|发出|印发/u, part: /回收|收回/u },
  { whole: /参加|参考|报名|应考|组织/u, part: /合格|及格|达标|通过|上线|录取|优秀/u },
  { whole: /排查|发现|查出|查摆|梳理|收集|反映|反馈|提出|下发|制发/u, part: /整改|整治|化解|解决|消除|销号|落实|采纳|采用|办结|办复|答复/u },
  { whole: /移送|移交/u, part: /立案|查办|起诉/u },
  { whole: /接待|受理|排查/u, part: /化解|办结|调处/u },
  { whole: /总投资|概算投资/u, part: /完成(?:\p{Script=Han}{0,4})?投资/u },
  { whole: /遴选|确定|选取|筛选|交办|督办/u, part: /办结|办复|销号/u },
  { whole: /抽检|抽查|检测|检查/u, part: /合格|达标|优良/u },
  { whole: /提起公诉|起诉/u, part: /有罪判决/u },
  { whole: /审查起诉|移送起诉|移诉/u, part: /(?<!审查|移送|不)起诉|提起公诉/u },
  { whole: /审查逮捕|提请逮捕|提请批准逮捕/u, part: /(?<!提请)批准逮捕|批捕/u },
  { whole: /办理|承办|交办|接办/u, part: /办复|办结|答复|回复/u },
  { whole: /线索/u, part: /立案/u },
  { whole: /收到|收集|征集|编发|编报/u, part: /编报|编发|采编|转报|批示|交办|转办|转交/u },
  { whole: /资金|补贴|补助|奖金|救助金/u, part: /^(?:目前|现)?(?:已|实际|全部)+(?:拨付|支付|兑付|支出|使用|发放|拨付到\p{Script=Han}{1,4})(?:到位|资金|各类)?$/u },
  { whole: /^(?!.*(?:新|续|开工|签约|争取|引进)).*(?:列入|纳入|实施|谋划|安排|确定|共有|储备|承担|应)/u, part: /^(?:目前|现|年内|年底前|按期|如期|顺利)?(?:已|实际|全部)*(?:开工|开工建设|完工|竣工|建成|完成|完成改造|投用|投产|启动|开展|改造)$/u },
  { whole: /授信|批复|核定|募集/u, part: /^(?:目前|现)?(?:已|实际)+(?:发放|支出|使用|支付|拨付|投放|列支)(?:贷款|资金|补贴|补助)*$/u },
  { whole: /毕业生|劳动力|劳动能力|脱贫人口|失业人员/u, part: /就业|务工|外出务工/u },
  { whole: /编报|报送|上报|撰写|投稿|采写/u, part: /^(?:其中)?已?被?(?:各级|上级|[省市县区](?:[委府]|政府|政协|人大)?(?:办公室)?|[省市县区]级|国家级)?(?:以上)?(?:部门|机关|媒体|单位|党委政府)?(?:采用|录用|采纳|刊发|刊登|转载)$/u },
  { whole: /录取/u, part: /报到/u },
  { whole: /投标/u, part: /中标/u },
  { whole: /送检/u, part: /合格/u },
  { whole: /申请|报名|申报|推荐/u, part: /批准|受理|提供(?:法律)?援助|录取|录用|确定|审核通过|获批|入选|发展党员|积极分子|立项|认定/u, bare: true },
  { whole: /建议|发出|制发|发送|函/u, part: /收到|获|回复|采纳|反馈/u, bare: true },
  { whole: /整改|问题|隐患|事项|反馈|监测|风险|纠纷|诉求/u, part: /完成整改|已整改|整改(?:完成|到位|完毕|落实)|消除|解决|化解|销号|办结/u },
  { whole: /作品|征文|论文|案例|稿件/u, part: /评出|评选|获奖|入选|优秀/u, bare: true },
  { whole: /对象|监测户|脱贫户|贫困户|农户|困难户/u, part: /登记|消除风险|享受|受益|产业帮扶|帮扶/u, bare: true },
  // the same things: 86个小区列入，已完成102个
  { whole: /^(?!.*(?:新|今年|本年)).*/u, part: /^(?:目前|现)?已(?:全部)?(?:完成|办结|办复|整改|拨付|支付|兑付|发放|就业|务工|入库|投产|投用|签约|落地|交付|入住|验收|销号|化解|解决|落实|采纳|审结|结案|执结|改造|搬迁|安置|出院|回收|兑现|清理|拆除|处置|录用)(?:完毕|到位)?$/u },
]
/** 386名学生参加，392名学生合格: what some of the same did */
const DID = /^(?:已|均|全部)?(?:合格|达标|通过|优秀|被?录取|获|列席|到会|提出|发言|表示满意|脱贫|就业|完成)/u
/** 教师186人，高级教师56人: words before the same name that make it narrower */
const NARROWED = /^(?:其中)?(?:有|持证|注册|女|骨干|重点|正?高级|副高级|中级|省级|市级|国家级|县级|优秀|在册|规上|规模以上|党员|专任|在校|贫困|一级|特级)(?:以上)?的?$/u
/** what is begun this year may be ended with older ones: only much more is a slip */
const WITH_OLDER = { whole: /立案|查处/u, part: /结案|办结|审结/u, times: 1.3 }
/** 帮助965人实现再就业: the verb stands before, what became of them behind */
const HELPED = { whole: /失业|未就业|劳动力|毕业生|零就业/u, before: /(?:帮助|帮扶|促进|推荐|扶持|安置)$/u, after: /^[^，；。]{0,4}(?:就业|上岗)/u }
/** 286个行政村，248个建成卫生室: what became of so many of them */
const BECAME = /^(?:已|均|全部)?(?:在|由|得到|受到|转化|符合|合格|荣获|建成|完成|实现|达到|通过|创建|获|被|开展|启动|投入|竣工|开工|入选|纳入|配备|设立|成为|达标)/u
/** what became of so many, behind their number */
const OUTCOME = /(?:已|均|全部|正)?(?:在建|开工|建成|完成|实现|通过|获得|入选|竣工|投产|投用|合格|达标|成立|整治|整改|办结|解决|动工|完工|启动|改造|验收|签约|落地|评为|荣获|创建)/u
/** the sentence counts otherwise than it seems: older cases, other years, more than one source */
/** what is planned may be exceeded */
const AIM = /计划|目标|任务|指标|拟|预计|预期/u
const OTHERWISE = /旧存|今年|本年|当年|积案|积压|历年|往年|上年|去年|遗留|结转|未结|存案|以来|累计|另|再(?!审|生|就业)|又|同时|此外/u
/** received, older cases included: then nothing can be left of more */
const ALL_INCLUDED = /（?(?:含|包括|其中)(?:旧存|上年|去年|历年|往年)[^，；。）]{0,12}[）]?/gu
/** said behind it: the count holds what was there before */
const HOLDS_OLDER = /旧存|积案|历年|往年|上年|结收|收结|清结率/u
/** units that 其中 counts as well */
const COUNTED_TOO = /^(?:期|次|场|场次|批|届|笔|部|本|册|幅|幢|栋|间|座|吨|公里|亩|平方米|平方公里|公顷|户次|人次|件次|家次|台次|场次|课时|学时|个|天|支|头|株|棵|盏)$/u
const COUNTED_ONCE = /^(?:件|个|名|人|位|条|项|家|份|起|处|篇|批次|批|宗|户|所|例|元|辆|台|张|亩|只|座|套)$/u

/** Parts that are larger than their whole, for certain. */
export function largerParts(sentence: Sentence): Subset[] {
  if (sentence.terms.length === 0) return []
  const found = [...amongParts(sentence), ...ofWhich(sentence), ...flows(sentence), ...became(sentence), ...ofTheNamed(sentence), ...largerNamesakes(sentence).map(({ part, whole, noun }) => ({ part, whole, partName: '其中', wholeName: noun })), ...largerAmongPersons(sentence), ...largerWithin(sentence), ...doneBeyondAll(sentence), ...largerThanPlanned(sentence), ...moreThanDue(sentence), ...looseSubsets(sentence)]
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
      if (!isLevel(part) || isDelta(part) || !(COUNTED_ONCE.test(part.figure.unit) || COUNTED_TOO.test(part.figure.unit))) return []
      const between = text.slice(at, part.figure.start)
      // a part is named right behind 其中 or in the list that it opens
      if (i > 0 && !(/^[^；。：]*$/u.test(between) && between.length <= 80)) return []
      if (i > 0 && !isPartOfList(behind, i)) return []
      // 其中，5月召开的…会议，收到发言64篇: a clause of its own counts something else
      if (i === 0 && (between.length > 40 || /[，；：]/u.test(between.slice(2).replace(/^\s*，/u, '')))) return []
      const whole = totalFor(sentence, at, '其中', part)
      if (!whole || part.span.low <= whole.span.high || OTHERWISE.test(between.replace(/再审|再就业/gu, ''))) return []
      // what precedes 其中 may hold several wholes, unless one verb (提出意见…，其中提出抗诉…) says which
      const verb = verbOf(part)
      if (sentence.terms.some((t) => t.figure.end <= at && sameMeasure(t, part) && t.span.high >= part.span.low && !(verb !== '' && verbOf(whole) === verb && verbOf(t) !== verb && !/其中/u.test(whole.before)))) return []
      return [{ part, whole, partName: nameOf(labelOf(part).replace(/^其中/u, '')), wholeName: nameOf(labelOf(whole)) }]
    })
  })
}

/** Does the list that begins behind 其中 go on to this number without a topic of its own? */
const isPartOfList = (behind: readonly Term[], i: number): boolean =>
  isParallel(behind, i) ||
  behind.slice(1, i + 1).every((t) => /^(?:[\p{Script=Han}（）“”]{0,6})?[、，和及与][^，；。：、]{0,16}$/u.test(t.before) && !/共|总|累计|播种|播面|开展|组织|召开|发放|全年|提出|完成|实现|达|为/u.test(verbOf(t) === verbOf(behind[0] ?? t) ? t.before.replace(verbOf(t), '') : t.before)) ||
  behind.slice(1, i + 1).every((t) => t.before === '')

/** The verb that a number's words begin with, where a list may say it again at each part (其中提出抗诉600件，提出检察建议1700件). */
const verbOf = (t: Term): string => /^[^，；。：]{0,6}(提出|发出|制发|开展|组织|召开|发放|完成)/u.exec(labelOf(t).replace(/^其中/u, ''))?.[1] ?? ''

/** 其中提出抗诉600余件，提出检察建议1600余件: each with the verb of the first */
function isParallel(behind: readonly Term[], i: number): boolean {
  const verb = /其中，?(\p{Script=Han}{2})/u.exec(behind[0]?.before ?? '')?.[1]
  return verb !== undefined && /^(?:提出|制发|发出|立案|审结|起诉|批捕|办理|办结|查处|建立|建成|发放|受理|移送|督促|选派|招收|录取)$/u.test(verb) && behind.slice(1, i + 1).every((t) => /^[，、]/u.test(t.before) && t.before.slice(1, 3) === verb && t.before.length <= 20)
}

/** 报名的78人中，有74人通过 */
function ofWhich({ terms }: Sentence): Subset[] {
  return terms.flatMap((whole) => {
    const part = terms[whole.at + 1]
    if (!part || !isLevel(whole) || !isLevel(part) || !sameMeasure(part, whole) || isDelta(part) || part.span.low <= whole.span.high) return []
    return /^[^，；。：、]{0,10}(?<!其|当|集|高|初|镇|贫|水|医|政)中，?(?:已?有|仅)?$/u.test(part.before) ? [{ part, whole, partName: '其中', wholeName: '总数' }] : []
  })
}

const TOPIC = /(?:^|[，；。])(?:在)?(?:已|全部|所有|这些|上述)*([^，；。：、\d]{3,16}(?:人员|毕业生|学生|员|者|户|村|案件|提案|建议|企业|项目|小区|问题|职工|教师|群众|对象|会员|代表|干部|家庭|儿童|老人))中，$/u
/** what is being done while something else is counted */
const DOING = /工作|过程|活动|行动|期间|建设/u

/** 落实毕业去向的有4026人；在已落实去向的毕业生中，升学4187人: the whole is named again in other words. */
function ofTheNamed(sentence: Sentence): Subset[] {
  const { terms, text, start, previous } = sentence
  if (!text.includes('中，', start)) return []
  return terms.flatMap((part) => {
    if (!isLevel(part) || isDelta(part) || !COUNTED_ONCE.test(part.figure.unit)) return []
    const between = part.before.lastIndexOf('中，') + 2
    const topic = between < 2 || part.before.length - between > 16 ? undefined : TOPIC.exec((terms[part.at - 1] ? '' : '，') + part.before.slice(0, between))?.[1]
    // 困难职工中 may be all that there are: what was counted is named by what it did (落实去向的毕业生)
    if (topic === undefined || !topic.includes('的', 2) || DOING.test(topic) || /^[全各我本]/u.test(topic) || /[，；：]/u.test(part.before.slice(between))) return []
    const wholes = [...(previous?.terms ?? []), ...terms.slice(0, part.at)].filter((t) => isLevel(t) && sameMeasure(t, part) && !isDelta(t))
    const features = pairsOf(topic.replace(/[的已]/gu, ' '))
    const modifier = pairsOf(topic.slice(0, topic.lastIndexOf('的')))
    const scores = wholes.map((t) => {
      const has = pairsOf(clauseOf(t) + (/^[^，；。：、]*/u.exec(t.after)?.[0] ?? ''))
      return [...modifier].some((pair) => has.has(pair)) ? [...features].filter((pair) => has.has(pair)).length : 0
    })
    const best = Math.max(0, ...scores)
    const [whole, other] = wholes.filter((_, i) => scores[i] === best)
    // most of the topic's words, and more than any other number has
    if (!whole || other || best < 2 || best * 2 < features.size || part.span.low <= whole.span.high || OTHERWISE.test(part.before.slice(between))) return []
    return [{ part, whole, partName: nameOf(labelOf(part)), wholeName: nameOf(labelOf(whole)) }]
  })
}

/** 全县286个行政村，248个建成卫生室; 失业人员860人，帮助645人就业 */
function became({ terms }: Sentence): Subset[] {
  return terms.flatMap((whole) => {
    const part = terms[whole.at + 1]
    if (!part || !isLevel(whole) || !isLevel(part) || !sameMeasure(part, whole) || isDelta(whole) || part.span.low <= whole.span.high || whole.depth !== part.depth) return []
    // 31个项目中，12个建成，19个在建: the first is told of in the same way, and is no whole of the second
    if (OUTCOME.test(/^[^，；。：]*/u.exec(part.before)?.[0] ?? '')) return []
    if (/新|上年|去年|计划/u.test(labelOf(whole))) return []
    // 27个工程，除1个延期外，已有26个建成: of what stands before
    if (/除$/u.test(labelOf(whole))) return exceptedFrom(terms, whole, part)
    const these = (/^[^，；。：、\d]{1,10}，(?:目前)?$/u.test(part.before) || /^[^，；。：、\d]{0,10}，(?:其中|现|已|目前)?有$/u.test(part.before)) && BECAME.test(part.after)
    const helped = /^[^，；。：]{0,8}，/u.test(part.before) && HELPED.whole.test(labelOf(whole)) && HELPED.before.test(part.before) && HELPED.after.test(part.after)
    const noun = sharedStart(part.after, part.before)
    const did = noun >= 2 && /^[^；。：、\d]{1,14}，$/u.test(part.before) && DID.test(part.after.slice(noun))
    const name = /^(?:[^，]{0,8}(?:共有|现有|拥有)|全[院校县市区镇]|现|共|有|一线|学校|医院)*(\p{Script=Han}{2,4})$/u.exec(labelOf(whole))?.[1]
    const narrower = name !== undefined && part.before.startsWith('，') && narrows(labelOf(part).replace(/(?:达到?|有|为)$/u, ''), name)
    return these || helped || did || narrower ? [{ part, whole, partName: '其中', wholeName: '总数' }] : []
  })
}

/** 27个工程，除1个延期外，已有28个建成: more than the whole before the exception */
function exceptedFrom(terms: readonly Term[], excepted: Term, part: Term): Subset[] {
  const whole = terms[excepted.at - 1]
  return whole && isLevel(whole) && sameMeasure(whole, part) && part.span.low > whole.span.high && /外，/u.test(part.before) && /已|均|全部/u.test(part.before) ? [{ part, whole, partName: '已有', wholeName: '总数' }] : []
}

/** 高级教师 of 教师, 提交提案的委员 of 委员 */
const narrows = (label: string, name: string): boolean => label.endsWith(name) && (NARROWED.test(label.slice(0, -name.length)) || /^.{2,10}的$/u.test(label.slice(0, -name.length)))

/** How many characters two texts begin with in common. */
function sharedStart(a: string, b: string): number {
  let n = 0
  while (n < a.length && a.charAt(n) === b.charAt(n) && /\p{Script=Han}/u.test(a.charAt(n))) n++
  return n
}

/** 收到168件，立案143件: neighbouring numbers of one sentence whose verbs say that the second is left of the first. */
function flows(sentence: Sentence): Subset[] {
  const { terms, text, start } = sentence
  return terms.flatMap((part) => {
    if (!isLevel(part) || isDelta(part) || !COUNTED_ONCE.test(part.figure.unit)) return []
    const label = labelOf(part) || (part.before === '' ? labelOf(terms[part.at - 1] ?? part) : '')
    // the last number of its unit, with at most one of another unit in between (486件732人，批准逮捕315件501人)
    const near = terms.slice(0, part.at).filter((t) => t.depth === part.depth).slice(-2).reverse()
    // 应到215名，请假9名，实到206名
    const outer = (/实到|实际出席/u.test(label) ? near.find((t) => sameMeasure(t, part) && EXPECTED.test(labelOf(t))) : undefined) ?? near.find((t) => sameMeasure(t, part))
    // most numbers are not larger than what stands before them: the words are read only then
    if (!outer || !isLevel(outer) || isDelta(outer) || part.span.low <= outer.span.high) return []
    if (/回头看|(?:开展|举办)./u.test(label)) return []
    const flow: Flow[] = [...FLOWS, WITH_OLDER].filter((f) => f.part.test(label))
    if (flow.length === 0 || /^[^，；。]*(?:其中|等)/u.test(label)) return []
    // 代表建议128件、政协提案167件，已办结291件: of both
    const beside = terms[outer.at - 1]
    if (beside && sameMeasure(beside, outer) && /^[、和及与]/u.test(outer.before) && part.span.low <= sumBefore(terms, outer)) return []
    const named = clauseOf(outer) || labelOf(terms[outer.at - 1] ?? outer)
    // 收到申请210件，其中网上申请30件，审核通过190件: of all, not of the part
    if (named.includes('其中') && terms.some((t) => t.at < outer.at && sameMeasure(t, outer) && t.span.high >= part.span.low)) return []
    // of another level: 申报省级项目12个，获批市级项目18个
    if (levelOf(label) !== '' && levelOf(named) !== levelOf(label)) return []
    // what stands between counts something of its own (来信86件，接待来访126人次，办结198件)
    const middle = outer.at < part.at - 1 ? terms[part.at - 1] : undefined
    // 提出建议156件，交由38家单位承办，解决194件
    const handed = middle !== undefined && isHanded(middle)
    if (middle && middle.depth === part.depth && middle.before !== '' && part.before !== '' && !EXPECTED.test(named) && !handed) return []
    const said = handed ? `${named}交办` : named
    const fitting = flow.find((f) => !(f.bare === true && !isBare(label, f.part, said)) && f.whole.test(said) && (f.bare === true || !f.part.test(said)) && part.figure.value > outer.figure.value * (f.times ?? 1))
    const between = text.slice(outer.figure.end, part.figure.start)
    if (AIM.test(said) && !/承接|承担|交办|领办/u.test(said)) return []
    if (!fitting || /[；。：]/u.test(between) || HOLDS_OLDER.test(part.after)) return []
    // words between the two change what is counted; those before both hold for both, except that older cases are left from before
    if (OTHERWISE.test(text.slice(outer.figure.end, part.figure.end).replace(ALL_INCLUDED, '').replace(/累计(?=完成投资)/u, '')) || HOLDS_OLDER.test(text.slice(start, outer.figure.end)) || /去年|往年/u.test(said)) return []
    return [{ part, whole: outer, partName: nameOf(fitting.part.exec(label)?.[0] ?? label), wholeName: nameOf(fitting.whole.exec(said)?.[0] ?? said) }]
  })
}

/** 交由38家单位承办: who deals with what was counted before, between it and what became of it. */
const isHanded = ({ before, after, figure }: Term): boolean => /^，(?:已|全部|均|分别|统一|并|依法|及时)*(?:交由|交|由|转交?|移交|分送|分交|涉及)(?:[^，；。：、\d]{0,8})$/u.test(before) && /^[家个名位]$/u.test(figure.unit) && /^[^，；。\d]{0,12}(?:单位|部门|机关|办理|承办|研究)[^，；。\d]{0,8}[，；]/u.test(after)

/** The words of a number's clause, where a list before the number (建议、批评和意见156件) is one thing. */
const clauseOf = ({ before }: Term): string => (/^[、和及与]/u.test(before) ? labelOf({ before }) : (/[^，；。：）—]*$/u.exec(before)?.[0] ?? ''))

/** What the numbers of one list come to at most, the last of which is given. */
function sumBefore(terms: readonly Term[], last: Term): number {
  let sum = last.span.high
  for (let t: Term | undefined = last; t && /^[、和及与]/u.test(t.before); ) {
    t = terms[t.at - 1]
    if (!t || !sameMeasure(t, last)) break
    sum += t.span.high
  }
  return sum
}

const levelOf = (label: string): string => /国家级|省级|市级|县级/u.exec(label)?.[0] ?? ''

/** Does a label hold nothing but words of its kind, and words that the whole has as well? */
function isBare(label: string, kind: RegExp, said: string): boolean {
  const rest = label.replace(new RegExp(kind.source, 'gu'), '').replace(/已|共|均|全部|最终|审核|成功|通过|其中|有/gu, '')
  return rest === '' || said.includes(rest)
}

const nameOf = (label: string): string => label.replace(/^(?:全年|一年来|年内|共|累计|现有|共有|经审查|已|现已|的)+/u, '').slice(-12)
