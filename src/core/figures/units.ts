/**
 * Measure words and units that stand behind a numeral of a reported figure. Longer ones first where one begins another. Sources:
 * GB 3100—1993 (units), 现代汉语八百词, appendix on measure words, and use in published reports.
 */
const COMPOUND = [
  '个百分点', '百分点', '个基点', '个方面', '个工作日', '个月', '个小时', '个学时',
  '人次', '人天', '场次', '批次', '件次', '户次', '车次', '班次', '架次', '辆次', '篇次', '家次', '项次', '户数', '例次', '艘次', '标箱', '标准箱', '人份', '剂次', '床位', '张床位',
  '平方公里', '平方千米', '平方米', '立方米', '公里', '千米', '厘米', '毫米', '海里', '公顷', '公斤', '千克', '毫克', '微克/立方米', '微克', '吨标准煤', '千瓦时', '千瓦', '兆瓦', '吉瓦', '千伏安', '千伏', '公升', '毫升',
  '课时', '学时', '小时', '分钟',
] as const
const SINGLE =
  '人名位个件条项篇期次场家户所处座台套辆艘架列只头匹羽棵株粒颗本册部卷份张幅枚块片栋幢间口眼节批组支队班轮类种款道起宗例桩单笔票趟回遍餐顿天岁倍番米吨克亩升桶箱袋瓶盒包捆斤字段村镇乡具尊盏株蓬层员则首曲集档度'

const compoundPattern = [...COMPOUND].sort((a, b) => b.length - a.length).map((u) => u.replace('/', '\\/')).join('|')

/** Matches a measure word; single characters that begin a longer word which is no measure are refused by lookahead. */
export const UNIT_PATTERN = `(?:${compoundPattern}|[${SINGLE}])`

/** Money. The factor is part of the numeral (4.4亿 + 元). */
export const CURRENCY_PATTERN = '(?:元人民币|元|美元|美金|港元|港币|欧元|日元|英镑|人民币|新台币|卢布|澳元|韩元)'

/** Spans of time, as far as they are no reported quantity. */
export const DURATION_PATTERN = '(?:个工作日|个多月|个月|个小时|小时|分钟|秒钟|周岁|年|天|周|日|载|学年)'

/** Measure words of events and papers: the ones for which a Chinese digit alone (召开四次会议) states a count. */
export const COUNTED = new Set(['次', '场', '场次', '期', '件', '篇', '份', '批', '批次', '人次', '条', '名', '家', '项', '户', '起', '部', '册', '本', '例', '座', '所'])

/** The unit as the gold data write it: 个百分点 is 百分点. */
export const canonicalUnit = (unit: string): string => (unit === '个百分点' ? '百分点' : unit === '张床位' ? '床位' : unit)
