import type { Finding } from '../../finding.ts'
import { defineReportRule, type CheckedParagraph, type Place, type MakeFinding } from '../../rule.ts'
import { pairMarks, type Odd } from './pairing.ts'

/** Quotation marks, brackets and book-title marks (引号、括号、书名号) without a partner, or crossing one another. */
export const quoteUnbalanced = defineReportRule({
  id: 'quote.unbalanced',
  title: '引号、括号、书名号不成对',
  severity: 'error',
  scope: 'report',
  basis: { on: 'standard', clause: 'GB/T 15834—2011，4.8、4.9、4.15' },
  defaults: {},
  read: ({ text }) => pairMarks(text),
  check: ({ paragraphs, finding }, odd) =>
    paragraphs.flatMap((paragraph, i) => odd[i]?.flatMap((o) => (goesOn(paragraphs, odd, i, o) ? [] : [report(paragraph, o, finding)])) ?? []),
})

function report(paragraph: CheckedParagraph, odd: Odd, finding: MakeFinding): Finding {
  const at = (start: number): Place => ({ in: paragraph, start, end: start + 1 })
  switch (odd.what) {
    case 'unclosed':
      return finding(`${odd.mark} 没有与之配对的 ${odd.partner}`, [at(odd.at)])
    case 'unopened':
      return finding(`${odd.mark} 前面没有与之配对的 ${odd.partner}`, [at(odd.at)])
    case 'crossing':
      return finding(`${odd.mark} 与 ${odd.partner} 交叉，应成对嵌套`, [at(odd.at), at(odd.other)])
    case 'reversed':
      return finding(`引号方向不对，此处应为 ${odd.partner}`, [at(odd.at), at(odd.other)], { suggestion: odd.partner })
    case 'nested':
      return finding('双引号之内再用引号，应改用单引号', [at(odd.at), at(odd.other)], { severity: 'warning' })
  }
}

/**
 * Does a quotation go on over several paragraphs? Each of them but the last then opens and does not close (GB/T 15834—2011, 4.8.3.5); and a
 * mark that one paragraph leaves open and the next closes is a quotation broken into lines.
 */
function goesOn(paragraphs: readonly CheckedParagraph[], odd: readonly (readonly Odd[])[], i: number, o: Odd): boolean {
  if (o.what === 'unclosed') {
    for (let next = i + 1; next <= i + 2 && next < paragraphs.length; next++) {
      if (odd[next]?.some((n) => n.what === 'unopened' && n.mark === o.partner)) return true
    }
    return opensParagraph(paragraphs[i], o.mark, o.at) && opensParagraph(paragraphs[i + 1], o.mark)
  }
  if (o.what === 'unopened') {
    for (let last = i - 1; last >= i - 2 && last >= 0; last--) {
      if (odd[last]?.some((n) => n.what === 'unclosed' && n.mark === o.partner)) return true
    }
  }
  return false
}

const opensParagraph = (paragraph: CheckedParagraph | undefined, mark: string, at?: number): boolean => {
  if (!paragraph) return false
  const first = paragraph.text.search(/\S/u)
  return paragraph.text.charAt(first) === mark && (at === undefined || at === first)
}
