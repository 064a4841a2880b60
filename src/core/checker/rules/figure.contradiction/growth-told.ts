import type { CoreFigure } from '../../../figures/figure.ts'
import { isTransposition, digitsOf, looksMistyped } from '../../number-slip.ts'
import { partOf } from '../../part.ts'
import { clauseEnd, inAnyOrder, isQuoted, squeezed } from '../../reading.ts'
import { Mention, sayingOf, type Saying } from './mentions.ts'
import type { Told } from './told.ts'
import { bare, scopeOf } from './statement.ts'
import { WHOSE } from './words.ts'

const CHANGE = /(?:同比|环比|[比较](?:上|去|20\d\d)年(?:同期)?|[比较]上月)?(?:实际|名义|可比口径|按?可比价)?(增长|增加|上升|提高|提升|下降|减少|降低|回落)了?$/u
const UP = /^[增上提]/u
/** against what it grew, where that is not the year before */
const BASE = /环比|两年平均|年均|[比较](?:20\d\d年|上月|疫情前)/u
/** words before the subject that do not belong to it */
const LEADING = /^(?:取得|实现|完成|达到|围绕|锚定|紧扣|聚焦|瞄准|确保|力争|争取|预计|预期|推动|保持|带动|促进|全年|其中|了)+/u
/** what many things of a report have in common */
const VAGUE = /^(?:其|该|总|平均|累计|分别|同比|数量|金额|收入|支出|投资|产值|产量|规模|占比|业务|项目|贷款|存款|余额|人数|税收|增加值|销售额?|营业|利润|成本|费用)/u
/** of which there is one only in a report, whatever is told of places and branches */
const MACRO = /^(?:地区生产总值|固定资产投资|社会消费品零售总额|规模以上工业增加值|规上工业增加值|一般公共预算收入|地方一般公共预算收入|(?:城镇|农村|全体)?居民人均可支配收入|进出口总额|外贸进出口总额)$/u
const PLACE = /\p{Script=Han}{2}(?:新区|片区|经开区|高新区|矿区|景区|分局|分院|支行|分公司|学院|校区|领域|行业|板块)/gu
const AIM = /目标|预期|计划|力争|争取|确保|拟|预算|安排/u
const STRETCH = /力争|争取|冲刺|奋斗/u
/** an aim that another body set */
const SET_ELSEWHERE = /(?:国家|中央|上级|[省市])(?:里|委|政府)*(?:下达|确定|提出|定)/u
/** 下降18.3%的背后, 增长6%左右的目标: of a growth that the reader knows */
const KNOWN = /^(?:左右|以上)?的(?:预期|发展|年度|增长|主要)*(?:目标|背后|成绩|佳绩|好成绩|成效|势头|答卷)/u

/** How much something grew or fell, against the year before. */
class Growth extends Mention {
  constructor(
    saying: Saying,
    private readonly name: string,
    private readonly aim: boolean,
    private readonly known: boolean,
    /** how much it came to, told right before; undefined where it is not */
    private readonly level: number | undefined,
    /** is there one growth of this name only? */
    private readonly sole: boolean,
  ) {
    super(saying)
  }

  isOf(other: Mention): boolean {
    return other.key === this.key
  }

  deniedBy(other: Mention): string | undefined {
    if (!(other instanceof Growth)) return undefined
    // 受理刑事案件1246件，下降21.3%, and those of one kind, 146件
    if (this.level !== undefined && other.level !== undefined && Math.abs(this.level / other.level - 1) > 0.01) return undefined
    // an aim is told twice in one plan, however the two numbers differ
    if (this.sole && [this.text, other.text].every((text) => digitsOf(text).length === 2) && isTransposition(digitsOf(this.text), digitsOf(other.text))) return this.name
    if (this.aim) return other.known || this.known ? this.name : undefined
    const [a, b] = [digitsOf(this.text), digitsOf(other.text)]
    if (Math.min(a.length, b.length) >= 3 && isTransposition(a, b)) return this.name
    return other.known && looksMistyped(a, b) && (a.length >= 3 || inAnyOrder(a) === inAnyOrder(b)) ? this.name : undefined
  }
}

/** The growths that a paragraph tells, each of a subject with a name of its own, of this year, and of the whole unless it says of which part. */
export function growthsOf({ paragraph: { text, path, figures }, core, sentenceAt, body, year, timeOf }: Told): Mention[] {
  const out: Mention[] = []
  for (const figure of core) {
    if (figure.unit !== '%' || figure.high !== undefined) continue
    const change = CHANGE.exec(figure.indicator)
    if (!change) continue
    const subject = bare(figure.indicator.slice(0, change.index), body).replace(LEADING, '').replace(/^(?:地区生产总值)?[（(]?GDP[）)]?/iu, '地区生产总值').replace(/(?<=.{4})(?:预期|预计|目标)$/u, '')
    if (subject.length < 3 || (change.index < 4 && !MACRO.test(subject)) || subject.length > 20 || VAGUE.test(subject) || /[\d、，%]/u.test(subject) || isQuoted(text, figure.start)) continue
    const { index, start } = sentenceAt(figure.start)
    const named = figure.indicator.slice(0, change.index).replace(LEADING, '')
    const lead = squeezed(text.slice(start, figure.start))
    const rest = squeezed(text.slice(figure.end, clauseEnd(text, figure.end)))
    const plan = partOf(path, year) === 'plan'
    const known = KNOWN.test(rest)
    const aims = AIM.test(lead) || /^(?:左右|以上)?的(?:预期|发展|年度|增长|主要)*目标/u.test(rest)
    if (lead.slice(-24).includes('分别')) continue
    // what was aimed at for the year that is over is told beside what became of it
    if (aims && ((!plan && !MACRO.test(subject)) || SET_ELSEWHERE.test(lead))) continue
    const scope = [...scopeOf({ text, figures }, figure, start, year, true), ...new Set([...(lead.match(WHOSE) ?? []), ...(lead.match(PLACE) ?? [])])].filter((word) => !(plan && word === `${(year ?? 0) + 1}年`)).sort()
    const way = `${UP.test(change[1] ?? '') ? '+' : '-'}${BASE.exec(lead.slice(-20))?.[0] ?? ''}${plan && STRETCH.test(lead) ? '!' : ''}`
    const key = ['growth', subject, way, plan ? 'plan' : aims ? 'aim' : 'review', figure.approx, aims && !plan ? 'aim' : timeOf(figure.start), scope.join()].join('|')
    out.push(new Growth(sayingOf(figure, index, String(figure.value), key), `${named}${change[1] ?? ''}`, plan, known, levelBefore(core, figure, text), MACRO.test(subject)))
  }
  return out
}

/** The amount that stands in the clause before a growth (1246件，同比下降21.3%). */
function levelBefore(core: readonly CoreFigure[], figure: CoreFigure, text: string): number | undefined {
  const before = core[core.indexOf(figure) - 1]
  if (!before || before.kind === 'percent' || before.unit === figure.unit) return undefined
  return figure.start - before.end <= 16 && !/[。；]/u.test(text.slice(before.end, figure.start)) ? before.value : undefined
}
