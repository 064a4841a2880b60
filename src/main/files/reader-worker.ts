import { parentPort, workerData } from 'node:worker_threads'
import { drawPdfPage } from './pdf-page.ts'
import { readFile } from './read.ts'
import type { WorkerMessage, WorkerTask } from './reader.ts'
import { UnreadableFile } from './unreadable-file.ts'

/** Does the one thing that it was started for: reads a file, or draws a page of one. */
const task = workerData as WorkerTask
const say = (message: WorkerMessage): void => parentPort?.postMessage(message)

const work: Promise<unknown> =
  task.task === 'page' ? drawPdfPage(task.bytes, task.page, task.width) : readFile(task.name, task.bytes, task.options, (done, of) => say({ type: 'progress', done, of }))
work.then(
  (result) => say({ type: 'done', result }),
  (error: unknown) => {
    if (error instanceof UnreadableFile) say({ type: 'unreadable', reason: error.reason, explanation: error.explanation })
    else say({ type: 'failed', stack: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  },
)
