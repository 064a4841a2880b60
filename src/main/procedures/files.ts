import { readReportFile } from '../files/read.ts'
import { os, type Services } from './context.ts'

/** Files that the user brings. */
export const fileProcedures = ({ options }: Services) => ({
  read: os.files.read.handler(async ({ input }) => {
    const bytes = new Uint8Array(await input.file.arrayBuffer())
    return { report: await readReportFile(input.file.name, bytes, { id: 'preview', origin: { from: 'file', fileName: input.file.name } }) }
  }),
  pick: os.files.pick.handler(async () => {
    if (!options.ports.pickFiles) return { outcome: 'unavailable' as const }
    const files = await options.ports.pickFiles()
    return files === null ? { outcome: 'cancelled' as const } : { outcome: 'picked' as const, files }
  }),
})
