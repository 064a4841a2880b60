/** Why a file cannot be read. */
export type UnreadableReason = 'type' | 'damaged' | 'empty' | 'too-large' | 'encrypted' | 'no-text'

/** A file that cannot be read; `message` is Chinese and names the file, the reason and the way out. */
export class UnreadableFile extends Error {
  constructor(
    readonly fileName: string,
    readonly reason: UnreadableReason,
    /** the reason and the way out, without the file's name */
    readonly explanation: string,
  ) {
    super(`无法读取“${fileName}”：${explanation}`)
    this.name = 'UnreadableFile'
  }
}
