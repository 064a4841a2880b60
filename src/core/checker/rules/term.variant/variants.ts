import { differenceOf } from './confusable.ts'
import { titleAt, type Named, type Names } from './names.ts'
import type { Slip } from './slip.ts'

/** What is compared: the text of a paragraph, its names, and whether it is running text (brands in headings may go without quotation marks). */
export interface NamedText {
  text: string
  running: boolean
  names: Names
  /** of its paragraph in the report */
  index: number
}

/** A slip with the paragraph that it is in, and the place of the usual form. */
export interface Variant extends Slip {
  paragraph: number
  usual: { paragraph: number; start: number; end: number }
}

interface Group {
  text: string
  places: { paragraph: number; start: number }[]
}

/** The same name wherever it stands, in reading order. */
function grouped(texts: readonly NamedText[], list: (names: Names) => readonly Named[]): Map<string, Group> {
  const groups = new Map<string, Group>()
  texts.forEach(({ names }, paragraph) => {
    for (const { text, start } of list(names)) {
      const group = groups.get(text)
      if (group) group.places.push({ paragraph, start })
      else groups.set(text, { text, places: [{ paragraph, start }] })
    }
  })
  return groups
}

const variantOf = (rare: Group, usual: Group, message: string, severity?: Slip['severity']): Variant[] => {
  const [main] = usual.places
  if (!main) return []
  return rare.places.map(({ paragraph, start }) => ({
    paragraph,
    start,
    end: start + rare.text.length,
    message,
    suggestion: usual.text,
    ...(severity ? { severity } : {}),
    usual: { paragraph: main.paragraph, start: main.start, end: main.start + usual.text.length },
  }))
}

/** How often the usual name of an action must stand in the paragraph. */
const ACTION_LEAST = 2
const ACTION = /^”(?:行动|工程|计划|品牌|模式|活动|机制|项目)/u

/** “一江清水”行动 twice and “一江碧水”行动 once in one paragraph: one character apart, whatever it is. They may be two: only noted. */
export const actionVariants = (texts: readonly NamedText[]): Variant[] =>
  texts.flatMap(({ text, names: { quoted } }, paragraph): Variant[] => {
    if (quoted.length <= ACTION_LEAST) return []
    const groups = new Map<string, Group>()
    for (const { text: name, start } of quoted) {
      if (name.length < 4 || !ACTION.test(text.slice(start + name.length, start + name.length + 3))) continue
      const group = groups.get(name) ?? { text: name, places: [] }
      groups.set(name, group)
      group.places.push({ paragraph, start })
    }
    if (groups.size !== 2) return []
    const [usual, rare] = [...groups.values()].sort((a, b) => b.places.length - a.places.length)
    if (!usual || !rare || usual.places.length < ACTION_LEAST || rare.places.length !== 1 || usual.text.length !== rare.text.length || differenceOf(rare.text, usual.text) === 'sure') return []
    const at = Array.from(usual.text, (_, i) => i).filter((i) => usual.text.charAt(i) !== rare.text.charAt(i))
    const [i = 0] = at
    if (at.length !== 1 || NUMBER.test(usual.text.charAt(i) + rare.text.charAt(i))) return []
    return variantOf(rare, usual, `“${rare.text}”与本段其他各处的“${usual.text}”（${usual.places.length}处）只差一字，请核对`, 'info')
  })

const NUMBER = /[\d一二两三四五六七八九十百千万]/u

/** How many other characters may lie between two names of one person where each stands once only. */
const NEAR_PARAGRAPHS = 2

/**
 * Names of persons beside their titles, with one character mistaken for another of its sound or look. Two persons may well have nearly the same
 * name: in one list (李建华、李健华) or both with titles of their own far from each other.
 */
export const personVariants = (texts: readonly NamedText[]): Variant[] => {
  const titled = grouped(texts, ({ persons }) => persons)
  if (titled.size === 0) return []
  const groups = grouped(texts, ({ persons, speakers }) => [...persons, ...speakers.filter((one) => !persons.some(({ start }) => start === one.start))])
  const bySurname = new Map<string, Group[]>()
  for (const group of groups.values()) bySurname.set(group.text.charAt(0), [...(bySurname.get(group.text.charAt(0)) ?? []), group])
  const out: Variant[] = []
  for (const [, list] of bySurname) {
    for (const rare of list) {
      const [place] = rare.places
      if (!place || rare.places.length !== 1) continue
      for (const usual of list) {
        const [main] = usual.places
        if (!main || usual === rare || (!titled.has(usual.text) && !titled.has(rare.text)) || differenceOf(rare.text, usual.text) !== 'sure' || haveOtherTitles(texts, usual, place)) continue
        const once = usual.places.length === 1
        // of two that stand once, the later is told, and only where they are near each other
        const isLater = place.paragraph > main.paragraph || (place.paragraph === main.paragraph && place.start > main.start)
        if (once && (!isLater || (texts[place.paragraph]?.index ?? 0) - (texts[main.paragraph]?.index ?? 0) > NEAR_PARAGRAPHS || isTogether(texts, main, place))) continue
        out.push(...variantOf(rare, usual, `人名“${rare.text}”与他处的“${usual.text}”${once ? '' : `（${usual.places.length}处）`}只差一字，请核对`))
      }
    }
  }
  return out
}

/** Has the rare name a title, and the usual one only others (主席李建华, 副主席李健华)? */
function haveOtherTitles(texts: readonly NamedText[], usual: Group, place: Group['places'][number]): boolean {
  const titleOf = ({ paragraph, start }: Group['places'][number]): string => titleAt(texts[paragraph]?.text ?? '', start, usual.text.length)
  const title = titleOf(place)
  if (title === '' || title === '同志') return false
  const titles = usual.places.map(titleOf).filter((other) => other !== '' && other !== '同志')
  return titles.length > 0 && !titles.includes(title)
}

/** Do two names stand in one list or one clause, so that they are two persons? */
function isTogether(texts: readonly NamedText[], a: Group['places'][number], b: Group['places'][number]): boolean {
  if (a.paragraph !== b.paragraph) return false
  const between = texts[a.paragraph]?.text.slice(a.start + 3, b.start) ?? ''
  return !/[。；]/u.test(between) && between.length < 24 && /[、和与及]/u.test(between)
}
