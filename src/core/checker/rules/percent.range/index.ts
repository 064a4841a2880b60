import { clauseBefore } from '../../reading.ts'
import { defineParagraphRule } from '../../rule.ts'

/** Shares of a whole: 占…N%, 占比N%, 比重达N%. 同比 compares and is no share. */
const SHARE = /(?:占[^，。；]{0,24}|占比|比重|所占比例)(?:的|为|达到?了?|约|近|已|均|共|高达|提[高升]到|上升到|保持在|[\s：:])*$/u
/** 占年度计划的105%: measured against what was planned or was before, no part of a whole */
const AGAINST_PLAN = /占[^，。；]{0,16}(?:计划|目标|任务|进度|序时|(?:年初|调整)预算|预算(?!收入|支出)|核定|设计|定员|上年|去年|同期)[^，。；]{0,16}$/u
/** A rate before the number (办复率达, 满意率均为). */
const RATE = /([\p{Script=Han}”]{0,8}?)(率|满意度|安全感|认可度|知晓度|支持度|覆盖面|(?:合格|优良|优秀|达标|良好|天数|事项|人数|人员|人口|面积|案件|女性|党员)比例|(?:满意|优良)比重)(?:均|都|已|也|分别|仍|始终|连续\p{Script=Han}{0,4})*(?:的|为|是|达到?了?|至|约|近|超过?|有|共|高达|实现了?|保持在?|稳定在|提[高升][到至]|上升[到至]|扩大[到至]|下降[到至]|降低[到至]|降[到至]|控制在)*$/u
/** Rates that cannot exceed 100 % by what they are. */
const BOUNDED = /(?:满意|办复|办结|答复|立案|采纳|采用|落实|解决|合格|达标|优良|优秀|普及|入学|升学|巩固|参保|就业|参与|出席|到会|参会|出勤|履职|知晓|见面|面商|整改|回复|反馈|回访|接通|受理|化解|调解成功|调处|绿化|(?<!贷款|拨备|流动性)覆盖|处理|处置|回收|清运|治理|检出|治愈|签约|接种|存活|成活|破案|结案|通过|自来水普及|电气化|城镇化|机械化|贫困发生|脱贫|上线|公开|应答|及时|录用|转化|中标|抽检|好评|入园|到课|返乡|履约)$/u
/** Rates that do exceed 100 %, or fall below 0: growth, completion of a plan, ratios of unlike things. */
const UNBOUNDED =
  /(?:增长|增加|上涨|变动|波动|完成|执行|贡献|回报|收益|利润|毛利|负债|债务|杠杆|利用|毛入学|自给|充足|拨备覆盖|流动性覆盖|贷款覆盖|保障|产销|周转|达产|增值|溢价|超额|到位|超收|换手|分红|保值|通胀|膨胀|产出|报酬|偿[付债]|备付|赔付|替代|储备|储采|使用|征收|入库|收缴|上座|入住|开工|投资|弹性|倍|报名|招录|竞争|供需|消纳|负荷|成本|费用|费|税|汇|利|效|速|频|(?<!成)功|概|几|比|超|新增|完税|兑现|目标\p{Script=Han}{0,2}|计划\p{Script=Han}{0,2}|任务\p{Script=Han}{0,2})$/u
/** Rates that may exceed 100 % by a little, as beds that stand in the corridor do; not by half as much again. */
const NEARLY_BOUNDED = /(?:使用|利用|入住|上座|开工|收缴|征收|征缴|收费|保障|兑现|消纳|供电可靠)$/u
const FAR_ABOVE = 150
/** Of waste and straw there is no more than there is. */
const USED_UP = /(?:秸秆|粪污|废弃物|农膜|垃圾|资源化)(?:综合|有效|资源化)*利用$/u
/** 有86%的村, ，95%以上的矛盾纠纷: a share of what is named behind it */
const OF_THINGS = /^(?:以上|左右)?的(?:受访|被访|参评|适龄|基层|行政|中小|规上)?(?:人|村|户|群众|居民|职工|企业|学生|委员|代表|党员|案件|矛盾|纠纷|干部|乡镇|社区|学校|患者|家庭|农户|提案|建议|问题|诉求|事项|小区|商户|师生|家长|教师|法官|检察官|会员)/u
const OPENS_CLAUSE = /^(?:其中|已|目前|现|全[市县区校院镇]|超过?|近|约)*有?(?:超过?|近|约)*$/u
const GROWTH = /(?:同比|环比|增长|增加|下降|减少|提高了?|提升了?|上升了?|上涨|超(?:额|出|计划))(?!到|至)[^，。；]{0,4}$/u
const MINUS = /[-－−﹣]$/u

/** Nothing falls by more than all of it */
const FALL = /(?:下降|减少|降低|缩短|压减|压缩|缩减|减轻)了?(?:约|近|达|超过?)*$|[降减]幅(?:为|达到?|约|超过?)*$/u
/** but what may become negative */
const BELOW_ZERO = /利润|盈|亏|收益|效益|净|增[速幅]|结余|余额|差额|顺差|逆差|现金流|损益|利差|增量|增加[额值]|回报/u
/** Shares and bounded rates (占比, 办复率, 满意率) above 100 % or below 0. Growth and completion rates have no such bounds. */
export const percentRange = defineParagraphRule({
  id: 'percent.range',
  title: '百分比超出范围',
  severity: 'error',
  basis: { on: 'practice', why: '部分不大于整体：占比与办复率、满意率一类的比率在 0 与 100% 之间' },
  defaults: {},
  check: ({ paragraph, finding }) =>
    paragraph.figures.flatMap((figure) => {
      if (figure.kind !== 'percent' || figure.unit !== '%' || figure.value === null) return []
      const value = figure.high ?? figure.value
      // most are between: their words need not be read
      if (value <= 100 && figure.value >= 0 && !MINUS.test(paragraph.text.slice(Math.max(0, figure.start - 4), figure.start).trimEnd())) return []
      const before = ownName(clauseBefore(paragraph.text, figure.start).replace(/（[^（）]*）/gu, '').replace(/[由从](?:上年|去年|年初)?的?\d+(?:\.\d+)?[%％]/gu, ''))
      const negative = figure.value < 0 || MINUS.test(before)
      if (value <= 100 && !negative) return []
      const words = before.replace(MINUS, '')
      if (!negative && figure.value > 100 && figure.high === undefined && FALL.test(words) && !BELOW_ZERO.test(words)) return [finding(`下降、减少不会超过100%，文中写作${figure.text}`, [{ in: paragraph, start: figure.start, end: figure.end }], { severity: 'warning' })]
      const kind = kindOf(words, value) ?? (OPENS_CLAUSE.test(words) && OF_THINGS.test(paragraph.text.slice(figure.end, figure.end + 12)) ? { name: '占比', sure: true } : undefined)
      if (kind === undefined) return []
      const place = { in: paragraph, start: figure.start, end: figure.end }
      const said = `${negative && figure.value > 0 ? '-' : ''}${figure.text}`
      const message = negative ? `${kind.name}不会小于0，文中写作${said}` : `${kind.name}不会超过100%，文中写作${said}`
      return [finding(message, [place], kind.sure ? {} : { severity: 'warning' })]
    }),
})

/** 建制率、公开率分别达95.6%和94.8%: each number belongs to the name at its place. */
function ownName(words: string): string {
  const list = /^(.*?)((?:分别|各)\p{Script=Han}{0,6})((?:[约近超]?\d+(?:\.\d+)?%[、和及与]{1,2})*)([约近超]?[-－−﹣]?)$/u.exec(words)
  if (!list) return words
  const [, head = '', verb = '', values = '', sign = ''] = list
  // 自来水普及率 is one name
  const names = head.split(/[、和与]|(?<![普涉顾危波惠触遍提])及/u)
  const at = (values.match(/%/gu) ?? []).length
  // of which it is said is open: nothing is known of it
  return names.length > at && (names.length > 1 || at === 0) ? `${names[at] ?? ''}${verb}${sign}` : ''
}

/** What is bounded here: a share or a rate, as the words before the number say; undefined where nothing is, for certain. */
function kindOf(words: string, value: number): { name: string; sure: boolean } | undefined {
  if (GROWTH.test(words)) return undefined
  if (SHARE.test(words)) return AGAINST_PLAN.test(words) ? undefined : { name: '占比', sure: true }
  const rate = RATE.exec(words)
  if (!rate) return undefined
  const stem = stemBefore(words, rate)
  if (rate[2] !== undefined && rate[2] !== '率') return { name: rate[2], sure: true }
  if (NEARLY_BOUNDED.test(stem) && value > FAR_ABOVE && !/产能|资金|资本/u.test(stem)) return { name: `${stem.slice(-4)}率`, sure: true }
  if (USED_UP.test(stem)) return { name: '利用率', sure: true }
  if (stem.length < 2 || UNBOUNDED.test(stem)) return undefined
  const bounded = BOUNDED.exec(stem)
  return bounded ? { name: `${bounded[0]}率`, sure: true } : { name: '这一比率', sure: false }
}

/** The Han characters right before 率. */
function stemBefore(words: string, rate: RegExpExecArray): string {
  const end = rate.index + (rate[1] ?? '').length
  return /\p{Script=Han}{0,10}$/u.exec(words.slice(Math.max(0, end - 11), end).replace(/[“”]/gu, ''))?.[0] ?? ''
}
