import { isCore, type CoreFigure } from '../../../figures/figure.ts'
import type { Finding } from '../../finding.ts'
import { digitsOf } from '../../number-slip.ts'
import { writtenLike } from '../../relations/arithmetic.ts'
import { readSentences, type Term } from '../../relations/sentence.ts'
import { respectiveShares } from '../../relations/respective-wholes.ts'
import { oddShares, type OddShare } from '../../relations/share-series.ts'
import { wrongShares, type Share } from '../../relations/shares.ts'
import { completesHundred } from '../../relations/completed-hundred.ts'
import { wrongTotals, type WrongTotal } from '../../relations/wrong-total.ts'
import { defineReportRule, type CheckedParagraph, type MakeFinding, type Place } from '../../rule.ts'
import { decimalsOf, fits, numberOf, spanOf } from '../../span.ts'

/** A share, rate or average (占…%, 立案率, 人均) that does not follow from part and whole, where the words leave no doubt which they are. */
export const arithShare = defineReportRule({
  id: 'arith.share',
  title: '占比与数据不符',
  severity: 'error',
  scope: 'report',
  basis: { on: 'practice', why: '占比等于部分除以整体' },
  defaults: {},
  read: (paragraph) => {
    if (paragraph.role !== 'paragraph') return undefined
    let shares: Share[] = []
    let totals: WrongTotal[] = []
    const sentences = readSentences(paragraph)
    for (const sentence of sentences) {
      const wrong = [...wrongShares(sentence), ...respectiveShares(sentence)].filter((share) => !completesHundred(share, sentence))
      if (wrong.length === 0) continue
      const told = wrongTotals(sentence, wrong)
      shares = shares.concat(told.others)
      totals = totals.concat(told.totals)
    }
    const odd = paragraph.text.includes('占') ? oddShares(sentences).filter(({ stated }) => !shares.some((share) => share.stated === stated)) : []
    return shares.length + totals.length + odd.length > 0 ? { shares, totals, odd } : undefined
  },
  check: (context, all) => {
    const found: Finding[] = []
    let values: readonly CoreFigure[] | undefined
    for (const { in: paragraph, it: { shares, totals, odd } } of all) {
      found.push(...odd.map((one) => toldByOthers(context.finding, paragraph, one)))
      for (const { whole, shares: of } of totals) {
        const [first] = of
        if (!first || (first.open && (values ??= everyLevel(context.paragraphs)).some((f) => explains(f, first)))) continue
        const placeOf = ({ figure: { start, end } }: Term): Place => ({ in: paragraph, start, end })
        const due = writtenLike(first.part.figure.value / (first.stated.figure.value / 100), [whole])
        found.push(context.finding(`${of.length}处占比都与总数${whole.figure.text}不符：按${first.stated.figure.text}推算，${numberOf(first.part.figure.text)} ÷ ${first.stated.figure.text} = ${due}左右`, [placeOf(whole), ...of.map(({ stated }) => placeOf(stated))]))
      }
      for (const share of shares) {
        // a whole named further away is as good; the share then follows from that
        if (share.open && (values ??= everyLevel(context.paragraphs)).some((f) => explains(f, share))) continue
        const placeOf = ({ figure: { start, end } }: Term): Place => ({ in: paragraph, start, end })
        const { message, fixed } = computed(share)
        const { start, end, text } = share.stated.figure
        const suggestion = /\d/u.test(text) && fixed !== undefined ? paragraph.text.slice(start, end).replace(/[\d０-９][\d０-９,]*(?:[.．][\d０-９]+)?/u, fixed) : undefined
        found.push(context.finding(message, [placeOf(share.stated), placeOf(share.part), ...(share.whole === share.stated ? [] : [placeOf(share.whole)])], { ...(suggestion === undefined ? {} : { suggestion }), ...(share.hint ? { severity: 'info' as const } : share.uncertain ? { severity: 'warning' as const } : {}) }))
      }
    }
    return found
  },
})

/** A share that does not fit the whole which the others of its series imply. */
function toldByOthers(finding: MakeFinding, paragraph: CheckedParagraph, { stated, part, whole, other, due }: OddShare): Finding {
  const placeOf = ({ figure: { start, end } }: Term): Place => ({ in: paragraph, start, end })
  const implied = writtenLike(whole, [part])
  const said = numberOf(stated.figure.text)
  return finding(`同列占比对应的总数约为${implied}（${numberOf(other.part.figure.text)}占${numberOf(other.stated.figure.text)}%），${numberOf(part.figure.text)} ÷ ${implied} = ${due}%，文中写作 ${said}%`, [placeOf(stated), placeOf(part), placeOf(other.part), placeOf(other.stated)])
}

/** The computation in words, and the number that would be right where it is certain. */
function computed({ stated, part, whole, as, size = 1 }: Share): { message: string; fixed?: string } {
  const [a, b] = [part.figure.value, whole.figure.value]
  const quotient = as === 'rest' ? (b - a) / b : as === 'excess' ? (a - b) / b : (a / b) * size
  const [x, y] = [numberOf(part.figure.text), numberOf(whole.figure.text)]
  const written = `文中写作 ${stated.figure.text}`
  if (as === 'product') return { message: `${x} × ${y} = ${writtenLike(a * b, [stated])}${stated.figure.unit}，${written}` }
  if (as === 'time') return { message: `${x} ÷ ${size} = ${writtenLike(a / size, [stated])}${stated.figure.unit}，${written}` }
  const division = as === 'rest' ? `(${y} − ${x}) ÷ ${y}` : as === 'excess' ? `(${x} − ${y}) ÷ ${y}` : as === 'per' ? `${x} ÷ ${y} × ${size}` : `${x} ÷ ${y}`
  if (as === 'average' || as === 'per') {
    const average = writtenLike(quotient, [stated])
    return { message: `${division} = ${average}${stated.figure.unit}，文中写作 ${stated.figure.text}` }
  }
  // 一半, 六成
  const inWords = /[半成]/u.test(stated.figure.text)
  const percent = percentShown(quotient * 100, stated.figure, as === 'fraction' || inWords ? 1 : decimalsOf(stated.figure.text))
  if (as === 'fraction' || !/\d/u.test(stated.figure.text)) return { message: `${division} = ${percent}%，文中写作 ${stated.figure.text}` }
  return { message: `${division} = ${percent}%，文中写作 ${numberOf(stated.figure.text)}%`, fixed: percent }
}

/** To as many decimals as are stated; with one more where the point slipped (34% for 3.4%), or where the difference would not show. */
function percentShown(value: number, { text }: CoreFigure, decimals: number): string {
  const stated = numberOf(text)
  const [plain, finer] = [value.toFixed(decimals), value.toFixed(decimals + 1)]
  return plain === stated || (decimals === 0 && !finer.endsWith('0') && digitsOf(finer) === digitsOf(stated)) ? finer : plain
}

function explains(figure: CoreFigure, { part, span }: Share): boolean {
  return figure !== part.figure && figure.unit === part.figure.unit && figure.value >= part.figure.value && fits(part.span, spanOf(figure), span)
}

const everyLevel = (paragraphs: readonly CheckedParagraph[]): CoreFigure[] =>
  paragraphs.flatMap((p) => p.figures.filter(isCore)).filter((f) => f.kind !== 'percent' && f.high === undefined)
