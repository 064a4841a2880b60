import type { Rule } from '#core/checker/rule.ts'

/** The kinds under which the settings list rules, by the first part of a rule's id. */
const KINDS: readonly { title: string; of: readonly string[] }[] = [
  { title: '数据与计算', of: ['slot', 'figure', 'arith', 'percent', 'enum'] },
  { title: '与往年比较', of: ['compare', 'claim'] },
  { title: '年份、日期与届次', of: ['year', 'date', 'session', 'anniversary'] },
  { title: '结构与文字', of: ['outline', 'text', 'term', 'name'] },
  { title: '标点与数字写法', of: ['punct', 'quote', 'number'] },
]

/** What each rule finds, in a few words. */
const FINDS: Readonly<Record<string, string>> = {
  'slot.open': '没有填写的数据，已填而未核实或存疑的数据',
  'figure.contradiction': '同一指标在文中前后数值不同',
  'arith.share': '“占……%”与部分、总数算出的结果不符',
  'arith.sum': '各部分相加与所述总数不符',
  'arith.part-whole': '部分大于总数，如“收到168件，立案186件”',
  'arith.growth': '增长、下降的幅度与两个数值算出的结果不符',
  'arith.respectively': '“分别”前后的项目数与数值个数不等',
  'enum.count': '所说的个数与列举的项数不符，如“三个角度”后列了四个',
  'compare.unchanged': '与去年完全相同的数值，可能忘了更新',
  'compare.outlier': '与去年相比变化过大，可能差了数量级或单位',
  'compare.missing': '去年报告有而今年没有提到的指标',
  'claim.record': '“历史新高”“首次”“突破”与历年数据不符',
  'claim.trend': '“连续N年”与历年数据不符',
  'year.stale': '从往年报告沿用、没有更新的年份',
  'date.invalid': '不存在的日期，与日期不符的星期',
  'session.ordinal': '届次前后不一，或与年份不符',
  'anniversary': '周年数与事件年份不符',
  'percent.range': '超过100%或小于0的占比、比率',
  'outline.numbering': '标题编号跳号、重号或样式不一',
  'text.duplicate': '同一段文字出现两次',
  'text.repeat': '重复的字词，如“的的”“工作工作”',
  'text.incomplete': '没有写完的句子，混入正文的报纸转版提示',
  'term.variant': '同一名称写法不一，固定提法引用有误，以及词表中的错误写法',
  'punct.half-width': '中文之间的半角标点',
  'punct.repeated': '重复或冲突的标点，如“，，”“。，”',
  'punct.ellipsis': '省略号、破折号写法不规范或混用',
  'punct.title-mark': '法律、文件等名称漏用书名号',
  'punct.inner-title-mark': '书名号内再用书名号时的写法',
  'quote.unbalanced': '引号、括号、书名号不成对或嵌套有误',
  'number.style': '数字写法不统一，如“二〇二四”与“2024”混用',
}

/** What a rule finds; empty where its title says it all. */
export const findsOf = (id: string): string => FINDS[id] ?? ''

/** The rules by kind, in the order of the list. */
export function rulesByKind(rules: readonly Rule[]): { title: string; rules: Rule[] }[] {
  const known = new Set(KINDS.flatMap(({ of }) => of))
  const group = ({ id }: Rule): string => id.split('.')[0] ?? id
  return [...KINDS.map(({ title, of }) => ({ title, rules: rules.filter((rule) => of.includes(group(rule))) })), { title: '其他', rules: rules.filter((rule) => !known.has(group(rule))) }].filter((kind) => kind.rules.length > 0)
}
