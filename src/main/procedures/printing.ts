import { checkReport } from '#core/checker/check.ts'
import { sift } from '#core/checker/dismissal.ts'
import { familyOf } from '#core/checker/family.ts'
import type { Finding } from '#core/checker/finding.ts'
import { compareReports } from '#core/compare/compare.ts'
import type { Report } from '#core/model/report.ts'
import type { PrintContext } from '#core/print/profiles.ts'
import type { Printing } from '#contract/contract.ts'
import type { Library } from '../library/library.ts'

/** A report of the library; undefined where it is gone or cannot be read. */
const reportAt = (library: Library, id: string | undefined): Promise<Report | undefined> =>
  id === undefined ? Promise.resolve(undefined) : library.get(id).then(({ report }) => report, () => undefined)

/**
 * Everything that a document of the stored report is made from, as far as its profile wants it. Throws `DocumentNotFoundError` where the report, or
 * what it is to be compared with by word, is gone: a review copy without its changes would be taken for one without any.
 */
export async function gather(library: Library, { id, profile, last: lastId, base: against }: Printing, now: Date): Promise<{ report: Report; context: PrintContext }> {
  const { report } = await library.get(id)
  const at = now.toISOString()
  if (profile === 'official' || profile === 'newspaper') return { report, context: { at, findings: [] } }
  const last = await reportAt(library, lastId)
  const base = profile !== 'review' || !against ? undefined : (await ('report' in against ? library.get(against.report) : library.version(id, Date.parse(against.version)))).report
  const stored = report.body === '' ? undefined : await library.ledgerOf(report.body)
  const materials = profile === 'sheet' && report.body !== '' ? Object.fromEntries((await library.materials.list(report.body)).map((it) => [it.id, it.title])) : undefined
  return {
    report,
    context: {
      at,
      ...(last ? { last, comparison: compareReports(report, last) } : {}),
      ...(stored ? { ledger: stored.ledger } : {}),
      ...(materials ? { materials } : {}),
      findings: profile === 'review' ? await openFindings(library, report, lastId) : [],
      ...(base ? { base } : {}),
    },
  }
}

/**
 * What the checks find and nobody dismissed, as the window says it: beside the report that it is compared with, the body's others, and what was
 * set. A report that cannot be read is left out.
 */
export async function openFindings(library: Library, report: Report, lastId: string | undefined): Promise<readonly Finding[]> {
  const own = library.list().filter(({ id, body }) => id !== report.id && body !== '' && body === report.body).sort((a, b) => Number(a.status === 'draft') - Number(b.status === 'draft'))
  const others = (await Promise.all(own.map(({ id }) => reportAt(library, id)))).flatMap((other) => other ?? [])
  const last = (await reportAt(library, lastId)) ?? null
  return sift(checkReport(report, familyOf(report, last, others, library.settings.get().checking).options), report).open
}
