/** Is this a Han character (rare ones beyond the basic plane included)? */
export const isHan = (c: string): boolean => /^\p{Script=Han}$/u.test(c)

/** How wide a line is set, in units of a Chinese character: full-width characters 1, half-width ones ½. */
export function lineWidth(text: string): number {
  let width = 0
  for (const c of text) width += c.charCodeAt(0) < 0x2000 && c !== '·' && c !== '×' ? 0.5 : 1
  return width
}
