import { lineWidth } from '../text/width.ts'

/** characters that must not begin a line of a title (GB/T 15834—2011, 5.1.5 for marks; particles by sense) */
const NOT_FIRST = /^[，。、；：！？”’）》】〉的地得了着过与和及]/u
/** characters that must not end one */
const NOT_LAST = /[（《“‘【〈第在向为对与和及]$/u

/**
 * Breaks a title into at most `lines` balanced lines of up to `width` characters (GB/T 9704—2012, 7.3.1: 分一行或多行居中排布；回行时词意完整，排列对称，
 * 长短适宜). Spaces that the writer put are kept as breaks where the title needs several lines. `width` in units of a Chinese character.
 */
export function titleLines(title: string, width: number, most = 3): string[] {
  const text = title.trim()
  if (lineWidth(text) <= width) return [text]
  const given = text.split(/\s+/u).flatMap((part) => balanced(part, width, most))
  return given.length <= most ? given : balanced(text, width, most)
}

/** A text in as few lines as it needs, at most `most`, of about the same length. */
function balanced(text: string, width: number, most: number): string[] {
  const count = Math.min(most, Math.ceil(lineWidth(text) / width))
  const out: string[] = []
  let rest = [...text]
  for (let left = count; left > 1; left--) {
    const target = Math.ceil(rest.length / left)
    const at = breakNear(rest, target, Math.min(width, rest.length - 1))
    out.push(rest.slice(0, at).join('').trim())
    rest = rest.slice(at)
  }
  out.push(rest.join('').trim())
  return out
}

/** The best place to break near `target`: behind a mark or a space, else between words as far as their endings tell. */
function breakNear(chars: readonly string[], target: number, limit: number): number {
  let best = Math.min(target, limit)
  let bestCost = Number.POSITIVE_INFINITY
  for (let i = Math.max(2, target - 6); i <= Math.min(limit, target + 6); i++) {
    const before = chars.slice(Math.max(0, i - 4), i).join('')
    const after = chars.slice(i, i + 4).join('')
    let cost = Math.abs(i - target)
    if (NOT_FIRST.test(after) || NOT_LAST.test(before)) cost += 50
    if (/[\d%]$/u.test(before) && /^[\d.%年月日届次]/u.test(after)) cost += 50
    if (/[A-Za-z]$/u.test(before) && /^[A-Za-z]/u.test(after)) cost += 50
    if (/[\s，、：；”》）]$/u.test(before)) cost -= 6
    else if (/^[\s“《（]/u.test(after)) cost -= 5
    // words that bodies' titles are made of end here
    else if (/(?:会议|委员会|报告|工作|精神|思想|建设|发展|规划|综述|全会|政府|政协|关于|落实|推进)$/u.test(before)) cost -= 4
    else if (/^(?:会议|委员|报告|综述|工作|情况|意见|关于|常务)/u.test(after) && !/(?:委员|常务)$/u.test(before)) cost -= 3
    else cost += 2
    if (cost < bestCost) {
      bestCost = cost
      best = i
    }
  }
  return best
}
