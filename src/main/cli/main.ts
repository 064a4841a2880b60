#!/usr/bin/env node
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { CommandError, type Options } from './command.ts'
import { COMMANDS } from './commands.ts'

declare const __APP_VERSION__: string

const HELP = `shuhe ${__APP_VERSION__}：年度报告的结构、数据、对照、校核与导出

用法
  shuhe outline 文件…                                   恢复出的结构
  shuhe figures 文件…                                   文中的数据
  shuhe compare 本年报告 上年报告                       数据对照
  shuhe check 文件… [--last 上年报告] [--year 年份]     校核
  shuhe new (--template 名称 | --from 文件) --year 年份 -o 草稿.json
  shuhe export 文件 -o 输出 [--profile official|newspaper|review|sheet] [--last 上年报告]
                                                        公文（.docx）、报纸稿（.docx .txt）、送审稿（.docx）、数据核对表（.xlsx .docx）

  --json  每个文件输出一行 JSON；不加则输出表格
  支持 .docx .doc .pdf .html .txt .md 和述核的报告 .json`

/** Parses the arguments and runs the command; answers with the exit status. */
async function run(argv: readonly string[]): Promise<number> {
  let parsed
  try {
    parsed = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        last: { type: 'string' },
        year: { type: 'string' },
        template: { type: 'string' },
        from: { type: 'string' },
        output: { type: 'string', short: 'o' },
        profile: { type: 'string', default: 'official' },
        help: { type: 'boolean', short: 'h', default: false },
        version: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${HELP}\n`)
    return 2
  }
  const { values, positionals } = parsed
  const [name, ...files] = positionals
  if (values.version) {
    process.stdout.write(`${__APP_VERSION__}\n`)
    return 0
  }
  if (values.help) {
    process.stdout.write(`${HELP}\n`)
    return 0
  }
  const command = name === undefined ? undefined : COMMANDS[name]
  if (!command) {
    process.stderr.write(`${name === undefined ? '缺少命令。' : `没有命令“${name}”。`}\n${HELP}\n`)
    return 2
  }
  const year = values.year === undefined ? undefined : Number(values.year)
  if (year !== undefined && (!Number.isInteger(year) || year < 1900 || year > 2999)) {
    process.stderr.write(`年份“${values.year ?? ''}”不正确，应为四位数字，例如 2025。\n`)
    return 2
  }
  if (files.length === 0 && name !== 'new') {
    process.stderr.write(`命令“${name ?? ''}”需要文件。\n${HELP}\n`)
    return 2
  }
  const options: Options = {
    json: values.json,
    last: values.last,
    year,
    template: values.template,
    from: values.from,
    output: values.output,
    profile: values.profile,
    seedsFolder: process.env['SHUHE_SEEDS'] ?? join(dirname(fileURLToPath(import.meta.url)), '../../seeds'),
  }
  try {
    return await command(files, options, { out: (line) => void process.stdout.write(`${line}\n`), err: (line) => void process.stderr.write(`${line}\n`) })
  } catch (error) {
    if (!(error instanceof CommandError)) throw error
    process.stderr.write(`${error.message}\n`)
    return 2
  }
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // the reader went away (shuhe … | head)
  if (error.code === 'EPIPE') process.exit(0)
})
process.exitCode = await run(process.argv.slice(2))
