import { writeXlsx } from '../files/xlsx-writer.ts'
import { os, type Services } from './context.ts'
import { deliver } from './deliver.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Tables as spreadsheets. */
export const tableProcedures = ({ options }: Services) => ({
  export: os.tables.export.handler(async ({ input: { fileName, sheets } }) => {
    const bytes = await writeXlsx(sheets)
    const plain = fileName.replace(/[\\/:*?"<>|\s\p{Cc}]+/gu, ' ').trim().slice(0, 80)
    const name = `${plain === '' ? '表格' : plain}.xlsx`
    return deliver(options, name, bytes, XLSX)
  }),
})
