import { fits, quotientSpan, shareSpan, sumSpan } from '../span.ts'
import { isDelta, isLevel, sameMeasure, type Sentence, type Term } from './sentence.ts'
import type { Share } from './shares.ts'

/** Rates by name, with the words of the number that is divided. */
const RATES: readonly (readonly [RegExp, RegExp])[] = [
  [/(?:立案)$/u, /立案/u],
  [/(?:结案|审结|办结|审执结|执结)$/u, /结案|审结|办结|执结|审执结/u],
  [/(?:破案)$/u, /破获|侦破|破案/u],
  [/(?:采用|采纳|录用|吸纳)$/u, /采用|采纳|录用|吸纳/u],
  [/(?:办复|答复|回复)$/u, /办复|答复|回复/u],
  [/(?:整改|整改完成|整治)$/u, /整改|整治/u],
  [/(?:解决|落实|转化|化解|调解|调解成功|消除|销号)$/u, /解决|落实|转化|化解|调解|消除|销号/u],
  [/(?:合格|优秀|优良|达标|及格|通过)$/u, /合格|优秀|优良|达标|及格|通过/u],
  [/(?:回收|有效回收)$/u, /回收|收回/u],
  [/(?:到会|出席|参会|到课)$/u, /实到|出席|到会|参会|参加/u],
  [/(?:完成)$/u, /实际|完成/u],
  [/(?:满意)$/u, /满意/u],
  [/(?:上线|录取|升学|就业|签约|参保)$/u, /上线|录取|升学|升入|就业|签约|参保/u],
  [/(?:批捕|起诉|受理|建制|投产|竣工|开工|达产)$/u, /批准逮捕|批捕|起诉|受理|建制|投产|竣工|开工|达产/u],
]
/** 立案率, 提案立案率, 问题整改率: nothing that narrows it (法定审限内结案率, 一次性解决率) */
const NAMED = /(?:^|[，；：、（）和且])(?:其|综合|总体|整体|案件|提案|建议|意见|问题|隐患|信息|计划|任务|总)?(\p{Script=Han}{2,4})率(?:为|达到?了?|约|高达|是|均)*$/u
const PLANNED = /计划|目标|任务|应/u
/** such a sentence counts otherwise than it seems */
const OTHERWISE = /结收|收结|清结率|含旧存|旧存|历年|积案|其他/u

/** Rates (立案率85.1%) that do not follow from the numbers of their sentence whose words say that they are of this rate. */
export function readRates(sentence: Sentence): Share[] {
  return sentence.terms.flatMap((stated) => {
    const { figure } = stated
    if (figure.kind !== 'percent' || figure.unit !== '%' || figure.high !== undefined) return []
    const name = NAMED.exec(stated.before)?.[1]
    const rate = name === undefined ? undefined : RATES.find(([of]) => of.test(name))
    if (!rate || name === undefined || /^[、和及]/u.test(sentence.terms[stated.at + 1]?.before ?? '')) return []
    const before = sentence.terms.filter((t) => t.at < stated.at && isLevel(t) && !isDelta(t))
    const parts = before.filter((t) => rate[1].test(wordsOf(t)) && !/不满意/u.test(wordsOf(t)))
    const part = name.endsWith('满意') ? parts[0] : parts.at(-1)
    // the part is the last thing that was counted
    if (!part || before.some((t) => t.at > part.at && !parts.includes(t))) return []
    const planned = name.endsWith('完成')
    const wholes = before.filter((t) => t.at < part.at && sameMeasure(t, part) && (planned ? PLANNED.test(wordsOf(t)) : t.figure.value >= part.figure.value))
    const whole = wholes.at(-1)
    if (!whole || OTHERWISE.test(sentence.text.slice(sentence.start, figure.start))) return []
    const share = shareSpan(figure)
    // 满意 and 基本满意 may be taken together
    const tops = [...parts.filter((t) => sameMeasure(t, part)).map((t) => t.span), sumSpan(parts.filter((t) => sameMeasure(t, part)).map((t) => t.span))]
    const bottoms = [...before, ...(sentence.previous?.terms ?? [])].filter((t) => isLevel(t) && sameMeasure(t, part)).map((t) => t.span)
    if (tops.some((top) => bottoms.some((bottom) => fits(top, bottom, share)))) return []
    if (!planned && quotientSpan(part.span, whole.span).low > 100) return []
    return [{ stated, span: share, as: 'percent', part, whole, open: false }]
  })
}

/** The words of a number's own clause. */
const wordsOf = ({ before, after }: Term): string => (/[^，；。：、]*$/u.exec(before)?.[0] ?? '') + (/^[^，；。：、]*/u.exec(after)?.[0] ?? '')
