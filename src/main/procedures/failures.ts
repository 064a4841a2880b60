import { ORPCError } from '@orpc/server'
import { ConflictError, DocumentNotFoundError } from '../library/document-store.ts'
import { codeOf, NewerFileError } from '../library/durable-file.ts'
import { NAMES } from '../library/notices.ts'
import { UnreadableFile } from '../files/unreadable-file.ts'

const STORAGE: Readonly<Record<string, string>> = {
  ENOSPC: '磁盘空间已满。请清理磁盘后重试；窗口中的文字仍然保留。',
  EROFS: '资料库所在的磁盘是只读的。请检查磁盘或更换资料库位置后重试；窗口中的文字仍然保留。',
  EACCES: '没有写入资料库的权限。请检查文件夹权限后重试；窗口中的文字仍然保留。',
  EPERM: '资料库的文件被其他程序占用或受保护。请关闭占用它的程序后重试；窗口中的文字仍然保留。',
  EBUSY: '资料库的文件正被其他程序占用。请稍后重试；窗口中的文字仍然保留。',
}

/**
 * An error as the contract knows it: a code, a Chinese message, data. Anything unexpected becomes a plain apology for the window and a
 * line with the stack on standard error.
 */
export function asContractError(error: unknown): Error {
  if (error instanceof ORPCError) return error
  if (error instanceof DocumentNotFoundError) {
    const { noun, measure, place } = NAMES[error.kind]
    return new ORPCError('NOT_FOUND', { defined: true, message: `没有找到这${measure}${noun}，可能已被删除。请回到${place}刷新列表。` })
  }
  if (error instanceof ConflictError) {
    const { noun, measure } = NAMES[error.kind]
    return new ORPCError('CONFLICT', { defined: true, message: `这${measure}${noun}已在另一个窗口中修改过，本窗口的修改尚未保存。`, data: { revision: error.revision } })
  }
  if (error instanceof UnreadableFile) {
    return new ORPCError('UNREADABLE_FILE', { defined: true, message: error.message, data: { fileName: error.fileName, reason: error.reason } })
  }
  if (error instanceof NewerFileError) return new ORPCError('STORAGE', { defined: true, message: '这份文件由更新版本的述核保存，本版本无法打开，文件未作任何改动。请升级述核后再打开。', data: { reason: 'newer' } })
  const code = codeOf(error)
  if (code !== undefined && /^E[A-Z]+$/u.test(code)) {
    log(error)
    return new ORPCError('STORAGE', { defined: true, message: STORAGE[code] ?? `读写资料库时出错（${code}）。请重试；窗口中的文字仍然保留。`, data: { reason: code } })
  }
  log(error)
  return new ORPCError('INTERNAL_SERVER_ERROR', { message: '程序内部出错，操作没有完成，已保存的内容不受影响。请重试；若仍出错，请重新启动述核。' })
}

const log = (error: unknown): void => void process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
