import ExcelJS from 'exceljs'
import { unzipSync, zipSync } from 'fflate'
import { MAX_FILE_BYTES } from '#contract/contract.ts'
import type { Cell, Table } from '#core/ledger/table.ts'
import { UnreadableFile } from './unreadable-file.ts'
import { zipEntries } from './zip.ts'

/** bytes of a workbook's parts that hold cells, unpacked; a sheet of 2,000 rows has less than one million */
const MAX_UNPACKED = 32 * 1024 * 1024
const MAX_ROWS = 20_000
const MAX_COLUMNS = 200
const SAVE_AS_XLSX = '请用 Excel 或 WPS 打开后“另存为”.xlsx 格式，再读入。'

/** The parts that hold cells. Pictures, comments, links and tables of a workbook are none of our business, and much of what makes readers fail. */
const PARTS = /^\/?(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml|worksheets\/[^/]+\.xml))$/iu

/**
 * Nodes of a worksheet that are left out. Validations and merges are unrolled cell by cell by exceljs, so that one over a whole column would
 * stop the program; the cells behind a merged one's first are empty in the file as they are.
 */
const LEFT_OUT = ['dataValidations', 'mergeCells', 'conditionalFormatting', 'hyperlinks', 'drawing', 'picture', 'legacyDrawing', 'tableParts', 'extLst', 'rowBreaks', 'colBreaks', 'headerFooter']

/**
 * Reads the tables of an .xlsx file (ECMA-376) as they are shown: texts with their runs joined, formulas by their last result, dates as ISO text,
 * percentages as text (0.594 shown as a percentage is 59.4%), errors as text (#REF!). Rows and columns keep their places, from the
 * first. Throws {@link UnreadableFile}; nothing is stored, nothing outside the file is fetched.
 */
export async function readTables(fileName: string, bytes: Uint8Array): Promise<Table[]> {
  const parts = partsOf(fileName, bytes)
  const book = new ExcelJS.Workbook()
  try {
    // packed anew without compression: the library wants a ZIP archive
    await book.xlsx.load(Buffer.from(zipSync(parts, { level: 0 })) as never, { ignoreNodes: LEFT_OUT })
  } catch (error) {
    process.stderr.write(`xlsx: ${error instanceof Error ? error.message : String(error)}\n`)
    throw new UnreadableFile(fileName, 'damaged', '表格文件的内部结构已损坏。请用 Excel 或 WPS 打开并另存，再读入。')
  }
  const tables = book.worksheets.map((sheet): Table => ({ name: sheet.name, rows: rowsOf(fileName, sheet), ...(sheet.state === 'visible' ? {} : { hidden: true as const }) }))
  if (!tables.some(({ rows }) => rows.length > 0)) throw new UnreadableFile(fileName, 'no-text', '表格里没有内容。请确认选对了文件，并且填好后已经保存。')
  return tables
}

/** What of a file is worth reading, unpacked within bounds. */
function partsOf(fileName: string, bytes: Uint8Array): Record<string, Uint8Array> {
  if (bytes.length === 0) throw new UnreadableFile(fileName, 'empty', '文件是空的（0 字节）。请确认选对了文件，或重新保存一次再读入。')
  if (bytes.length > MAX_FILE_BYTES) throw new UnreadableFile(fileName, 'too-large', `文件有 ${(bytes.length / 1024 / 1024).toFixed(1)} MB，超过 20 MB 的上限。请删去表中的图片后另存，再读入。`)
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    if (holds(bytes, 'EncryptedPackage')) throw new UnreadableFile(fileName, 'encrypted', '文件设有打开密码。请在 Excel 或 WPS 中取消密码后另存，再读入。')
    throw new UnreadableFile(fileName, 'type', `这是旧版的 .xls 或 WPS 专用格式，不能直接读取。${SAVE_AS_XLSX}`)
  }
  if (!startsWith(bytes, [0x50, 0x4b])) throw new UnreadableFile(fileName, 'type', `这不是 Excel 表格（.xlsx）。${SAVE_AS_XLSX}`)
  const entries = zipEntries(bytes)
  if (!entries) throw new UnreadableFile(fileName, 'damaged', '文件已损坏或不完整。请重新复制或下载一份，或用 Excel 修复后另存，再读入。')
  if (entries.some((e) => e.encrypted)) throw new UnreadableFile(fileName, 'encrypted', '文件已加密。请取消密码后另存，再读入。')
  if (!entries.some((e) => /^\/?xl\/workbook\.xml$/iu.test(e.name))) throw new UnreadableFile(fileName, 'type', `这是压缩文件，但不是 Excel 表格（.xlsx）。${SAVE_AS_XLSX}`)
  const wanted = entries.filter(({ name }) => PARTS.test(name))
  if (wanted.reduce((n, e) => n + e.size, 0) > MAX_UNPACKED || entries.length > 20_000) throw new UnreadableFile(fileName, 'too-large', '表格解开后超过 32 MB 的上限，可能不是填报的表格。请删去无关的工作表后另存，再读入。')
  try {
    return unzipSync(bytes, { filter: ({ name, originalSize }) => PARTS.test(name) && originalSize <= MAX_UNPACKED })
  } catch (error) {
    process.stderr.write(`xlsx: ${error instanceof Error ? error.message : String(error)}\n`)
    throw new UnreadableFile(fileName, 'damaged', '文件已损坏或不完整。请重新复制或下载一份，或用 Excel 修复后另存，再读入。')
  }
}

function rowsOf(fileName: string, sheet: ExcelJS.Worksheet): Cell[][] {
  const rows: Cell[][] = []
  sheet.eachRow({ includeEmpty: false }, (row, n) => {
    row.eachCell({ includeEmpty: false }, (cell, column) => {
      const value = cellOf(cell)
      if (value === null) return
      if (n > MAX_ROWS || column > MAX_COLUMNS) throw new UnreadableFile(fileName, 'too-large', `工作表“${sheet.name}”超过 ${MAX_ROWS} 行或 ${MAX_COLUMNS} 列，可能不是填报的表格。请删去多余的内容后另存，再读入。`)
      while (rows.length < n) rows.push([])
      const cells = rows[n - 1] ?? []
      while (cells.length < column) cells.push(null)
      cells[column - 1] = value
    })
  })
  return rows
}

function cellOf(cell: ExcelJS.Cell): Cell {
  const { value } = cell
  const result = value !== null && typeof value === 'object' && ('formula' in value || 'sharedFormula' in value) ? (value.result ?? `=${cell.formula}`) : value
  if (result === null || result === undefined || result === '') return null
  if (typeof result === 'number') return Number.isFinite(result) ? (isPercentage(cell.numFmt) ? `${Number((result * 100).toPrecision(15))}%` : result) : null
  if (typeof result === 'string') return result
  if (typeof result === 'boolean') return result ? 'TRUE' : 'FALSE'
  if (result instanceof Date) return Number.isNaN(result.getTime()) ? null : result.toISOString().replace(/T00:00:00\.000Z$|\.\d{3}Z$/u, '').replace('T', ' ')
  if ('error' in result) return result.error
  if ('richText' in result) return result.richText.map(({ text }) => text).join('') || null
  return 'text' in result ? String(result.text) : null
}

/** Does a number format show percentages? Words in quotes, colours and escaped signs do not count (ECMA-376, part 1, 18.8.31). */
const isPercentage = (format: string | undefined): boolean => /%/u.test((format ?? '').replace(/"[^"]*"|\[[^\]]*\]|\\.|_./gu, ''))

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean => signature.every((byte, i) => bytes[i] === byte)

/** Has an OLE container a stream of this name (MS-OFFCRYPTO 2.3.4.4)? */
const holds = (bytes: Uint8Array, stream: string): boolean => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(stream, 'utf16le'))
