import { diffArrays } from 'diff'
import type { Inline } from '#core/model/inline.ts'
import { headingText } from '#core/model/plain-text.ts'
import { allParagraphs, allSections } from '#core/model/tree.ts'
import type { Report, Section } from '#core/model/report.ts'

/**
 * A rolled draft as a person reads it beside its source: ⟨old→new⟩ for what moved, 〔…〕 for a figure that became a slot, ⟦kind:words⟧ for
 * what is to be looked at. What moved is found by comparing the texts, not by asking the code under test.
 */

export interface Style {
  /** of a slot: what stands between the brackets */
  slot: (slot: Extract<Inline, { type: 'slot' }>) => string
}

const squeezed = (text: string): string => text.replace(/\s+/gu, '')
const tokens = (text: string): string[] => squeezed(text).match(/[0-9０-９]+|[〇○零一二三四五六七八九十]+|[\s\S]/gu) ?? []

/** Two texts as one, with ⟨old→new⟩ where they differ. */
export const changed = (before: string, after: string): string => {
  let out = ''
  let removed = ''
  const flush = (added: string): void => {
    if (removed !== '' || added !== '') out += `⟨${removed}→${added}⟩`
    removed = ''
  }
  for (const part of diffArrays(tokens(before), tokens(after))) {
    if (part.removed) removed += part.value.join('')
    else if (part.added) flush(part.value.join(''))
    else {
      flush('')
      out += part.value.join('')
    }
  }
  flush('')
  return out
}

/** The content of a rolled paragraph beside the plain text that it came from. */
export function rendered(before: string, after: readonly Inline[], { slot }: Style): string {
  const restored = after.map((node) => (node.type === 'slot' ? (node.last?.text ?? '') : node.text)).join('')
  const plain = changed(before, restored)
  let at = 0
  let out = ''
  const skipMoves = (n: number): string => {
    // the next n characters of the new text, with what stood there before
    let taken = ''
    let left = n
    while (left > 0) {
      if (plain.charAt(at) === '⟨') {
        const close = plain.indexOf('⟩', at)
        taken += plain.slice(at, close + 1)
        left -= close - plain.indexOf('→', at) - 1
        at = close + 1
      } else {
        taken += plain.charAt(at++)
        left--
      }
    }
    return taken
  }
  for (const node of after) {
    if (node.type === 'slot') {
      const old = skipMoves(squeezed(node.last?.text ?? '').length)
      out += `〔${slot(node)}〕${old.includes('⟨') ? `!!${old}` : ''}`
    } else {
      const words = skipMoves(squeezed(node.text).length)
      out += node.type === 'text' && node.review ? `⟦${node.review}:${words}⟧` : words
    }
  }
  return out + plain.slice(at)
}

/** A whole draft beside its source, in lines of Markdown. */
export function renderedDraft(source: Report, draft: Report, style: Style): string {
  const lines: string[] = []
  const before = new Map(allParagraphs(source).map((p) => [p.id, p.content.map((n) => (n.type === 'slot' ? '' : n.text)).join('')]))
  const headings = new Map(allSections(source.sections).map((s) => [s.id, headingText(s)]))
  for (const [name, old, now] of [['title', source.title, draft.title], ['subtitle', source.subtitle, draft.subtitle], ['occasion', source.occasion, draft.occasion], ['byline', source.byline, draft.byline], ['date', source.date, draft.date]] as const) {
    if (old !== '' || now !== '') lines.push(`${name}: ${now === '' ? `(emptied: ${old})` : changed(old, now)}`)
  }
  const visit = (section: Section): void => {
    lines.push('', `${'#'.repeat(section.level + 1)} ${section.level === 0 ? '(level 0)' : changed(headings.get(section.id) ?? '', headingText(section))}`, '')
    for (const p of section.paragraphs) {
      if (p.guidance !== undefined) lines.push(`> ${p.guidance}`, '')
      if (p.content.length > 0) lines.push(rendered(before.get(p.id) ?? '', p.content, style), '')
    }
    section.sections.forEach(visit)
  }
  draft.sections.forEach(visit)
  if (draft.commitments) {
    lines.push('## 承诺事项', '')
    let path = ''
    for (const { kind, text, path: here } of draft.commitments) {
      if (here.join(' / ') !== path) {
        path = here.join(' / ')
        lines.push('', path, '')
      }
      lines.push(`- ${kind === 'promise' ? '[ ]' : '(preamble)'} ${text}`)
    }
  }
  return `${lines.join('\n').replace(/\n{3,}/gu, '\n\n').trim()}\n`
}
