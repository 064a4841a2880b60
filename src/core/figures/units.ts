/**
 * Measure words and units that stand behind a numeral of a reported figure. Longer ones first where one begins another. Sources:
 * GB 3100—1993 (units), 现代汉语八百词, appendix on measure words, and use in published reports.
 */
const COMPOUND = [
  '个百分点', '百分点', '个基点', '个方面', '个工作日', '个月', '个小时', '个学时', '个标准箱', '个床位', '个泊位', '个车位', '个学位',
  '人次', '人天', '人日', '场次', '批次', '件次', '户次', '车次', '班次', '架次', '辆次', '篇次', '家次', '项次', '户数', '例次', '艘次', '床次', '课次', '站次', '台次', '条次', '个次', '列次', '趟次', '起次', '处次', '册次', '航次',
  '标箱', '标准箱', '人份', '剂次', '床位', '张床位', '台套', '台件', '件套', '吨公里', '人公里', '公里线', '车公里', '车道公里',
  '平方公里', '平方千米', '平方厘米', '平方米', '平米', '立方米', '立方', '公里', '千米', '厘米', '毫米', '微米', '纳米', '海里', '公顷', '公斤', '千克', '毫克', '微克', '吨标准煤', '吨标煤', '千瓦时', '千瓦', '兆瓦时', '兆瓦', '吉瓦', '千伏安', '千伏', '兆帕', '公升', '毫升', '公分', '市斤', '英里', '英尺', '英寸', '平方英尺', '摄氏度', '分贝', '千赫', '兆赫', '赫兹',
  '课时', '学时', '小时', '分钟', '兆字节', '千字节', '字节', '人口',
] as const
const LATIN = ['km²', 'm²', 'm³', 'km', 'kg', 'cm', 'CM', 'mm', 'GWh', 'MWh', 'kWh', 'TWh', 'GW', 'MW', 'kW', 'KW', 'kV', 'EFLOPS', 'PFLOPS', 'FLOPS', 'EB', 'PB', 'TB', 'GB', 'MB', 'Gbps', 'Mbps', 'TEU', '℃', '°C', '㎡', '㎞', 'dB'] as const
const SINGLE =
  '人名位个件条项篇期次场家户所处座台套辆艘架列只头匹羽尾棵株粒颗本册部卷份张幅枚块片栋幢间口眼节批组支队班轮类种款道起宗例桩单笔票趟回遍餐顿天岁倍番米吨克亩升桶箱袋瓶盒包捆斤字段村镇乡具尊盏蓬层员则首曲集档度孔筐排根床辑站词股'

const escape = (u: string): string => u.replace(/[/.]/gu, '\\$&')
const alternatives = (units: readonly string[]): string => [...units].sort((a, b) => b.length - a.length).map(escape).join('|')
const ONE_UNIT = `(?:${alternatives(COMPOUND)}|(?:${alternatives(LATIN)})(?![A-Za-z])|(?!家庭|条件|项目|户籍)[${SINGLE}])`

/** Matches a measure word (近千万家庭 has none), or one unit by another (微克/立方米, 元/吨 is money). */
export const UNIT_PATTERN = `(?:${ONE_UNIT}(?:\\/(?:${ONE_UNIT}|年|月|日|秒|时|分))?)`

/** Money. The factor is part of the numeral (4.4亿 + 元). */
export const CURRENCY_PATTERN =
  '(?:元人民币|元(?![素旦宵首件老帅勋宇])|美元|美圆|美金|港元|港币|澳门元|欧元|日元|日圆|英镑|人民币|新台币|台币|卢布|澳元|加元|韩元|新加坡元|新元|瑞士法郎|法郎|泰铢|卢比|林吉特|比索|奈拉|兰特|里亚尔|迪拉姆|坚戈|越南盾)'

/** Spans of time, as far as they are no reported quantity. */
export const DURATION_PATTERN = '(?:个工作日|工作日|个多月|个月|个多小时|个小时|小时|分钟|秒钟|秒|周岁|年|天|周|日|载|学年|个季度|个年头|个学期)'

/** Measure words of events and papers: the ones for which a Chinese digit alone (召开四次会议) states a count. */
export const COUNTED = new Set(['次', '场', '场次', '期', '件', '篇', '份', '批', '批次', '人次', '条', '名', '家', '项', '户', '起', '部', '册', '本', '例', '座', '所'])

/** Of these, the ones that count persons, papers and bodies wherever they stand: no set is announced with them. */
export const COUNTED_ANYWHERE = new Set(['件', '篇', '份', '名', '家', '人次', '场次', '批次'])

/** Units of measurement, for which any Chinese numeral states a quantity (三吨, 五公里). */
export const MEASURED = new Set(['吨', '公斤', '公里', '千米', '千克', '平方公里', '平方米', '立方米', '公顷', '亩', '岁', '海里', '千瓦', '千瓦时', '厘米', '毫米', '微克', '毫克', '公分', '字节', '千字节', '兆字节'])

/** The unit as the gold data write it: 个百分点 is 百分点. */
export const canonicalUnit = (unit: string): string => (/^[个個]?百分[点點]$/u.test(unit) ? '百分点' : unit === '张床位' || unit === '个床位' ? '床位' : unit === '美圆' ? '美元' : unit)

/** All measure words, for whoever asks which there are. */
export const MEASURES: readonly string[] = [...COMPOUND, ...SINGLE].filter((unit) => !new RegExp(`^(?:${DURATION_PATTERN}|个百分点|百分点|个基点)$`, 'u').test(unit))
