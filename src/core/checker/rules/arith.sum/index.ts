import type { Finding } from '../../finding.ts'
import { sumShown, writtenLike } from '../../relations/arithmetic.ts'
import { wrongBalances } from '../../relations/balances.ts'
import { wrongComposed } from '../../relations/composed.ts'
import { wrongCounterparts } from '../../relations/counterparts.ts'
import { wrongDifferences } from '../../relations/differences.ts'
import { wrongMovements } from '../../relations/movements.ts'
import { wrongNamedTotals } from '../../relations/named-totals.ts'
import { wrongOutcomes } from '../../relations/outcomes.ts'
import { wrongPartsApart } from '../../relations/parts-apart.ts'
import { wrongPartsBehind } from '../../relations/parts-behind.ts'
import { wrongPoints } from '../../relations/points-summed.ts'
import { readSentences, type Sentence, type Term } from '../../relations/sentence.ts'
import { wrongStocks } from '../../relations/stocks.ts'
import { wrongStructures } from '../../relations/structures.ts'
import { countsTwice, wrongSums, type Sum } from '../../relations/sums.ts'
import { wrongMixedTotals } from '../../relations/mixed-units.ts'
import { wrongToldTotals } from '../../relations/told-totals.ts'
import { wrongVotes } from '../../relations/votes.ts'
import { numberOf } from '../../span.ts'
import { defineParagraphRule, type Place } from '../../rule.ts'

/** Parts that do not add up to the total that is stated with them (其中, 共计, 合计, 其余, 三次产业结构), and stocks that do not follow from what came and went (旧存, 新收, 审结, 未结). */
export const arithSum = defineParagraphRule({
  id: 'arith.sum',
  title: '分项之和与总数不符',
  severity: 'error',
  basis: { on: 'practice', why: '各分项相加等于总数，其中的各项相加不大于总数' },
  defaults: {},
  check: ({ paragraph, finding }) => {
    if (paragraph.role !== 'paragraph') return []
    const placeOf = ({ figure: { start, end } }: Term): Place => ({ in: paragraph, start, end })
    return readSentences(paragraph).flatMap((sentence): Finding[] => {
      const sums = sumsOf(sentence)
      const stocks = wrongStocks(sentence)
      const told = new Set([...stocks.map(({ closing }) => closing), ...sums.flatMap(({ total, parts }) => [total, ...parts])])
      return [
        ...sums.map(({ total, parts, uncertain }) => finding(`${sumShown(parts)}，${uncertain ? '其后写作' : '文中总数为'}${total.figure.text}`, [placeOf(total), ...parts.map(placeOf)], uncertain ? { severity: 'info' } : {})),
        ...stocks.map(({ opening, came, gone, closing }) => {
          const due = writtenLike(opening.figure.value + came.figure.value - gone.figure.value, [opening, came, gone])
          return finding(`${numberOf(opening.figure.text)} + ${numberOf(came.figure.text)} − ${numberOf(gone.figure.text)} = ${due}，文中写作 ${closing.figure.text}`, [placeOf(closing), placeOf(opening), placeOf(came), placeOf(gone)])
        }),
        ...[...wrongBalances(sentence), ...wrongDifferences(sentence), ...wrongMovements(sentence)].filter(({ closing }) => !told.has(closing)).map(({ plus, minus, closing }) => {
          const due = writtenLike(valueOf(plus) - valueOf(minus), [...plus, ...minus])
          const shown = [plus.map(({ figure }) => numberOf(figure.text)).join(' + '), ...minus.map(({ figure }) => numberOf(figure.text))].join(' − ')
          return finding(`${shown} = ${due}，文中写作 ${closing.figure.text}`, [placeOf(closing), ...plus.map(placeOf), ...minus.map(placeOf)])
        }),
        ...wrongStructures(sentence).flatMap(({ places: [first, ...others], values }) => {
          if (!first) return []
          const sum = Number(values.reduce((a, b) => a + b, 0).toFixed(2))
          return [finding(`各部分占比相加应为100：${values.join(' + ')} = ${sum}`, [{ in: paragraph, ...first }, ...others.map((place) => ({ in: paragraph, ...place }))])]
        }),
      ]
    })
  },
})

const valueOf = (terms: readonly Term[]): number => terms.reduce((sum, { figure }) => sum + figure.value, 0)

/** The sums of a sentence and of what it divides that was told before it. One number is one fault. */
function sumsOf(sentence: Sentence): Sum[] {
  const found = wrongSums(sentence).filter((sum) => !countsTwice(sum, sentence))
  const apart = [...wrongNamedTotals(sentence), ...wrongPartsApart(sentence), ...wrongCounterparts(sentence), ...wrongOutcomes(sentence), ...wrongComposed(sentence), ...wrongPoints(sentence), ...wrongPartsBehind(sentence), ...wrongVotes(sentence), ...wrongToldTotals(sentence), ...wrongMixedTotals(sentence)].filter(({ total, parts }) => !found.some((sum) => sum.total === total || sum.parts.some((p) => parts.includes(p))))
  return [...found, ...apart.filter(({ total, parts }, i) => !apart.slice(0, i).some((sum) => sum.total === total || sum.parts.some((p) => parts.includes(p))))]
}
