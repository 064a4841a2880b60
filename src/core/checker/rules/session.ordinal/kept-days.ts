import { chineseInteger } from '../../../text/decimals.ts'
import { countedDaysIn, type CountedDay } from '../../../figures/kept-days.ts'
import { LONG, partOf } from '../../part.ts'
import { sentenceRanges } from '../../../text/sentences.ts'
import type { Frame, ReadParagraph } from '../../rule.ts'
import { viewOf } from '../../view.ts'

/** 第39个教师节 in 2024, which is the 40th. Offsets in the paragraph's own text. */
export interface WrongCount {
  start: number
  end: number
  message: string
  suggestion: string
}

/** How far off a number may be where only the report says the year: 入职以来的第一个教师节 counts from elsewhere. */
const SLIP = 3
const LARGEST_SLIP = 40
/** counted from something else than the first one */
const OTHERWISE = /(?:[以之]来|[以之]后|后|来|设立|迎来首|本[市县区省]|我[市县区省]|全[市县区省])(?:的|迎来的?|我们迎来的?)?$/u

/** Days that are kept every year, with a number that their year does not have. */
export function wrongCounts({ text: source, path }: Pick<ReadParagraph, 'text' | 'path'>, { year: reported, date }: Pick<Frame, 'year' | 'date'>): WrongCount[] {
  if (!source.includes('第') || !/[日节月周]/u.test(source)) return []
  const view = viewOf(source)
  const { text } = view
  const counted = countedDaysIn(text)
  if (counted.length === 0) return []
  const years = [...text.matchAll(/(?<![\d])((?:19|20)\d{2})年/gu)].map(([, y]) => Number(y))
  const sentences = sentenceRanges(text)
  return counted.flatMap((mention): WrongCount[] => {
    const { day, n, start, end, numeral } = mention
    const fits = (y: number): boolean => day.first.some((first) => y - first + 1 === n)
    const sentence = sentences.find((s) => s.start <= start && start < s.end)
    const before = text.slice(sentence?.start ?? 0, start)
    if (day.first.length === 0 || years.some(fits) || OTHERWISE.test(before) || text.startsWith('以来', end) || /^[^，。；]{0,6}(?:去年|上年|前年)/u.test(text.slice(end, end + 12))) return []
    const said = [...before.matchAll(/(?<!\d)((?:19|20)\d{2})年(?!以来)/gu)].map(([, y]) => Number(y))
    const [only] = said
    const stated = only !== undefined && said.length === 1 ? only : undefined
    if (stated === undefined && (reported === null || years.some((y) => y !== reported) || LONG.test(text) || path.some((heading) => LONG.test(heading)))) return []
    const at = stated ?? reported
    if (at === null || fits(at)) return []
    // delivered in the year after, or told in its plan
    const next = stated === undefined && (day.on === undefined || day.on.month <= 3 || partOf(path, reported) === 'plan' || date.startsWith(String(at + 1)))
    if (next && fits(at + 1)) return []
    const right = at - (day.first[0] ?? at) + 1
    if (right < 1 || Math.abs(right - n) > (stated === undefined ? SLIP : LARGEST_SLIP)) return []
    return [{ start: view.at(start), end: view.endAt(end), message: `${day.name}始于${day.first[0] ?? ''}年：${at} − ${day.first[0] ?? ''} + 1 = ${right}，文中写作${text.slice(start, start + numeral.length + 2)}`, suggestion: rewritten(source.slice(view.at(start), view.endAt(end)), mention, right) }]
  })
}

const rewritten = (surface: string, { numeral }: CountedDay, right: number): string => surface.replace(numeral, /\d/u.test(numeral) ? String(right) : chineseInteger(right))
