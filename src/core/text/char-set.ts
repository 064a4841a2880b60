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
}
