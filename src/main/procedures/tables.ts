import { fileStem } from '#core/text/file-name.ts'
import { writeXlsx } from '../files/xlsx-writer.ts'
import { os, type Services } from './context.ts'
import { deliver } from './deliver.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Tables as spreadsheets. */
export const tableProcedures = ({ options }: Services) => ({
  export: os.tables.export.handler(async ({ input: { fileName, sheets } }) => {
    const bytes = await writeXlsx(sheets)
    return deliver(options, `${fileStem(fileName, '表格')}.xlsx`, bytes, XLSX)
  }),
})
