import type { Chance } from './chance.ts'

/** Slips planted into real texts, one in each copy; the idea and the first eleven kinds are those of a script that measures from outside. */

export interface RealKind {
  name: string
  rules: readonly string[]
  /** places in a text where it can be planted */
  at: RegExp
  /** what stands there afterwards */
  put: (found: string, chance: Chance) => string
  /** is the kind out of the question for this text? */
  unless?: RegExp
}

const NEXT: Readonly<Record<string, string>> = { 二: '三', 三: '五', 四: '六' }

export const REAL: readonly RealKind[] = [
  { name: 'a closing mark dropped', rules: ['quote.unbalanced'], at: /[”》]/gu, put: () => '' },
  { name: 'an opening mark dropped', rules: ['quote.unbalanced'], at: /[“《]/gu, put: () => '' },
  { name: 'a comma doubled', rules: ['punct.repeated'], at: /(?<=\p{Script=Han})，(?=\p{Script=Han})/gu, put: () => '，，' },
  { name: 'a stop behind a comma', rules: ['punct.repeated'], at: /(?<=\p{Script=Han})。(?=\p{Script=Han})/gu, put: () => '，。' },
  { name: 'a half-width comma', rules: ['punct.half-width'], at: /(?<=\p{Script=Han})，(?=\p{Script=Han})/gu, put: () => ',', unless: /\p{Script=Han},\p{Script=Han}/u },
  { name: 'a particle doubled', rules: ['text.repeat'], at: /(?<=\p{Script=Han})的(?=\p{Script=Han})/gu, put: () => '的的' },
  { name: 'a word doubled', rules: ['text.repeat'], at: /(?:开展|加强|推动|工作|建设|组织|落实)(?=\p{Script=Han})/gu, put: (word) => word + word },
  { name: 'a paragraph pasted twice', rules: ['text.duplicate'], at: /(?<=\n)[^\n]{80,}。(?=\n)/gu, put: (text) => `${text}\n${text}` },
  { name: 'a heading number that skips', rules: ['outline.numbering'], at: /(?<=^|\n)[ \u3000]*[二三四](?=、[^\n]{6,60}(?:\n|$))/gu, put: (n) => n.replace(/[二三四]/u, (c) => NEXT[c] ?? c) },
  { name: 'a day that is none', rules: ['date.invalid'], at: /(?<=\d月)\d{1,2}(?=日)/gu, put: () => '32' },
  { name: 'an anniversary one off', rules: ['anniversary', 'figure.contradiction'], at: /(?<=(?:国|政协)成立[ \u3000]?)\d{2}(?=[ \u3000]?周年)/gu, put: (n, chance) => String(Number(n) + chance.pick([1, -1])) },
]

/** A text with one slip, and where it lies (offset of the slip, and what it is now). */
export interface Planted {
  text: string
  start: number
  end: number
}

/** Up to `count` copies of a text, each with the slip in another place. */
export function plant(text: string, { at, put, unless }: RealKind, count: number, chance: Chance): Planted[] {
  if (unless?.test(text)) return []
  const places = [...text.matchAll(at)]
  return chance.some(places, Math.min(count, places.length)).map((match) => {
    const wrong = put(match[0], chance)
    return { text: text.slice(0, match.index) + wrong + text.slice(match.index + match[0].length), start: match.index, end: match.index + wrong.length }
  })
}
