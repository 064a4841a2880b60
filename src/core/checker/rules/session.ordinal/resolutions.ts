import { SESSION_NUMBER as N } from '../../../figures/plenary-sessions.ts'
import { readNumeral } from '../../../text/numerals.ts'
import type { Place } from './mentions.ts'

/** 政协某市第十届委员会第二次会议决议, and 第十届委员会第二次会议于2023年1月…举行 below it: one session. Offsets in the paragraph's own text. */
export interface Resolution extends Place {
  /** title: what the resolution is called; meets: the sentence that tells of the session */
  kind: 'title' | 'meets'
  term: number
  number: number
  surface: string
}

const SESSION = `[^，。；届\\d]{0,30}?(?<session>第?(?<term>${N})届[^，。；届]{0,24}?第?(?<number>${N})次(?:全体)?(?:会议|大会))`
const TITLE = new RegExp(`^${SESSION}(?:关于[^。；]{2,40})?(?:的)?(?:政治)?(?:决议|公报|决定)$`, 'u')
const MEETS = new RegExp(`^${SESSION}[，]?[于在](?:19|20)\\d{2}年[^。；]{0,24}(?:召开|举行)`, 'u')

/** What a title or a paragraph's head says of the session whose resolution it is; empty where it says nothing. */
export function readResolution(text: string): { resolution?: Resolution } {
  if (!text.includes('届') || !text.includes('次')) return {}
  const title = text.length <= 90 ? TITLE.exec(text) : null
  const groups = (title ?? MEETS.exec(text))?.groups
  if (!groups) return {}
  const { session = '', term = '', number = '' } = groups
  const start = text.indexOf(session)
  return { resolution: { kind: title ? 'title' : 'meets', start, end: start + session.length, term: readNumeral(term), number: readNumeral(number), surface: session } }
}

/** Sessions that are not the one of the resolution above them, with that one: another number of the same term, or the same number of another. */
export function otherThanTitled<P>(all: readonly { in: P; it: Resolution }[]): { at: { in: P; it: Resolution }; title: { in: P; it: Resolution } }[] {
  const out: { at: { in: P; it: Resolution }; title: { in: P; it: Resolution } }[] = []
  let title: { in: P; it: Resolution } | undefined
  for (const placed of all) {
    if (placed.it.kind === 'title') title = placed
    else if (title) {
      if ((title.it.term === placed.it.term) !== (title.it.number === placed.it.number)) out.push({ at: placed, title })
      title = undefined
    }
  }
  return out
}
