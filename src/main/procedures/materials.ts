import { os, type Services } from './context.ts'
import { deliver } from './deliver.ts'

/** The texts that departments sent in (素材). */
export const materialProcedures = ({ options, library: { materials }, events }: Services) => {
  const changed = (body: string): void => void events.publish('event', { type: 'materials', body })
  return {
    list: os.materials.list.handler(({ input }) => materials.list(input.body)),
    get: os.materials.get.handler(async ({ input }) => {
      const { material, revision, savedAt } = await materials.get(input.id)
      return { material, revision, savedAt }
    }),
    getAll: os.materials.getAll.handler(async ({ input }) => (await materials.getAll(input.body)).map(({ material, revision, savedAt }) => ({ material, revision, savedAt }))),
    add: os.materials.add.handler(async ({ input: { material, original } }) => {
      const stored = await materials.add(material, original && { name: original.name, bytes: new Uint8Array(await original.arrayBuffer()) })
      changed(stored.material.body)
      return { id: stored.material.id }
    }),
    save: os.materials.save.handler(async ({ input }) => {
      const { material: before } = await materials.get(input.material.id)
      const { revision, savedAt } = await materials.save(input.material, input.baseRevision)
      changed(input.material.body)
      if (before.body !== input.material.body) changed(before.body)
      return { revision, savedAt }
    }),
    remove: os.materials.remove.handler(async ({ input }) => {
      changed((await materials.remove(input.id)).material.body)
    }),
    restore: os.materials.restore.handler(async ({ input }) => {
      changed((await materials.restore(input.id)).material.body)
    }),
    original: os.materials.original.handler(async ({ input }) => {
      const original = await materials.original(input.id)
      if (!original) return { outcome: 'none' as const }
      return deliver(options, original.name, original.bytes, 'application/octet-stream')
    }),
  }
}
