import { isOneSlip, oneSlipAway } from '../number-slip.ts'
import { isDelta, isLevel, labelOf, sameMeasure, type Sentence, type Term } from './sentence.ts'
import type { Sum } from './sums.ts'

const TOTAL = /(?:总数|总量|总额|总计)(?:量|数)?(?:为|达到?|共|有)*$/u
/** what was done with them is counted otherwise */
const DONE = /覆盖|创建|达标|新增|培育|带动|辐射|参与|开展|完成/u
/** farther off, the total is of more than the list */
const NEAR = 0.3
const FEWEST = 3

/**
 * 金牌24枚、银牌19枚、铜牌31枚，奖牌总数74枚; 一星级22家，…，四星级5家，星级农家书屋71家: a total right behind its list that has no word such as 共, but is called as all
 * parts end.
 */
export function wrongNamedTotals({ terms }: Sentence): Sum[] {
  if (terms.length <= FEWEST) return []
  return terms.flatMap((total): Sum[] => {
    if (total.at < FEWEST || !isExact(total) || !/^[^，；。：]{0,4}[，；]/u.test(total.before)) return []
    const parts: Term[] = []
    for (let t = terms[total.at - 1]; t && isExact(t) && sameMeasure(t, total) && t.depth === total.depth; t = terms[t.at - 1]) {
      parts.unshift(t)
      if (!/^[、，和及与]/u.test(t.before)) break
    }
    const [first] = parts
    if (!first || parts.length < FEWEST || /其中|共|计|：/u.test(first.before)) return []
    const labels = parts.map(labelOf)
    const ending = sharedEnding(labels)
    const name = labelOf(total)
    const stem = name.replace(TOTAL, '')
    if (ending === '' || new Set(labels).size < labels.length) return []
    const stated = stem !== name && stem.length <= 4 && stem.endsWith(ending.slice(-1))
    const called = ending.length >= 2 && !DONE.test(name) && name.startsWith(ending) && name.length <= ending.length + 6
    const sum = parts.reduce((all, { figure }) => all + figure.value, 0)
    const whole = total.figure.value
    if ((!stated && !called) || sum === whole || Math.abs(sum - whole) > NEAR * sum || whole <= Math.max(...parts.map(({ figure }) => figure.value))) return []
    return stated || oneSlipAway(parts.map(({ figure }) => figure.value), whole, 0, isOneSlip) ? [{ total, parts }] : []
  })
}

/** Counted one by one, and told exactly. */
const isExact = (t: Term): boolean => isLevel(t) && !isDelta(t) && t.figure.approx === 'exact' && t.span.low === t.span.high

/** What all labels end in (一星级, 二星级: 星级). */
function sharedEnding([first = '', ...others]: readonly string[]): string {
  let n = 0
  while (n < first.length && others.every((label) => label.length > n && label.at(-1 - n) === first.at(-1 - n))) n++
  return n === 0 ? '' : first.slice(-n)
}
