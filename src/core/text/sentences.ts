const CLOSERS = '”’」』）)》】〉"'
const SENTENCE_END = new RegExp(`[。！？][${CLOSERS}]*`, 'gu')

/** Does this line end a sentence: 。！？… or such a mark before closing quotes and brackets? */
export function endsSentence(text: string): boolean {
  let i = text.length - 1
  while (i >= 0 && (CLOSERS.includes(text.charAt(i)) || /\s/u.test(text.charAt(i)))) i--
  return i >= 0 && '。！？!?…⋯'.includes(text.charAt(i))
}

/** Length of the first sentence in UTF-16 units, its mark and closing quotes included; the whole text where no sentence ends. */
export function firstSentenceLength(text: string): number {
  let depth = 0
  for (let i = 0; i < text.length; i++) {
    const c = text.charAt(i)
    if ('“《（(「『'.includes(c)) depth++
    else if ('”》）)」』'.includes(c)) depth = Math.max(0, depth - 1)
    else if (depth === 0 && '。！？'.includes(c)) {
      let end = i + 1
      while (end < text.length && CLOSERS.includes(text.charAt(end))) end++
      return end
    }
  }
  return text.length
}

/** Half-open ranges of the sentences of a paragraph; they cover it without gaps. */
export function sentenceRanges(text: string): { start: number; end: number }[] {
  const out: { start: number; end: number }[] = []
  let start = 0
  for (const match of text.matchAll(SENTENCE_END)) {
    const end = match.index + match[0].length
    out.push({ start, end })
    start = end
  }
  if (start < text.length) out.push({ start, end: text.length })
  return out
}
