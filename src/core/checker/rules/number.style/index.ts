import { defineParagraphRule } from '../../rule.ts'
import { APPROXIMATE } from './approximate.ts'
import { mixedSeries } from './series.ts'
import { slipsOf, type NumberSlip } from './slip.ts'
import { WRITING } from './writing.ts'

/** Numerals against GB/T 15835—2011: two ways of writing in one series or number, two words of approximation on one number, ranges, years. */
export const numberStyle = defineParagraphRule({
  id: 'number.style',
  title: '数字用法',
  severity: 'warning',
  basis: { on: 'standard', clause: 'GB/T 15835—2011，4.2.2、4.3、5.1.3、5.2、5.3' },
  defaults: {},
  check: ({ paragraph, finding }) => {
    const { text } = paragraph
    if (!/[\d０-９一二两三四五六七八九十百千万几数]/u.test(text)) return []
    const slips = [...slipsOf(APPROXIMATE, text), ...slipsOf(WRITING, text), ...mixedSeries(text)].sort((a, b) => a.start - b.start || b.end - a.end)
    const kept: NumberSlip[] = []
    for (const slip of slips) if (slip.start >= (kept.at(-1)?.end ?? 0)) kept.push(slip)
    return kept.map(({ start, end, message, suggestion, severity }) =>
      finding(message, [{ in: paragraph, start, end }], { ...(suggestion === undefined ? {} : { suggestion }), ...(severity ? { severity } : {}) }),
    )
  },
})
