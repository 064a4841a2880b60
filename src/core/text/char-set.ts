/**
 * A set of characters of one UTF-16 unit. Asking it for every character of a text is several times as quick as a pattern that begins with a
 * class of hundreds of Han characters, so that rare beginnings are found before a pattern is tried.
 */
export class CharSet {
  private readonly bits = new Uint8Array(0x10000 >> 3)

  constructor(chars: Iterable<string>) {
    for (const char of chars) {
      const code = char.charCodeAt(0)
      this.bits[code >> 3] = (this.bits[code >> 3] ?? 0) | (1 << (code & 7))
    }
  }

  /** `code` is a UTF-16 unit. */
  has(code: number): boolean {
    return ((this.bits[code >> 3] ?? 0) & (1 << (code & 7))) !== 0
  }

  /** Those of its characters that stand in a text, each once, in the order in which they stand there. */
  standingIn(text: string): string {
    let found = ''
    for (let i = 0; i < text.length; i++) if (this.has(text.charCodeAt(i)) && !found.includes(text.charAt(i))) found += text.charAt(i)
    return found
  }
}

/** Have two short lists of characters one in common? */
export function haveOneInCommon(a: string, b: string): boolean {
  for (let i = 0; i < a.length; i++) if (b.includes(a.charAt(i))) return true
  return false
}
