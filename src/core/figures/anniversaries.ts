import events from '#resources/events.json'
import { readNumeral } from '../text/numerals.ts'

/** An event of which official reports keep anniversaries. */
export interface KnownEvent {
  name: string
  year: number
  /** another year from which it is counted */
  or?: readonly number[]
}

/** A mention of how many years ago something happened: 中华人民共和国成立75周年. */
export interface AnniversaryMention {
  /** of the surface `75周年` */
  start: number
  end: number
  years: number
  /** the number as it is written */
  numeral: string
  /** the words before it, without white space, from the last mark on (at most 40 units) */
  before: string
  /** the event, where its year is common knowledge */
  event?: KnownEvent
}

/** The events of `resources/events.json` with the words that stand in front of the number. */
const EVENTS: readonly (KnownEvent & { words: RegExp })[] = events.events.map(({ name, year, words, ...more }) => ({
  name,
  year,
  ...('or' in more ? { or: more.or } : {}),
  words: new RegExp(`(?:${words})$`, 'u'),
}))

const MENTION = /(\d{1,4}|[一二三四五六七八九十百]{1,5})\s{0,2}周\s{0,2}年/gu

/** All anniversaries of a plain paragraph. */
export function anniversariesIn(text: string): AnniversaryMention[] {
  const out: AnniversaryMention[] = []
  for (const match of text.matchAll(MENTION)) {
    const numeral = match[1] ?? ''
    const years = readNumeral(numeral)
    if (!Number.isInteger(years) || years < 1) continue
    const near = text.slice(Math.max(0, match.index - 60), match.index).replace(/\s+/gu, '')
    const before = near.replace(/^.*[，。；：！？、“”‘’《》（）()]/su, '').slice(-40)
    // names of events hold quotation marks (“八八战略”实施), but the words of one that is listed begin behind its 、
    const quoted = near.replace(/^.*[，。；：！？（）()]/su, '').slice(-40)
    const known = EVENTS.find(({ words }) => words.test(before) || words.test(quoted))
    out.push({
      start: match.index,
      end: match.index + match[0].length,
      years,
      numeral,
      before,
      ...(known ? { event: { name: known.name, year: known.year, ...(known.or ? { or: known.or } : {}) } } : {}),
    })
  }
  return out
}
