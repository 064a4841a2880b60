import type { Finding } from '../../finding.ts'
import { defineReportRule, type CheckedParagraph, type Place, type MakeFinding, type ReportContext } from '../../rule.ts'
import { missingCloser, missingOpener, type Missing } from './missing.ts'
import { pairMarks, type Odd } from './pairing.ts'
import { straightQuotes, type StraightQuote } from './straight.ts'

/** Quotation marks, brackets and book-title marks (引号、括号、书名号) without a partner, or crossing one another. */
export const quoteUnbalanced = defineReportRule({
  id: 'quote.unbalanced',
  title: '引号、括号、书名号不成对',
  severity: 'error',
  scope: 'report',
  basis: { on: 'standard', clause: 'GB/T 15834—2011，4.8、4.9、4.15' },
  defaults: {},
  read: ({ text, role }) => {
    const all = pairMarks(text)
    // newspapers set single quotation marks in headlines
    const odd = role === 'paragraph' ? all : all.filter(({ what }) => what !== 'outer')
    const straight = straightQuotes(text)
    return odd.length > 0 || straight.length > 0 ? { odd, straight } : undefined
  },
  check: (context, all) => {
    const { finding } = context
    const odd = new Map(all.map(({ in: { index }, it }) => [index, it.odd]))
    const found: Finding[] = []
    for (const { in: paragraph, it } of all) {
      for (const o of it.odd) if (!goesOn(context, odd, paragraph, o)) found.push(report(paragraph, o, finding))
      found.push(...straight(paragraph, it.straight, finding))
    }
    return found
  },
})

/** Straight quotation marks of one paragraph are one finding: the style of a text is one thing to decide. */
function straight(paragraph: CheckedParagraph, quotes: readonly StraightQuote[], finding: MakeFinding): Finding[] {
  const [first, ...others] = quotes.map(({ at }): Place => ({ in: paragraph, start: at, end: at + 1 }))
  if (!first) return []
  const replacements = quotes.map(({ right }) => right)
  return [finding(`中文用了直引号${paragraph.text.charAt(first.start)}，应为弯引号${replacements.slice(0, 2).join('')}`, [first, ...others], { replacements, severity: 'warning' })]
}

function report(paragraph: CheckedParagraph, odd: Odd, finding: MakeFinding): Finding {
  const at = (start: number): Place => ({ in: paragraph, start, end: start + 1 })
  // a mark that is not there has the characters on both its sides for a place
  const gap = (missing: Missing | undefined): Place[] => (missing ? [{ in: paragraph, start: Math.max(0, missing.at - 1), end: Math.min(paragraph.text.length, missing.at + 1) }] : [])
  switch (odd.what) {
    case 'unclosed': {
      const missing = missingCloser(paragraph.text, odd.at, odd.partner)
      return finding(`${odd.mark} 没有与之配对的 ${odd.partner}${missing ? `，疑漏在“${bare(missing.word)}”之后` : ''}`, [at(odd.at), ...gap(missing)])
    }
    case 'unopened': {
      const missing = missingOpener(paragraph.text, odd.at, odd.partner)
      return finding(`${odd.mark} 前面没有与之配对的 ${odd.partner}${missing ? `，疑漏在“${bare(missing.word)}”之前` : ''}`, [at(odd.at), ...gap(missing)])
    }
    case 'crossing':
      return finding(`${odd.mark} 与 ${odd.partner} 交叉，应成对嵌套`, [at(odd.at), at(odd.other)])
    case 'reversed':
      return finding(`引号方向不对，此处应为 ${odd.partner}`, [at(odd.at), at(odd.other)], { suggestion: odd.partner })
    case 'mixed':
      return finding('引号不配对：‘ 应以 ’ 结束', [at(odd.at), at(odd.other)], { suggestion: odd.partner })
    case 'outer':
      return finding('引号应先用双引号，双引号之内再用单引号', [at(odd.at), at(odd.other)], { replacements: ['“', '”'], severity: 'warning' })
    case 'nested':
      return finding('双引号之内再用引号，应改用单引号', [at(odd.at), at(odd.other)], { severity: 'warning' })
  }
}

const bare = (word: string): string => word.replace(/[“”]/gu, '')

/**
 * Does a quotation go on over several paragraphs? Each of them but the last then opens and does not close (GB/T 15834—2011, 4.8.3.5); and a
 * mark that one paragraph leaves open and the next closes is a quotation broken into lines.
 */
function goesOn(context: ReportContext, odd: ReadonlyMap<number, readonly Odd[]>, paragraph: CheckedParagraph, o: Odd): boolean {
  const { index } = paragraph
  const has = (what: Odd['what'], at: number): boolean => odd.get(at)?.some((other) => other.what === what && other.mark === o.partner) ?? false
  if (o.what === 'unclosed') {
    if (has('unopened', index + 1) || has('unopened', index + 2)) return true
    return opensParagraph(paragraph, o.mark, o.at) && isQuotedWhole(context.paragraphs[index + 1], odd.get(index + 1) ?? [], o)
  }
  return o.what === 'unopened' && (has('unclosed', index - 1) || has('unclosed', index - 2))
}

/** Does the next paragraph open with the mark and stay open to its end? “民之关切”就是… only begins with a quotation of its own. */
function isQuotedWhole(paragraph: CheckedParagraph | undefined, odd: readonly Odd[], { mark, partner }: Odd): boolean {
  if (!paragraph || !opensParagraph(paragraph, mark)) return false
  const { text } = paragraph
  const first = text.search(/\S/u)
  if (odd.some((o) => o.what === 'unclosed' && o.at === first)) return true
  let depth = 0
  for (let i = first; i < text.length; i++) {
    const c = text.charAt(i)
    if (c === mark) depth++
    else if (c === partner && --depth === 0) return /^[。！？…]?\s*$/u.test(text.slice(i + 1))
  }
  return false
}

const opensParagraph = (paragraph: CheckedParagraph | undefined, mark: string, at?: number): boolean => {
  if (!paragraph) return false
  const first = paragraph.text.search(/\S/u)
  return paragraph.text.charAt(first) === mark && (at === undefined || at === first)
}
