import type { PlainParagraph } from '../model/plain-text.ts'

/**
 * Of which time a figure speaks. A target is not a result and five years are not one, however alike the words are; so these never pair.
 */
export interface Frame {
  /** a target or plan for the time to come */
  plan: boolean
  /** `year`: one year, or a level at its end; `years`: added up over several; `average`: of one year among several (年均) */
  span: 'year' | 'years' | 'average'
}

const PLAN_HEADING = /(?:任务|意见|安排|目标|计划|打算|部署|要求|建议|思路|重点|展望|政策取向|谋划)$/u
const PLAN_ANYWHERE = /(?:今年|明年|来年|新一年|下一步|下一年|下一阶段|今后).{0,14}(?:工作|任务|发展|目标)|对.{0,6}年.{0,6}工作的?建议|总体要求|(?:^|[、和与及])(?:今后|下步|下一步|主要|我们)?的?努力方向$/u
const REVIEW_HEADING = /(?:回顾|总结|成效|综述|情况|成绩|成就|亮点)/u

const NUMBER = '(?:[两二三四五六七八九十]|十[一二三四五]|[2-9]|1\\d)'
/** 五年来, 过去五年, “十三五”时期: of all that follows in the paragraph, until it speaks of one year */
const YEARS = new RegExp(`(?:过去|这)${NUMBER}个?年(?!级|初)|${NUMBER}年[来间]|“?十[一二三四五六]五”?(?:时期|期间|以来)|(?:本届|届内|任期)(?:以来|内|期间)`, 'u')
/** 近五年累计, 五年改造: of this sentence only */
const YEARS_HERE = new RegExp(`近${NUMBER}年(?!级|初)|(?<!第|连续|满|同比)${NUMBER}年(?:累计|共|增加|增长|改造|新增|建成|新建)`, 'u')
/** back to the one year: 去年, 2022年，, 一年来 */
const ONE = /去年|上年(?!末)|(?:19|20)\d{2}年(?!来|以来|末|底|初|至|到|[—\-–])|一年来|(?:过去|这)一年|今年以来|全年/u
const AVERAGE = /年均(?!浓度|气温|降水|降雨|值|水平)|每年平均|平均每年/u
/** a level that was reached, whatever time it took */
const LEVEL = /(?:增加|增长|提高|上升|扩大|增|升|上升|拓展|下降|降低|减少|降|压缩)(?:到|至)了?约?$|(?:达到?|突破|超过|跃上|迈上|站上|位居|保持在|现有|拥有|共有)了?约?$/u
const CONTINUED = /^(?:——|—|●|■|◆|[一二三四五六七八九十]+是|[（(]?\d+[)）.．])/u
const PLAN_SENTENCE = /预期目标|主要目标|目标是|拟(?=安排|按|开展|新|发|实施|组织|建|推|新增)|(?:^|[，。；])(?:力争|计划|争取|确保)[^，。；]*$/u
/** how far back a sentence is read, in UTF-16 units */
const REACH = 400
const COMPARED = /超过|完成|实现|好于|高于|提前|达到了?$/u

const [ALL_YEARS, ALL_HERE, ALL_ONE] = [YEARS, YEARS_HERE, ONE].map(({ source }) => new RegExp(source, 'gu')) as [RegExp, RegExp, RegExp]

/** The frames of a paragraph: of the figure that begins at an offset, and what of the paragraphs before it they depend on. */
export interface ParagraphFrames {
  key: string
  at: (start: number) => Frame
}

/** The frame of each figure of a report: call it paragraph by paragraph, in reading order. */
export function frameReader(year: number | null): (paragraph: Pick<PlainParagraph, 'path' | 'text' | 'role'>) => ParagraphFrames {
  let section = ''
  let running = false
  return ({ path, text, role }) => {
    const here = path.join('\n')
    if (here !== section) {
      section = here
      running = path.some((line) => /[五三四]年/u.test(line) && !/一年|(?:19|20)\d{2}年/u.test(line))
    }
    const planned = isPlanSection(path, year)
    const opening = text.slice(0, 48)
    // 五年来，…： the list that follows is of five years too; another paragraph speaks for itself
    if (!CONTINUED.test(text)) running = running && role === 'heading' ? running : YEARS.test(opening) || (YEARS.test(text) && text.endsWith('：')) || (running && !ONE.test(opening) && path.some((line) => /[五三四]年/u.test(line)))
    const inherited = running
    let times: Times | undefined
    const timesHere = (): Times => (times ??= { years: placesOf(text, ALL_YEARS), here: placesOf(text, ALL_HERE), one: placesOf(text, ALL_ONE) })
    const at = (start: number): Frame => {
      const from = Math.max(0, start - REACH)
      const before = text.slice(from, start)
      const clause = before.slice(Math.max(...['，', '。', '；', '：', ','].map((c) => before.lastIndexOf(c))) + 1)
      const sentence = before.slice(Math.max(before.lastIndexOf('。'), before.lastIndexOf('！')) + 1)
      const plan = planned || (PLAN_SENTENCE.test(sentence) && !COMPARED.test(sentence.slice(0, Math.max(0, sentence.search(/目标/u)))))
      if (AVERAGE.test(clause)) return { plan, span: 'average' }
      const level = LEVEL.test(clause) && !/累计|新增|新建/u.test(clause)
      return { plan, span: spanOf(start, start - sentence.length, timesHere(), inherited) && !level ? 'years' : 'year' }
    }
    return { key: `${planned ? 'p' : ''}${inherited ? 'y' : ''}`, at }
  }
}

/** Does the nearest word of time before a place speak of several years? `from` is where its sentence begins. */
function spanOf(at: number, from: number, { years, here, one }: Times, inherited: boolean): boolean {
  const several = Math.max(lastBefore(years, 0, at), lastBefore(here, from, at))
  const single = lastBefore(one, 0, at)
  if (several < 0 && single < 0) return inherited
  // 全年 and 去年 behind 五年来 turn back to the one year
  return several > single
}

/** Where a paragraph speaks of times. */
interface Times {
  years: readonly Place[]
  here: readonly Place[]
  one: readonly Place[]
}
interface Place {
  start: number
  end: number
}

/** every word of time has one of these, and most paragraphs have none */
const OF_TIME = /[年五届]|任期/u
const placesOf = (text: string, pattern: RegExp): Place[] => (OF_TIME.test(text) ? placesIn(text, pattern) : [])
const placesIn = (text: string, pattern: RegExp): Place[] => Array.from(text.matchAll(pattern), (m) => ({ start: m.index, end: m.index + m[0].length }))

/** The start of the last place within a stretch of text, or -1. */
function lastBefore(places: readonly Place[], from: number, to: number): number {
  let low = 0
  let high = places.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle]?.end ?? 0) <= to) low = middle + 1
    else high = middle
  }
  const last = places[low - 1]
  return last && last.start >= from ? last.start : -1
}

/** 二、2021年工作意见, 三、2025年重点工作 in a report on 2024; a heading that merely ends in 部署 or 建议 speaks of what was done. */
export const isPlanSection = (path: readonly string[], year: number | null): boolean =>
  path.some((line, depth) => {
    if (REVIEW_HEADING.test(line)) return false
    const named = Number(/(?:19|20)\d{2}(?=年)/u.exec(line)?.[0])
    if (PLAN_ANYWHERE.test(line) || (year !== null && named === year + 1)) return true
    return depth === 0 && PLAN_HEADING.test(line) && /年|下一|下步|今后|未来|工作|任务|目标/u.test(line) && !/落实|完成|执行|围绕|服务|聚焦|提案|代表建议|委员建议/u.test(line)
  })
