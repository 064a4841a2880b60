import type { Match } from './matcher.ts'

/**
 * What a core figure counts, in the report's own words. Chinese reports put the number behind what it counts (提交提案88件) or before it
 * (成立9家委员会客室); shares and growth rates take their subject from the words or the figure before them.
 */

const CLAUSE = '，。；！？：,;!?:\n'
const CLOSING = '”》）)'
/** words that say when or how, not what */
const LEADING =
  /^(?:(?:在|于)?(?:全年|年内|今年|去年|一年来|全年来|这一年|本年度?|今年以来|去年以来|\d{4}年(?:以来|度)?|\d{1,2}[—-]\d{1,2}月|目前|截至[^，。]{0,12}|至此|期间)|先后|累计|总共|共计|一共|共(?!同|建|识|富|享)|已经?|其中|同时|并且?|还|也|均|都|又|再|另有?|以及|和(?!谐)|及|与|或|先(?!进|行|锋)|分别|全部|合计|依次|平均|积极|大力|扎实|有效|深入|成功(?!率)|高效|有序|顺利|进一步|持续|不断|首次|新的|、|以内|内(?![外地需容河陆])|以来|在(?=全))+/u
const TRAILING =
  /(?:(?:提高|增加|上升|下降|降低|增长|提升|扩大|压减|回落|缩小|增至|升|降|压缩|减少)(?:到|至|为)|(?:首次|历史性)?(?:跃上|站上|迈上|再上|踏上|跨上|跃升至|攀升至)了?|首次|(?:平均|均|都|分别|已|累计|共|合计|总计|总数|仅|也|更是|又|再)?(?:达到?了?|为|是|有|计|至|到|突破|超过|实现|完成|保持在|稳定在|控制在)|平均|共|累计|共计|合计|总计|分别|约|近|超|均|各|每年|先后|多次|连续|成功|已|的|了|(?<![理自缘事])由|(?<![服自])从|、|—+|：|“)+$/u
/** words that end the noun phrase behind a number */
const AFTER_STOP =
  /[，。；！？：、,;!?:（(\n”]|(?:参与|参加|参会|组成|获评|获得?|荣获|入选|被|在|为|对|围绕|通过|得到|[拧凝结汇聚变连]成|开展|规模的?|之一|作出|作为|提出|进行|进入|达到?|实现|全覆盖|并|以|从|向|由|将|已|均|都|受益|投入|用于|落地|落户|开工|竣工|完成|纳入|列入|签约|就|按|来自|助力|推动|促进|惠及|覆盖|共同|分别|全部|正式|顺利|成功|联合|启动)/u
/** of these, the ones whose phrase says which of the things are counted (5篇履职故事入选市政协优秀履职案例) */
const TELLING = /^(?:入选|获评|荣获|获得?|被|参与|参加|列入|纳入|落地|开工|竣工|签约|对|受益|得到|启动)/u
/** what stands behind a number without being counted */
const NOT_COUNTED = /^(?:新?台阶|大关|关口|以上|左右|水平|的?(?:目标|规模|速度|增速|幅度)|(?:提高|提升|增加|增长|上升|扩大|拓展|下降|降低|减少|压缩|压减|缩短|缩小|回落)(?:到|至|为)|(?:增|升|降|减|缩)(?:到|至|为))/u
/** verbs that say nothing of what is counted */
const EMPTY_VERB = /^(?:召开|举办|组织|开展|举行|形成|提出|成立|完成|实现|有|设有|设立|建立|建成|包括|涉及|拥有|打造|组成|构建|做好|开设|分解|细化为?|梳理|总结|会议形成|转化形成)$/u
const CARRIED_VERB = /^(?:通过)?(辞去|增补|开展|提交|提出|新增|培育|引进|报送|召开|导入|发放|完成|受理|建成|改造|新建|选派|表彰|化解|发布|刊发)/u
const ALONE = /^(?:惠及(?:群众)?|受益|覆盖|参与|服务(?:群众)?|吸引|占比?|增长|资金|投资|获)$/u
/** what became of the things counted just before (收到提案168件，经审查立案143件) */
const STATE_ALONE = /^(?:所提建议)?(?:经(?:审查|审核)?)?(?:予以|被)?(?:立案|办结|办复|答复|采纳|采用|录用|审结|结案|受理|落实|解决|通过|并案)$/u
const RATE_VERB = /^(?:同比|比上年|较上年|比去年|较去年|环比|年均|平均|实际|名义|提前|又)*(?:增长|增加(?!值)|下降|减少|提高|提升|上升|上涨|降低|回落|缩小|增幅|降幅|压减|收窄|下调|上调)/u

/** a longer row of figures is a table, not a sentence with 分别 */
const LONGEST_LIST = 16

const isCoreKind = (match: Match): boolean => match.kind === 'quantity' || match.kind === 'percent' || match.kind === 'money'

/** What figure `k` counts; `found` are all figures of the paragraph in order, `earlier` the indicators already given. */
export function indicatorOf(text: string, found: readonly Match[], k: number, earlier: readonly string[]): string {
  const figure = found[k]
  if (!figure) return ''
  const p = previousCore(found, k)
  const previous = p < 0 ? undefined : found[p]
  const inherited = (previous && sameSentence(text, previous.end, figure.start) ? earlier[p] : undefined) ?? ''
  const clause = clauseOf(text, figure, previous)
  const raw = text.slice(clause.start, figure.start)
  const pre = clean(raw)
  const paired = coordinatedSubject(text, found, k, earlier)
  if (paired !== undefined) return paired
  const post = nounBehind(text, found, k, clause.end)
  if (pre === '' && post === '' && coordinated(text, previous, figure)) return inherited
  // 国内生产总值增长5.2%，达到126万亿元: the level of what grew
  if (pre === '' && post === '' && previous?.kind === 'percent' && figure.kind !== 'percent') return inherited.replace(/(?:同比|比上年|较上年|实际|年均)*(?:增长|下降|提高|增加|减少|上升)$/u, '') || subjectBefore(text, clause.start)
  if (figure.kind === 'percent' || figure.unit === '倍' || figure.unit === '番') return rate(text, pre, post, clause.start, inherited)
  if (post !== '' && !endsClause(text, figure.end)) {
    const verb = EMPTY_VERB.test(pre) ? '' : pre.length <= 10 ? pre : lastItem(pre)
    if (TELLING.test(post)) return joinNoun(pre === '' ? headNoun(inherited) : pre, post)
    return joinNoun(verb, post)
  }
  if (pre === '') return inherited !== '' ? inherited : subjectBefore(text, clause.start)
  if (/其中/u.test(raw) && previous?.unit === figure.unit && inherited !== '') return `${shorten(pre)}${headNoun(inherited)}`
  if (STATE_ALONE.test(pre) && previous?.unit === figure.unit && inherited !== '') return `${headNoun(inherited).replace(/^(?:共|累计)?(?:收到|征集|提交|提出|受理)/u, '')}${pre}`
  if (ALONE.test(pre)) {
    const subject = inherited !== '' ? inherited : subjectBefore(text, clause.start)
    return subject.length + pre.length <= 30 ? `${subject}${pre}` : pre
  }
  if (coordinatedWords(text, clause.start)) {
    const verb = CARRIED_VERB.exec(inherited)?.[1]
    if (verb !== undefined && !CARRIED_VERB.test(pre)) return verb + stripVerb(shorten(pre))
  }
  return stripVerb(shorten(pre))
}

function previousCore(found: readonly Match[], k: number): number {
  let p = k - 1
  while (p >= 0 && !isCoreKind(found[p] as Match)) p--
  return p
}

const sameSentence = (text: string, from: number, to: number): boolean => to - from < 80 && !/[。！？]/u.test(text.slice(from, to))

/** The clause around a figure; behind another figure of the same clause, only what follows the list mark. */
function clauseOf(text: string, figure: Match, previous: Match | undefined): { start: number; end: number } {
  let start = figure.start
  let depth = 0
  const floor = Math.max(0, figure.start - 80, previous ? previous.end : 0)
  while (start > floor) {
    const c = text.charAt(start - 1)
    if (CLOSING.includes(c)) depth++
    else if ('“《（('.includes(c) && depth > 0) depth--
    else if (depth === 0 && CLAUSE.includes(c)) break
    start--
  }
  if (previous && start === previous.end) {
    const mark = text.slice(start, figure.start).search(/[、和及]/u)
    if (mark >= 0) start += mark + 1
  }
  let end = figure.end
  const ceiling = Math.min(text.length, figure.end + 40)
  while (end < ceiling && !CLAUSE.includes(text.charAt(end))) end++
  return { start, end }
}

const endsClause = (text: string, end: number): boolean => end >= text.length || (CLAUSE + '、').includes(text.charAt(end)) || text.charAt(end) === ')' || text.charAt(end) === '）'
const coordinatedWords = (text: string, start: number): boolean => '、和及'.includes(text.charAt(start - 1))

/** Takes the words of time and manner off both ends. */
function clean(text: string): string {
  let out = text.replace(/^[、和及与或”’》）)]+/u, '')
  for (;;) {
    const next = out.replace(LEADING, '').replace(TRAILING, '')
    if (next === out) return balanced(out)
    out = next
  }
}

/** Drops an opening quote that does not close, and a closing one that does not open. */
function balanced(text: string): string {
  let out = text
  for (const [open, close] of [['“', '”'], ['《', '》'], ['（', '）'], ['(', ')']] as const) {
    const opens = out.split(open).length
    const closes = out.split(close).length
    if (opens > closes) out = out.replace(open, '')
    else if (closes > opens) out = out.slice(out.indexOf(close) + 1)
  }
  return out.trim()
}

/** The noun phrase behind a number (试点县, 青年, 协商建议), with the phrase that says which of them where one follows. */
function nounBehind(text: string, found: readonly Match[], k: number, clauseEnd: number): string {
  const figure = found[k] as Match
  const next = found[k + 1]
  // 11个方面36条建议: both numbers belong to one noun
  const adjoining = next !== undefined && next.start === figure.end && isCoreKind(next)
  const start = adjoining ? next.end : figure.end
  const rest = text.slice(start, clauseEnd).replace(/^的/u, '')
  if (NOT_COUNTED.test(rest)) return /^规模的(\p{Script=Han}{2,14})/u.exec(rest)?.[1]?.concat('规模') ?? ''
  const quoted = /^“[^”]{1,20}”/u.exec(rest)?.[0] ?? ''
  const tail = rest.slice(quoted.length)
  const stop = AFTER_STOP.exec(tail)
  const noun = balanced((quoted + tail.slice(0, stop ? stop.index : Math.min(tail.length, 18))).replace(/[的地]$/u, ''))
  if (/^[\d.,%余多近约超万亿千百]+$/u.test(noun)) return ''
  if (figure.unit === '个方面') return noun === '' ? '' : `${noun}所涉方面`
  const phrase = stop && TELLING.test(tail.slice(stop.index)) ? tail.slice(stop.index).replace(/[，。；、,;].*$/su, '') : ''
  return phrase !== '' && phrase.length <= 18 && !/\d/u.test(phrase) ? noun + phrase : noun
}

/** The last item of a list in front of a number, where all of it would be too long for a table row. */
function lastItem(pre: string): string {
  const last = shorten(pre).split('、').at(-1) ?? ''
  return last.length <= 10 ? last : ''
}

/** 围绕A、B等开展专题学习 → 开展专题学习; a very long phrase keeps its end. */
function shorten(pre: string): string {
  if (pre.length <= 16) return pre
  const etc = /等(?:主题|课题|议题|方面|事项|内容|形式|工作|方式)?(?=\p{Script=Han}{4,}$)/u.exec(pre)
  const short = etc ? pre.slice(etc.index + etc[0].length) : pre
  return short.length <= 30 ? short : balanced(short.slice(-30).replace(/^[^，、的]{0,12}[、的]/u, ''))
}

const joinNoun = (verb: string, noun: string): string => (verb === '' || noun.startsWith(verb) ? noun : verb + noun)

/** 提交大会发言 → 大会发言; 履职故事入选… → 履职故事. */
const headNoun = (indicator: string): string => {
  const telling = /(?:入选|获评|荣获|被)/u.exec(indicator)
  const noun = telling && telling.index > 1 ? indicator.slice(0, telling.index) : indicator
  return noun.replace(CARRIED_VERB, '') || noun
}

/** 召开党组会议 → 党组会议: a verb that is always there distinguishes nothing. */
function stripVerb(pre: string): string {
  const stripped = pre.replace(/^(?:共同|联合|协助)?(?:召开|举办|组织召开|组织开展|举行|开设|建成|成立)(?:了|过)?(?=\S{3,})/u, '')
  return stripped === '' ? pre : stripped
}

/** Shares and rates: what has the share, and of what. */
function rate(text: string, pre: string, post: string, start: number, inherited: string): string {
  if (/^占/u.test(pre)) {
    const subject = inherited !== '' ? inherited : subjectBefore(text, start)
    return subject === '' ? pre : `${subject}${pre}`
  }
  if (RATE_VERB.test(pre) || /^(?:占比|比重|增速|增幅|降幅)$/u.test(pre)) {
    const base = (inherited !== '' ? inherited : subjectBefore(text, start)).replace(/(?:同比|比上年|年均)?(?:增长|下降|提高|减少)$/u, '')
    return `${base}${pre}`
  }
  if (pre !== '') return post !== '' && pre.length <= 4 ? pre + post : shorten(pre)
  return post !== '' ? post : inherited !== '' ? inherited : subjectBefore(text, start)
}

/** The words of the clause before, for one that leaves its subject out. */
function subjectBefore(text: string, start: number): string {
  const end = start > 0 && CLAUSE.includes(text.charAt(start - 1)) ? start - 1 : start
  const before = text.slice(Math.max(0, end - 60), end)
  const clause = before.slice(Math.max(...[...CLAUSE].map((c) => before.lastIndexOf(c))) + 1)
  return clean(clause.replace(/[\d.%]+/gu, '')).slice(-20)
}

const coordinated = (text: string, previous: Match | undefined, figure: Match | undefined): boolean =>
  previous !== undefined && figure !== undefined && /^(?:、|和|与|及|以及|,|，)$/u.test(text.slice(previous.end, figure.start))

/** A、B分别增长10%、7.9%: the k-th value belongs to the k-th subject, where there are as many of both; 分别 alone refers to the figures before. */
function coordinatedSubject(text: string, found: readonly Match[], k: number, earlier: readonly string[]): string | undefined {
  let first = k
  while (first > 0 && k - first < LONGEST_LIST && coordinated(text, found[first - 1], found[first])) first--
  let last = k
  while (last + 1 < found.length && last - k < LONGEST_LIST && coordinated(text, found[last], found[last + 1])) last++
  const head = found[first]
  if (!head || first === last || last - first >= LONGEST_LIST) return undefined
  const count = last - first + 1
  const clause = clauseOf(text, head, undefined)
  const before = text.slice(clause.start, head.start)
  const split = before.lastIndexOf('分别')
  if (split < 0) return undefined
  const verb = clean(before.slice(split + 2))
  const list = before.slice(0, split)
  if (clean(list) === '') {
    const given = found.slice(Math.max(0, first - 2 * LONGEST_LIST), first).flatMap((m, i) => (isCoreKind(m) && sameSentence(text, m.end, head.start) ? [earlier[Math.max(0, first - 2 * LONGEST_LIST) + i] ?? ''] : [])).slice(-count)
    return given.length === count ? `${given[k - first] ?? ''}${verb}` : undefined
  }
  const subjects = list.split(/、|和|与|及(?!以)|以及/u).map(clean).filter((s) => s !== '')
  if (subjects.length !== count) return undefined
  // 高技术制造业、装备制造业增加值: the noun behind the last one holds for all
  const shared = /(?:增加值|产值|收入|产量|总额|投资|数量|率)$/u.exec(subjects.at(-1) ?? '')?.[0] ?? ''
  const subject = subjects[k - first] ?? ''
  return `${subject}${shared !== '' && !subject.endsWith(shared) ? shared : ''}${verb}`
}
