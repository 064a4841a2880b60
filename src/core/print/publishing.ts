import { z } from 'zod'
import { readStored, type ReadOutcome } from '../model/stored.ts'
import { fileStem } from '../text/file-name.ts'
import { DEFAULT_OPTIONS, fileKindSchema, printOptionsSchema, profileSchema, type FileKind, type Profile } from './options.ts'

/** How a body's documents were made last, and the last files that were made. */

/** How an editor of a body exports: kept from export to export. */
export const habitSchema = z.object({ profile: profileSchema, kind: fileKindSchema, options: printOptionsSchema })
export type Habit = z.infer<typeof habitSchema>

/** What a document is made beside. */
export const comparedSchema = z.object({
  /** the report that it is compared with: last year's values on the sheet, findings in the review copy */
  last: z.string().optional(),
  /** what the review copy shows changes against: another report, or an earlier state of this one */
  base: z.union([z.object({ report: z.string() }), z.object({ version: z.iso.datetime() })]).optional(),
})

/** An export that was made (导出记录). */
export const exportedSchema = z.object({
  id: z.string().min(1),
  /** ISO 8601 */
  at: z.iso.datetime(),
  reportId: z.string().min(1),
  /** title of the report then */
  title: z.string(),
  body: z.string(),
  ...habitSchema.shape,
  ...comparedSchema.shape,
  fileName: z.string(),
  /** where it was written; undefined where the shell handed it out for download */
  path: z.string().optional(),
})
export type Exported = z.infer<typeof exportedSchema>

/** How many exports are kept in the list. */
export const MOST_EXPORTS = 50

/** The stored form: one file in the library. `tests/fixtures/stored/publishing-v<N>.json` keeps a file of each version. */
export const PUBLISHING_FORMAT = 'shuhe.publishing'
export const PUBLISHING_VERSION = 1
export const publishingFileSchema = z.object({
  format: z.literal(PUBLISHING_FORMAT),
  version: z.literal(PUBLISHING_VERSION),
  /** by body */
  habits: z.record(z.string(), habitSchema),
  /** the last one first */
  exports: z.array(exportedSchema),
})
export type PublishingFile = z.infer<typeof publishingFileSchema>

export const NO_PUBLISHING: PublishingFile = { format: PUBLISHING_FORMAT, version: PUBLISHING_VERSION, habits: {}, exports: [] }

/** Reads the stored form of this or an earlier version. `input` is parsed JSON from anywhere; never throws. */
export const readPublishingFile = (input: unknown): ReadOutcome<PublishingFile> =>
  readStored(input, { format: PUBLISHING_FORMAT, version: PUBLISHING_VERSION, schema: publishingFileSchema })

/**
 * How a body's reports are exported, by what its editor did last. The date below the text and the attachments belong to one document: of another report than
 * `reportId` they are not taken, so that no report bears the date of the year before.
 */
export function habitOf({ habits, exports }: Pick<PublishingFile, 'habits' | 'exports'>, body: string, reportId?: string): Habit {
  const kept = (Object.hasOwn(habits, body) ? habits[body] : undefined) ?? { profile: 'official', kind: 'docx', options: DEFAULT_OPTIONS }
  if (reportId === undefined) return kept
  const own = exports.find((made) => made.reportId === reportId)?.options.official
  const { official } = kept.options
  return { ...kept, options: { ...kept.options, official: { ...official, signature: { ...official.signature, date: own?.signature.date ?? '' }, attachments: own?.attachments ?? [] } } }
}

/** With an export added: the body's habit is that of the export, and an earlier export to the same file is forgotten. */
export function withExport(file: PublishingFile, made: Exported): PublishingFile {
  const { body, profile, kind, options } = made
  const same = (other: Exported): boolean => (made.path === undefined ? other.path === undefined && other.reportId === made.reportId && other.fileName === made.fileName : other.path === made.path)
  return {
    ...file,
    habits: body === '' ? file.habits : { ...file.habits, [body]: { profile, kind, options } },
    exports: [made, ...file.exports.filter((other) => !same(other))].slice(0, MOST_EXPORTS),
  }
}

/** What to make an export again from: its own report beside what it was compared with, whatever a window has open now. */
export const printingOf = ({ reportId, profile, options, last, base }: Exported) =>
  ({ id: reportId, profile, options, ...(last === undefined ? {} : { last }), ...(base === undefined ? {} : { base }) })

/** What a file of a profile is called behind the report's name (…（送审稿）.docx); empty for the official document itself. */
const SUFFIX: Readonly<Record<Profile, string>> = { official: '', newspaper: '（报纸稿）', review: '（送审稿）', sheet: '（数据核对表）' }

/** A file name that every system accepts: title and year, without the characters that Windows refuses, at most 60 characters of the title. */
export function exportName({ title, subtitle, body, year }: { title: string; subtitle: string; body: string; year: number | null }, profile: Profile, kind: FileKind): string {
  const named = subtitle.includes(body) && body !== '' ? subtitle : title
  const plain = fileStem(named.replace(/^[—―\-\s]+/u, ''), '工作报告', 60)
  const told = year !== null && !plain.includes(String(year)) ? `（${year}年）` : ''
  return `${plain}${told}${SUFFIX[profile]}.${kind}`
}

/** The same name with the next number: 报告.docx, 报告（2）.docx, 报告（3）.docx. */
export function nextName(name: string): string {
  const [, stem = name, ending = ''] = /^(.*?)(\.[^.]*)?$/su.exec(name) ?? []
  const [, base = stem, number] = /^(.*?)(?:（(\d+)）)?$/su.exec(stem) ?? []
  return `${base}（${number === undefined || Number(number) > 999 ? 2 : Number(number) + 1}）${ending}`
}
