import { meet, sumSpan } from '../span.ts'
import { isDelta, isLevel, sameMeasure, type Sentence, type Term } from './sentence.ts'
import type { Sum } from './sums.ts'

const ALL = /(?:^|[，、；])(?:两项|两类|以上|三项|三类|全[县市区年镇院校])?(?:共计|合计|总计|总共|合共|共)$/u

/** 城市1126户1873人，农村6254户10938人，合计7380户12811人: totals of things that are counted in two units at once, column by column. */
export function wrongColumns({ terms }: Sentence): Sum[] {
  if (terms.length < 6 || !terms.some(({ before }) => before === '') || !terms.some(({ before }) => ALL.test(before))) return []
  const rows: Term[][] = []
  for (const term of terms) {
    const last = rows.at(-1)
    if (last && term.before === '') last.push(term)
    else rows.push([term])
  }
  return rows.flatMap((totals, k): Sum[] => {
    const [head] = totals
    if (totals.length < 2 || !head || !ALL.test(head.before) || !totals.every(isLevel)) return []
    const above: Term[][] = []
    for (let i = k - 1; i >= 0; i--) {
      const row = rows[i] ?? []
      const label = row[0]?.before ?? ''
      if (row.length !== totals.length || !row.every((t, at) => isLevel(t) && sameMeasure(t, totals[at] ?? t) && t.depth === head.depth) || (row[0] && isDelta(row[0]))) break
      above.unshift(row)
      // what stands ahead of 其中 or of 共 is no part
      if (/其中|：|总(?!工会)|共(?!同|青|享|产|建)/u.test(label)) return []
      if (/[；。]/u.test(label) || !/^[，、和及与]/u.test(label)) break
    }
    if (above.length < 2) return []
    return totals.flatMap((total, at): Sum[] => {
      const parts = above.flatMap((row) => row[at] ?? [])
      for (let from = 0; from + 2 <= parts.length; from++) if (meet(sumSpan(parts.slice(from).map(({ span }) => span)), total.span)) return []
      return total.figure.value > Math.max(...parts.map(({ figure }) => figure.value)) ? [{ total, parts }] : []
    })
  })
}
