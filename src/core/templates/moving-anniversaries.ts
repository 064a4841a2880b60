import { anniversariesIn, type AnniversaryMention } from '../figures/anniversaries.ts'
import { inFormOf, quotedBy, type Change, type Step } from './step.ts'

/** 在庆祝中国共产党成立100周年大会上的重要讲话: the name of something that was, which keeps its number. */
const PAST = /^(?:的)?(?:大会|讲话|座谈会|纪念大会|庆祝大会|重要讲话|阅兵|招待会)/u
const ROUND = 5
/** 七十五载奋进路 */
const CARRIED = /(?:[0-9]{2,3}|[一二三四五六七八九十百]{1,4})\s?(?:载|华诞)/gu

/**
 * The anniversaries of a text: 建党99周年 becomes 100周年 where the year of the event is known and the number is right in the report's year. That of
 * other events is marked, and so is what moves from a round number, since nobody keeps the 76th as the 75th was kept.
 */
export function anniversaryChanges(text: string, step: Step): Change[] {
  const moved = anniversariesIn(text).map((mention): Change => {
    const { start, end, years, numeral } = mention
    const place = text.indexOf(numeral, start)
    if (!fits(mention, step) || step.from === null || quotedBy(text, start) !== '' || PAST.test(text.slice(end, end + 8))) return { start, end, review: 'anniversary' }
    const next = years + step.to - step.from
    const changed: Change = { start: place, end: place + numeral.length, to: inFormOf(numeral, next) }
    return years % ROUND === 0 && next % ROUND !== 0 ? { start, end, to: changed.to + text.slice(place + numeral.length, end), review: 'anniversary' } : changed
  })
  return [...moved, ...Array.from(text.matchAll(CARRIED), (match): Change => ({ start: match.index, end: match.index + match[0].length, review: 'anniversary' }))]
}

/** Is the number right in the year of the report, or in the one after, of which its outlook speaks? */
const fits = ({ event, years }: AnniversaryMention, { from }: Step): boolean => event !== undefined && from !== null && (years === from - event.year || years === from + 1 - event.year)
