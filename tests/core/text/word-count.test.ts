import fc from 'fast-check'
import { expect, it } from 'vitest'
import { wordCount } from '#core/text/word-count.ts'

it.each<[string, number]>([
  ['', 0],
  ['　 \n\t', 0],
  ['政协工作', 4],
  // marks of Chinese count, as in Word
  ['收到提案，立案。', 8],
  ['“好声音”——铿锵', 9],
  // a number is one, with point, grouping and per cent sign
  ['收到提案168件', 6],
  ['立案率98.5%，办复1,234件', 9],
  ['2024年', 2],
  // half-width marks cling to the word before them
  ['Hello, world!', 2],
  ['University of Oxford', 3],
  ['PM2.5均值下降', 5],
  // a half-width mark alone between Chinese characters is a word of its own
  ['中心,大局', 5],
  ['中心 , 大局', 5],
  // rare characters are one, though they are two UTF-16 units
  ['镕喆堃𠮷', 4],
  ['25℃', 2],
  ['한국 단어', 2],
])('%j has %i', (text, count) => {
  expect(wordCount(text)).toBe(count)
})

it('adds up over paragraphs, and white space at their ends is nothing', () => {
  fc.assert(fc.property(fc.array(fc.string({ unit: 'grapheme' })), (lines) => {
    expect(wordCount(lines.join('\n'))).toBe(lines.reduce((sum, line) => sum + wordCount(`　　${line} `), 0))
  }))
})
