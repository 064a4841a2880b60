import { chineseInteger } from '../../../text/decimals.ts'
import { anniversariesIn, type AnniversaryMention } from '../../../figures/anniversaries.ts'
import type { Finding } from '../../finding.ts'
import { isQuoted, sentenceIndex, sentencesOf } from '../../reading.ts'
import { defineParagraphRule } from '../../rule.ts'

/** How far off a number may be and still be a slip; beyond it, the text speaks of an earlier anniversary. */
const SLIP = 2

/** An anniversary whose number does not follow from the year of the event. Only events whose year is common knowledge are computed. */
export const anniversary = defineParagraphRule({
  id: 'anniversary',
  title: '周年数与年份不符',
  severity: 'error',
  basis: { on: 'practice', why: '周年数等于所述年份减事件年份' },
  defaults: {},
  check: ({ paragraph, year, finding }) => {
    const found: Finding[] = []
    const { text } = paragraph
    const mentions = anniversariesIn(text).filter((m) => m.event !== undefined)
    if (mentions.length === 0) return found
    for (const mention of mentions) {
      if (isQuoted(text, mention.start) || namesPastEvent(text, mention)) continue
      const wrong = expectedYears(text, mention, year)
      if (!wrong) continue
      const suggestion = text.slice(mention.start, mention.end).replace(mention.numeral, /\d/u.test(mention.numeral) || wrong.years > 99 ? String(wrong.years) : chineseInteger(wrong.years))
      const message = `${mention.event?.name ?? ''}：${wrong.year} − ${mention.event?.year ?? 0} = ${wrong.years}，文中写作${mention.numeral}周年`
      found.push(finding(message, [{ in: paragraph, start: mention.start, end: mention.end }], { suggestion }))
    }
    return found
  },
})

/** 在庆祝中国共产党成立100周年大会上的重要讲话: the name of something that may be years ago. */
const namesPastEvent = (text: string, mention: AnniversaryMention): boolean => /^(?:的)?(?:大会|讲话|座谈会|纪念大会|庆祝大会|重要讲话|阅兵|以来|时)/u.test(text.slice(mention.end, mention.end + 6))

/** The right number and the year it follows from; undefined where the text may be right. */
function expectedYears(text: string, mention: AnniversaryMention, year: number | null): { year: number; years: number } | undefined {
  const founded = mention.event?.year ?? 0
  const sentences = sentencesOf({ text })
  const before = text.slice(sentences[sentenceIndex(sentences, mention.start)]?.start ?? 0, mention.start)
  const stated = [...before.matchAll(/(?<!\d)((?:19|20)\d{2})\s{0,2}年/gu)].map((m) => Number(m[1]))
  const said = /(?:^|[，；\s])((?:19|20)\d{2})\s{0,2}年(?:是|既是|正值|恰逢|适逢|也是|迎来|喜迎)/u.exec(before)
  if (said && stated.length === 1) {
    const years = Number(said[1]) - founded
    return mention.years === years || years < 1 ? undefined : { year: Number(said[1]), years }
  }
  const fitting = [...stated, ...stated.map((y) => y + 1), ...(year === null ? [] : [year, year + 1])]
  if (fitting.some((y) => y - founded === mention.years)) return undefined
  const reference = stated.at(-1) ?? year
  if (reference === null || reference === undefined) return undefined
  const years = reference - founded
  return years >= 1 && Math.abs(years - mention.years) <= SLIP ? { year: reference, years } : undefined
}
