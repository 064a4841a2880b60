import { sentenceRanges } from '../../../text/sentences.ts'
import type { Finding } from '../../finding.ts'
import { defineRule, type Place } from '../../rule.ts'

/** A paragraph or sentence that stands twice. Lengths without white space, in UTF-16 units. */
export const textDuplicate = defineRule({
  id: 'text.duplicate',
  title: '文字重出',
  severity: 'warning',
  scope: 'report',
  basis: { on: 'practice', why: '同一段或同一句在正文中出现两次，多为合稿时重复粘贴' },
  defaults: { paragraphLength: 40, sentenceLength: 30 },
  check: ({ paragraphs: all, finding }, { paragraphLength, sentenceLength }) => {
    const found: Finding[] = []
    const paragraphs = new Map<string, Place>()
    const sentences = new Map<string, Place>()
    for (const paragraph of all) {
      const { role, text } = paragraph
      if (role !== 'paragraph') continue
      const whole: Place = { in: paragraph, start: 0, end: text.length }
      const squeezed = text.replace(/\s+/gu, '')
      const earlier = paragraphs.get(squeezed)
      if (earlier) {
        found.push(finding('这一段与前文的一段完全相同', [whole, earlier]))
        continue
      }
      if (squeezed.length >= paragraphLength) paragraphs.set(squeezed, whole)
      for (const range of sentenceRanges(text)) {
        const raw = text.slice(range.start, range.end)
        const place: Place = { in: paragraph, start: range.start + raw.length - raw.trimStart().length, end: range.end }
        const sentence = raw.replace(/\s+/gu, '')
        if (sentence.length < sentenceLength) continue
        const before = sentences.get(sentence)
        if (before) found.push(finding('这一句与前文的一句完全相同', [place, before]))
        else sentences.set(sentence, place)
      }
    }
    return found
  },
})
