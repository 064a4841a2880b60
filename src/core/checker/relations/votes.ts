import { isLevel, labelOf, type Sentence, type Term } from './sentence.ts'
import type { Sum } from './sums.ts'

/** the answers that a vote leaves, each of which has another share of the ballots */
const ANSWERS: readonly (readonly RegExp[])[] = [
  [/赞成|同意/u, /反对|不同意|不赞成/u, /弃权/u],
  [/(?:非常)?满意/u, /基本满意|较满意|比较满意/u, /不满意/u],
  [/优秀/u, /称职|合格/u, /基本(?:称职|合格)/u, /不(?:称职|合格)/u],
  [/好(?!评)/u, /较好/u, /一般/u, /差/u],
]
const CAST = '票张名人位份'
const VALID = /有效(?:选票|票|表决票|测评票|问卷|票数)?(?:共|为|有)*$/u
const ALL_VALID = /均为有效|全部(?:为)?有效|均有效|无废票|没有(?:废票|无效)/u
const RETURNED = /(?:收回|回收)[^，；。：、\d]{0,10}$/u
const PRESENT = /(?:实到|出席|到会|实际参加|参加表决|参会|参加投票)[^，；。：、\d]{0,12}$/u
const INVALID = /无效|废票|未(?:按|投|参加表决)|缺席|回避/u
/** 其中, 表决结果为, 张某得 */
const LEAD = /^.{0,12}?(?:其中|结果[为是]?|[得获投]|表示|评价为|评为|为)/u
const BACK = 2

/** 收回42张，均为有效票，其中赞成40票、反对1票、弃权2票: answers that come to more than the ballots or those present, or to less than the valid ballots. */
export function wrongVotes(sentence: Sentence): Sum[] {
  const { text, start, end, terms } = sentence
  const said = text.slice(start, end)
  if (terms.length < 2 || !/弃权|反对|不同意|不满意|不称职|不合格|较好/u.test(said)) return []
  for (const first of terms) {
    for (const answers of ANSWERS) {
      const votes = votesFrom(first, terms, answers)
      if (votes.length < 2 || !votes.some((t) => answers.slice(1).some((answer) => answer.test(wordOf(t, votes))))) continue
      const sum = votes.reduce((all, { figure }) => all + figure.value, 0)
      const sources = sourcesOf(sentence, first)
      const valid = sources.find((t) => VALID.test(t.before)) ?? (ALL_VALID.test(said.slice(0, first.figure.start - start)) ? sources.find((t) => RETURNED.test(t.before)) : undefined)
      const total = valid ?? sources.find((t) => RETURNED.test(t.before)) ?? sources.find((t) => PRESENT.test(t.before))
      if (!total) return []
      if (sum > total.figure.value) return [{ total, parts: votes }]
      return sum < total.figure.value && total === valid && votes.length === answers.length && !INVALID.test(said.slice(votes[0] ? votes[0].figure.start - start : 0)) ? [{ total, parts: votes }] : []
    }
  }
  return []
}

/** 赞成40票 or 40票赞成: the word of an answer, before the number or behind it, the same for all. */
const wordOf = (t: Term, [first]: readonly Term[]): string => (first && /^[^，；。：、\d]{0,2}(?:赞成|同意|满意|优秀)/u.test(first.after) ? (/^[^，；。：、\d]*/u.exec(t.after)?.[0] ?? '') : labelOf(t).replace(LEAD, ''))

/** Numbers right behind each other, of which each has another of the answers. */
function votesFrom(first: Term, terms: readonly Term[], answers: readonly RegExp[]): readonly Term[] {
  const out: Term[] = []
  const used = new Set<number>()
  for (let t: Term | undefined = first; t && isVote(t) && t.depth === first.depth; t = terms[t.at + 1]) {
    const word = wordOf(t, [first])
    const which = answers.findLastIndex((answer) => word.search(answer) === 0)
    if (which < 0 || used.has(which) || (out.length > 0 && !/^[^，；。：、]{0,4}[，、；][^，；。：、]{0,10}$/u.test(t.before)) || word.length > 12) break
    used.add(which)
    out.push(t)
  }
  return out
}

const isVote = (t: Term): boolean => isLevel(t) && CAST.includes(t.figure.unit) && t.figure.unit.length === 1 && t.figure.approx === 'exact'

/** The ballots and persons that are told before the votes, nearest first. */
function sourcesOf({ terms, previous }: Sentence, first: Term): readonly Term[] {
  const out = terms.slice(0, first.at).filter(isVote).reverse()
  let own = previous
  for (let back = 0; own && back < BACK; back++, own = own.previous) out.push(...own.terms.filter(isVote).reverse())
  return out
}
