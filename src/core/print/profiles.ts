import type { Finding } from '../checker/finding.ts'
import { RULES } from '../checker/rules.ts'
import type { Comparison } from '../compare/pair.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Report } from '../model/report.ts'
import type { PrintModel } from './model.ts'
import { printNewspaper } from './newspaper.ts'
import { printOfficial } from './official.ts'
import type { PrintOptions, Profile } from './options.ts'
import { printReview } from './review.ts'
import { ledgerSources, printSheet, type SheetContext } from './verification-sheet.ts'

/** What a document is made from besides the report itself. */
export interface PrintContext {
  /** now, ISO 8601: on the sheet, and as the time of comments and changes */
  at: string
  /** the report of the year before, and how the two compare */
  last?: Report
  comparison?: Comparison
  /** the body's ledger: sources of figures */
  ledger?: Ledger
  /** names of materials by id: sources of figures that were taken from them */
  materials?: Readonly<Record<string, string>>
  /** what the checks found and nobody dismissed */
  findings: readonly Finding[]
  /** what a review copy shows changes against */
  base?: Report
}

/** A report as pages of a profile. */
export function printProfile(report: Report, profile: Profile, context: PrintContext, options: PrintOptions): PrintModel {
  switch (profile) {
    case 'official':
      return printOfficial(report, options.official)
    case 'newspaper':
      return printNewspaper(report, options.newspaper)
    case 'review': {
      const { at, findings, ledger, base } = context
      return printReview(report, { at, findings, titles: TITLES, ...(ledger ? { ledger } : {}), ...(base ? { base } : {}) }, options)
    }
    case 'sheet':
      return printSheet(report, sheetContext(context), options.sheet)
  }
}

const TITLES: Readonly<Record<string, string>> = Object.fromEntries(RULES.map(({ id, title }) => [id, title]))

/** What the verification sheet wants of it. */
export const sheetContext = ({ at, last, comparison, ledger, materials }: PrintContext): SheetContext => ({
  at,
  ...(comparison ? { last: comparison, lastYear: last?.year } : {}),
  ...(ledger ? { ledger: ledgerSources(ledger) } : {}),
  ...(materials ? { material: (id) => materials[id] } : {}),
})
