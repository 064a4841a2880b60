import { openSlots } from '#core/edit/slots.ts'
import { headingText } from '#core/model/plain-text.ts'
import { REPORT_FORMAT, REPORT_VERSION, type Report, type ReportFile } from '#core/model/report.ts'
import { allSections } from '#core/model/tree.ts'
import { CommandError, type Command, type Output } from './command.ts'
import { load, save } from './documents.ts'
import { checkJson, compareJson, figuresJson, outlineJson } from './json.ts'
import { table } from './table.ts'

/** Runs for each file; one that cannot be read is told about and the others go on. */
async function forEachFile(files: readonly string[], output: Output, action: (file: string, report: Report) => void): Promise<number> {
  let status = 0
  for (const file of files) {
    try {
      action(file, await load(file))
    } catch (error) {
      if (!(error instanceof CommandError)) throw error
      output.err(error.message)
      status = 2
    }
  }
  return status
}

const print = (value: unknown): string => JSON.stringify(value)

const outline: Command = (files, { json }, output) =>
  forEachFile(files, output, (file, report) => {
    if (json) {
      output.out(print(outlineJson(file, report)))
      return
    }
    output.out(`${file}\n${report.title}${report.subtitle === '' ? '' : `\n${report.subtitle}`}\n单位：${report.body || '—'}　年份：${report.year ?? '—'}　日期：${report.date || '—'}`)
    for (const section of allSections(report.sections)) {
      output.out(`${'  '.repeat(section.level)}${headingText(section) || '（正文）'}　${section.paragraphs.length} 段`)
    }
  })

const figures: Command = async (files, { json }, output) => {
  const { reportFigures } = await import('#core/figures/report-figures.ts')
  return forEachFile(files, output, (file, report) => {
    const found = reportFigures(report)
    if (json) output.out(print(figuresJson(file, found)))
    else output.out(`${file}\n${table(['数据', '数值', '单位', '类别', '指标', '位置'], found.map((f) => [f.text, f.value === null ? '' : String(f.value), f.unit, f.kind, f.indicator, f.section.at(-1) ?? '']))}`)
  })
}

const compare: Command = async (files, { json }, output) => {
  const [thisFile, lastFile] = files
  if (thisFile === undefined || lastFile === undefined || files.length > 2) throw new CommandError('用法：shuhe compare 本年报告 上年报告')
  const { compareReports } = await import('#core/compare/compare.ts')
  const comparison = compareReports(await load(thisFile), await load(lastFile))
  if (json) output.out(print(compareJson(comparison)))
  else {
    output.out(table(['指标', '本年', '上年', '变化', '判断'], comparison.pairs.map((p) => [p.indicator, p.this.text, p.last.text, p.change === null ? '—' : `${p.change.absolute > 0 ? '+' : ''}${p.change.absolute}${p.change.percent === null ? '' : `（${p.change.percent}%）`}`, p.same === 'yes' ? '同一指标' : `近似：${p.why}`])))
    output.out(`\n共配对 ${comparison.pairs.length} 对；仅本年 ${comparison.onlyThis.length} 个，仅上年 ${comparison.onlyLast.length} 个。`)
  }
  return 0
}

const check: Command = async (files, { json, last, year }, output) => {
  const [{ checkReport }, { sift }] = await Promise.all([import('#core/checker/check.ts'), import('#core/checker/dismissal.ts')])
  const lastReport = last === undefined ? undefined : await load(last)
  return forEachFile(files, output, (file, report) => {
    // what its editor let stand is stored with a report of the application
    const { open: findings } = sift(checkReport(report, { ...(lastReport ? { last: lastReport } : {}), ...(year === undefined ? {} : { year }) }), report)
    if (json) output.out(print(checkJson(file, findings)))
    else output.out(`${file}\n${findings.length === 0 ? '没有发现问题。' : table(['级别', '规则', '位置', '说明'], findings.map((f) => [f.severity, f.rule, `第${f.anchors[0].paragraph + 1}段 ${f.anchors[0].before.slice(-4)}[${f.anchors[0].text}]`, f.message]), 80)}`)
  })
}

const create: Command = async (files, { json, template, from, year, output: to, seedsFolder }, output) => {
  if (files.length > 0 || (template === undefined) === (from === undefined) || year === undefined || to === undefined) {
    throw new CommandError('用法：shuhe new (--template 名称 | --from 文件) --year 年份 -o 草稿.json')
  }
  let report: Report
  if (from !== undefined) {
    const { rollForward } = await import('#core/templates/roll-forward.ts')
    report = rollForward(await load(from), { id: 'draft', year })
  } else {
    const [{ instantiate }, { readTemplates }] = await Promise.all([import('#core/templates/instantiate.ts'), import('../library/templates.ts')])
    const templates = await readTemplates(seedsFolder)
    const found = templates.find(({ name }) => name === template)
    if (!found) throw new CommandError(`没有名为“${template ?? ''}”的模板。可用的模板：${templates.map(({ name }) => name).join('、')}`)
    report = instantiate(found, { id: 'draft', body: '', year })
  }
  const file: ReportFile = { format: REPORT_FORMAT, version: REPORT_VERSION, revision: 1, savedAt: new Date().toISOString(), report }
  await save(to, `${JSON.stringify(file, null, 1)}\n`, from)
  const slots = openSlots(report)
  if (json) output.out(print({ file: to, slots: slots.map(({ slot, path }) => ({ indicator: slot.indicator, unit: slot.unit, kind: slot.kind, last: slot.last?.text ?? null, section: path })) }))
  else output.out(`${to}\n${table(['待填数据', '单位', '上年', '位置'], slots.map(({ slot, path }) => [slot.indicator, slot.unit, slot.last?.text ?? '', path.at(-1) ?? '']))}\n共 ${slots.length} 处待填。`)
  return 0
}

const exportCommand: Command = async (files, options, output) => (await import('./export.ts')).exportReport(files, options, output)

/** The six commands by name. Each loads what it needs when it runs: most of a call's time is loading. */
export const COMMANDS: Readonly<Record<string, Command>> = { outline, figures, compare, check, new: create, export: exportCommand }
