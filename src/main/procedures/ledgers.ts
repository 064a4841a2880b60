import { os, type Services } from './context.ts'

/** The ledgers of the bodies (数据台账). */
export const ledgerProcedures = ({ library, events }: Services) => ({
  list: os.ledgers.list.handler(() => library.listLedgers()),
  get: os.ledgers.get.handler(async ({ input }) => {
    const stored = await library.ledgerOf(input.body)
    return stored ? { ledger: stored.ledger, revision: stored.revision, savedAt: stored.savedAt } : { ledger: null }
  }),
  save: os.ledgers.save.handler(async ({ input }) => {
    const { revision, savedAt } = await library.saveLedger(input.ledger, input.baseRevision)
    events.publish('event', { type: 'ledger', body: input.ledger.body })
    return { revision, savedAt }
  }),
})
