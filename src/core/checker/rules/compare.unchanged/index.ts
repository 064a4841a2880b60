import type { Pair } from '../../../compare/pair.ts'
import type { PlacedCoreFigure } from '../../../figures/figure.ts'
import { resolutionOf } from '../../../figures/writing.ts'
import { partOf } from '../../part.ts'
import type { Finding, Severity } from '../../finding.ts'
import { apartNote, certainPairs, isChange, oncePerComparison, placeOfFigure, yearName, yearsApart } from '../../last-year.ts'
import { clauseBefore, squeezed } from '../../reading.ts'
import { defineReportRule, type Place } from '../../rule.ts'
import { isStock } from './stock.ts'

/** What stays as it is by its nature: sizes, standards, numbers that a plan or a law sets. */
const CONSTANT = /(?<!播种|造林|种植|竣工|施工|销售|改造|绿化)面积|占地|编制|里程|标准|目标|界别|席位|名额|任期|定额|上限|规划(?!.{0,4}疫苗)|总投资|计划投资|设计|容量|库容|海拔|距离|名录|连续|历时|累计达|增加$|减少$|增产$|减产$/u
/** What is there from year to year, as against what was done in one: 现有 …, 共有委员 …, 委员工作室 */
const STANDING =
  /现有|共有|拥有|设有|下设|建有|辖|人口|床位|党支部|党组织|总数$|保有量|户籍|[县区市]属|所有|全部\d*$|(?<!培训|参学|慰问|走访|组织|邀请|参加)(?:委员|代表|会员|党员)(?:共|达|总数)*$|(?:工作室|议事[室厅]|站点|平台|基地|网格|中心|驿站|联络站)(?:共|已?达|总数|增至)*$/u
/** the same of what is named behind the number: 126个行政村 */
const STANDING_BEHIND = /^(?:[省市县区]?(?:政协)?委员|(?:[省市县区]?人大)?代表|行政村|社区|村|乡镇|街道|党支部|党员|会员|成员单位|单位|部门|界别|小区|网格|学校)/u
/** Meetings are held as often as the rules say. */
const REGULAR = /会议|例会|常委会|主席会|主任会|党组会|全会|中心组|学习会|理论学习|述职|培训班|季度|每月|每季/u
const RATE_STANDS = /覆盖率|占比|比重|比例|参保率|入学率|普及率|到位率|占$/u

/**
 * A figure that is the same as in the earlier report and was therefore probably left over. Only numbers that hardly repeat by chance: of at least
 * three digits that count, and of what was done in a year. Two smaller ones in one sentence that both repeat are looked at together.
 */
export const compareUnchanged = defineReportRule({
  id: 'compare.unchanged',
  title: '与上年完全相同',
  severity: 'warning',
  scope: 'earlier',
  basis: { on: 'practice', why: '逐年统计的数很少两年完全相同，相同的多是沿用旧稿时未改' },
  defaults: { score: 0.6 },
  check: (context, _, { score }) => {
    const { earlier, year, status, origin, finding } = context
    if (!earlier) return []
    const apart = yearsApart(earlier, year)
    const rolled = status === 'draft' && origin.from === 'report'
    const same: { pair: Pair; place: Place; digits: number }[] = []
    for (const pair of equalPairs(earlier)) {
      const { this: now } = pair
      if (pair.score < score) continue
      const place = placeOfFigure(context.paragraphs, now)
      if (!place) continue
      const words = clauseBefore(place.in.text, place.start)
      // a target may well be last year's
      if (partOf(place.in.path, year) === 'plan' || /拟|计划|预期|力争|目标|安排/u.test(words)) continue
      if (CONSTANT.test(words)) continue
      // 29,350 beds are hardly the same after a year, 126 villages are
      if (tellingDigits(now.text) < 4 && (STANDING.test(words) || STANDING_BEHIND.test(place.in.text.slice(place.end, place.end + 8)))) continue
      if (tellingDigits(now.text) < 5 && isStock(words, squeezed(place.in.text.slice(place.end, place.end + 24)))) continue
      if (isHiddenChange(place, now)) continue
      const digits = tellingDigits(now.text)
      // 1,200 repeats sooner than 87
      if (digits < 3 && !rolled && /\d00?(?!\d)/u.test(now.text) && now.value >= 100 && !now.text.includes('.')) continue
      if (digits < 3 && (now.value < 13 || REGULAR.test(words + now.indicator) || now.value === 24)) continue
      same.push({ pair, place, digits })
    }
    const found: Finding[] = []
    for (const { pair, place, digits } of same) {
      const { this: now, last, indicator } = pair
      const beside = same.some((other) => other.place !== place && other.place.in === place.in && other.pair.last.paragraph === last.paragraph && Math.abs(other.place.start - place.start) < 60)
      const severity = severityOf(digits, now.kind === 'percent', { rolled, beside, apart })
      if (severity) found.push(finding(`“${indicator}”此处为${now.text}，与${yearName(earlier)}${apartNote(apart)}报告的${last.text}完全相同，请确认不是沿用旧数`, [place], severity === 'warning' ? {} : { severity }))
    }
    return found
  },
})

/** The pairs of one value that does not repeat by its nature. */
const equalPairs = oncePerComparison((earlier) =>
  certainPairs(earlier).filter(
    ({ this: now, last }) =>
      now.value === last.value && now.approx === 'exact' && last.approx === 'exact' && tellingDigits(now.text) >= 2 && !isChange(now) && !CONSTANT.test(now.indicator) && (tellingDigits(now.text) >= 4 || !STANDING.test(now.indicator)) &&
      (now.kind !== 'percent' || (now.value !== 100 && now.unit === '%' && !RATE_STANDS.test(now.indicator))),
  ),
)

function severityOf(digits: number, percent: boolean, { rolled, beside, apart }: { rolled: boolean; beside: boolean; apart: number | null }): Severity | undefined {
  const telling = digits - (percent ? 1 : 0)
  if (telling >= 3) return apart === 1 || apart === null ? 'warning' : 'info'
  if (telling === 2 && rolled) return 'warning'
  if (telling === 2 && beside && apart === 1) return percent ? 'info' : 'warning'
  // two digits agree by chance now and then: only mentioned
  return apart === 1 ? 'info' : undefined
}

/** Does the text say that it changed by less than its own rounding shows (产量1.37万亿斤，增产74亿斤), or not at all (持平)? */
function isHiddenChange({ in: { text, figures }, end }: Place, now: PlacedCoreFigure): boolean {
  const behind = text.slice(end, end + 24)
  if (!/^[^，。；]{0,4}[，,（(]?(?:同比|[比较与]上年|[比较与]去年|基本|持续|总体|继续)*(?:增|下降|减|提高|上升|回落|多|少|持平|相当|稳定|保持)/u.test(behind)) return false
  const change = figures.find((f) => f.start >= end && f.start < end + 24)
  if (!change || change.value === null) return true
  const room = resolutionOf(now.text)
  return change.unit === '%' ? change.value < (room / now.value) * 100 : change.unit !== now.unit || change.value <= room
}

/** How many digits of a number are more than its size: 1,264 has four, 1,200 two, 4.83亿 three. */
function tellingDigits(surface: string): number {
  const number = /\d[\d,]*(?:\.\d+)?/u.exec(surface.normalize('NFKC'))?.[0].replaceAll(',', '') ?? ''
  return (number.includes('.') ? number.replace('.', '') : number.replace(/0+$/u, '')).replace(/^0+/u, '').length
}
