import { halfWidthMarks } from '../../../text/half-width-marks.ts'
import { defineParagraphRule, type Place } from '../../rule.ts'

/** Half-width punctuation between Chinese characters. Many in one paragraph make one finding: the style of a text is one thing to decide. */
export const punctHalfWidth = defineParagraphRule({
  id: 'punct.half-width',
  title: '半角标点',
  severity: 'warning',
  mechanical: true,
  basis: { on: 'standard', clause: 'GB/T 15834—2011，5.1.1' },
  defaults: { together: 3 },
  check: ({ paragraph, finding }, { together }) => {
    const marks = halfWidthMarks(paragraph.text)
    const placeOf = ({ at }: { at: number }): Place => ({ in: paragraph, start: at, end: at + 1 })
    if (marks.length <= together) {
      return marks.map((mark) => finding(`中文之间用了半角标点“${paragraph.text.charAt(mark.at)}”，应为全角“${mark.full}”`, [placeOf(mark)], { suggestion: mark.full }))
    }
    const [first, ...others] = marks.map(placeOf)
    if (!first) return []
    const kinds = [...new Set(marks.map(({ at }) => paragraph.text.charAt(at)))].join(' ')
    const replacements = marks.map(({ full }) => full)
    return [finding(`本段有${marks.length}处半角标点（${kinds}），中文之间应为全角`, [first, ...others], { replacements })]
  },
})
