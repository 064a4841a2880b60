/** words of time that a clause begins with: the year that it speaks of */
const YEAR = /(?<![\d—\-–至比较与同于自从])((?:19|20)\d{2})年|(?<![比较与同于自从])(?:(去年|上年|上一年|前年)|(明年|来年|下一年|下一步|下步))/gu
/** 年度计划投资70亿元: what was to be done. Not 为年度计划的108.3%, which tells how far it was, nor 按照年度计划开展, 模拟 and “春风计划”. */
const TARGET = /(?:计划(?![生的”》内])|目标(?![的”》])|(?<![模虚比草])拟(?![定订])|预期|力争|任务[数量])(?:(?!完成|实现|超)[^，。；、：])*$|预计[^，。；、：]*$/u
const AS_PLANNED = /(?:按照?|根据|依照|对照|围绕|落实|完成|超额|列入|纳入)[^，。；、：]*(?:计划|目标)/u
/** back to this year */
const NOW = /今年|本年|全年|当年|目前|截至目前/u
const ENDS = /[。！？；]/u

/**
 * Does a figure speak of another year than `year`? The last word of time before it in its sentence says: 2020年，… 13场 does in a text on 2021,
 * 比2020年增加14件 does not (a comparison), nor does a year that is part of a span. `at` is where the figure begins. Answers no where `year`
 * is null and only a number says it.
 */
export function speaksOfAnotherYear(text: string, at: number, year: number | null): boolean {
  let from = at
  while (from > 0 && !ENDS.test(text.charAt(from - 1))) from--
  const before = text.slice(from, at)
  let answer = false
  for (const match of before.matchAll(YEAR)) {
    const named = match[1]
    answer = named === undefined || (year !== null && Number(named) !== year)
    if (answer && NOW.test(before.slice(match.index))) answer = false
  }
  return answer
}

/** Does the clause before a figure say that it is a target? `at` is where the figure begins. */
export function isTarget(text: string, at: number): boolean {
  let from = at
  while (from > 0 && !/[，。！？；、：,;]/u.test(text.charAt(from - 1))) from--
  const clause = text.slice(from, at)
  return TARGET.test(clause) && !AS_PLANNED.test(clause)
}
