import { mkdir, open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { codeOf } from './durable-file.ts'

const lockSchema = z.object({ pid: z.number().int().positive(), shell: z.string(), startedAt: z.string(), address: z.string().optional() })
export type LockHolder = z.infer<typeof lockSchema>

/** Another process has the library open. */
export class LibraryLockedError extends Error {
  constructor(readonly holder: LockHolder) {
    super(`资料库正由另一个述核进程使用（进程号 ${holder.pid}，${holder.shell === 'browser' ? '浏览器窗口' : '桌面窗口'}，启动于 ${holder.startedAt}）。请切换到那个窗口，或将其关闭后重试。`)
    this.name = 'LibraryLockedError'
  }
}

/** The one writer of a library folder. */
export interface Lock {
  release: () => Promise<void>
}

/**
 * Takes the lock of a library folder. The lock of a process that no longer lives is taken over. Throws {@link LibraryLockedError} while
 * another process lives.
 */
export async function takeLock(folder: string, shell: string, now: Date): Promise<Lock> {
  await mkdir(folder, { recursive: true })
  const path = join(folder, 'lock')
  const mine: LockHolder = { pid: process.pid, shell, startedAt: now.toISOString() }
  for (let attempt = 0; ; attempt++) {
    try {
      const handle = await open(path, 'wx')
      try {
        await handle.writeFile(JSON.stringify(mine))
        await handle.sync()
      } finally {
        await handle.close()
      }
      return { release: () => release(path) }
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error
    }
    const holder = await readHolder(path)
    if (holder && holder.pid !== process.pid && isAlive(holder.pid)) throw new LibraryLockedError(holder)
    if (attempt > 3) throw new Error(`cannot take the lock ${path}`)
    await rm(path, { force: true })
  }
}

async function readHolder(path: string): Promise<LockHolder | undefined> {
  try {
    return lockSchema.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch {
    // unreadable or gone: left over from a crash while it was written
    return undefined
  }
}

async function release(path: string): Promise<void> {
  const holder = await readHolder(path)
  if (holder?.pid === process.pid) await rm(path, { force: true })
}

/** Does a process with this id live? One of another user counts as living. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}
