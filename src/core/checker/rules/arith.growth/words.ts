/** Words of change, longest first where one begins another. */
const UP = '增长|增加|净增长?|增产|增收|增至|增|提高|提升|上升|攀升|跃升|回升|升|扩大|扩展|拓展|加快|上涨|上浮|涨|延长|高出|多出|多'
const DOWN = '下降|减少|净减少?|减收|减支|减产|少收|减|降低|回落|下滑|下浮|降|缩短|压减|压缩|缩减|精简|缩小|收窄|放缓|少'
const NAMES_UP = '增幅|增速|涨幅|升幅|增长率'
const NAMES_DOWN = '降幅|减幅|跌幅'

export type Direction = 'up' | 'down'

/** Words of change that do not say which way, or that are said of better in either way (效率由15天提升到7天). */
const EITHER = '发展|优化|调整|变|改'

const UP_WORD = new RegExp(`^(?:${UP}|${NAMES_UP})`, 'u')
const DOWN_WORD = new RegExp(`^(?:${DOWN}|${NAMES_DOWN})`, 'u')

/** Which way a word of change goes; undefined where it says neither. */
export const directionOf = (word: string): Direction | undefined => (DOWN_WORD.test(word) ? 'down' : UP_WORD.test(word) ? 'up' : undefined)

/** The time that a level or a change is set against. */
const BASE_TIME = '(?:上一?年度?|去年|前年|(?:19|20)\\d{2}年(?:底|末|初)?|上届|[“"]?(?:十[一二三四]?|[八九])五[”"]?(?:规划)?(?:末|期末|初)|上季度|同期|年初|上年末|[两二三四五六七八九十\\d]+年前|原来|原先|过去|此前|最初|当初|改革前|换届前|改造前|整治前|合并前|改制前|成立之初)'

/** What a level is counted per: 每立方米28微克, 每人每年580元. It says nothing of another number than its own. */
const PER = '(?:每(?:立方米|平方米|平方公里|公里|万元|公顷|万人|千人|百人|百户|亩|吨|户|人|次|件|小时|[天日月年升台张平]))+'
export const PER_UNIT = new RegExp(`${PER}$`, 'u')

/** What may stand before the first of two levels: 由, 从2019年的 … */
export const FROM = new RegExp(`(?:由|从|自)(${BASE_TIME}?(?:同期)?)的?(?:${PER})?$`, 'u')

/** What stands between two levels of one thing: 增加到, 下降至2024年的; the word of change is the first group. */
export const TO = new RegExp(`^(?:左右|以上)?[，,]?(?:逐步|大幅|快速|稳步|进一步|迅速|持续|显著|成功|一举|同比|直接|逐年|再|预计|已)?(${UP}|${DOWN}|${EITHER})(?:至|到|为|成|达)(?:了|目前|现在|如今|当前|今年|(?:19|20)\\d{2}年(?:底|末)?)?的?(?:${PER})?$`, 'u')

/** 由48件增加了115件: says by how much; where the rate behind it is that of the level, 增加到 is meant */
export const BY = new RegExp(`^(?:左右|以上)?[，,]?(?:逐步|大幅|快速|稳步|进一步|迅速|持续|显著|同比|直接|逐年)?(${UP}|${DOWN})了$`, 'u')

/** 增至, 升至: words that hold 至 themselves */
export const TO_SHORT = /^(?:左右|以上)?[，,]?(?:逐步|大幅|稳步)?(增至|升至|降至|减至|缩至|扩至|涨至|跌至)(?:了|目前的|今年的|(?:19|20)\d{2}年(?:底|末)?的?)?$/u

/**
 * What stands between a level and a statement of its change: ，比上年增长. Groups: the words of comparison, 年均 or 分别 among them, and the
 * word of change. Nothing else may stand there: it would be the change of another thing.
 */
export const CLAIM = new RegExp(
  `^(?:以上|左右)?[，,、（(]?((?:实现|已|总体|大幅|整体|同比|年均|平均每年|每年|年平均|分别|环比|(?:比|较|同)${BASE_TIME}(?:同期)?(?:相比)?|与${BASE_TIME}(?:同期)?相比[，,]?|(?:仅用|仅|短短|在)?(?:[两二三四五六七八九十]+|(?<!\\d)\\d{1,2})年(?:时间|间|来)?(?:里|内)?(?:就|便)?|实际|共|累计|绝对值|亩均|每亩|户均|人均|单产)*)(${UP}|${DOWN}|${NAMES_UP}|${NAMES_DOWN}|改善|提速)(?:率|幅度?|比例|比率)?(?:了|达到?|为|整整)*$`,
  'u',
)

/** ，是2019年的3倍 */
export const MULTIPLE = new RegExp(`^(?:以上|左右)?[，,]?(?:已经?)?(?:是|为|达到?|相当于)(${BASE_TIME}?(?:同期)?)的$`, 'u')

/** ，翻了一番 */
export const FOLD = /^(?:以上|左右)?[，,]?(?:(?:仅用|仅|短短|在|用)?(?:[两二三四五六七八九十]+|(?<!\d)\d{1,2})年(?:时间|间|来)?(?:里|内)?(?:就|便)?|实现了?|基本|整整|几乎|成功|已|总量|规模|数量|翻了?|近|将近|约|超|比[^，,]{0,8})*$/u

/** 比上年的126件增加17件: before the earlier level */
export const THAN = new RegExp(`(?:比|较)(${BASE_TIME}(?:同期)?)的?$`, 'u')

/** 96.7亿元，上年为88.2亿元: between the later level and the earlier one */
export const WAS = /^[，,（(](?:上一?年度?|去年)(?:同期)?(?:仅?为|是|只有|完成|达到?)?$/u

/** against the year before, or nothing said */
export const LAST_YEAR = /^(?:实现|已|总体|大幅|整体|同比|(?:比|较|同|与)(?:上一?年度?|去年)(?:同期)?(?:相比)?[，,]?)*$/u

/** Growth that does not follow from the stated levels: at constant prices, of another base, or of what was revised. */
export const OTHER_BASIS = /可比|不变价|剔除|扣除|同口径|口径|实际增|名义|调整后|核定/u
/** Incomes: their rates are mostly nominal, and follow where both levels or the difference are told with them. */
export const INCOME = /(?:城乡|城镇|农村|全体)?居民(?:人均)?(?:可支配)?收入|人均可支配收入/gu
/** Statistics whose rates are at constant prices, or whose earlier levels are revised every year. */
export const AT_CONSTANT_PRICES = /生产总值|GDP|经济总量|增加值|总产值|可支配收入|人均.{0,4}收入|居民收入/u
export const REVISED = /人口|零售|投资|产值|预算|财政|税|进出口|出口|进口|存款|贷款|营业收入|营收|销售|利润|能耗|保费/u

/** 同比增长11.7%，达到268篇: before a change that is told ahead of its level, and between the two */
export const AHEAD = new RegExp(`(?:同比|[比较](?:上一?年度?|去年)(?:同期)?)(?:大幅|净)?(${UP}|${DOWN})了?$`, 'u')
export const REACHED = /^[，,](?:总量|总数|总额|数量)?(?:达到?|增至|升至|降至|减至|增加到|下降到|为)了?$/u
