import type { Match } from './matcher.ts'

/**
 * What a core figure counts, in the report's own words. Chinese reports put the number behind what it counts (提交提案88件) or before it
 * (成立9家委员会客室); shares and growth rates take their subject from the words or the figure before them.
 */

const CLAUSE = '，。；！？：,;!?:\n'
/** words that say when or how, not what */
const LEADING =
  /^(?:(?:在|于)?(?:全年|年内|今年|去年|一年来|全年来|这一年|本年度?|今年以来|去年以来|\d{4}年(?:以来|度)?|\d{1,2}[—-]\d{1,2}月|目前|截至[^，。]{0,12}|至此|期间)|先后|累计|总共|共计|一共|共|已经?|其中|同时|并且?|还|也|均|都|又|再|另有?|以及|和|及|与|或|先|分别|全部|合计|依次|平均|积极|大力|扎实|有效|深入|成功|高效|有序|顺利|进一步|持续|不断|首次|新的?|、|“(?=[^”]*$))+/u
const TRAILING = /(?:(?:均|都|分别|已|累计|共|合计|总计|总数|仅|也|更是|又|再)?(?:达到?了?|为|是|有|计|至|到|突破|超过|实现|保持在|稳定在|控制在|占比?为?)|共|累计|共计|合计|总计|分别|约|近|超|均|各|每年|先后|多次|连续|成功|已|的|了|、|—+|：|“)+$/u
/** words that end the noun phrase behind a number */
const AFTER_STOP =
  /[，。；！？：、,;!?:（(\n”]|(?:参与|参加|参会|组成|获评|获得?|荣获|入选|被|在|为|对|围绕|通过|得到|拧成|开展|规模的?|之一|作出?|提出|进行|进入|达到?|实现|全覆盖|并|以|从|向|由|将|已|均|都|受益|投入|用于|落地|落户|开工|竣工|建成|完成|纳入|列入|签约|就|按|来自|助力|推动|促进|惠及|覆盖|共同|分别|全部|正式|顺利|成功|联合)/u
const NUMERIC = /^[\d.,%余多近约超万亿千百]+$/u
/** verbs that say nothing of what is counted */
const EMPTY_VERB = /^(?:召开|举办|组织|开展|举行|形成|提出|成立|完成|实现|有|设有|设立|建立|建成|包括|涉及|拥有|打造|组成|构建|做好|开设|分解|细化为?|梳理|总结)$/u

interface Clause {
  /** start of the stretch that belongs to this figure alone */
  start: number
  end: number
}

/** What figure `k` counts; `found` are all figures of the paragraph in order, `earlier` the indicators already given. */
export function indicatorOf(text: string, found: readonly Match[], k: number, earlier: readonly string[]): string {
  const figure = found[k]
  if (!figure) return ''
  const previous = found[k - 1]
  const clause = clauseOf(text, figure, previous)
  const pre = clean(text.slice(clause.start, figure.start))
  const post = nounBehind(text.slice(figure.end, clause.end))
  const inherited = earlier[k - 1] ?? ''
  if (pre === '' && post === '' && coordinated(text, previous, figure)) return coordinatedSubject(text, found, k) ?? inherited
  if (figure.kind === 'percent' || figure.unit === '倍' || figure.unit === '番') return rate(text, pre, post, clause.start, inherited)
  if (post !== '' && !endsClause(text, figure.end)) {
    const verb = pre.length <= 10 && !EMPTY_VERB.test(pre) ? pre : EMPTY_VERB.test(pre) ? '' : headOf(pre)
    return joinNoun(verb, post)
  }
  if (pre !== '') {
    const subject = coordinatedSubject(text, found, k)
    return subject ?? stripVerb(pre)
  }
  return post !== '' ? post : inherited !== '' ? inherited : subjectBefore(text, clause.start)
}

/** The clause around a figure, cut at the figure before it where the two stand in one list. */
function clauseOf(text: string, figure: Match, previous: Match | undefined): Clause {
  let start = figure.start
  let depth = 0
  const floor = Math.max(0, figure.start - 80, previous ? previous.end : 0)
  while (start > floor) {
    const c = text.charAt(start - 1)
    if (c === '”' || c === '》' || c === '）' || c === ')') depth++
    else if ((c === '“' || c === '《' || c === '（' || c === '(') && depth > 0) depth--
    else if (depth === 0 && CLAUSE.includes(c)) break
    start--
  }
  let end = figure.end
  const ceiling = Math.min(text.length, figure.end + 40)
  while (end < ceiling && !CLAUSE.includes(text.charAt(end))) end++
  return { start, end }
}

const endsClause = (text: string, end: number): boolean => end >= text.length || (CLAUSE + '、').includes(text.charAt(end)) || text.charAt(end) === ')' || text.charAt(end) === '）'

/** Takes the words of time and manner off both ends. */
function clean(text: string): string {
  let out = text.replace(/^[、和及与或”’》）)]+/u, '')
  for (let again = true; again; ) {
    const next = out.replace(LEADING, '').replace(TRAILING, '')
    again = next !== out
    out = next
  }
  return balanced(out)
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

/** The noun phrase behind a number: 试点县, 青年, 协商建议. */
function nounBehind(text: string): string {
  const rest = text.replace(/^的/u, '')
  const quoted = /^“[^”]{1,20}”/u.exec(rest)?.[0] ?? ''
  const tail = rest.slice(quoted.length)
  const stop = AFTER_STOP.exec(tail)
  const noun = quoted + tail.slice(0, stop ? stop.index : Math.min(tail.length, 18))
  return NUMERIC.test(noun) ? '' : balanced(noun.replace(/[的地]$/u, ''))
}

/** The last words of a clause, where all of it would be too long for a table row. */
const headOf = (pre: string): string => {
  const last = pre.split(/[、]/u).at(-1) ?? ''
  return last.length <= 10 ? last : ''
}

const joinNoun = (verb: string, noun: string): string => (verb === '' || noun.startsWith(verb) ? noun : verb + noun)

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
  if (/^(?:同比|比上年|较上年|比去年|环比|年均|平均|实际|名义)*(?:增长|增加|下降|减少|提高|提升|上升|降低|回落|缩小|增幅|压减|收窄)/u.test(pre)) {
    const base = (inherited !== '' ? inherited : subjectBefore(text, start)).replace(/(?:同比|比上年|年均)?(?:增长|下降|提高|减少)$/u, '')
    return `${base}${pre}`
  }
  if (pre !== '') return post !== '' && pre.length <= 4 ? pre + post : pre
  return post !== '' ? post : inherited !== '' ? inherited : subjectBefore(text, start)
}

/** The words of the clause before, for one that leaves its subject out. */
function subjectBefore(text: string, start: number): string {
  const before = text.slice(Math.max(0, start - 60), Math.max(0, start - 1))
  const clause = before.slice(Math.max(...[...CLAUSE].map((c) => before.lastIndexOf(c))) + 1)
  return clean(clause.replace(/[\d.%]+/gu, '')).slice(-20)
}

const coordinated = (text: string, previous: Match | undefined, figure: Match): boolean =>
  previous !== undefined && /^(?:、|和|与|及|以及|,|，)$/u.test(text.slice(previous.end, figure.start))

/** A、B分别增长10%、7.9%: the k-th value belongs to the k-th subject, where there are as many of both. */
function coordinatedSubject(text: string, found: readonly Match[], k: number): string | undefined {
  let first = k
  while (first > 0 && coordinated(text, found[first - 1], found[first] as Match)) first--
  let last = k
  while (last + 1 < found.length && coordinated(text, found[last], found[last + 1] as Match)) last++
  const head = found[first]
  if (!head || first === last) return undefined
  const clause = clauseOf(text, head, found[first - 1])
  const before = text.slice(clause.start, head.start)
  const split = before.indexOf('分别')
  if (split < 0) return undefined
  const subjects = before.slice(0, split).split(/、|和|与|及|以及/u).map(clean).filter((s) => s !== '')
  if (subjects.length !== last - first + 1) return undefined
  const verb = clean(before.slice(split + 2))
  return `${subjects[k - first] ?? ''}${verb}`
}
