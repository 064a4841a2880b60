const segmenter = typeof Intl.Segmenter === 'function' ? new Intl.Segmenter('zh', { granularity: 'word' }) : undefined

/** A text as words by the dictionary of the engine (Unicode, UAX 29, with ICU's Chinese words), characters where it has none; joined they are the text. */
export const segmentsOf = (text: string): string[] => (segmenter ? Array.from(segmenter.segment(text), ({ segment }) => segment) : [...text])
