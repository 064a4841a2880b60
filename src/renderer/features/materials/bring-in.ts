import { notifications } from '@mantine/notifications'
import { MAX_FILE_BYTES, type StoredMaterial } from '#contract/contract.ts'
import { materialFromReport, textOf } from '#core/materials/from-report.ts'
import type { Material } from '#core/materials/material.ts'
import type { Report } from '#core/model/report.ts'
import type { Client } from '../../app/client.ts'
import { messageOf } from '../../app/failure.ts'
import { createStore } from '../../app/store.ts'

/** For whose report, of which year. */
export interface Destination {
  body: string
  year: number | null
}

/** A file on its way to become a material. */
export type Job = { key: number; file: File; to: Destination } & (
  | { state: 'waiting' }
  | { state: 'reading'; abort: AbortController; progress?: { done: number; of: number } }
  | { state: 'failed'; message: string }
  /** a material of this file name is there, with another text */
  | { state: 'known'; known: StoredMaterial; material: Material }
)

/** What was chosen and is not stored yet, in the order in which it came. It outlives the panel, so that switching tabs ends nothing. */
export const jobs = createStore<readonly Job[]>([])

let lastKey = 0
let working = false

/** Reads files one after the other and stores each as a material; one that is there already with the same text is not stored again. */
export function bringIn(client: Client, files: readonly File[], to: Destination): void {
  jobs.set((now) => [...now, ...files.map((file) => ({ key: ++lastKey, file, to, state: 'waiting' as const }))])
  if (!working) void work(client)
}

/** Takes a job out; a reading under way is cancelled. */
export function dropJob(key: number): void {
  const job = jobs.get().find((j) => j.key === key)
  if (job?.state === 'reading') job.abort.abort()
  jobs.set((now) => now.filter((j) => j.key !== key))
}

/** Of a file whose name is known: makes its text that of the material, or keeps both. */
export async function settleJob(client: Client, key: number, how: 'update' | 'add'): Promise<void> {
  const job = jobs.get().find((j) => j.key === key)
  if (job?.state !== 'known') return
  try {
    if (how === 'add') await client.materials.add({ material: job.material, original: job.file })
    else await client.materials.save({ material: { ...job.known.material, paragraphs: job.material.paragraphs }, baseRevision: job.known.revision })
    dropJob(key)
  } catch (error) {
    fail(key, error)
  }
}

async function work(client: Client): Promise<void> {
  working = true
  const outcomes = { added: 0, same: 0, other: 0 }
  try {
    for (let next = waiting(); next; next = waiting()) outcomes[await readOne(client, next)]++
  } finally {
    working = false
  }
  if (outcomes.added + outcomes.same === 0) return
  notifications.show({
    color: 'green',
    title: outcomes.added > 0 ? `已导入 ${outcomes.added} 份素材` : '没有新的素材',
    message: outcomes.same > 0 ? `${outcomes.same} 份与已有素材完全相同，没有重复导入。` : '部门和日期由程序识别，请核对。',
  })
}

const waiting = (): Job | undefined => jobs.get().find(({ state }) => state === 'waiting')

async function readOne(client: Client, { key, file, to }: Job): Promise<'added' | 'same' | 'other'> {
  if (file.size > MAX_FILE_BYTES) {
    change(key, (job) => ({ ...head(job), state: 'failed', message: `“${file.name}”超过 20 MB，没有读取。请删去图片等与文字无关的内容后再导入。` }))
    return 'other'
  }
  const abort = new AbortController()
  change(key, (job) => ({ ...head(job), state: 'reading', abort }))
  try {
    for await (const reading of await client.files.read({ file }, { signal: abort.signal })) {
      if (reading.type === 'progress') change(key, (job) => ({ ...head(job), state: 'reading', abort, progress: reading }))
      else return await store(client, { key, file, to }, readAs(reading.report, file, to))
    }
  } catch (error) {
    fail(key, error)
  }
  return 'other'
}

/** What was pasted came from no file, whatever it is called on its way. */
const wasPasted = (file: File): boolean => /^粘贴的文字\.(?:txt|html)$/u.test(file.name)

function readAs(report: Report, file: File, { body, year }: Destination): Material {
  const material = materialFromReport(wasPasted(file) ? { ...report, origin: { from: 'blank' } } : report, { id: 'new', body, year, ...(wasPasted(file) ? {} : { fileName: file.name }) })
  return material.title === '' ? { ...material, title: '粘贴的文字' } : material
}

async function store(client: Client, { key, file, to }: Pick<Job, 'key' | 'file' | 'to'>, material: Material): Promise<'added' | 'same' | 'other'> {
  // cancelled while it was read
  if (!jobs.get().some((job) => job.key === key)) return 'other'
  if (material.paragraphs.length === 0) {
    change(key, (job) => ({ ...head(job), state: 'failed', message: `“${file.name}”里没有可用的文字。请打开文件确认内容，或复制文字后用“粘贴”添加。` }))
    return 'other'
  }
  const namesakes = wasPasted(file) ? [] : (await client.materials.list({ body: to.body })).filter(({ fileName }) => fileName === file.name)
  const known = await Promise.all(namesakes.map(({ id }) => client.materials.get({ id })))
  const [latest] = known
  if (known.some((k) => textOf(k.material) === textOf(material))) {
    dropJob(key)
    return 'same'
  }
  if (latest) {
    change(key, (job) => ({ ...head(job), state: 'known', known: latest, material }))
    return 'other'
  }
  await client.materials.add(wasPasted(file) ? { material } : { material, original: file })
  dropJob(key)
  return 'added'
}

const head = ({ key, file, to }: Job): Pick<Job, 'key' | 'file' | 'to'> => ({ key, file, to })
const change = (key: number, to: (job: Job) => Job): void => jobs.set((now) => now.map((job) => (job.key === key ? to(job) : job)))

function fail(key: number, error: unknown): void {
  change(key, (job) => {
    const message = messageOf(error)
    return { ...head(job), state: 'failed', message: message.includes(job.file.name) ? message : `“${job.file.name}”没有导入。${message}` }
  })
}
