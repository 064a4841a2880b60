import { zipSync } from 'fflate'
import { collectionFileName, readMark } from '#core/ledger/collection.ts'
import { writeCollection } from '../files/collection-writer.ts'
import { readTables } from '../files/xlsx-reader.ts'
import { fileStem } from '#core/text/file-name.ts'
import { os, type Services } from './context.ts'
import { deliver } from './deliver.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Collection sheets: workbooks that go out to departments, and tables of those that come back. */
export const collectionProcedures = ({ options }: Services) => ({
  export: os.collections.export.handler(async ({ input: { sheets } }) => {
    const files: { name: string; bytes: Uint8Array }[] = []
    for (const sheet of sheets) {
      const name = collectionFileName(readMark(sheet.mark) ?? sheet)
      files.push({ name: files.some((file) => file.name === name) ? name.replace(/\.xlsx$/u, `（${files.length + 1}）.xlsx`) : name, bytes: await writeCollection(sheet) })
    }
    const [only] = files
    if (only && files.length === 1) return deliver(options, only.name, only.bytes, XLSX)
    if (options.ports.saveFiles) {
      const saved = await options.ports.saveFiles(files)
      return saved === null ? { outcome: 'cancelled' as const } : { outcome: 'saved' as const, path: saved.path }
    }
    const [first] = sheets
    return deliver(options, `${fileStem(`${first?.body ?? ''}${first?.year ?? ''}年数据采集表`, '数据采集表')}.zip`, zipSync(Object.fromEntries(files.map(({ name, bytes }) => [name, bytes])), { level: 0 }), 'application/zip')
  }),
  read: os.collections.read.handler(async ({ input: { file } }) => ({ tables: await readTables(file.name, new Uint8Array(await file.arrayBuffer())) })),
})
