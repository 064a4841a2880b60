import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import type { SourceLine } from '#core/intake/recover.ts'

/** what never holds text of a report: it is neither run nor fetched nor read */
const DROPPED = 'script,style,noscript,template,iframe,object,embed,svg,canvas,audio,video,select,textarea,input,button,link,meta'
const BLOCK = new Set(['P', 'DIV', 'LI', 'UL', 'OL', 'TD', 'TH', 'TR', 'TABLE', 'SECTION', 'ARTICLE', 'HEADER', 'FOOTER', 'NAV', 'ASIDE', 'MAIN', 'BLOCKQUOTE', 'PRE', 'DL', 'DT', 'DD', 'FIGURE', 'FIGCAPTION', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'FORM', 'ADDRESS', 'CENTER', 'HR', 'BODY', 'TITLE'])

/**
 * Reads a web page as lines: the main text as Readability finds it (the reader view of Firefox), its title and headings by their tags, and
 * what stands around it (navigation, notices) as lines apart. Scripts and active content are left out; nothing is fetched.
 */
export function linesOfHtml(html: string): SourceLine[] {
  const lines = linesIn(parsePage(html).body)
  const main = mainText(html)
  if (main === undefined) return lines.map(({ text, style }) => ({ text, ...(style ? { style } : {}) }))
  return around(lines, main)
}

/** As much of a DOM as is read; linkedom's own types want the browser's. */
interface PageNode {
  nodeType: number
  tagName?: string
  textContent: string | null
  lastChild: PageNode | null
  previousSibling: PageNode | null
}
interface PageDocument {
  body: PageNode
  querySelectorAll: (selector: string) => Iterable<{ remove: () => void }>
}

/** Parses a page or a piece of one, without what is dropped. */
function parsePage(html: string): PageDocument {
  const { document } = parseHTML(/<body[\s>]/iu.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`) as unknown as { document: PageDocument }
  for (const element of document.querySelectorAll(DROPPED)) element.remove()
  return document
}

interface PageLine {
  text: string
  style: SourceLine['style']
}

/** The blocks of text in document order. */
function linesIn(root: PageNode): PageLine[] {
  const out: PageLine[] = []
  let text = ''
  let style: SourceLine['style']
  const flush = (): void => {
    const plain = text.replace(/[ \t\r\n\f]+/gu, ' ').trim()
    if (plain !== '') out.push({ text: plain, style })
    text = ''
  }
  // not recursive: pages that were nested to break their readers are read too
  const stack: { node: PageNode; leaving: boolean; before: SourceLine['style'] }[] = [{ node: root, leaving: false, before: undefined }]
  for (let entry = stack.pop(); entry; entry = stack.pop()) {
    const { node, leaving } = entry
    if (node.nodeType === 3) {
      text += node.textContent ?? ''
      continue
    }
    if (node.nodeType !== 1) continue
    const name = (node.tagName ?? '').toUpperCase()
    const block = BLOCK.has(name)
    if (name === 'BR') flush()
    if (block) flush()
    if (leaving) {
      if (block) style = entry.before
      continue
    }
    const before = style
    if (block) style = styleOf(name) ?? (name === 'P' || name === 'DIV' ? style : undefined)
    stack.push({ node, leaving: true, before })
    for (let child = node.lastChild; child; child = child.previousSibling) stack.push({ node: child, leaving: false, before: undefined })
  }
  flush()
  return out
}

function styleOf(tag: string): SourceLine['style'] {
  if (tag === 'H1') return 'title'
  if (/^H[2-5]$/u.test(tag)) return `heading${Number(tag.charAt(1)) - 1}` as SourceLine['style']
  if (tag === 'FIGCAPTION') return 'caption'
  return undefined
}

const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '')

/** The letters of what Readability takes for the page's text; undefined where it finds none, or so little that it must be wrong. */
function mainText(html: string): string | undefined {
  const document = parsePage(html)
  const all = letters(document.body.textContent ?? '').length
  let found: string
  try {
    found = letters(new Readability(document as never, { charThreshold: 120, maxElemsToParse: 200_000 }).parse()?.textContent ?? '')
  } catch {
    return undefined
  }
  return found.length < 80 || found.length < all * 0.3 ? undefined : found
}

/** Lines of the main text in their order, the others apart. The title of the page stands above it. */
function around(lines: readonly PageLine[], main: string): SourceLine[] {
  let at = 0
  let begun = false
  const inside = lines.map(({ text }) => {
    const own = letters(text)
    if (own === '') return false
    const place = main.indexOf(own, at)
    // a short line may stand anywhere; it belongs to the text only where the text goes on
    if (place < 0 || (begun && place - at > 4000) || (own.length < 6 && place - at > (begun ? 40 : 0))) return false
    at = place + own.length
    begun = true
    return true
  })
  const first = inside.indexOf(true)
  const title = lines.findLastIndex(({ style }, i) => style === 'title' && i <= Math.max(first, 0))
  return lines.map(({ text, style }, i) => {
    if (i === title) return { text, style: 'title' as const }
    if (!inside[i]) return { text, style: 'noise' as const }
    return { text, ...(style && style !== 'title' ? { style } : {}) }
  })
}
