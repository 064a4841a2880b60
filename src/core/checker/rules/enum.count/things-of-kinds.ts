import type { Announced } from './announced.ts'
import type { Item } from './items.ts'

/** 机关、学校、企业4类台账, 资金、项目、作风4类问题: what is kept for those, or found with them */
const OF_THESE = /^(?:以上|以下|标准|区|地区|地块|点位|功能区|\p{Script=Han}{0,4}?(?:台账|清单|档案|目录|指标|标准|政策|制度|措施|方案|垃圾|模板|责任|问题|情形|行为|隐患|案件|矛盾|线索|风险|意见|建议|文书|报表|表格|信息|数据|计划|规划|任务|工作))/u

/**
 * Counts in Arabic figures, or with a measure word of their own, that take up the names right before them: 足球场5类设施, 物理5门学科, 滨河路5条道路, 信息科5个内设机构. As few as three items, a number that is off
 * by one, and items of one build, since 道路、管网12个项目 counts the projects.
 */
export function countsThings({ measure, noun, count, arabic }: Announced, items: readonly Item[]): boolean {
  const words = items.map(({ text }) => text)
  const more = words.slice(1)
  const last = words.at(-1) ?? ''
  if (items.length < 3 || Math.abs(items.length - count) !== 1 || more.some((word) => word === '' || /[\d的]/u.test(word))) return false
  const longest = Math.max(...more.slice(0, -1).map((word) => word.length))
  // 农业、工业、服务业发展4类政策: the last is more than an item
  const even = last.length <= longest + 2 && !/(?:方面|领域|行业|系统|部门|地区|环节|层面|阶段|范围|过程|方式)$/u.test(last)
  if (measure === '类' && arabic) return even && longest >= 2 && /^\p{Script=Han}/u.test(noun) && !OF_THESE.test(noun)
  if (measure === '门') return even && /^(?:学科(?!组|带头|竞赛|评)|科目|课|功课|学问|专业(?!组|委|队|技))/u.test(noun)
  if (measure === '条') return /^(?:道路|路段|街道|主干道|街巷|线路|公路|大街|路|街)/u.test(noun) && more.every((word) => /[路街道巷线]$/u.test(word) && word.length <= 5) && /[路街道巷线]$/u.test(words[0] ?? '')
  if (measure === '个' && /^(?:内设机构|职能科室|科室|股室|处室)/u.test(noun)) return more.every((word) => /[科室股办处部]$/u.test(word) && word.length <= 8) && /[科室股办处部]$/u.test(words[0] ?? '')
  if (measure === '个') return even && /^(?:传统节日|重要节日|重大节日|节日|节假日|时间节点|节点|学科(?!组|带头|竞赛|评)|科目|专业(?!组|委|队|技)|工种|语种|民族|少数民族)/u.test(noun) && longest <= 8
  return /^[所家]$/u.test(measure) && /^(?:高校|院校|大学|中学|小学|学校|医院|医疗机构)/u.test(noun) && words.every((word) => /(?:大学|学院|学校|中学|小学|幼儿园|医院|卫生院)$/u.test(word)) && more.every((word) => word.length >= 4)
}
