/** A straight quotation mark in Chinese text, and the curved one that should stand there. */
export interface StraightQuote {
  at: number
  right: string
}

const HAN = /\p{Script=Han}/u

/**
 * Pairs of straight double quotation marks (") around Chinese words; single ones around a short Chinese word ('枫桥'). Inches (5") and
 * seconds of arc, and marks around Latin words, are left alone.
 */
export function straightQuotes(text: string): StraightQuote[] {
  const out: StraightQuote[] = []
  for (const mark of ['"', "'"]) {
    if (!text.includes(mark)) continue
    let open = -1
    for (let i = 0; i < text.length; i++) {
      if (text.charAt(i) !== mark || (open < 0 && /[\dA-Za-z]/u.test(text.charAt(i - 1)))) continue
      if (open < 0) {
        open = i
        continue
      }
      const inner = text.slice(open + 1, i)
      if (HAN.test(inner) && (mark === '"' || (inner.length <= 20 && !/[，。；]/u.test(inner)))) {
        out.push({ at: open, right: mark === '"' ? '“' : '‘' }, { at: i, right: mark === '"' ? '”' : '’' })
      }
      open = -1
    }
  }
  return out.sort((a, b) => a.at - b.at)
}
