import { fits, quotientSpan, shareSpan, type Span } from '../span.ts'
import { NAMED, WIDE, wordsOf } from './rates.ts'
import { isDelta, isLevel, sameMeasure, type Sentence, type Term } from './sentence.ts'
import type { Share } from './shares.ts'

/** Rates of what is in order, and what is said of the others. */
const RATES: readonly (readonly [name: RegExp, others: RegExp])[] = [
  [/合格$/u, /不合格/u],
  [/达标$/u, /不达标|未达标|超标/u],
  [/及格$/u, /不及格/u],
  [/通过$/u, /未通过|不通过/u],
]
/** Rates of the others themselves. 不起诉率 and 不捕率 have another base, and are none of these. */
const OF_OTHERS = /^(?:不合格|不达标|未达标|超标|不及格)$/u
/** counted otherwise: several things of one sample, things of several kinds */
const COUNTED_APART = /项目|指标|项次|参数|问题/u

/** 抽检3126批次，检出不合格58批次，合格率98.14%: a rate of what is in order where only the others are counted, and of the others (不合格率), that does not follow from the counts of its sentence. */
export function readRestRates({ terms, text, start, end, previous }: Sentence): Share[] {
  if (terms.length < 3) return []
  const said = text.slice(start, end)
  if (!said.includes('率') || !/[不未超]/u.test(said)) return []
  return terms.flatMap((stated): Share[] => {
    const { figure } = stated
    if (figure.kind !== 'percent' || figure.unit !== '%' || figure.high !== undefined || stated.at < 1) return []
    const name = NAMED.exec(stated.before)?.[1]?.replace(WIDE, '')
    if (name === undefined || /^[、和及]/u.test(terms[stated.at + 1]?.before ?? '')) return []
    const known = RATES.find(([of]) => of.test(name) && !OF_OTHERS.test(name))
    const others = known?.[1] ?? (OF_OTHERS.test(name) ? new RegExp(name, 'u') : undefined)
    if (!others) return []
    const before = terms.filter((t) => t.at < stated.at && isLevel(t) && !isDelta(t))
    const named = before.filter((t) => others.test(wordsOf(t)))
    const [part] = named
    // what is in order may be counted as well: then it is that which is divided
    if (!part || named.length > 1 || stated.at - part.at > 2 || COUNTED_APART.test(wordsOf(part))) return []
    if (known && before.some((t) => sameMeasure(t, part) && known[0].test(wordsOf(t).replace(others, '')) && t !== part)) return []
    const own = before.filter((t) => t.at < part.at && sameMeasure(t, part))
    const wholes = (own.length > 0 ? own : (previous?.terms ?? []).filter((t) => isLevel(t) && !isDelta(t) && sameMeasure(t, part))).filter((t) => t.figure.value > part.figure.value)
    const whole = wholes.at(-1)
    if (!whole) return []
    const narrowed = known ? name.replace(known[0], '') : ''
    const words = wordsOf(part) + wordsOf(whole)
    if ([...narrowed].some((c) => !words.includes(c))) return []
    const span = shareSpan(figure)
    const fitting = (base: Term): boolean => fits(part.span, base.span, known ? restOf(span) : span)
    if (wholes.some(fitting) || quotientSpan(part.span, whole.span).low > 100) return []
    return [{ stated, span, as: known ? 'rest' : 'percent', part, whole, open: false }]
  })
}

/** What is left of 100 % beside a share: the room is widened, since cut off instead of rounded it goes the other way. */
const restOf = ({ low, high }: Span): Span => ({ low: 100 - high, high: 100 - low })
