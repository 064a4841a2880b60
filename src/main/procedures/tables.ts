import { writeXlsx } from '../files/xlsx-writer.ts'
import { os, type Services } from './context.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Tables as spreadsheets. */
export const tableProcedures = ({ options }: Services) => ({
  export: os.tables.export.handler(async ({ input: { fileName, sheets } }) => {
    const bytes = await writeXlsx(sheets)
    const plain = fileName.replace(/[\\/:*?"<>|\s\p{Cc}]+/gu, ' ').trim().slice(0, 80)
    const name = `${plain === '' ? '表格' : plain}.xlsx`
    if (options.ports.saveFile) {
      const saved = await options.ports.saveFile(name, bytes)
      return saved === null ? { outcome: 'cancelled' as const } : { outcome: 'saved' as const, path: saved.path }
    }
    return { outcome: 'download' as const, file: new File([new Uint8Array(bytes)], name, { type: XLSX }) }
  }),
})
