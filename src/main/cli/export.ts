import { extname } from 'node:path'
import { openSlots } from '#core/edit/slots.ts'
import type { Report } from '#core/model/report.ts'
import { DEFAULT_OPTIONS, KINDS, profileSchema, PROFILES, type FileKind, type Profile } from '#core/print/options.ts'
import type { PrintContext } from '#core/print/profiles.ts'
import { writeProfile } from '../files/publish-files.ts'
import { CommandError, type Command } from './command.ts'
import { load, save } from './documents.ts'

const NAMES: Readonly<Record<Profile, string>> = { official: '公文', newspaper: '报纸稿', review: '送审稿', sheet: '数据核对表' }
const USAGE = `用法：shuhe export 文件 -o 输出文件 [--profile ${PROFILES.join('|')}] [--last 上年报告]`

/** `shuhe export`: one report as one file; the ending of the output's name says what kind. `--last` is what a review copy shows changes against and a sheet takes last year's values from. */
export const exportReport: Command = async (files, { json, output: to, profile: asked, last: lastFile }, output) => {
  const [file] = files
  if (file === undefined || files.length > 1 || to === undefined) throw new CommandError(USAGE)
  const profile = profileOf(asked)
  const kind = kindOf(to, profile)
  const report = await load(file)
  const usesLast = profile === 'review' || profile === 'sheet'
  const last = lastFile === undefined || !usesLast ? undefined : await load(lastFile)
  const { bytes } = await writeProfile(report, profile, kind, await contextOf(report, profile, last), DEFAULT_OPTIONS)
  await save(to, bytes, file)
  if (lastFile !== undefined && !usesLast) output.err(`注意：版式“${profile}”（${NAMES[profile]}）用不到 --last，已忽略“${lastFile}”。`)
  const open = openSlots(report).length
  if (open > 0 && profile !== 'sheet') output.err(`注意：“${to}”中还有 ${open} 处待填数据，已用【待填】标出。`)
  output.out(json ? JSON.stringify({ file: to }) : to)
  return 0
}

function profileOf(asked: string): Profile {
  const read = profileSchema.safeParse(asked)
  if (!read.success) throw new CommandError(`没有版式“${asked}”。可用的版式：${PROFILES.map((name) => `${name}（${NAMES[name]}）`).join('、')}。`)
  return read.data
}

/** The kind of file that a name asks for. Throws {@link CommandError} where the profile is not written as that. */
function kindOf(to: string, profile: Profile): FileKind {
  const ending = extname(to).toLowerCase()
  const kinds = KINDS[profile].filter((kind) => kind !== 'pdf')
  const allowed = kinds.map((kind) => `.${kind}`).join(' 或 ')
  if (ending === '.pdf') throw new CommandError(`“${to}”：PDF 要在述核的窗口中导出（或打印成 PDF）；命令行请把输出文件名改为以 ${allowed} 结尾。`)
  const kind = kinds.find((k) => `.${k}` === ending)
  if (!kind) throw new CommandError(`“${to}”：${NAMES[profile]}（${profile}）只能写成 ${allowed} 文件，请更改输出文件名的结尾。`)
  return kind
}

async function contextOf(report: Report, profile: Profile, last: Report | undefined): Promise<PrintContext> {
  const context: PrintContext = { at: new Date().toISOString(), findings: [] }
  if (profile === 'sheet' && last) {
    const { compareReports } = await import('#core/compare/compare.ts')
    return { ...context, last, comparison: compareReports(report, last) }
  }
  if (profile !== 'review') return context
  const [{ checkReport }, { sift }] = await Promise.all([import('#core/checker/check.ts'), import('#core/checker/dismissal.ts')])
  return { ...context, findings: sift(checkReport(report, last ? { last } : {}), report).open, ...(last ? { last, base: last } : {}) }
}
