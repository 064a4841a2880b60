import type { Match } from './matcher.ts'

/**
 * Coordinated values share the unit of the last one: 分别为12、15和18个; 分别下降12.7个、12个百分点. Hands that unit back to the ones before
 * it, which alone look like bare numbers or have the measure word 个.
 */
export function shareUnits(text: string, matches: readonly Match[]): Match[] {
  const out = [...matches]
  for (let k = out.length - 2; k >= 0; k--) {
    const left = out[k]
    const right = out[k + 1]
    if (!left || !right || left.value === null) continue
    const between = text.slice(left.end, right.start)
    if (!/^(?:、|和|与|及|,|，|至|或)$/u.test(between)) continue
    const core = right.kind === 'quantity' || right.kind === 'percent' || right.kind === 'money'
    if (!core) continue
    const bare = (left.kind === 'label' || left.kind === 'quantity') && left.unit === '' && /^[\d.,]+$/u.test(text.slice(left.start, left.end)) && between !== '，' && between !== ','
    const counted = left.kind === 'quantity' && left.unit === '个' && right.unit === '百分点'
    if ((bare && !/[“‘]$/u.test(text.slice(left.start - 1, left.start))) || counted) out[k] = { ...left, kind: right.kind, unit: right.unit }
  }
  return out
}
