import type { Approx } from '../model/inline.ts'
import type { Match } from './matcher.ts'

const BEFORE: readonly [RegExp, Approx][] = [
  [/(?:不足|不到|将近|接近|(?<![附最邻临靠远贴亲相走拉])近)$/u, 'under'],
  [/(?:突破|超过|超出|(?<![赶反高])超|逾|高于|不少于|不低于|至少|多于|大于)$/u, 'over'],
  [/(?:大约|(?<![节制预签条合公契相])约|大概|左右)$/u, 'about'],
]
const AFTER: readonly [RegExp, Approx][] = [
  [/^(?:以上|之多)/u, 'over'],
  [/^(?:以下|以内|之内)/u, 'under'],
  [/^(?:左右|上下)/u, 'about'],
]

/**
 * Widens a core figure by the words that say how near it is: 近300名 (under), 80%以上 (over), 5%左右 (about). 突破 and 接近 belong to the
 * surface, 达 and 达到 do not.
 */
export function withApproximation(text: string, match: Match): Match {
  if (match.kind !== 'quantity' && match.kind !== 'percent' && match.kind !== 'money') return match
  let { start, end, approx } = match
  const before = text.slice(Math.max(0, start - 4), start)
  for (const [pattern, kind] of BEFORE) {
    const found = pattern.exec(before)
    if (found) {
      start -= found[0].length
      approx = kind
      break
    }
  }
  // 两倍多, 八成多: behind these units 多 says more, as it does before others (20多名)
  if (text.charAt(end) === '多' && (match.unit === '倍' || match.unit === '%') && !/^多[样元边]/u.test(text.slice(end, end + 2))) {
    end++
    if (approx === 'exact') approx = 'over'
  }
  const after = text.slice(end, end + 2)
  for (const [pattern, kind] of AFTER) {
    const found = pattern.exec(after)
    if (found) {
      end += found[0].length
      approx = approx === 'exact' ? kind : approx
      break
    }
  }
  return { ...match, start, end, approx }
}
