import { partOf } from '../../part.ts'
import type { View } from '../../view.ts'
import type { FixedSlip } from './own.ts'

const DAY = '(?:年?底|年?末|[上下]半年|[一二三四]季度|\\d{1,2}月(?:底|末|初|[上中下]旬|\\d{1,2}日)?)?(?:以前|之前|前|内)?'
/** what is aimed at, done by then */
const REACHES = '，?(?:[^，。；、\\d]{0,14}?)(?:完成|建成|投入|投用|投产|竣工|通车|交付|实现|达到|达|启用|突破|形成|封顶|开业|运营|消除|清零|覆盖|创成|通过|力争|增加|提高|提升|控制在|降至|降到|基本|全面|全部)'
/** 力争到2024年底完成 */
const AIMS = new RegExp(`(?:力争|确保|争取|计划|预计|拟|务必|保证|努力)(?:在|到|于|至)?(?<!\\d)((?:19|20)\\d{2})年${DAY}${REACHES}`, 'gu')
/** 到2024年底，…达到: at the head of a clause */
const BY = new RegExp(`(?:^|[，。；：])(?:到|至)((?:19|20)\\d{2})年${DAY}${REACHES}`, 'gu')
/** 2023年底前立项的项目, 力争2023年的目标: not by then but of then */
const OF_THEN = /年[^，。；]{0,16}(?:的(?:项目|工程|任务|案件|问题|事项|企业|目标|地块|工作|水平|基础|规模)|[提确]出的|以来)|[较比]|相比|已|曾|当年|基数/u
const AHEAD = /下一步|下一年|明年|来年|今后|新的一年|接下来|下步/u

/** 一、2026年工作思路, 二、2026年重点任务: the year that a plan is of, by the headings above it */
const plannedYear = (path: readonly string[]): number | undefined => {
  const years = path.flatMap((heading) => (/[《“—–~～至]|五年/u.test(heading) ? [] : [...heading.matchAll(/(?<!\d)((?:19|20)\d{2})年/gu)].map(([, digits]) => Number(digits))))
  return years.length === 1 ? years[0] : undefined
}

/** the first nine months of a year: what a plan for the next one cannot still look forward to */
const EARLY = /^(?:19|20)\d{2}年(?:上半年|[一二三]季度|0?[1-9]月|年初)/u

/** 力争到2024年底完成…, where a report on 2025 says what it will do: the goal lies before the plan. `year` is that of the report. */
export function pastGoals({ text, at, endAt }: View, path: readonly string[], year: number | null): FixedSlip[] {
  if (year === null || !/(?:在|到|于|至|力争|确保|争取|计划|预计|拟|务必|保证|努力)20\d\d年/u.test(text)) return []
  const plan = partOf(path, year) === 'plan'
  const seen = new Set<number>()
  return [...text.matchAll(AIMS), ...(plan ? text.matchAll(BY) : [])].flatMap(({ index, 0: surface, 1: digits = '' }): FixedSlip[] => {
    const said = Number(digits)
    const start = index + surface.indexOf(digits)
    const of = plan && said === year ? plannedYear(path) : undefined
    if (of === year + 1 && !seen.has(start) && EARLY.test(text.slice(start)) && !OF_THEN.test(/^[^，。；]*/u.exec(text.slice(start))?.[0] ?? '') && !/已|曾/u.test(surface)) {
      seen.add(start)
      return [{ start: at(start), end: endAt(start + 4), message: `标题为${of}年的计划，目标期限为${said}年`, suggestion: String(of) }]
    }
    // in a plan told at the end of the year, what is still to be done in it may be told too
    if (said >= year || year - said > 6 || seen.has(start)) return []
    const lead = text.slice(Math.max(text.lastIndexOf('。', index), index - 100) + 1, index)
    const clause = /^[^，。；]*/u.exec(text.slice(start))?.[0] ?? ''
    if (!plan && !AHEAD.test(lead)) return []
    if (OF_THEN.test(clause) || /已|曾|仅|只有/u.test(surface) || /[较比与同超由从]$|原|曾|提出|要求|规定|明确|《[^》]*$|“[^”]*$/u.test(lead.slice(-16))) return []
    seen.add(start)
    return [{ start: at(start), end: endAt(start + 4), message: `所述为${year}年之后的计划，目标期限为${said}年` }]
  })
}
