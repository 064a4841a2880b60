import { chineseInteger } from '../../../text/decimals.ts'
import { readNumeral } from '../../../text/numerals.ts'
import type { View } from '../../view.ts'
import type { FixedSlip } from './own.ts'

/** Five-year plans (规划纲要 of each) and the years that they hold. */

const PLANS: Readonly<Record<string, readonly [number, number]>> = { 十一五: [2006, 2010], 十二五: [2011, 2015], 十三五: [2016, 2020], 十四五: [2021, 2025], 十五五: [2026, 2030] }
const NAME = '“?(十[一二三四五]五)”?'
const PLAN_YEARS = /[“‘]?(十[一二三四五]五)[”’]?(?:时期|规划|期间|发展规划)?（((?:19|20)\d{2})年?[—–~～-]{1,2}((?:19|20)\d{2})年?）/gu

/** 收官之年, 开局之年, 第三年 of a plan: which of its years each is */
const LAST = new RegExp(`${NAME}(?:时期|期间|[^，。；、“”\\d]{0,10}规划)?(?:的|实施|目标任务)*(?:圆满|全面|决胜|胜利)?(?:收官|收官之|收官决战之|收官攻坚之|最后一|收尾之|末)年`, 'u')
const FIRST = new RegExp(`${NAME}(?:时期|[^，。；、“”\\d]{0,10}规划)?(?:的|实施)*(?:开局之年|开局起步之年|开局首年|起步之年|第一年|首年)`, 'u')
const NTH = new RegExp(`${NAME}(?:时期|[^，。；、“”\\d]{0,10}规划)?(?:的|实施)*第([一二三四五])年`, 'u')
/** “十四五”规划承上启下之年: one of its years */
const ANY = new RegExp(`${NAME}(?:时期|[^，。；、“”\\d]{0,10}规划)?(?:的|实施|顺利|推进|目标任务|落实)*(?:承上启下|承前启后|关键|攻坚|中期|深化|重要|加速|冲刺|提速|爬坡过坎)(?:的?[^，。；、“”\\d]{0,6}?)(?:之年|一年)`, 'u')
/** years of which something else is known */
const KNOWN: readonly [RegExp, number, string][] = [
  [/全面建成小康社会(?:的)?(?:收官|决胜)之年/u, 2020, '全面建成小康社会收官'],
  [/(?:中国共产党|党的|中共)(?:第)?二十大(?:胜利|隆重)?召开之年/u, 2022, '党的二十大召开'],
  [/(?:学习|宣传|贯彻|落实|、)*党的二十大精神(?:的)?(?:开局之年|第一年|首年|起步之年)/u, 2023, '全面贯彻党的二十大精神开局'],
]
const YEAR_IS = /(?<!\d)(?:((?:19|20)\d{2})年|今年)，?(?:既|正)?是([^。！？]{4,120})/gu
/** years before a plan and behind it that are rightly called by its name */
const AROUND = /谋划|编制|衔接|总结|评估|前期|起草|筹划|制定|过渡|开启|迈向|奠基|奠定|布局|验收/u
/** “十四五”末的2025年, “十三五”末（2020年） */
const END_OF = /“?(十[一二三四五]五)”?(?:规划)?(?:期末|时期末|末)(?:[（(]|即|，即|的)((?:19|20)\d{2})年/gu

interface Claim {
  /** where the words stand behind 是 */
  index: number
  words: string
  year: number
  what: string
}

/** What the words behind 2025年是 say of a year. */
function claimsIn(words: string): Claim[] {
  const out: Claim[] = []
  const last = LAST.exec(words)
  const first = FIRST.exec(words)
  const nth = NTH.exec(words)
  if (last) out.push({ index: last.index, words: last[0], year: PLANS[last[1] ?? '']?.[1] ?? 0, what: `“${last[1] ?? ''}”收官之年` })
  if (first) out.push({ index: first.index, words: first[0], year: PLANS[first[1] ?? '']?.[0] ?? 0, what: `“${first[1] ?? ''}”开局之年` })
  else if (nth) out.push({ index: nth.index, words: nth[0], year: (PLANS[nth[1] ?? '']?.[0] ?? 0) + readNumeral(nth[2] ?? '') - 1, what: `“${nth[1] ?? ''}”第${nth[2] ?? ''}年` })
  for (const [pattern, year, what] of KNOWN) {
    const match = pattern.exec(words)
    if (match) out.push({ index: match.index, words: match[0], year, what: `${what}之年` })
  }
  return out.filter(({ year }) => year > 0)
}

/** Years of five-year plans that are not theirs; `year` is that of the report. Offsets in the source of the view. */
export function fiveYearPlans({ text, at, endAt }: View, year: number | null): FixedSlip[] {
  if (!/十[一二三四五]五|之年|[一首]年/u.test(text)) return []
  const place = (start: number, length: number): { start: number; end: number } => ({ start: at(start), end: endAt(start + length) })
  const fixed = [...text.matchAll(PLAN_YEARS)].flatMap((match): FixedSlip[] => {
    const [surface, name = '', from = '', to = ''] = match
    const right = PLANS[name]
    if (!right || (Number(from) === right[0] && Number(to) === right[1])) return []
    const start = match.index + surface.indexOf(from)
    const end = match.index + surface.lastIndexOf(to) + 4
    return [{ ...place(start, end - start), message: `“${name}”是${right[0]}—${right[1]}年，文中写作${text.slice(start, end)}`, suggestion: `${right[0]}—${right[1]}` }]
  })
  for (const { index, 0: surface, 1: name = '', 2: digits = '' } of /五”?(?:规划)?(?:期|时期)?末/u.test(text) ? text.matchAll(END_OF) : []) {
    const right = PLANS[name]?.[1]
    if (right === undefined || right === Number(digits)) continue
    fixed.push({ ...place(index + surface.lastIndexOf(digits), 4), message: `“${name}”末是${right}年，文中写作${digits}年`, suggestion: String(right) })
  }
  for (const { index, 0: surface, 1: digits, 2: words = '' } of /[之一首末第].?年/u.test(text) ? text.matchAll(YEAR_IS) : []) {
    // 2025年是…之年，2026年是…: each year has its own words
    const said = words.split(/(?<!\d)(?:(?:19|20)\d{2}年|[今明去]年)|[；;]/u)[0] ?? ''
    const wordsAt = index + surface.length - words.length
    const claims = claimsIn(said)
    const mine = digits === undefined ? undefined : Number(digits)
    // 今年 may be the year reported on or, in a report delivered next January, the one after
    const fits = (it: number): boolean => (mine === undefined ? year === null || it === year || it === year + 1 : it === mine)
    const wrong = claims.find((claim) => !fits(claim.year))
    if (wrong && !claims.some((claim) => fits(claim.year))) {
      const named = { ...place(wordsAt + wrong.index, wrong.words.length) }
      if (mine === undefined) fixed.push({ ...named, message: `${wrong.what}是${wrong.year}年，本报告所述为${year ?? ''}年` })
      // where the year is the one that the report is about, the words are left over
      else if (year !== null && (mine === year || mine === year + 1) && wrong.year !== year && wrong.year !== year + 1) fixed.push({ ...named, other: place(index, 4), message: `${wrong.what}是${wrong.year}年，文中写作${mine}年`, ...inYear(wrong, mine) })
      else fixed.push({ ...place(index, 4), other: named, message: `${wrong.what}是${wrong.year}年，文中写作${mine}年`, suggestion: String(wrong.year) })
      continue
    }
    const any = claims.length === 0 && mine !== undefined && !AROUND.test(said) ? ANY.exec(said) : null
    const span = PLANS[any?.[1] ?? '']
    if (any && span && mine !== undefined && (mine < span[0] || mine > span[1]) && (said.match(/十[一二三四五]五/gu)?.length ?? 0) === 1) {
      fixed.push({ ...place(wordsAt + any.index, any[0].length), other: place(index, 4), message: `“${any[1] ?? ''}”是${span[0]}—${span[1]}年，文中写作${mine}年` })
    }
  }
  return fixed
}

/** The same words with the plan of the year: “十四五”规划收官之年. */
function inYear({ words }: Claim, year: number): { suggestion?: string } {
  const plan = Object.entries(PLANS).find(([, [from, to]]) => (words.includes('第') && !words.includes('第一') ? year >= from && year <= to : /开局|起步|首年|第一/u.test(words) ? from === year : to === year))
  const name = /十[一二三四五]五/u.exec(words)?.[0]
  if (!plan || name === undefined) return {}
  const nth = /第[一二三四五]年/u.exec(words)?.[0]
  const renamed = words.replace(name, plan[0])
  return { suggestion: nth === undefined ? renamed : renamed.replace(nth, `第${chineseInteger(year - plan[1][0] + 1)}年`) }
}
