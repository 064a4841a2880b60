import type { Finding } from '../checker/finding.ts'
import type { Comparison } from '../compare/pair.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Report } from '../model/report.ts'
import type { PrintModel } from './model.ts'
import { printOfficial } from './official.ts'
import type { PrintOptions, Profile } from './options.ts'

/** What a document is made from besides the report itself. */
export interface PrintContext {
  /** now, ISO 8601: on the sheet, and as the time of comments and changes */
  at: string
  /** the report of the year before, and how the two compare */
  last?: Report
  comparison?: Comparison
  /** the body's ledger: sources of figures */
  ledger?: Ledger
  /** what the checks found and nobody dismissed */
  findings: readonly Finding[]
  /** what a review copy shows changes against */
  base?: Report
}

/** A report as pages of a profile. */
export function printProfile(report: Report, profile: Profile, _context: PrintContext, options: PrintOptions): PrintModel {
  switch (profile) {
    case 'official':
      return printOfficial(report, options.official)
    default:
      throw new Error(profile)
  }
}
