import { TITLE_ROLES } from '../model/plain-text.ts'
import type { Level, Report } from '../model/report.ts'
import { toSections, type Block } from '../model/tree.ts'
import { splitHeadingNumber } from '../text/heading-number.ts'
import { isByline, isOccasion } from './front-matter.ts'
import { inlinesOf } from './marks.ts'
import { readMetadata } from './metadata.ts'
import type { RecoverOptions, SourceLine } from './source.ts'

type TitleRole = (typeof TITLE_ROLES)[number]

/**
 * Did this application write these lines? Most of what stands there says by its bookmark what it is. A file of ours into which another report was pasted
 * is none of ours any more.
 */
export function isOwnExport(source: readonly SourceLine[]): boolean {
  const lines = source.filter(({ text, style }) => text.trim() !== '' && style !== 'noise' && style !== 'caption')
  return lines.length > 0 && lines.filter(({ source: id }) => id !== undefined).length * 2 >= lines.length
}

/**
 * The report of which an export of this application tells: each line is what its bookmark and its style say, nothing is guessed from wording. Paragraphs and
 * sections keep their ids. A paragraph that somebody put in (no bookmark) is text, or a heading where it was given such a style.
 */
export function recoverOwn(source: readonly SourceLine[], { id, origin }: RecoverOptions): Report {
  const titles: Record<TitleRole, string> = { title: '', subtitle: '', occasion: '', byline: '' }
  const captions: string[] = []
  const noise: string[] = []
  const blocks: Block[] = []
  const ids = new Ids(source)
  let closing = false
  for (const line of source) {
    if (line.text.trim() === '') continue
    const level = /^heading(\d)$/u.exec(line.style ?? '')?.[1]
    const role = titleRole(line, titles)
    if (role !== undefined) titles[role] += (titles[role] === '' ? '' : ' ') + line.text
    else if (line.style === 'noise') noise.push(line.text.trim())
    else if (line.style === 'caption') captions.push(line.text.trim())
    else if (level !== undefined) {
      const split = splitHeadingNumber(line.text)
      blocks.push({ type: 'heading', id: ids.of(line, 's'), level: Number(level) as Level, number: split?.number ?? '', heading: split?.heading ?? line.text })
      closing = false
    } else {
      // text outside of the headings (结语) is set in a style of its own; a paragraph put between two of it belongs to it
      if (line.style === 'closing' && !closing) {
        blocks.push({ type: 'heading', id: ids.next('s'), level: 0, number: '', heading: '' })
        closing = true
      }
      blocks.push({ type: 'paragraph', id: ids.of(line, 'p'), content: inlinesOf(line.text, line.marks ?? [], () => ids.next('f')) })
    }
  }
  const meta = readMetadata({ ...titles, blocks, noise })
  return { id, status: 'published', ...meta, ...titles, sections: toSections(blocks), captions, noise, origin }
}

/** Which title line this is: by its bookmark, else by its style and wording. */
function titleRole({ source, style, text }: SourceLine, found: Readonly<Record<TitleRole, string>>): TitleRole | undefined {
  const said = TITLE_ROLES.find((role) => role === source)
  if (said !== undefined) return said
  if (style === 'title') return 'title'
  if (style !== 'subtitle') return undefined
  if (found.occasion === '' && isOccasion(text)) return 'occasion'
  return found.byline === '' && isByline(text, true) ? 'byline' : 'subtitle'
}

/** Ids as the bookmarks say, each once (Word copies no bookmark, other programs may), and new ones. */
class Ids {
  private readonly used = new Set<string>()
  private readonly kept: ReadonlySet<string>
  private count = 0

  constructor(source: readonly SourceLine[]) {
    this.kept = new Set(source.flatMap((line) => line.source ?? []))
  }

  of({ source }: SourceLine, prefix: 'p' | 's'): string {
    // an id too long for a bookmark stands there as a hash (print/bookmark.ts)
    if (source === undefined || source.startsWith('_sh') || this.used.has(source)) return this.next(prefix)
    this.used.add(source)
    return source
  }

  next(prefix: 'p' | 's' | 'f'): string {
    let id: string
    do id = `${prefix}${++this.count}`
    while (this.kept.has(id) || this.used.has(id))
    this.used.add(id)
    return id
  }
}
