import { rankedName, ranksIn, type Rank } from '../../ranks.ts'
import { squeezed } from '../../reading.ts'

/** 营商环境评价位列全市第2名，连续三年居全市前三: the field that the run is of, the place that it says was never missed, and this year's own place. */
export interface RankRun {
  name: string
  scope: string
  /** the worst place that the claim allows */
  least: number
  /** this year's place that the sentence tells before, where it is worse than that */
  missed: Rank | undefined
}

/** Reads what a run of years says of a rank. `start` and `end` are those of 连续三年, `from` that of its sentence. */
export function rankRun(text: string, from: number, { start, end }: { start: number; end: number }): RankRun | undefined {
  const behind = /^[^，。；]{0,24}/u.exec(text.slice(end))?.[0] ?? ''
  if (!/第|前|首位|榜首/u.test(behind)) return undefined
  const lead = squeezed(text.slice(from, start))
  const own = lead.split(/[，；]/u).at(-1) ?? ''
  // the run itself is one of the verbs
  const said = ranksIn(squeezed(text.slice(start, end) + behind)).at(0)
  if (!said || said.name !== '' || (!said.top && said.place !== 1)) return undefined
  const name = rankedName(own.replace(/(?:已|再次|继续|均|也|实现|保持)+$/u, ''))
  if (name.length >= 4) return { name, scope: said.scope, least: said.place, missed: undefined }
  if (name.length > 0) return undefined
  const [before] = ranksIn(lead).slice(-1)
  // 位列全市第2名，连续三年居全市前三: nothing stands between them
  if (!before || !/^(?:位|名)?[，、]?(?:已|再次|继续|实现|保持)*$/u.test(lead.slice(before.end)) || (before.scope !== said.scope && said.scope !== '')) return undefined
  return { name: before.name, scope: before.scope, least: said.place, missed: !before.top && before.place > said.place ? before : undefined }
}
