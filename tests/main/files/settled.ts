import { strFromU8, unzipSync } from 'fflate'
import { DOMParser } from 'linkedom'

/** A .docx as a person sees it in Word: for tests only, and written by the standard (ECMA-376, part 1, 17.13.5), not by our reader. */

export interface SeenParagraph {
  style: string
  text: string
}

const GONE = { accept: ['w:del', 'w:moveFrom'], reject: ['w:ins', 'w:moveTo'] } as const

interface Node {
  nodeName: string
  textContent: string | null
  childNodes: ArrayLike<Node>
  getAttribute?: (name: string) => string | null
}
const childrenOf = (node: Node): Node[] => Array.from(node.childNodes)
const child = (node: Node | undefined, name: string): Node | undefined => (node ? childrenOf(node).find(({ nodeName }) => nodeName === name) : undefined)
const within = (node: Node, name: string): Node[] => childrenOf(node).flatMap((c) => [...(c.nodeName === name ? [c] : []), ...within(c, name)])

/** A part of the archive as XML; undefined where there is none. */
export function partOf(docx: Uint8Array, name: string): Node | undefined {
  const bytes = unzipSync(docx)[name]
  return bytes && (new DOMParser().parseFromString(strFromU8(bytes), 'text/xml') as unknown as Node)
}

/** The paragraphs of the body when all tracked changes are accepted or rejected: one whose mark is gone runs on into the next. */
export function settled(docx: Uint8Array, how: 'accept' | 'reject'): SeenParagraph[] {
  const gone: readonly string[] = GONE[how]
  const textOf = (node: Node): string =>
    childrenOf(node).map((c) => (gone.includes(c.nodeName) ? '' : c.nodeName === 'w:t' || c.nodeName === 'w:delText' ? (c.textContent ?? '') : c.nodeName === 'w:pPr' || c.nodeName === 'w:rPr' ? '' : textOf(c))).join('')
  const document = partOf(docx, 'word/document.xml')
  const out: SeenParagraph[] = []
  let open = ''
  for (const paragraph of document ? within(document, 'w:p') : []) {
    const properties = child(paragraph, 'w:pPr')
    open += textOf(paragraph)
    const mark = child(properties, 'w:rPr')
    if (mark && childrenOf(mark).some(({ nodeName }) => gone.includes(nodeName))) continue
    out.push({ style: child(properties, 'w:pStyle')?.getAttribute?.('w:val') ?? 'Normal', text: open })
    open = ''
  }
  if (open !== '') out.push({ style: '?', text: open })
  return out
}

export interface SeenComment {
  author: string
  date: string
  text: string
  /** the words that it is about */
  on: string
}

/** The comments in the order of their list, with the words between the marks of their range. */
export function seenComments(docx: Uint8Array): SeenComment[] {
  const list = partOf(docx, 'word/comments.xml')
  const document = partOf(docx, 'word/document.xml')
  if (!list || !document) return []
  const words = new Map<string, string>()
  const open = new Set<string>()
  const visit = (node: Node): void => {
    const id = node.getAttribute?.('w:id') ?? ''
    if (node.nodeName === 'w:commentRangeStart') open.add(id)
    else if (node.nodeName === 'w:commentRangeEnd') open.delete(id)
    else if (node.nodeName === 'w:t') for (const o of open) words.set(o, (words.get(o) ?? '') + (node.textContent ?? ''))
    else childrenOf(node).forEach(visit)
  }
  visit(document)
  return within(list, 'w:comment').map((c) => ({ author: c.getAttribute?.('w:author') ?? '', date: c.getAttribute?.('w:date') ?? '', text: within(c, 'w:p').map((p) => within(p, 'w:t').map((t) => t.textContent).join('')).join('\n'), on: words.get(c.getAttribute?.('w:id') ?? '') ?? '' }))
}

/** Names of bookmarks with the text (insertions included, deletions not) that they hold. */
export function seenBookmarks(docx: Uint8Array): Map<string, string> {
  const document = partOf(docx, 'word/document.xml')
  const out = new Map<string, string>()
  const open = new Map<string, string>()
  const visit = (node: Node): void => {
    const id = node.getAttribute?.('w:id') ?? ''
    if (node.nodeName === 'w:bookmarkStart') {
      const name = node.getAttribute?.('w:name') ?? ''
      open.set(id, name)
      out.set(name, '')
    } else if (node.nodeName === 'w:bookmarkEnd') open.delete(id)
    else if (node.nodeName === 'w:t') for (const name of open.values()) out.set(name, (out.get(name) ?? '') + (node.textContent ?? ''))
    // a mark may stand within a deletion, whose own words are w:delText
    else if (node.nodeName !== 'w:moveFrom') childrenOf(node).forEach(visit)
  }
  if (document) visit(document)
  return out
}
