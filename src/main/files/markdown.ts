import { linesOfText, type SourceLine } from '#core/intake/recover.ts'

/**
 * Markdown as lines with styles: `#` headings, of which a lone first one is the title; emphasis, links, list and quote marks are taken off,
 * their text stays. Numbered lists keep their numbers, which in reports are those of headings.
 */
export function linesOfMarkdown(text: string): SourceLine[] {
  const raw = linesOfText(text)
  const ones = raw.filter((line) => /^#\s/u.test(line.text)).length
  const out: SourceLine[] = []
  let fenced = false
  for (const [i, line] of raw.entries()) {
    if (/^\s*(?:```|~~~)/u.test(line.text)) {
      fenced = !fenced
      continue
    }
    const heading = fenced ? null : /^(#{1,6})\s+(.*?)\s*#*$/u.exec(line.text)
    if (heading) {
      const depth = (heading[1] ?? '').length
      const isTitle = depth === 1 && ones === 1 && raw.slice(0, i).every((l) => l.text.trim() === '')
      const level = Math.min(4, Math.max(1, ones === 1 ? depth - 1 : depth))
      out.push({ text: inline(heading[2] ?? ''), style: isTitle ? 'title' : (`heading${level}` as SourceLine['style']) })
    } else if (/^\s*(?:[-*_]\s*){3,}$/u.test(line.text)) {
      out.push({ text: '' })
    } else {
      out.push({ text: fenced ? line.text : inline(line.text.replace(/^(\s*)(?:>\s?)+/u, '$1').replace(/^(\s*)[-*+]\s+/u, '$1')) })
    }
  }
  return out
}

const inline = (text: string): string =>
  text
    .replace(/!\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .replace(/\[([^\]]+)\]\([^)]*\)/gu, '$1')
    .replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/gu, '$2')
    .replace(/(?<![\p{L}\p{N}*])\*(?=\S)([^*]+?)(?<=\S)\*(?![\p{L}\p{N}*])/gu, '$1')
    .replace(/`([^`]+)`/gu, '$1')
    .replace(/\\([\\`*_{}[\]()#+\-.!>])/gu, '$1')
