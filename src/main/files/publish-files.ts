import { KINDS, type FileKind, type PrintOptions, type Profile } from '#core/print/options.ts'
import type { PrintModel } from '#core/print/model.ts'
import type { PrintContext } from '#core/print/profiles.ts'
import type { Report } from '#core/model/report.ts'

const MIME: Readonly<Record<Exclude<FileKind, 'pdf'>, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  txt: 'text/plain; charset=utf-8',
}

/**
 * A report as a file of a profile, for the window and the command line. What writes a kind is loaded when it is first asked for: the command line is
 * mostly asked for one. Throws RangeError for a kind that the profile does not have, and for PDF, which a window makes of its pages.
 *
 * A .txt begins with a byte order mark: without one, old editors of Windows and the import of typesetting programs take UTF-8 for the system's own
 * encoding (GB 18030) and show 鏀垮崗 for 政协.
 */
export async function writeProfile(report: Report, profile: Profile, kind: FileKind, context: PrintContext, options: PrintOptions): Promise<{ bytes: Uint8Array; mime: string }> {
  if (kind === 'pdf' || !KINDS[profile].includes(kind)) throw new RangeError(`no ${kind} of the profile ${profile} is written here`)
  return { bytes: await bytesOf(report, profile, kind, context, options), mime: MIME[kind] }
}

async function bytesOf(report: Report, profile: Profile, kind: Exclude<FileKind, 'pdf'>, context: PrintContext, options: PrintOptions): Promise<Uint8Array> {
  const at = new Date(context.at)
  switch (kind) {
    case 'txt': {
      const { newspaperText } = await import('#core/print/newspaper.ts')
      return new TextEncoder().encode(`\ufeff${newspaperText(report, options.newspaper)}`)
    }
    case 'xlsx': {
      const [{ verificationSheet }, { sheetContext }, { writeVerification }] = await Promise.all([import('#core/print/verification-sheet.ts'), import('#core/print/profiles.ts'), import('./verification-writer.ts')])
      return writeVerification(verificationSheet(report, sheetContext(context), options.sheet), at)
    }
    case 'docx': {
      const [model, { writeDocx }] = await Promise.all([modelOf(report, profile, context, options), import('./docx-writer.ts')])
      return writeDocx(model, at)
    }
  }
}

/** The commonest profiles need no checker: it is not loaded for them. */
async function modelOf(report: Report, profile: Profile, context: PrintContext, options: PrintOptions): Promise<PrintModel> {
  if (profile === 'official') return (await import('#core/print/official.ts')).printOfficial(report, options.official)
  if (profile === 'newspaper') return (await import('#core/print/newspaper.ts')).printNewspaper(report, options.newspaper)
  return (await import('#core/print/profiles.ts')).printProfile(report, profile, context, options)
}
