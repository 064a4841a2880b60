import { os, type Services } from './context.ts'
import { appProcedures } from './app.ts'
import { collectionProcedures } from './collections.ts'
import { draftProcedures } from './drafts.ts'
import { asContractError } from './failures.ts'
import { fileProcedures } from './files.ts'
import { ledgerProcedures } from './ledgers.ts'
import { libraryProcedures } from './library.ts'
import { materialProcedures } from './materials.ts'
import { pdfProcedures } from './pdf.ts'
import { publishProcedures } from './publish.ts'
import { returnedProcedures } from './returned.ts'
import { reportProcedures } from './reports.ts'
import { settingsProcedures } from './settings.ts'
import { tableProcedures } from './tables.ts'
import { templateProcedures } from './templates.ts'

/** The whole contract on the given services. Every failure leaves as one of the contract's errors. */
export function createRouter(services: Services) {
  return os.router({
    app: appProcedures(services),
    library: libraryProcedures(services),
    reports: reportProcedures(services),
    ledgers: ledgerProcedures(services),
    materials: materialProcedures(services),
    settings: settingsProcedures(services),
    files: fileProcedures(services),
    templates: templateProcedures(services),
    drafts: draftProcedures(services),
    tables: tableProcedures(services),
    collections: collectionProcedures(services),
    returned: returnedProcedures(services),
    pdf: pdfProcedures(services),
    publish: publishProcedures(services),
  })
}

export type Router = ReturnType<typeof createRouter>

/** Options for the handler of either transport: failures as the contract's errors. */
export const handlerOptions = {
  clientInterceptors: [
    async ({ next }: { next: () => Promise<unknown> }): Promise<unknown> => {
      try {
        return await next()
      } catch (error) {
        throw asContractError(error)
      }
    },
  ],
}
