/** 10:32, or 11月20日 10:32 on another day. */
export function clock(iso: string): string {
  const date = new Date(iso)
  const time = `${String(date.getHours()).padStart(2, '0')}:${String(date.getMinutes()).padStart(2, '0')}`
  if (date.toDateString() === new Date().toDateString()) return time
  const day = `${date.getMonth() + 1}月${date.getDate()}日`
  return `${date.getFullYear() === new Date().getFullYear() ? '' : `${date.getFullYear()}年`}${day} ${time}`
}

/** 12,345 */
export const count = (n: number): string => n.toLocaleString('zh-CN')

/** A value in plain units as an editor reads it: 440000000 → 4.4亿. */
export function readable(value: number): string {
  const sign = value < 0 ? '−' : ''
  const size = Math.abs(value)
  const short = (n: number): string => String(Number(n.toPrecision(10)))
  if (size >= 1e12) return `${sign}${short(size / 1e12)}万亿`
  if (size >= 1e8) return `${sign}${short(size / 1e8)}亿`
  if (size >= 1e4) return `${sign}${short(size / 1e4)}万`
  return sign + short(size)
}
