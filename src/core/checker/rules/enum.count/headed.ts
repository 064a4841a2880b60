import { readNumeral } from '../../../text/numerals.ts'
import { splitHeadingNumber } from '../../../text/heading-number.ts'
import type { CheckedParagraph } from '../../rule.ts'

/** “四个坚持” at the end of a paragraph or heading, whose points are the headings or paragraphs below. */
export interface Headed {
  start: number
  end: number
  text: string
  count: number
  /** the word with which each of them begins */
  word: string
}

const WORDS = '坚持|聚焦|突出|强化|着力|注重|狠抓|紧扣|围绕|提升|推进|深化|优化|加强|必须|始终|牢记|确保|统筹|更加|持续|实现|抓好|严把|紧盯|做到|促进|助力|守牢|推动|全面|争当|争做'
const HEADED = new RegExp(`“?([二三四五六七八九])个(${WORDS})”?[^，。；：“”、]{0,8}[。：]?$`, 'u')

/** Reads the end of a paragraph. Offsets in its own text. */
export function headedIn(text: string): Headed | undefined {
  const tail = text.slice(-20)
  if (!tail.includes('个')) return undefined
  const match = HEADED.exec(tail)
  if (!match) return undefined
  const start = text.length - tail.length + match.index
  const name = /^“?[^”]{4}”?/u.exec(match[0])?.[0] ?? ''
  const surface = name.startsWith('“') ? name : name.replace('”', '')
  return { start, end: start + surface.length, text: surface, count: readNumeral(match[1] ?? ''), word: match[2] ?? '' }
}

/**
 * How many headings (or, where none follow, paragraphs) below paragraph `at` begin with the word, the last of them too; undefined where one of them does not, or
 * where it is not certain that they are all.
 */
export function headsBelow(paragraphs: readonly CheckedParagraph[], at: number, word: string): { count: number; places: readonly CheckedParagraph[] } | undefined {
  const first = paragraphs[at + 1]
  if (!first) return undefined
  const begins = ({ text }: CheckedParagraph): boolean => (splitHeadingNumber(text)?.heading ?? text).replace(/^(?:[一二三四五六七八九]是|第[一二三四五六七八九]，)/u, '').startsWith(word)
  if (!begins(first)) return undefined
  const places: CheckedParagraph[] = []
  if (first.role === 'heading') {
    const level = first.section?.level ?? 0
    const own = paragraphs[at]
    if (own?.role === 'heading' && (own.section?.level ?? 0) >= level) return undefined
    for (let i = at + 1; i < paragraphs.length; i++) {
      const p = paragraphs[i]
      if (p?.role !== 'heading') continue
      const here = p.section?.level ?? 0
      if (here < level) break
      if (here > level) continue
      if (!begins(p)) return undefined
      places.push(p)
    }
    return { count: places.length, places }
  }
  for (let i = at + 1; i < paragraphs.length; i++) {
    const p = paragraphs[i]
    if (!p || p.role === 'heading') break
    if (!begins(p)) return undefined
    places.push(p)
  }
  return { count: places.length, places }
}
