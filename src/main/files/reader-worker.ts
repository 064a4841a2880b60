import { parentPort, workerData } from 'node:worker_threads'
import { readFile } from './read.ts'
import type { ReadMessage, ReadRequest } from './reader.ts'
import { UnreadableFile } from './unreadable-file.ts'

/** Reads the one file that it was started for. */
const { name, bytes, options } = workerData as ReadRequest
const say = (message: ReadMessage): void => parentPort?.postMessage(message)

readFile(name, bytes, options, (done, of) => say({ type: 'progress', done, of })).then(
  (result) => say({ type: 'read', result }),
  (error: unknown) => {
    if (error instanceof UnreadableFile) say({ type: 'unreadable', reason: error.reason, explanation: error.explanation })
    else say({ type: 'failed', stack: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  },
)
