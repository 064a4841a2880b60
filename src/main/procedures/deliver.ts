import { basename } from 'node:path'
import { ORPCError } from '@orpc/server'
import { nextName } from '#core/print/publishing.ts'
import type { HostOptions } from '../host.ts'
import { Unwritable } from '../unwritable.ts'

/** What to say of a file that cannot be written, by the system's code. */
const REASONS: Readonly<Record<string, string>> = {
  EBUSY: '文件正被其他程序打开（可能在 Word 或 WPS 中）',
  EPERM: '文件正被其他程序打开，或设为只读',
  ETXTBSY: '文件正被其他程序打开',
  EACCES: '没有写入的权限，文件或文件夹可能是只读的',
  EROFS: '所在的磁盘是只读的',
  ENOSPC: '磁盘空间已满',
  EISDIR: '同名的是一个文件夹',
  ENOENT: '要存放的文件夹已不在原处（可能已被移动、改名或删除，或者移动硬盘、网络盘没有连接）',
  ENOTDIR: '路径中有一段不是文件夹',
  ENAMETOOLONG: '文件名太长',
}

/**
 * Gives the user a file: a shell with a save dialog writes it itself, the other hands it to the window for download. With `to`, it is written
 * there without a dialog. Throws `UNWRITABLE` with the reason and another name; what stood there before is untouched.
 */
export async function deliver({ ports }: Pick<HostOptions, 'ports'>, name: string, bytes: Uint8Array, type: string, to?: string) {
  try {
    if (to !== undefined && ports.writeFile) {
      await ports.writeFile(to, bytes)
      return { outcome: 'saved' as const, path: to }
    }
    if (ports.saveFile) {
      const saved = await ports.saveFile(name, bytes)
      return saved === null ? { outcome: 'cancelled' as const } : { outcome: 'saved' as const, path: saved.path }
    }
  } catch (error) {
    if (!(error instanceof Unwritable)) throw error
    const { path, code } = error
    const fileName = basename(path)
    const way = code === 'ENOSPC' ? '请清理磁盘后重试。' : code === 'ENOENT' ? '请换一个位置保存。' : '请关闭占用它的程序后重试，或换一个名字保存。'
    throw new ORPCError('UNWRITABLE', { defined: true, message: `没有写入“${fileName}”：${REASONS[code] ?? `系统返回 ${code}`}。${way}${code === 'ENOENT' ? '' : '原来的文件没有改动。'}`, data: { path, fileName, suggestion: nextName(fileName) } })
  }
  return { outcome: 'download' as const, file: new File([new Uint8Array(bytes)], name, { type }) }
}
