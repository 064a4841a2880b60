import { pairsOf } from '../../compare/wording.ts'
import { fits, shareSpan } from '../span.ts'
import { isDelta, isLevel, labelOf, sameMeasure, type Sentence, type Term } from './sentence.ts'
import type { Share } from './shares.ts'

/** ，生态环境领域占比66.1%: the share's own clause names its part */
const OWN_CLAUSE = /(?:^|[，；])(?:其中)?([^，；。：、\d占]{3,24}?)(?:数量|案件|人数|总数)?占比?(?:例|总数|全部|比重)?(?:的|为|达到?|约)*$/u

/**
 * 216件案件中，生态环境领域133件，食品药品领域41件，其他42件，生态环境领域占比66.1%: a share behind several parts that names one of them again.
 */
export function wrongNamedAgain({ terms, text, start }: Sentence): Share[] {
  if (terms.length < 4 || !text.includes('占', start)) return []
  return terms.flatMap((stated): Share[] => {
    if (stated.figure.kind !== 'percent' || stated.figure.unit !== '%' || stated.figure.high !== undefined) return []
    const name = OWN_CLAUSE.exec(stated.before)?.[1]
    if (name === undefined || /分别|增长|下降|提高|同比/u.test(name)) return []
    const before = terms.slice(0, stated.at).filter((t) => isLevel(t) && !isDelta(t))
    const named = before.filter((t) => labelOf(t).replace(/^(?:其中|有)/u, '').replace(/[的有]+$/u, '') === name)
    const [part] = named
    if (!part || named.length > 1) return []
    const wholes = before.filter((t) => t.at < part.at && sameMeasure(t, part) && t.figure.value > part.figure.value)
    // the list stands behind its whole: 其中, …中，
    const whole = wholes.at(-1)
    const list = before.filter((t) => t.at > part.at && sameMeasure(t, part))
    if (!whole || whole.at !== before.findLast((t) => t.at < part.at && sameMeasure(t, part))?.at) return []
    if (!/其中|中，/u.test(text.slice(whole.figure.end, part.figure.start)) || /[；。]/u.test(text.slice(whole.figure.end, part.figure.start)) || list.some((t) => t.figure.value >= whole.figure.value)) return []
    const span = shareSpan(stated.figure)
    if (before.some((t) => t !== part && sameMeasure(t, part) && fits(part.span, t.span, span))) return []
    return [{ stated, span, as: 'percent', part, whole, open: false }]
  })
}

/** 卫生专业技术人员中，…: the whole of a list is named at the beginning of its sentence, and counted before it. */
export function wholeByTopic(sentence: Sentence, part: Term): Term | undefined {
  const topic = /^\s*(?:在)?([^，；。：、其\d]{3,16})中，/u.exec(sentence.text.slice(sentence.start, part.figure.start))?.[1]
  if (topic === undefined) return undefined
  const wholes = (sentence.previous?.terms ?? []).filter((t) => isLevel(t) && !isDelta(t) && sameMeasure(t, part) && labelOf(t).replace(/[的有共达]+$/u, '').endsWith(topic))
  return wholes.length === 1 ? wholes[0] : undefined
}

/** 占火灾总数: X of X总数, where the part is an X as well (居民住宅火灾) */
const TOTAL_OF = /^(?:全部|所有|[全本]?[市县区省]?)(\p{Script=Han}{2,8}?)(?:案件|警情|事件)?总(?:数|量|件数|人数|户数|起数|额)$/u

/** The whole that `of` (火灾总数) names by the first words of an earlier number (火灾警情643起), where part and whole have them and no other number has. */
export function wholeByName(of: string, part: Term, wholes: readonly Term[]): Term | undefined {
  const name = TOTAL_OF.exec(of)?.[1]
  if (name === undefined || !labelOf(part).includes(name)) return undefined
  const named = wholes.filter((t) => labelOf(t).replace(/^(?:其中|有|共|处置|扑救|接报|发生)+/u, '').startsWith(name))
  return named.length === 1 ? named[0] : undefined
}

/** 占改制企业总数, of 改制企业 that are told of, is no share of 新建企业: does the part narrow what is named as the whole does not? */
export function isOfNarrower(of: string, part: Term, whole: Term): boolean {
  if (/名额|应/u.test(of)) return true
  const stem = of.replace(/总(?:数|量|件数|人数|户数|额)?$/u, '')
  if (stem.length < 3) return false
  const said = labelOf(whole) + whole.after.replace(/[，；。：].*$/u, '')
  return stem !== of && labelOf(part).includes(stem) && !said.includes(stem) && [...pairsOf(stem)].some((pair) => !pairsOf(said).has(pair))
}
