/**
 * Names of the hidden Word bookmarks by which a paragraph is known again when a copy comes back. Word allows letters, digits and underscores, at most 40
 * characters, hides names that begin with an underscore, and takes capitals and small letters for the same.
 */

const PREFIX = '_sh'
const LONGEST = 40

/** Small letters and digits as they are; what else an id holds behind an underscore: a capital by its small letter, `-` as 0, `_` as 1, the rest by its code. */
const escaped = (c: string): string =>
  /[a-z0-9]/u.test(c) ? c : /[A-Z]/u.test(c) ? `_${c.toLowerCase()}` : c === '-' ? '_0' : c === '_' ? '_1' : `_2${(c.codePointAt(0) ?? 0).toString(16)}_`

/**
 * The bookmark of a paragraph's `source`. Two sources have two names: one that would be too long is known by a hash instead (106 bits, after `__`), from which
 * only {@link sourcesByBookmark} leads back.
 */
export function bookmarkOf(source: string): string {
  const plain = PREFIX + Array.from(source, escaped).join('')
  return plain.length <= LONGEST ? plain : `${PREFIX}__${hash(source, 1)}${hash(source, 2)}`
}

/** The source that a bookmark names; undefined for bookmarks of others and for hashed ones. */
export function sourceOf(bookmark: string): string | undefined {
  if (!bookmark.startsWith(PREFIX) || bookmark.startsWith(`${PREFIX}__`)) return undefined
  const source = bookmark.slice(PREFIX.length).replace(/_(?:([a-z])|(0)|(1)|2([0-9a-f]{1,6})_)/gu, (_, capital?: string, dash?: string, low?: string, code?: string) =>
    capital !== undefined ? capital.toUpperCase() : dash !== undefined ? '-' : low !== undefined ? '_' : fromCode(code))
  return bookmarkOf(source) === bookmark ? source : undefined
}

const fromCode = (code: string | undefined): string => {
  const point = Number.parseInt(code ?? '', 16)
  return point <= 0x10ffff ? String.fromCodePoint(point) : ''
}

/** Is this a bookmark of ours? Programs may change the case of a name. */
export const isOurBookmark = (bookmark: string): boolean => bookmark.toLowerCase().startsWith(PREFIX)

/** The given sources by their bookmarks, hashed ones too: how a reader that has the report at hand finds its paragraphs. Ask with the small-letter name. */
export const sourcesByBookmark = (sources: Iterable<string>): ReadonlyMap<string, string> => new Map(Array.from(sources, (source) => [bookmarkOf(source), source]))

/** 53 bits of a text (cyrb53) as 11 letters and digits. */
function hash(text: string, seed: number): string {
  let [a, b] = [0xdeadbeef ^ seed, 0x41c6ce57 ^ seed]
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    a = Math.imul(a ^ c, 2654435761)
    b = Math.imul(b ^ c, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36).padStart(11, '0')
}
