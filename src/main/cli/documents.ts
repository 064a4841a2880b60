import { readFile, stat } from 'node:fs/promises'
import { basename, dirname, resolve } from 'node:path'
import { MAX_FILE_BYTES } from '#contract/limits.ts'
import type { Report } from '#core/model/report.ts'
import { readReportFile, UnreadableFile } from '../files/read.ts'
import { codeOf, writeDurably } from '../library/durable-file.ts'
import { CommandError } from './command.ts'

/** Files that commands read and write. */

/** Reads a file of any supported kind. Throws {@link CommandError} with the reason in one line. */
export async function load(file: string): Promise<Report> {
  try {
    // before the bytes are read: a film instead of a report must not fill the memory
    const { size } = await stat(file)
    if (size > MAX_FILE_BYTES) throw new UnreadableFile(basename(file), 'too-large', `文件有 ${(size / 1024 / 1024).toFixed(1)} MB，超过 20 MB 的上限。`)
    return await readReportFile(basename(file), await readFile(file), { id: 'report', origin: { from: 'file', fileName: basename(file) } })
  } catch (error) {
    if (error instanceof UnreadableFile) throw new CommandError(error.message)
    const code = codeOf(error)
    if (code !== undefined) throw new CommandError(`无法读取“${file}”：${SYSTEM[code] ?? code}`)
    throw error
  }
}

const SYSTEM: Readonly<Record<string, string>> = { ENOENT: '没有这个文件或文件夹。', EISDIR: '这是文件夹，不是文件。', EACCES: '没有访问权限。', EPERM: '没有访问权限。', EROFS: '磁盘是只读的。', ENOSPC: '磁盘空间已满。' }

/** Writes a result; never over the file that it was made from. Throws {@link CommandError} with the reason in one line. */
export async function save(to: string, content: string | Uint8Array, source: string | undefined): Promise<void> {
  if (source !== undefined && resolve(source) === resolve(to)) throw new CommandError(`输出文件不能与输入文件“${source}”相同。`)
  try {
    await stat(dirname(resolve(to)))
    await writeDurably(resolve(to), content, { backup: false })
  } catch (error) {
    const code = codeOf(error)
    if (code === undefined) throw error
    throw new CommandError(`无法写入“${to}”：${SYSTEM[code] ?? code}`)
  }
}
