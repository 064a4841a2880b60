import { z } from 'zod'
import { inlineSchema } from './inline.ts'
import { readStored, type Migration, type ReadOutcome } from './stored.ts'

/**
 * A report (报告): one document on one year, an earlier published one or this year's draft. Type, schema and migrations of the
 * stored form stand together here; `tests/fixtures/stored/report-v<N>.json` keeps a file of each version.
 */

export const paragraphSchema = z.object({
  id: z.string().min(1),
  content: z.array(inlineSchema),
  /** what belongs here, from a section template; shown to the editor, never printed */
  guidance: z.string().optional(),
})
export type Paragraph = z.infer<typeof paragraphSchema>

/** 0: text outside the headings (导语 before the first, 结语 after the last section); 1 to 4: 部分/一、 （一） 1. （1）. */
export const levelSchema = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4)])
export type Level = z.infer<typeof levelSchema>

export interface Section {
  id: string
  level: Level
  /** the number as it stands, separator included (`一、`, `（二）`, `3.`), or empty */
  number: string
  /** the heading without its number; empty at level 0 */
  heading: string
  paragraphs: Paragraph[]
  /** subsections, after the section's own paragraphs; each of a deeper level */
  sections: Section[]
}
export const sectionSchema: z.ZodType<Section> = z.lazy(() =>
  z.object({
    id: z.string().min(1),
    level: levelSchema,
    number: z.string(),
    heading: z.string(),
    paragraphs: z.array(paragraphSchema),
    sections: z.array(sectionSchema),
  }),
)

export const originSchema = z.discriminatedUnion('from', [
  z.object({ from: z.literal('file'), fileName: z.string() }),
  /** one of the seeds that come with the application; `seed` is its name without ending */
  z.object({ from: z.literal('example'), seed: z.string() }),
  z.object({ from: z.literal('template'), template: z.string() }),
  /** rolled forward (结转) from an earlier report; `year` is the year that one reported on */
  z.object({ from: z.literal('report'), reportId: z.string(), title: z.string(), year: z.number().int().nullable() }),
  z.object({ from: z.literal('blank') }),
])
export type Origin = z.infer<typeof originSchema>

/**
 * Something that the plan part of last year's report promised (承诺事项), one clause of it; beside this year's review, until it is ticked off with
 * the paragraph that reports on it or set aside with a reason.
 */
export const commitmentSchema = z.object({
  id: z.string().min(1),
  text: z.string().min(1),
  /** headings of the plan part, from the outermost to the one above it, and its paragraph's lead sentence */
  path: z.array(z.string()),
  /** `preamble`: says in general what the year is to be, and promises nothing that can be reported */
  kind: z.enum(['promise', 'preamble']),
  state: z.enum(['open', 'kept', 'dropped']),
  /** the paragraph of this report that reports on it */
  paragraphId: z.string().optional(),
  note: z.string().optional(),
})
export type Commitment = z.infer<typeof commitmentSchema>

/**
 * A finding that the editor looked at and let stand, with the reason. It is known again by its rule and message (a computation with other numbers is
 * another finding) and by its place: the same paragraph, or the same words around it.
 */
export const dismissalSchema = z.object({
  rule: z.string().min(1),
  message: z.string(),
  paragraphId: z.string().min(1),
  /** the words found, and what stood around them */
  text: z.string(),
  before: z.string(),
  after: z.string(),
  reason: z.string(),
  /** when, ISO 8601 */
  at: z.iso.datetime(),
})
export type Dismissal = z.infer<typeof dismissalSchema>

/** What the editor decided of the checks of this report. */
export const checkingSchema = z.object({
  /** ids of rules that are switched off for this report */
  off: z.array(z.string()),
  dismissed: z.array(dismissalSchema),
})
export type Checking = z.infer<typeof checkingSchema>

/** What a reviewer remarked (意见) in a copy of the report that came back. It is known by its place: the paragraph, and the words and what stood around them. */
export const remarkSchema = z.object({
  id: z.string().min(1),
  author: z.string(),
  at: z.iso.datetime().optional(),
  remark: z.string().min(1),
  /** the comment that it answers */
  answers: z.string().optional(),
  /** empty where its place is gone */
  paragraphId: z.string(),
  text: z.string(),
  before: z.string(),
  after: z.string(),
  state: z.enum(['open', 'done']),
  /** the file that it came in */
  source: z.string(),
})
export type Remark = z.infer<typeof remarkSchema>

export const yearSchema = z.number().int().min(1900).max(2999).nullable()

export const reportSchema = z.object({
  id: z.string().min(1),
  status: z.enum(['published', 'draft']),
  /** the organisation that reports (开化县政协); empty where it is unknown */
  body: z.string(),
  /** the year reported on, which is not the year of publication */
  year: yearSchema,
  title: z.string(),
  subtitle: z.string(),
  /** the line that says when and where it was delivered (2021年2月5日在县政协十届五次会议上) */
  occasion: z.string(),
  byline: z.string(),
  /** date of delivery or publication, as the source writes it */
  date: z.string(),
  sections: z.array(sectionSchema),
  captions: z.array(z.string()),
  /** page furniture that belongs to no section: navigation, copyright notices, jump lines */
  noise: z.array(z.string()),
  origin: originSchema,
  /** what last year's report promised for this year, in its order */
  commitments: z.array(commitmentSchema).optional(),
  /** undefined where no rule is off and nothing was dismissed */
  checking: checkingSchema.optional(),
  /** remarks of reviewers, as they were read; undefined where there are none */
  remarks: z.array(remarkSchema).optional(),
})
export type Report = z.infer<typeof reportSchema>

/** The stored form: one file in the library, or a draft that the command line wrote. */
export const REPORT_FORMAT = 'shuhe.report'
export const REPORT_VERSION = 6
export const reportFileSchema = z.object({
  format: z.literal(REPORT_FORMAT),
  version: z.literal(REPORT_VERSION),
  /** counts the saves of this report, from 1 */
  revision: z.number().int().min(1),
  savedAt: z.iso.datetime(),
  report: reportSchema,
})
export type ReportFile = z.infer<typeof reportFileSchema>

/** `migrations[n]` turns version n into version n + 1. */
export const migrations: Readonly<Record<number, Migration>> = {
  // 2 knows what the editor said of numerals: labels, and figures that are merely stated; files of version 1 have neither
  1: (file) => file,
  // 3 knows which figures of other reports a figure was said to go with; files of version 2 say nothing of it
  2: (file) => file,
  // 4 knows entries of the ledger, passages from materials, what is to be looked at and last year's promises; files of version 3 have none
  3: (file) => file,
  // 5 knows what was decided of findings and how figures were verified; files of version 4 say nothing of it
  4: (file) => file,
  // 6 knows remarks of reviewers; files of version 5 have none
  5: (file) => file,
}

/** Reads a stored report of this or an earlier version. `input` is parsed JSON from anywhere; never throws. */
export const readReportFile = (input: unknown): ReadOutcome<ReportFile> =>
  readStored(input, { format: REPORT_FORMAT, version: REPORT_VERSION, schema: reportFileSchema, migrations, repeated: ({ report }) => firstRepeatedId(report) })

/** The first id of a section or paragraph that stands twice, or undefined. */
export function firstRepeatedId(report: Pick<Report, 'sections'>): string | undefined {
  const seen = new Set<string>()
  const visit = (sections: readonly Section[]): string | undefined => {
    for (const section of sections) {
      for (const id of [section.id, ...section.paragraphs.map((p) => p.id)]) {
        if (seen.has(id)) return id
        seen.add(id)
      }
      const below = visit(section.sections)
      if (below !== undefined) return below
    }
    return undefined
  }
  return visit(report.sections)
}
