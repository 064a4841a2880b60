import { isOneSlip, isTransposition } from '../number-slip.ts'
import type { Balance } from './balances.ts'
import { isLevel, labelOf, sameMeasure, type Sentence, type Term } from './sentence.ts'

/** ，比4000人的年度目标任务多236人 */
const THAN = /[，（](?:比|较)(?:(?:年初|年度|全年|原定|预定|既定|市下达|省下达|上级下达|规定|预期|计划)的?)*$/u
const BY = /^的?[^，；。：、\d]{0,14}?(超额完成|超额|超过|超出|高出|高于|多出|多|超|(?<!减)少|低于|低|短)(?:了|出|收)?$/u
const LESS = /^(?:少|低|短|低于)/u
const PERSONS = /^[人名位]$/u
/** 会员总数由年初的286家增加到333家 */
const FROM = /(?:由|从)(?:年初|上年末?|上年底|去年底?|原来|原有|此前|成立之初|改革前)?的?$/u
const TO = /^(?:增加|增长|扩大|发展|上升|提高|壮大|增)(?:到了?|至|为)$/u
const NEW = /新(?:发展|增|建|设|成立|组建|吸收|吸纳|招收|招录|招聘|引进|入会|加入|注册|认定|培育)|净增/u
/** who came and went is all told */
const COMPLETE = /(?:没有|无)[^，；。]{0,8}(?:退|减|撤|注销)|净增/u

const alike = (a: Term, b: Term): boolean => sameMeasure(a, b) || (a.figure.kind === b.figure.kind && PERSONS.test(a.figure.unit) && PERSONS.test(b.figure.unit))
const isExact = (t: Term): boolean => isLevel(t) && t.figure.approx === 'exact' && t.span.low === t.span.high

/** Differences of counts that are told with both counts: 4236名，比4000人的目标任务多326人; 新发展47家，…由286家增加到323家. */
export function wrongDifferences(sentence: Sentence): Balance[] {
  if (sentence.terms.length < 3) return []
  const { text, start, end } = sentence
  const said = text.slice(start, end)
  return [...(/[比较]/u.test(said) ? morethan(sentence.terms) : []), ...(/[由从]/u.test(said) && said.includes('新') ? grown(sentence.terms, said) : [])]
}

function morethan(terms: readonly Term[]): Balance[] {
  return terms.flatMap((than): Balance[] => {
    // against the year before, the rule of growth looks
    if (/[上去前]年|同期|上届/u.test(than.before + than.after)) return []
    const [level, by] = [terms[than.at - 1], terms[than.at + 1]]
    const word = by && BY.exec(by.before)?.[1]
    if (!level || !by || word === undefined || !THAN.test(than.before) || !/^[^，；。：]{0,16}[，（][^，；。：]*$/u.test(than.before)) return []
    if (![level, than, by].every(isExact) || !alike(level, than) || !alike(by, than)) return []
    const [plus, minus] = LESS.test(word) ? [than, level] : [level, than]
    const due = plus.figure.value - minus.figure.value
    return due === by.figure.value || due <= 0 ? [] : [{ plus: [plus], minus: [minus], closing: by }]
  })
}

/** 全年新发展会员企业47家，没有企业退会，会员总数由年初的286家增加到323家: members may leave without a word, so that a slip is asked for unless all is told. */
function grown(terms: readonly Term[], said: string): Balance[] {
  return terms.flatMap((from): Balance[] => {
    const to = terms[from.at + 1]
    if (!to || !FROM.test(from.before) || !TO.test(to.before) || ![from, to].every((t) => isLevel(t) && t.figure.approx === 'exact') || !sameMeasure(from, to)) return []
    const added = terms.filter((t) => t.at < from.at && t.at >= from.at - 2 && sameMeasure(t, from) && NEW.test(labelOf(t)) && t.figure.approx === 'exact')
    const [came, other] = added
    if (!came || other || terms.some((t) => t.at < from.at && t !== came && sameMeasure(t, from))) return []
    const due = from.figure.value + came.figure.value
    if (Math.abs(due - to.figure.value) < 1e-6 * due || came.span.low !== came.span.high) return []
    // 新增床位120张，床位总数由860张增至990张: more than came in
    const more = to.figure.value > due && /新增|净增|新发展|新吸收/u.test(labelOf(came)) && sharedNoun(came, from) && isOneSlip(String(due), String(to.figure.value)) && (to.figure.value - due) % 10 === 0
    const slipped = more || isTransposition(String(due), String(to.figure.value)) || isTransposition(String(came.figure.value), String(to.figure.value - from.figure.value))
    return slipped || (COMPLETE.test(said) && to.figure.value > from.figure.value) ? [{ plus: [from, came], minus: [], closing: to }] : []
  })
}

/** Does what came in have the name of what grew (新增床位, 床位总数)? */
function sharedNoun(came: Term, from: Term): boolean {
  const noun = /(?:新增|净增|新发展|新吸收)(?:了|的)?(\p{Script=Han}{2,6}?)(?:总数|数)?$/u.exec(labelOf(came))?.[1]
  return noun !== undefined && labelOf(from).includes(noun)
}
