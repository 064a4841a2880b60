/** What a ZIP archive says of itself, read from its central directory without unpacking anything. */
export interface ZipEntry {
  name: string
  size: number
  encrypted: boolean
}

/**
 * The entries of a ZIP archive by its central directory (APPNOTE.TXT 6.3, 4.3.12 and 4.3.16); undefined where it has none, so that it is
 * damaged or truncated. Used before any reader unpacks a file, to refuse archives that would fill the memory.
 */
export function zipEntries(bytes: Uint8Array): ZipEntry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = directoryEnd(view)
  if (end < 0) return undefined
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  const entries: ZipEntry[] = []
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) return undefined
    const nameLength = view.getUint16(at + 28, true)
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      size: view.getUint32(at + 24, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

/**
 * Gives all entries of a ZIP archive one time (APPNOTE.TXT 6.3, 4.4.6), in place, so that equal content gives equal bytes. The time is written as UTC, for it
 * must not depend on where the machine stands. Throws on an archive that has no central directory.
 */
export function stampEntries(bytes: Uint8Array, at: Date): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = directoryEnd(view)
  if (end < 0) throw new Error('no central directory')
  // MS-DOS time: two seconds; years from 1980
  const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1)
  const date = (Math.min(127, Math.max(0, at.getUTCFullYear() - 1980)) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate()
  let entry = view.getUint32(end + 16, true)
  for (let i = view.getUint16(end + 10, true); i > 0; i--) {
    for (const place of [entry + 12, view.getUint32(entry + 42, true) + 10]) {
      view.setUint16(place, time, true)
      view.setUint16(place + 2, date, true)
    }
    entry += 46 + view.getUint16(entry + 28, true) + view.getUint16(entry + 30, true) + view.getUint16(entry + 32, true)
  }
}

/** Where the end of the central directory begins; −1 where there is none. */
function directoryEnd(view: DataView): number {
  for (let i = view.byteLength - 22; i >= Math.max(0, view.byteLength - 22 - 0xffff); i--) if (view.getUint32(i, true) === 0x06054b50) return i
  return -1
}
