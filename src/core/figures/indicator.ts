import type { Match } from './matcher.ts'
import { AFTER_STOP, ALONE, balanced, CARRIED_VERB, CHANGE, clean, CLAUSE, CLOSING, EMPTY_VERB, FULL_NOUN, GENERIC, headNoun, joinNoun, lastItem, level, METRIC_ALONE, METRIC_TAIL, NOT_COUNTED, PROCESS_RATE, shorten, STATE_ALONE, stripVerb, TELLING } from './phrases.ts'
import { subjectOf, topicBefore } from './topic.ts'

/**
 * What a core figure counts, in the report's own words. Chinese reports put the number behind what it counts (提交提案88件) or before it
 * (成立9家委员会客室); shares and growth rates take their subject from the words or the figure before them, and a result that says little by
 * itself (提出建议68条) the activity that brought it (topic.ts).
 */

/** a longer row of figures is a table, not a sentence with 分别 */
const LONGEST_LIST = 16

const isCoreKind = (match: Match): boolean => match.kind === 'quantity' || match.kind === 'percent' || match.kind === 'money'

/** What figure `k` counts; `found` are all figures of the paragraph in order, `earlier` the indicators already given, `heading` that of its section. */
export function indicatorOf(text: string, found: readonly Match[], k: number, earlier: readonly string[], heading: string): string {
  const figure = found[k]
  if (!figure) return ''
  const p = previousCore(found, k)
  const previous = p < 0 ? undefined : found[p]
  const clause = clauseOf(text, figure, previous)
  const own = ownWords(text, found, k, earlier, clause) || wordsBehind(text, figure.end)
  // 向有关部门报送各类建议: to whom does not say which
  const bare = own.replace(/^向[^，。；]{2,14}?(?=报送|提出|反馈|提交)/u, '')
  if (!GENERIC.test(bare)) return own
  const topic = topicBefore(text, clause.start) || subjectOf(heading)
  return topic === '' || own.includes(topic) || topic.includes(own) ? own : `${topic}${bare}`
}

/** 99.2%已经办复: where nothing else says what is counted, what is said of it. */
const wordsBehind = (text: string, end: number): string => /^(?:的)?([\p{Script=Han}]{2,10})(?=[，。；、,;]|$)/u.exec(text.slice(end, end + 14))?.[1] ?? ''

function ownWords(text: string, found: readonly Match[], k: number, earlier: readonly string[], clause: { start: number; end: number }): string {
  const figure = found[k] as Match
  const p = previousCore(found, k)
  const previous = p < 0 ? undefined : found[p]
  const inherited = (previous && sameSentence(text, previous.end, figure.start) ? earlier[p] : undefined) ?? ''
  const base = (): string => (inherited !== '' ? level(inherited) : subjectBefore(text, clause.start))
  const raw = text.slice(clause.start, figure.start)
  const pre = clean(raw)
  const paired = coordinatedSubject(text, found, k, earlier)
  if (paired !== undefined) return paired
  const post = nounBehind(text, found, k, clause.end)
  // 增长5.2%、约4.4万亿元: the level of what grew, not its growth
  const levelOfRate = previous?.kind === 'percent' && figure.kind !== 'percent'
  if (pre === '' && post === '' && coordinated(text, previous, figure)) return levelOfRate ? level(inherited) : inherited
  if (post === '' || endsClause(text, figure.end)) {
    if (CHANGE.test(pre) || /^约?占/u.test(pre) || (figure.kind !== 'quantity' || figure.unit === '倍' ? /^(?:为|是|相当于)\p{Script=Han}|^(?:是|相当于)./u.test(pre) : false)) {
      const subject = base()
      return subject.length + pre.length <= 40 ? `${subject}${pre}` : pre
    }
    // 国内生产总值增长5.2%，达到126万亿元: the level of what grew
    if (pre === '' && levelOfRate) return base()
  }
  if (figure.kind === 'percent' || figure.unit === '倍' || figure.unit === '番') return rate(text, pre, post, clause.start, inherited, previous, figure)
  if (post !== '' && !endsClause(text, figure.end)) {
    const quoted = quotedBefore(raw)
    if (quoted !== '') return joinNoun(quoted, post)
    const verb = EMPTY_VERB.test(pre) || MAKES.test(pre) ? '' : pre.length <= 10 ? pre : modifierOf(raw, pre)
    if (TELLING.test(post) || /^(?:通过|收看|观看|点击|围绕)/u.test(post)) return joinNoun(pre === '' && previous?.unit === figure.unit ? headNoun(inherited) : pre, post)
    return joinNoun(verb, post)
  }
  if (pre === '') return inherited !== '' ? inherited : subjectBefore(text, clause.start)
  if (/其中/u.test(raw) && previous?.unit === figure.unit && inherited !== '' && !FULL_NOUN.test(pre)) return `${shorten(pre)}${headNoun(inherited)}`
  if (STATE_ALONE.test(pre) && !pre.startsWith('所提') && previous?.unit === figure.unit && inherited !== '') return `${headNoun(inherited).replace(/^(?:共|累计)?(?:收到|征集|提交|提出|受理)/u, '')}${pre}`
  if (coordinatedWords(text, clause.start) && inherited !== '') {
    const verb = CARRIED_VERB.exec(inherited)?.[1]
    if (verb !== undefined && !CARRIED_VERB.test(pre)) return verb + stripVerb(shorten(pre))
    // 生均公用经费小学720元、初中940元: one word in the place of another
    if (pre.length <= 3 && inherited.length > pre.length + 2 && previous?.unit === figure.unit && inherited.at(-1) === pre.at(-1)) return inherited.slice(0, -pre.length) + pre
  }
  if (METRIC_ALONE.test(pre) && inherited !== '' && !/其中|；/u.test(text.slice(previous?.end ?? 0, figure.start))) {
    const thing = level(inherited).replace(METRIC_TAIL, '')
    return thing !== '' && thing.length + pre.length <= 24 && !thing.endsWith(pre) ? thing + pre : pre
  }
  if (ALONE.test(pre)) {
    const subject = inherited !== '' ? inherited : subjectBefore(text, clause.start)
    return subject.length + pre.length <= 30 ? `${subject}${pre}` : pre
  }
  const actor = previous && inherited !== '' && ACTS.test(pre) ? actorBefore(text, clause.start) : ''
  return actor + stripVerb(shorten(pre))
}

/** what the persons do of whom the sentence began to speak (组织各党派团体委员参加调研29次，提交提案88件) */
const ACTS = /^(?:提交|提出|撰写|报送|反映|发表|参加|大会发言|提案)/u
const ACTOR = /(?:组织|支持|邀请|动员|引导|协助)(\p{Script=Han}{2,10}?(?:委员|团体|代表|干部|职工|党员|专家|青年|学生))(?:参加|参与|开展|进行|围绕|赴)/gu

function actorBefore(text: string, start: number): string {
  const zone = text.slice(Math.max(0, start - 80), start)
  const sentence = zone.slice(Math.max(zone.lastIndexOf('。'), zone.lastIndexOf('；')) + 1)
  return [...sentence.matchAll(ACTOR)].at(-1)?.[1] ?? ''
}

/** “崇学青年夜校”7个试点县: a name right before the number says which. */
const quotedBefore = (raw: string): string => /“[^”]{2,16}”$/u.exec(raw)?.[0] ?? ''

/** …委员组成8个监督小组: who made them does not say what they are */
const MAKES = /(?:组成|形成|成立|组建|设立|建立|组织|提出)了?$/u

/** What stands before a number whose noun follows: with 的 or 等 a phrase that belongs to the noun, else the last item of a list. */
function modifierOf(raw: string, pre: string): string {
  // 关于…等方面的12条建议, 《…》等5件提案: what they are about, not which they are
  if (/关于/u.test(raw) || /》等$/u.test(raw)) return ''
  const phrase = clean(raw.replace(/[的等]$/u, '')).replace(/^(?:实现|对|让|使|组织|把|将|建立健全|建立|健全|完善|推动|提出|形成|推出|制定|出台|安排|围绕|关于)+/u, '')
  return /[的等]$/u.test(raw) && phrase.length <= 24 ? `${phrase}${raw.endsWith('等') ? '等' : ''}` : lastItem(pre)
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

/** 42316元和21908元: a word that joins is no noun. */
const withoutConnector = (noun: string): string => (/^[和与及或至到]+$/u.test(noun) ? '' : noun)

/** What is said of the last of a row of counted things. */
function sharedPhrase(text: string, found: readonly Match[], from: number): string {
  for (let k = from; k < found.length && k - from < LONGEST_LIST; k++) {
    const figure = found[k] as Match
    const rest = text.slice(figure.end, figure.end + 40)
    const stop = AFTER_STOP.exec(rest)
    if (!stop || stop.index === 0) return ''
    if (stop[0] !== '、') return /^(?:参与|参加)/u.test(rest.slice(stop.index)) ? rest.slice(stop.index).replace(/[，。；、,;].*$/su, '') : ''
    if (found[k + 1]?.start !== figure.end + stop.index + 1) return ''
  }
  return ''
}

const endsClause = (text: string, end: number): boolean => end >= text.length || (CLAUSE + '、').includes(text.charAt(end)) || text.charAt(end) === ')' || text.charAt(end) === '）'
const coordinatedWords = (text: string, start: number): boolean => '、和及'.includes(text.charAt(start - 1))

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
  const noun = withoutConnector(balanced((quoted + tail.slice(0, stop ? stop.index : Math.min(tail.length, 18))).replace(/[的地]$/u, '')))
  if (/^[\d.,%余多近约超万亿千百]+$/u.test(noun)) return ''
  if (figure.unit === '个方面') return noun === '' ? '' : `${noun}所涉方面`
  let phrase = stop && TELLING.test(tail.slice(stop.index)) ? tail.slice(stop.index).replace(/[，。；,;].*$/su, '') : ''
  // 20多万人次通过直播参与协商: with nothing but persons behind the number, what they did
  if (stop?.index === 0 && phrase === '' && /^(?:人次?|名|户次?|家)$/u.test(figure.unit)) {
    const did = tail.replace(/[，。；、,;].*$/su, '')
    if (/^(?:通过|收看|观看|点击|围绕|参加|参与)/u.test(did) && did.length <= 18 && !/\d/u.test(did)) phrase = did
  }
  // 25名领导、72个部门、300余名委员参与协商: what is said of the last holds for all
  if (stop?.[0] === '、' && next !== undefined && next.start === start + quoted.length + stop.index + 1) phrase = sharedPhrase(text, found, k + 1)
  return phrase !== '' && phrase.length <= 18 && !/\d/u.test(phrase) ? noun + phrase : noun
}

/** Shares and rates: what has the share, and of what. */
function rate(text: string, pre: string, post: string, start: number, inherited: string, previous: Match | undefined, figure: Match): string {
  const subject = (): string => level(inherited !== '' ? inherited : subjectBefore(text, start))
  if (/^(?:占比|比重|增速|增幅|降幅|涨幅|增长率|完成率)/u.test(pre)) return `${subject()}${pre}`
  const process = PROCESS_RATE.exec(pre)?.[1]
  if (process !== undefined && previous && previous.kind === 'quantity' && inherited !== '' && !text.slice(previous.end, figure.start).includes('；')) {
    const things = headNoun(inherited).replace(/^(?:共|累计)?(?:收到|征集|提交|提出|受理)/u, '').replace(/(?:经审查|审查)?立案$/u, '')
    return things.endsWith(process) ? `${things}率` : things.length <= 16 ? `${things}${pre}` : pre
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

/** a noun that says what is measured, which the subjects of a list may share */
const METRIC = /(?:增加值|产值|收入|支出|投资|产量|总额|额|数量|里程|面积|人数|数|率|强度|水平|比重|占比|比例|价格|标准|量)$/u

/**
 * A、B分别增长10%、7.9%: the k-th value belongs to the k-th subject, where there are as many of both; 分别 alone, or a change told in as many
 * values, refers to the figures before.
 */
function coordinatedSubject(text: string, found: readonly Match[], k: number, earlier: readonly string[]): string | undefined {
  let first = k
  while (first > 0 && k - first < LONGEST_LIST && coordinated(text, found[first - 1], found[first])) first--
  let last = k
  while (last + 1 < found.length && last - k < LONGEST_LIST && coordinated(text, found[last], found[last + 1])) last++
  const head = found[first]
  if (!head || first === last || last - first >= LONGEST_LIST) return undefined
  const count = last - first + 1
  const clause = clauseOf(text, head, previousOf(found, first))
  const before = text.slice(clause.start, head.start)
  const split = before.lastIndexOf('分别')
  const list = split < 0 ? '' : before.slice(0, split)
  const time = /(?:同比|环比|比上年|较上年|年均|累计|实际)$/u.exec(clean(list))?.[0] ?? ''
  const verb = time + clean(split < 0 ? before : before.slice(split + 2))
  const subject = clean(list).slice(0, clean(list).length - time.length)
  if (subject === '' && (split >= 0 || CHANGE.test(verb) || (verb === '' && before !== ''))) {
    const from = Math.max(0, first - 2 * LONGEST_LIST)
    const given: number[] = []
    for (let m = first - 1; m >= from && given.length < count; m--) {
      const other = found[m]
      if (other && isCoreKind(other) && sameSentence(text, other.end, head.start)) given.unshift(m)
    }
    const row = given.every((m, i) => i === 0 || coordinated(text, found[m - 1], found[m]))
    if (given.length !== count || (split < 0 && !row)) return undefined
    return `${level(earlier[given[k - first] ?? 0] ?? '')}${verb}`
  }
  if (split < 0) return undefined
  const subjects = subject.split(/、|和|与|及(?!以)|以及/u).map(clean).filter((s) => s !== '')
  if (subjects.length === count) {
    const longest = subjects.at(-1) ?? ''
    const shared = METRIC.exec(longest)?.[0] ?? ''
    const mine = subjects[k - first] ?? ''
    // 第一、二、三产业增加值
    const number = /^第?([一二三四五六])$/u.exec(mine)?.[1]
    const counted = /^第?[一二三四五六](\p{Script=Han}{2,})$/u.exec(longest)
    const mark = subjects[0]?.startsWith('第') ? '第' : ''
    if (counted && subjects.slice(0, -1).every((s) => /^第?[一二三四五六]$/u.test(s))) return `${mark}${number ?? longest.replace('第', '').charAt(0)}${counted[1] ?? ''}${verb}`
    if (k === last || METRIC.test(mine)) return mine + verb
    // 城镇、农村居民人均可支配收入; 职工医保、居民医保报销比例: the words behind the differing one hold for all
    const place = longest.slice(0, mine.length)
    if (place.length === mine.length && longest.length > mine.length && (mine.length <= 2 || place.at(-1) === mine.at(-1))) return mine + longest.slice(mine.length) + verb
    return mine + shared + verb
  }
  // 城乡居民人均可支配收入分别达A和B
  if (count === 2 && subject.includes('城乡')) return subject.replace('城乡', k === first ? '城镇' : '农村') + verb
  return subject.length <= 30 ? subject + verb : undefined
}

const previousOf = (found: readonly Match[], k: number): Match | undefined => {
  const p = previousCore(found, k)
  return p < 0 ? undefined : found[p]
}
