import { inlineText, type Inline } from '../model/inline.ts'
import { plainText } from '../model/plain-text.ts'
import type { Paragraph, Section } from '../model/report.ts'
import { allSections } from '../model/tree.ts'
import { firstSentenceLength } from '../text/sentences.ts'
import { markBeginning } from './marks.ts'

const MAX_LEAD = 45
const MIN_REST = 25

/** Openings that carry news or quote somebody, not the gist of their paragraph. */
const NOT_A_LEAD = /^(?:[一这]年|今年|去年|全年|过去|当前|同时|此外|其中|与此同时|值得一提|习近平|总书记|据|截至|\d|各位|如今|为此|比如|例如)|\d|[？！]|……|⋯/u

/** Length of the lead sentence (段旨句) that a paragraph could open with, by its wording alone; 0 where it has none. */
export function possibleLead(text: string): number {
  const length = firstSentenceLength(text)
  if (length > MAX_LEAD || length < 5 || text.length - length < MIN_REST) return 0
  const sentence = text.slice(0, length)
  return sentence.endsWith('。') && !NOT_A_LEAD.test(sentence) ? length : 0
}

/**
 * Marks lead sentences. One paragraph's short first sentence may be chance; where most paragraphs of a section open with one, it is
 * how the report is built.
 */
export function markLeads(section: Section): Section {
  const lengths = section.paragraphs.map((p) => possibleLead(plainText(p.content)))
  const candidates = lengths.filter((n) => n > 0).length
  const built = candidates >= 2 && candidates >= section.paragraphs.length * 0.4
  const paragraphs = section.paragraphs.map((p, i) => {
    const n = lengths[i] ?? 0
    return n > 0 && (built || opensWithVerb(plainText(p.content))) && hasNoLead(p) ? withLead(p, n) : p
  })
  return { ...section, paragraphs, sections: section.sections.map(markLeads) }
}

const opensWithVerb = (text: string): boolean =>
  /^(?:坚持|加强|深入|深化|推进|推动|持续|切实|聚焦|提升|强化|完善|全面|扎实|着力|创新|突出|健全|优化|加快|大力|积极|广泛|不断|充分|打造|抓好|做好|激发|高质量|高水平|高标准)/u.test(text)

const hasNoLead = (p: Paragraph): boolean => !p.content.some((node) => node.marks?.includes('lead'))

const withLead = (paragraph: Paragraph, length: number): Paragraph => ({ ...paragraph, content: markBeginning(paragraph.content, length, 'lead') })

/**
 * Lead sentences as the source sets them: bold from the paragraph's beginning to the end of its first sentence, in most paragraphs that have more than one
 * sentence. Undefined where the source has no such habit.
 */
export function leadsAsSet(sections: readonly Section[]): Section[] | undefined {
  const longer = allSections(sections).flatMap((s) => s.paragraphs).filter(({ content }) => firstSentenceLength(plainText(content)) < plainText(content).length)
  const set = longer.filter((p) => boldBeginning(p.content) > 0).length
  if (set < 2 || set * 2 < longer.length) return undefined
  const visit = (section: Section): Section => ({
    ...section,
    paragraphs: section.paragraphs.map((p) => {
      const length = boldBeginning(p.content)
      return length > 0 ? { ...p, content: markBeginning(p.content, length, 'lead', 'bold') } : p
    }),
    sections: section.sections.map(visit),
  })
  return sections.map(visit)
}

/** Length of the first sentence where it, and nothing directly behind it, is bold; 0 else. */
function boldBeginning(content: readonly Inline[]): number {
  const text = plainText(content)
  const first = firstSentenceLength(text)
  if (first === text.length || !/[。！？][”’」』）)》】〉"']*$/u.test(text.slice(0, first))) return 0
  let bold = 0
  for (const node of content) {
    if (!node.marks?.includes('bold')) break
    bold += inlineText(node).length
  }
  return bold === first ? first : 0
}

/** Does a paragraph close a report (结语)? By wording; the caller knows that it stands last. */
export function soundsLikeClosing(text: string): boolean {
  if (possibleLead(text) > 0 && opensWithVerb(text)) return false
  return /新的一年|新征程上|让我们|站在新的|展望(?:未来|新|20)|继往开来|征程(?:又启|万里)|奋楫|再出发|谱写.{0,20}(?:新篇章|华章)|作出(?:新的)?更大贡献|贡献更多.{0,12}力量/u.test(text)
}
