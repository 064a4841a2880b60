/**
 * Fingerprints of the texts that an export held, kept in the file: when a copy comes back they tell what was changed there, what was changed in the draft
 * meanwhile, and what was changed on both sides. 31 bits each; a mistake would take one paragraph in some millions for unchanged.
 */

/** FNV-1a over UTF-16 units, as six letters and digits. White space does not count: titles are broken into lines. */
function hash(text: string): string {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  h ^= h >>> 15
  return (Math.imul(h, 0x2c1b3c6d) >>> 1).toString(36).padStart(6, '0')
}

const ofText = (source: string, text: string): string => hash(`${source}\n${text.replace(/\s+/gu, '')}`)
const ofSource = (source: string): string => hash(`#${source}`)

/** All fingerprints of an export, one behind the other: of each source alone and with its text. */
export const fingerprintsOf = (texts: Iterable<{ source: string; text: string }>): string => Array.from(texts, ({ source, text }) => ofSource(source) + ofText(source, text)).join('')

/** What an export held, as far as its fingerprints tell. */
export interface Exported {
  /** was this paragraph, section or title line in it? */
  has: (source: string) => boolean
  /** was it there with this very text? */
  said: (source: string, text: string) => boolean
}

/** Reads what {@link fingerprintsOf} wrote; undefined where nothing of it is left. */
export function readFingerprints(all: string): Exported | undefined {
  const known = new Set(all.match(/[0-9a-z]{6}/gu))
  return known.size === 0 ? undefined : { has: (source) => known.has(ofSource(source)), said: (source, text) => known.has(ofText(source, text)) }
}
