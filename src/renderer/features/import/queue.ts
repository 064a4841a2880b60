import { MAX_FILE_BYTES, type SourceLine } from '#contract/contract.ts'
import type { Report } from '#core/model/report.ts'
import type { HostLink } from '../../app/host.ts'
import { messageOf } from '../../app/failure.ts'
import { createStore } from '../../app/store.ts'

/** Files that can be read; what else is chosen the host refuses with its reason. */
export const ACCEPTED = ['.docx', '.doc', '.pdf', '.html', '.htm', '.txt', '.md', '.json'] as const

/** A file on its way into the library. */
export type Entry = { key: number; file: File } & ({ state: 'waiting' } | { state: 'reading'; cancel: () => void; progress?: { done: number; of: number } } | { state: 'ready'; report: Report; source: readonly SourceLine[] } | { state: 'failed'; message: string })

/** The files that were chosen and not yet saved or dropped, in the order in which they came. */
export const queue = createStore<readonly Entry[]>([])

let lastKey = 0
let working = false

/** Puts files at the end of the queue and reads them one after the other. */
export function enqueue(host: HostLink, files: readonly File[]): void {
  queue.set((now) => [...now, ...files.map((file) => ({ key: ++lastKey, file, state: 'waiting' as const }))])
  void work(host)
}

/** Takes an entry out, whatever its state; a reading under way is cancelled. */
export function drop(key: number): void {
  const entry = queue.get().find((e) => e.key === key)
  if (entry?.state === 'reading') entry.cancel()
  queue.set((now) => now.filter((e) => e.key !== key))
}

/** Takes everything out. */
export const dropAll = (): void => queue.get().forEach(({ key }) => drop(key))

/** Reads a file again that failed. */
export function retry(host: HostLink, key: number): void {
  change(key, (entry) => ({ key, file: entry.file, state: 'waiting' }))
  void work(host)
}

const change = (key: number, to: (entry: Entry) => Entry): void => queue.set((now) => now.map((entry) => (entry.key === key ? to(entry) : entry)))

async function work(host: HostLink): Promise<void> {
  if (working) return
  working = true
  try {
    for (let next = waiting(); next; next = waiting()) await read(host, next)
  } finally {
    working = false
  }
}

const waiting = (): Entry | undefined => queue.get().find(({ state }) => state === 'waiting')

async function read({ client }: HostLink, { key, file }: Entry): Promise<void> {
  if (file.size > MAX_FILE_BYTES) {
    change(key, () => ({ key, file, state: 'failed', message: `“${file.name}”超过 20 MB，没有读取。请删去图片等与文字无关的内容，或拆成几份后再导入。` }))
    return
  }
  const abort = new AbortController()
  const cancel = (): void => abort.abort()
  change(key, () => ({ key, file, state: 'reading', cancel }))
  try {
    for await (const reading of await client.files.read({ file }, { signal: abort.signal })) {
      if (reading.type === 'read') change(key, () => ({ key, file, state: 'ready', report: reading.report, source: reading.source }))
      else change(key, (entry) => (entry.state === 'reading' ? { key, file, state: 'reading', cancel, progress: reading } : entry))
    }
  } catch (error) {
    const message = messageOf(error)
    change(key, () => ({ key, file, state: 'failed', message: message.includes(file.name) ? message : `“${file.name}”没有读出来。${message}` }))
  }
}
