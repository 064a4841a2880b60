import { randomUUID } from 'node:crypto'
import { ORPCError } from '@orpc/server'
import { openSlots } from '#core/edit/slots.ts'
import { indicatorFinder, ledgerFromReports, linkSlots } from '#core/ledger/build.ts'
import { applyChanges } from '#core/ledger/changes.ts'
import { emptyLedger, type Ledger } from '#core/ledger/ledger.ts'
import type { Report } from '#core/model/report.ts'
import { commitmentsOf } from '#core/templates/commitments.ts'
import { instantiate } from '#core/templates/instantiate.ts'
import { rollForward } from '#core/templates/roll-forward.ts'
import { ConflictError } from '../library/document-store.ts'
import { readTemplates } from '../library/templates.ts'
import { os, type Services } from './context.ts'

/** This year's draft, from a template or from an earlier report; its slots wait for the entries of the body's ledger. */
export const draftProcedures = ({ options, library, events }: Services) => {
  const now = options.now ?? ((): Date => new Date())

  /** The reports of a body on years before one, published ones first, of each kind the last saved first. Another draft of the year itself, perhaps given up, gives nothing. */
  const reportsOf = async (body: string, before: number): Promise<Report[]> => {
    const own = library.list().filter((r) => body !== '' && r.body === body && r.year !== null && (r.year < before || r.status === 'published')).sort((a, b) => Number(a.status === 'draft') - Number(b.status === 'draft'))
    const found: Report[] = []
    for (const { id } of own) {
      try {
        found.push((await library.get(id)).report)
      } catch {
        // one that cannot be read is said by the library itself, and is no reason to begin no draft
      }
    }
    return found
  }

  /** The ledger of a body with what its reports give, stored; undefined for no body. What it has is not overwritten. */
  const ledgerWith = async (body: string, reports: readonly Report[]): Promise<Ledger | undefined> => {
    if (body === '') return undefined
    for (let attempt = 0; ; attempt++) {
      const stored = await library.ledgerOf(body)
      const ledger = stored?.ledger ?? emptyLedger(randomUUID(), body)
      const changes = ledgerFromReports(ledger, reports, { at: now().toISOString(), newId: () => randomUUID().slice(0, 13) })
      if (changes.length === 0) return stored ? ledger : undefined
      const next = applyChanges(ledger, changes)
      try {
        await library.saveLedger(next, stored?.revision ?? 0)
      } catch (error) {
        // a window saved the ledger in between: what it put in counts, and the rest is added to that
        if (!(error instanceof ConflictError) || attempt >= 3) throw error
        continue
      }
      events.publish('event', { type: 'ledger', body })
      return next
    }
  }

  const begin = async (draft: Report): Promise<{ id: string; first?: { blockId: string; start: number; end: number } }> => {
    const { report } = await library.add(draft)
    events.publish('event', { type: 'library' })
    const [slot] = openSlots(report)
    return { id: report.id, ...(slot ? { first: { blockId: slot.paragraphId, start: slot.start, end: slot.end } } : {}) }
  }

  return {
    fromTemplate: os.drafts.fromTemplate.handler(async ({ input: { template: name, body, year } }) => {
      const template = (await readTemplates(options.seedsFolder)).find((t) => t.name === name)
      if (!template) throw new ORPCError('NOT_FOUND', { defined: true, message: `没有名为“${name}”的模板。` })
      const reports = await reportsOf(body, year)
      const ledger = await ledgerWith(body, reports)
      const draft = instantiate(template, { id: 'draft', body, year })
      const last = reports.filter((r) => r.status === 'published' && r.year === year - 1)[0]
      const commitments = last ? commitmentsOf(last) : []
      return begin({ ...(ledger ? linkSlots(draft, ledger, year) : draft), ...(commitments.length > 0 ? { commitments } : {}) })
    }),
    rollForward: os.drafts.rollForward.handler(async ({ input: { reportId, year } }) => {
      const { report: source } = await library.get(reportId)
      const others = (await reportsOf(source.body, year)).filter(({ id }) => id !== source.id)
      const ledger = await ledgerWith(source.body, [source, ...others])
      const draft = rollForward(source, { id: 'draft', year, ...(ledger ? { indicatorOf: indicatorFinder(ledger, source) } : {}) })
      return begin(ledger ? linkSlots(draft, ledger, year) : draft)
    }),
  }
}
