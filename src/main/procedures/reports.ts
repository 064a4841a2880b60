import { os, type Services } from './context.ts'
import { deliver } from './deliver.ts'

/** Reports, one at a time. */
export const reportProcedures = ({ options, library, events }: Services) => ({
  versions: os.reports.versions.handler(async ({ input }) => (await library.versions(input.id)).reverse().map((at) => ({ at: new Date(at).toISOString() }))),
  get: os.reports.get.handler(async ({ input }) => {
    const { report, revision, savedAt } = await library.get(input.id)
    return { report, revision, savedAt }
  }),
  save: os.reports.save.handler(async ({ input }) => {
    const { revision, savedAt } = await library.save(input.report, input.baseRevision)
    return { revision, savedAt }
  }),
  add: os.reports.add.handler(async ({ input }) => {
    const { original } = input
    const { report } = await library.add(input.report, original && { name: original.name, bytes: new Uint8Array(await original.arrayBuffer()) })
    events.publish('event', { type: 'library' })
    return { id: report.id }
  }),
  original: os.reports.original.handler(async ({ input }) => {
    const original = await library.original(input.id)
    if (!original) return { outcome: 'none' as const }
    return deliver(options, original.name, original.bytes, 'application/octet-stream')
  }),
  remove: os.reports.remove.handler(async ({ input }) => {
    await library.remove(input.id)
    events.publish('event', { type: 'library' })
  }),
  restore: os.reports.restore.handler(async ({ input }) => {
    await library.restore(input.id)
    events.publish('event', { type: 'library' })
  }),
})
