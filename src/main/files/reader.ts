import { Worker } from 'node:worker_threads'
import type { RecoverOptions } from '#core/intake/recover.ts'
import type { PdfPage } from './pdf-page.ts'
import { readFile, type OnProgress, type ReadFile } from './read.ts'
import { UnreadableFile, type UnreadableReason } from './unreadable-file.ts'

/** Milliseconds that reading one file may take. */
export const READ_TIMEOUT = 30_000
/** Megabytes that a reader's heap may fill. */
const MEMORY = 768

export interface ReadControl {
  /** ends the reading; the promise is rejected with the signal's reason */
  signal?: AbortSignal
  onProgress?: OnProgress
}

/** Reads a file into a report, like {@link readFile}. */
export type FileReader = (name: string, bytes: Uint8Array, options: RecoverOptions, control?: ReadControl) => Promise<ReadFile>

/** Draws a page of a PDF, counted from 1, `width` pixels wide. */
export type PageDrawer = (name: string, bytes: Uint8Array, page: number, width: number, control?: Pick<ReadControl, 'signal'>) => Promise<PdfPage>

/** What the host hands to the worker. */
export type WorkerTask =
  | { task: 'read'; name: string; bytes: Uint8Array; options: RecoverOptions }
  | { task: 'page'; name: string; bytes: Uint8Array; page: number; width: number }

/** What the worker says. */
export type WorkerMessage =
  | { type: 'progress'; done: number; of: number }
  | { type: 'done'; result: unknown }
  | { type: 'unreadable'; reason: UnreadableReason; explanation: string }
  | { type: 'failed'; stack: string }

/** Reads in this very thread: for programs that do nothing else meanwhile. */
export const readHere: FileReader = (name, bytes, options, { onProgress } = {}) => readFile(name, bytes, options, onProgress)

/**
 * Reads each file in a worker of its own, so that the host goes on, a reading can be cancelled, and a file that was made to fill memory or
 * time ends with a message. `script` is the built reader-worker.
 */
export const readerInWorker = (script: URL, timeout: number = READ_TIMEOUT): FileReader => (name, bytes, options, control) =>
  run<ReadFile>(script, { task: 'read', name, bytes, options }, timeout, control)

/** Draws pages in a worker, within the same bounds. */
export const drawerInWorker = (script: URL, timeout: number = READ_TIMEOUT): PageDrawer => (name, bytes, page, width, control) =>
  run<PdfPage>(script, { task: 'page', name, bytes, page, width }, timeout, control)

const run = <R>(script: URL, task: WorkerTask, timeout: number, { signal, onProgress }: ReadControl = {}): Promise<R> =>
  new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(signal.reason as Error)
      return
    }
    const { name } = task
    const worker = new Worker(script, { workerData: task, resourceLimits: { maxOldGenerationSizeMb: MEMORY } })
    const end = (settle: () => void): void => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', abort)
      settle()
      void worker.terminate()
    }
    const abort = (): void => end(() => reject(signal?.reason as Error))
    const timer = setTimeout(() => end(() => reject(new UnreadableFile(name, 'too-large', `读取超过 ${timeout / 1000} 秒，已经停止。请另存为 .docx 或 .txt 格式，或拆分为几个文件，再导入。`))), timeout)
    signal?.addEventListener('abort', abort)
    worker.on('message', (message: WorkerMessage) => {
      if (message.type === 'progress') onProgress?.(message.done, message.of)
      else if (message.type === 'done') end(() => resolve(message.result as R))
      else if (message.type === 'unreadable') end(() => reject(new UnreadableFile(name, message.reason, message.explanation)))
      else end(() => reject(new Error(message.stack)))
    })
    worker.on('error', (error: Error & { code?: string }) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') end(() => reject(new UnreadableFile(name, 'too-large', '文件太复杂，读取需要的内存超过上限。请删去图片和表格后另存，再导入。')))
      else end(() => reject(error))
    })
    worker.on('exit', () => end(() => reject(new UnreadableFile(name, 'damaged', '文件没有读完就中断了，可能已损坏。请用 Word 打开并另存，再导入。'))))
  })
