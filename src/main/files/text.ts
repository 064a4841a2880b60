/**
 * Decodes a text file: UTF-8 and UTF-16 by their byte order marks, UTF-16 without one by its zero bytes, UTF-8 where the bytes are valid,
 * else GB18030, which Chinese Windows writes. Returns undefined where it is no text in any of them.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return decode('utf-8', bytes)
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode('utf-16le', bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode('utf-16be', bytes)
  const zeros = countZeros(bytes.subarray(0, 4096))
  if (zeros.odd + zeros.even > 0) {
    // Chinese UTF-16 has zero bytes only in its ASCII characters and line ends, all on one side
    if (zeros.even === 0) return plausible(decode('utf-16le', bytes))
    if (zeros.odd === 0) return plausible(decode('utf-16be', bytes))
    return undefined
  }
  return plausible(decode('utf-8', bytes) ?? decode('gb18030', bytes))
}

function decode(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function countZeros(bytes: Uint8Array): { odd: number; even: number } {
  let odd = 0
  let even = 0
  bytes.forEach((byte, i) => {
    if (byte !== 0) return
    if (i % 2 === 0) even++
    else odd++
  })
  return { odd, even }
}

/** Text has hardly any control characters; a binary file that happens to decode does. */
function plausible(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const controls = text.slice(0, 20_000).match(/[^\P{Cc}\t\n\v\f\r\x80-\x9f]/gu)?.length ?? 0
  return controls > Math.max(2, Math.min(text.length, 20_000) * 0.005) ? undefined : text
}
