import type { Report } from '#core/model/report.ts'
import type { FileKind, PrintOptions, Profile } from '#core/print/options.ts'
import { printProfile, type PrintContext } from '#core/print/profiles.ts'
import { writeDocx } from './docx-writer.ts'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** A report as a file of a profile. */
export async function writeProfile(report: Report, profile: Profile, _kind: FileKind, context: PrintContext, options: PrintOptions): Promise<{ bytes: Uint8Array; mime: string }> {
  return { bytes: await writeDocx(printProfile(report, profile, context, options)), mime: DOCX }
}
