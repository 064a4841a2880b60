import { writtenLike } from '../../relations/arithmetic.ts'
import { readSentences, type Term } from '../../relations/sentence.ts'
import { largerParts } from '../../relations/subsets.ts'
import { defineParagraphRule, type Place } from '../../rule.ts'
import { numberOf } from '../../span.ts'

/** A part that is larger than its whole (收到168件，立案186件). */
export const arithPartWhole = defineParagraphRule({
  id: 'arith.part-whole',
  title: '部分大于整体',
  severity: 'error',
  basis: { on: 'practice', why: '部分不大于整体：立案数不大于收到数，其中的一项不大于总数' },
  defaults: {},
  check: ({ paragraph, finding }) => {
    if (paragraph.role !== 'paragraph') return []
    const placeOf = ({ figure: { start, end } }: Term): Place => ({ in: paragraph, start, end })
    return readSentences(paragraph)
      .flatMap(largerParts)
      .map(({ part, whole, partName, wholeName, uncertain }) => {
        const excess = `${numberOf(part.figure.text)} − ${numberOf(whole.figure.text)} = ${writtenLike(part.figure.value - whole.figure.value, [part, whole])}`
        return finding(`${partName}${part.figure.text}大于${wholeName}${whole.figure.text}：${excess}`, [placeOf(part), placeOf(whole)], uncertain ? { severity: 'info' } : {})
      })
  },
})
