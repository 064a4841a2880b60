import mammoth from 'mammoth'
import type { SourceLine } from '#core/intake/recover.ts'

/** what mammoth makes of Word's styles, in English and Chinese Word and in WPS */
const STYLE_MAP = [
  "p[style-name='Title'] => h1.title:fresh", "p[style-name='标题'] => h1.title:fresh",
  "p[style-name='Subtitle'] => p.subtitle:fresh", "p[style-name='副标题'] => p.subtitle:fresh",
  ...[1, 2, 3, 4].flatMap((n) => [`p[style-name='heading ${n}'] => h${n}.heading:fresh`, `p[style-name='Heading ${n}'] => h${n}.heading:fresh`, `p[style-name='标题 ${n}'] => h${n}.heading:fresh`]),
  'comment-reference => ',
]

/** Reads a .docx as lines, with the styles of title and headings; tables cell by cell, lists item by item. Throws what mammoth throws. */
export async function linesOfDocx(bytes: Uint8Array): Promise<SourceLine[]> {
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) },
    { styleMap: STYLE_MAP, ignoreEmptyParagraphs: false, convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })), externalFileAccess: false },
  )
  return linesOfHtml(value)
}

const BLOCK = /<(h[1-6]|p|li|td|th|tr|table|ul|ol|div)(?:\s+class="([^"]*)")?[^>]*>|<\/(?:h[1-6]|p|li|td|th|tr|table|ul|ol|div)>|<br\s*\/?>|<[^>]+>/giu

/** The text of the simple HTML that mammoth writes: one line for each block. */
function linesOfHtml(html: string): SourceLine[] {
  const out: SourceLine[] = []
  let text = ''
  let style: SourceLine['style']
  let from = 0
  const flush = (): void => {
    const plain = decodeEntities(text)
    if (plain.trim() !== '' || style === undefined) out.push(style === undefined ? { text: plain } : { text: plain, style })
    text = ''
  }
  for (const match of html.matchAll(BLOCK)) {
    text += html.slice(from, match.index)
    from = match.index + match[0].length
    const tag = (match[1] ?? '').toLowerCase()
    if (tag !== '') {
      if (text.trim() !== '') flush()
      text = ''
      style = styleOf(tag, match[2] ?? '')
    } else if (match[0].startsWith('</') && /^<\/(?:h|p|li|td|th)/iu.test(match[0])) {
      flush()
      style = undefined
    } else if (/^<br/iu.test(match[0])) {
      // a manual line break inside a title or heading is layout, in running text a new line
      if (style === undefined) flush()
      else text += ' '
    }
  }
  text += html.slice(from)
  if (text.trim() !== '') flush()
  return out
}

function styleOf(tag: string, name: string): SourceLine['style'] {
  if (name === 'title') return 'title'
  if (name === 'subtitle') return 'subtitle'
  if (/^h[1-4]$/u.test(tag)) return `heading${tag.charAt(1)}` as SourceLine['style']
  return undefined
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' }

const decodeEntities = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/giu, (whole, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16))
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal))
    return ENTITIES[name ?? ''] ?? whole
  })
