import { ORPCError } from '@orpc/server'
import type { Found } from '#contract/contract.ts'
import { checkReport } from '#core/checker/check.ts'
import { sift } from '#core/checker/dismissal.ts'
import { familyOf } from '#core/checker/family.ts'
import { SEVERITIES, type Finding } from '#core/checker/finding.ts'
import { RULES } from '#core/checker/rules.ts'
import { isCore } from '#core/figures/figure.ts'
import { reportFigures } from '#core/figures/report-figures.ts'
import { isUnlike, statedPlaces } from '#core/ledger/places.ts'
import type { Report } from '#core/model/report.ts'
import { allParagraphs } from '#core/model/tree.ts'
import { printOfficial } from '#core/print/official.ts'
import { writeDocx } from '../files/docx-writer.ts'
import type { Library } from '../library/library.ts'
import { os, type Services } from './context.ts'
import { deliver } from './deliver.ts'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Word documents for print. */
export const publishProcedures = ({ options, library }: Services) => ({
  review: os.publish.review.handler(async ({ input }) => {
    const { report } = await library.get(input.id)
    const stored = report.body === '' ? undefined : await library.ledgerOf(report.body)
    return {
      ...openOf(report),
      unlike: stored ? statedPlaces(report, stored.ledger).filter(isUnlike).length : 0,
      unreviewed: allParagraphs(report).reduce((n, p) => n + p.content.filter((node) => node.type === 'text' && node.review !== undefined).length, 0),
      promises: (report.commitments ?? []).filter(({ kind, state }) => kind === 'promise' && state === 'open').length,
      findings: summed(sift(await findingsOf(library, report, input.last), report).open),
      fileName: fileNameOf(report),
    }
  }),
  export: os.publish.export.handler(async ({ input }) => {
    const { report } = await library.get(input.id)
    const { openSlots } = openOf(report)
    if (openSlots > 0 && !input.despiteOpenSlots) {
      throw new ORPCError('OPEN_SLOTS', { defined: true, message: `还有 ${openSlots} 处待填数据。请补齐后导出，或选择“仍要导出”。`, data: { count: openSlots } })
    }
    const bytes = await writeDocx(printOfficial(report))
    const name = fileNameOf(report)
    return deliver(options, name, bytes, DOCX)
  }),
})

/** Checks a report as the window does: beside the report that it is compared with, the body's others, and what was set. One that cannot be read is left out. */
async function findingsOf(library: Library, report: Report, lastId: string | undefined): Promise<Finding[]> {
  const read = (id: string): Promise<Report[]> => library.get(id).then(({ report: r }) => [r], () => [])
  const own = library.list().filter(({ id, body }) => id !== report.id && body !== '' && body === report.body).sort((a, b) => Number(a.status === 'draft') - Number(b.status === 'draft'))
  const others = (await Promise.all(own.map(({ id }) => read(id)))).flat()
  const [last = null] = lastId === undefined ? [] : await read(lastId)
  return checkReport(report, familyOf(report, last, others, library.settings.get().checking).options)
}

/** By rule and severity, the worst first. What is open or not verified is counted apart. */
function summed(findings: readonly Finding[]): Found[] {
  const rank = ({ severity }: Pick<Finding, 'severity'>): number => SEVERITIES.indexOf(severity)
  return RULES.flatMap(({ id, title }): Found[] => {
    const all = id === 'slot.open' ? [] : findings.filter(({ rule }) => rule === id)
    return SEVERITIES.flatMap((severity): Found[] => {
      const own = all.filter((f) => f.severity === severity)
      const place = own[0]?.anchors[0]
      return place ? [{ rule: id, title, severity, count: own.length, first: { blockId: place.paragraphId, start: place.start, end: place.end } }] : []
    })
  }).sort((a, b) => rank(a) - rank(b))
}

function openOf(report: Report): { openSlots: number; unverified: number; figures: number; verified: number } {
  const nodes = allParagraphs(report).flatMap((p) => p.content)
  const running = new Set(allParagraphs(report).map(({ id }) => id))
  const figures = reportFigures(report).filter((figure) => isCore(figure) && running.has(figure.paragraphId)).length
  // a figure of which a part is bold stands in several nodes
  const verified = new Set(nodes.flatMap((n) => (n.type === 'figure' && n.state === 'verified' ? [n.id] : []))).size
  return { figures, verified, openSlots: nodes.filter((n) => n.type === 'slot').length, unverified: nodes.filter((n) => n.type === 'figure' && (n.state === 'filled' || n.state === 'doubtful')).length }
}

/** A file name that every system accepts: title and year, without the characters that Windows refuses. */
function fileNameOf(report: Pick<Report, 'title' | 'subtitle' | 'body' | 'year'>): string {
  const named = report.subtitle.includes(report.body) && report.body !== '' ? report.subtitle : report.title
  const plain = named.replace(/^[—―\-\s]+/u, '').replace(/[\\/:*?"<>|\s\p{Cc}]+/gu, ' ').trim().slice(0, 60)
  const year = report.year !== null && !plain.includes(String(report.year)) ? `（${report.year}年）` : ''
  return `${plain === '' ? '工作报告' : plain}${year}.docx`
}
