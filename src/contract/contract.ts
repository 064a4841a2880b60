import { returnedCopySchema } from '#core/returned/copy.ts'
import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import { severitySchema } from '#core/checker/finding.ts'
import { checkSettingsSchema } from '#core/checker/settings.ts'
import type { CollectionSheet } from '#core/ledger/collection.ts'
import { ledgerSchema } from '#core/ledger/ledger.ts'
import { materialSchema } from '#core/materials/material.ts'
import { levelSchema, originSchema, reportSchema, yearSchema } from '#core/model/report.ts'
import type { PrintModel } from '#core/print/model.ts'
import { fileKindSchema, printOptionsSchema, profileSchema } from '#core/print/options.ts'
import { comparedSchema, exportedSchema, habitSchema } from '#core/print/publishing.ts'
import { errors } from './errors.ts'

/**
 * Everything that a window may ask of its host. The host parses every input by these schemas; failures are the typed errors of
 * `errors.ts`. Bytes travel as `File`, which both transports (MessagePort, HTTP) carry.
 */

const procedure = oc.errors(errors)

export { MAX_FILE_BYTES } from './limits.ts'

export const summarySchema = z.object({
  id: z.string(),
  status: z.enum(['published', 'draft']),
  body: z.string(),
  year: yearSchema,
  title: z.string(),
  subtitle: z.string(),
  /** characters without white space */
  characters: z.number().int(),
  /** core figures in the text */
  figures: z.number().int(),
  openSlots: z.number().int(),
  origin: originSchema,
  revision: z.number().int(),
  savedAt: z.iso.datetime(),
})
export type ReportSummary = z.infer<typeof summarySchema>

export const ledgerSummarySchema = z.object({
  id: z.string(),
  body: z.string(),
  /** how many it has */
  indicators: z.number().int(),
  revision: z.number().int(),
  savedAt: z.iso.datetime(),
})
export type LedgerSummary = z.infer<typeof ledgerSummarySchema>

/** A material without its text. */
export const materialSummarySchema = materialSchema.omit({ paragraphs: true }).extend({
  /** without white space */
  characters: z.number().int(),
  revision: z.number().int(),
  savedAt: z.iso.datetime(),
})
export type MaterialSummary = z.infer<typeof materialSummarySchema>

const stampSchema = z.object({ revision: z.number().int(), savedAt: z.iso.datetime() })
const storedMaterialSchema = stampSchema.extend({ material: materialSchema })
export type StoredMaterial = z.infer<typeof storedMaterialSchema>

const storedSettingsSchema = stampSchema.extend({ checking: checkSettingsSchema })

/** What the checks found of one rule, before a report is printed. */
export const foundSchema = z.object({
  rule: z.string(),
  /** the rule's title */
  title: z.string(),
  /** the worst among them */
  severity: severitySchema,
  count: z.number().int(),
  /** the first place, in the block's plain text */
  first: z.object({ blockId: z.string(), start: z.number().int(), end: z.number().int() }),
})
export type Found = z.infer<typeof foundSchema>

/** A file that the user asked for: written by a shell with a save dialog, else handed to the window for download. */
const originalSchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('none') }),
  z.object({ outcome: z.literal('cancelled') }),
  z.object({ outcome: z.literal('saved'), path: z.string() }),
  z.object({ outcome: z.literal('download'), file: z.file() }),
])

/** Something that the user must be told about the library: a damaged file set aside, a lock, a failed save. */
export const noticeSchema = z.object({
  id: z.string(),
  severity: z.enum(['info', 'warning', 'error']),
  /** Chinese: what happened, what it means, what to do */
  message: z.string(),
})
export type Notice = z.infer<typeof noticeSchema>

/** Commands of the application menu, which the Electron shell sends to its window. */
export const menuCommandSchema = z.enum([
  'library.open', 'import', 'draft.new', 'save', 'export', 'undo', 'redo', 'find', 'panel.figures', 'panel.findings', 'panel.last', 'panel.materials', 'panel.carried', 'returned.read', 'view.text', 'view.compare', 'view.series', 'view.ledger', 'slot.next', 'figure.declare', 'figures.verify', 'section.add', 'finding.next', 'finding.previous', 'finding.fix', 'finding.dismiss', 'settings.checks', 'about',
])
export type MenuCommand = z.infer<typeof menuCommandSchema>

export const hostEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('notice'), notice: noticeSchema }),
  z.object({ type: z.literal('menu'), command: menuCommandSchema }),
  /** the list of reports changed (in this or another window) */
  z.object({ type: z.literal('library') }),
  /** the ledger of a body changed */
  z.object({ type: z.literal('ledger'), body: z.string() }),
  /** the materials of a body changed */
  z.object({ type: z.literal('materials'), body: z.string() }),
  /** what was set for all reports changed (in this or another window) */
  z.object({ type: z.literal('settings') }),
  /** the host wants to close the window: save, then answer with `app.readyToClose` */
  z.object({ type: z.literal('closing') }),
])
export type HostEvent = z.infer<typeof hostEventSchema>

export const templateSummarySchema = z.object({
  name: z.string(),
  /** what the picker shows (县政协年度工作综述 · 五部分) */
  title: z.string(),
  description: z.string(),
  /** the seed it was drawn from, and that report's title */
  seed: z.string(),
  outline: z.array(z.object({ level: levelSchema, text: z.string() })),
  slots: z.number().int(),
})
export type TemplateSummary = z.infer<typeof templateSummarySchema>

/** A line of a file as its reader saw it (core/intake). */
export const sourceLineSchema = z.object({ text: z.string(), style: z.string().optional(), page: z.number().int().optional() })
export type SourceLine = z.infer<typeof sourceLineSchema>

/** How the reading of a file goes on, and what came of it. */
export const readingSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('progress'), done: z.number().int(), of: z.number().int() }),
  z.object({ type: z.literal('read'), report: reportSchema, source: z.array(sourceLineSchema) }),
])
export type Reading = z.infer<typeof readingSchema>

/** A table for a spreadsheet (core/print/sheet.ts). */
export const sheetSchema = z.object({
  name: z.string().max(31),
  columns: z.array(z.object({ title: z.string().max(200), width: z.number().min(1).max(120) })).max(200),
  rows: z.array(z.array(z.union([z.string().max(5000), z.number(), z.null()])).max(200)).max(20_000),
})

/** A new draft, and its first open slot. */
const begunSchema = z.object({ id: z.string(), first: z.object({ blockId: z.string(), start: z.number().int(), end: z.number().int() }).optional() })

const cellSchema = z.union([z.string().max(5000), z.number(), z.null()])
/** A collection sheet of a department (core/ledger/collection.ts). */
export const collectionSheetSchema = z.object({
  ledger: z.string(),
  body: z.string(),
  department: z.string(),
  year: z.number().int(),
  name: z.string().max(31),
  title: z.string(),
  lines: z.tuple([z.string(), z.string()]).readonly(),
  columns: z.array(z.object({ key: z.enum(['number', 'name', 'unit', 'last', 'value', 'person', 'note', 'scope', 'id']), title: z.string(), width: z.number(), fill: z.boolean(), hidden: z.boolean() })),
  rows: z.array(z.object({ number: z.number(), name: z.string(), unit: z.string(), last: cellSchema, value: cellSchema, person: z.string(), note: z.string(), scope: z.string(), id: z.string() })).max(20_000),
  mark: z.string(),
}) satisfies z.ZodType<CollectionSheet>

/** A table of a workbook as it was read (core/ledger/table.ts). */
export const tableSchema = z.object({ name: z.string(), rows: z.array(z.array(cellSchema)), hidden: z.boolean().optional() })

/** A document to be made: of which report, how, and beside what. */
export const printingSchema = z.object({
  id: z.string(),
  profile: profileSchema,
  options: printOptionsSchema,
  ...comparedSchema.shape,
})
export type Printing = z.infer<typeof printingSchema>

/** What became of a file that was made. A shell with a save dialog wrote it; the other one hands it to the window for download. */
const deliveredSchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('cancelled') }),
  z.object({ outcome: z.literal('saved'), path: z.string() }),
  z.object({ outcome: z.literal('download'), file: z.file() }),
])

/** What files are asked for: reports to import, departments' texts, or the review copy that came back. */
export const pickPurposeSchema = z.enum(['reports', 'materials', 'returned'])
export type PickPurpose = z.infer<typeof pickPurposeSchema>

export const contract = {
  app: {
    info: procedure.output(
      z.object({ version: z.string(), shell: z.enum(['electron', 'browser']), dataFolder: z.string(), notices: z.array(noticeSchema) }),
    ),
    dismissNotice: procedure.input(z.object({ id: z.string() })).output(z.void()),
    events: procedure.output(eventIterator(hostEventSchema)),
    readyToClose: procedure.output(z.void()),
  },
  library: {
    list: procedure.output(z.array(summarySchema)),
    /** adds the seeds that are not in the library; answers how many it added */
    restoreExamples: procedure.output(z.object({ added: z.number().int() })),
  },
  reports: {
    get: procedure.input(z.object({ id: z.string() })).output(z.object({ report: reportSchema, revision: z.number().int(), savedAt: z.iso.datetime() })),
    /** `baseRevision` is what the window last read or saved; another one on disk is a conflict and nothing is written */
    /** when earlier states of it were kept, the last one first */
    versions: procedure.input(z.object({ id: z.string() })).output(z.array(z.object({ at: z.iso.datetime() }))),
    save: procedure
      .input(z.object({ report: reportSchema, baseRevision: z.number().int() }))
      .output(z.object({ revision: z.number().int(), savedAt: z.iso.datetime() })),
    /** stores a recovered report that the editor has looked at, with the file that it came from; answers with its new id */
    add: procedure.input(z.object({ report: reportSchema, original: z.file().optional() })).output(z.object({ id: z.string() })),
    /** the file that a report was imported from; a shell with a save dialog writes it itself */
    original: procedure.input(z.object({ id: z.string() })).output(originalSchema),
    /** moves it to the trash, from which `restore` brings it back for 30 days */
    remove: procedure.input(z.object({ id: z.string() })).output(z.void()),
    restore: procedure.input(z.object({ id: z.string() })).output(z.void()),
  },
  ledgers: {
    /** one a body, last saved first */
    list: procedure.output(z.array(ledgerSummarySchema)),
    /** the ledger of a body; `ledger` is null where it has none yet */
    get: procedure.input(z.object({ body: z.string() })).output(z.union([stampSchema.extend({ ledger: ledgerSchema }), z.object({ ledger: z.null() })])),
    /** `baseRevision` as for reports; 0 creates the ledger, which is a conflict where the body has one */
    save: procedure.input(z.object({ ledger: ledgerSchema, baseRevision: z.number().int().min(0) })).output(stampSchema),
  },
  materials: {
    /** of a body, last saved first, without their texts */
    list: procedure.input(z.object({ body: z.string() })).output(z.array(materialSummarySchema)),
    get: procedure.input(z.object({ id: z.string() })).output(storedMaterialSchema),
    /** all texts of a body, last saved first */
    getAll: procedure.input(z.object({ body: z.string() })).output(z.array(storedMaterialSchema)),
    /** stores a material, with the file that it came from; answers with its new id */
    add: procedure.input(z.object({ material: materialSchema, original: z.file().optional() })).output(z.object({ id: z.string() })),
    /** an updated text or another department or date; `baseRevision` as for reports */
    save: procedure.input(z.object({ material: materialSchema, baseRevision: z.number().int() })).output(stampSchema),
    /** moves it to the trash, from which `restore` brings it back for 30 days */
    remove: procedure.input(z.object({ id: z.string() })).output(z.void()),
    restore: procedure.input(z.object({ id: z.string() })).output(z.void()),
    /** the file that a material was read from */
    original: procedure.input(z.object({ id: z.string() })).output(originalSchema),
  },
  settings: {
    /** what the editor set for all reports; revision 0 where nothing was ever set */
    get: procedure.output(storedSettingsSchema),
    /** `baseRevision` as for reports */
    save: procedure.input(z.object({ checking: checkSettingsSchema, baseRevision: z.number().int().min(0) })).output(stampSchema),
  },
  files: {
    /** reads a file and recovers its structure; nothing is stored. Progress first (pages of a PDF), the report last; closing the iterator ends the reading */
    read: procedure.input(z.object({ file: z.file() })).output(eventIterator(readingSchema)),
    /** a page of a PDF as a picture, to look at beside what was read; null where this shell cannot draw it */
    page: procedure
      .input(z.object({ file: z.file(), page: z.number().int().min(1).max(100_000), width: z.number().int().min(100).max(2000) }))
      .output(z.object({ image: z.file().nullable(), pages: z.number().int() })),
    /** a native open dialog where the shell has one; `unavailable` asks the window to use its own file input */
    pick: procedure.input(z.object({ purpose: pickPurposeSchema })).output(
      z.discriminatedUnion('outcome', [
        z.object({ outcome: z.literal('unavailable') }),
        z.object({ outcome: z.literal('cancelled') }),
        z.object({ outcome: z.literal('picked'), files: z.array(z.file()) }),
      ]),
    ),
  },
  templates: {
    list: procedure.output(z.array(templateSummarySchema)),
  },
  drafts: {
    fromTemplate: procedure
      .input(z.object({ template: z.string(), body: z.string().max(100), year: z.number().int().min(1950).max(2999) }))
      .output(begunSchema),
    rollForward: procedure
      .input(z.object({ reportId: z.string(), year: z.number().int().min(1950).max(2999) }))
      .output(begunSchema),
  },
  tables: {
    /** writes tables as one .xlsx file; `fileName` without its ending */
    export: procedure.input(z.object({ fileName: z.string().max(200), sheets: z.array(sheetSchema).min(1).max(20) })).output(
      z.discriminatedUnion('outcome', [
        z.object({ outcome: z.literal('cancelled') }),
        z.object({ outcome: z.literal('saved'), path: z.string() }),
        z.object({ outcome: z.literal('download'), file: z.file() }),
      ]),
    ),
  },
  collections: {
    /** writes a workbook for each department; several are put into a folder that the user chooses, or into one .zip file where the shell has no such dialog */
    export: procedure.input(z.object({ sheets: z.array(collectionSheetSchema).min(1).max(200) })).output(
      z.discriminatedUnion('outcome', [
        z.object({ outcome: z.literal('cancelled') }),
        z.object({ outcome: z.literal('saved'), path: z.string() }),
        z.object({ outcome: z.literal('download'), file: z.file() }),
      ]),
    ),
    /** the tables of a workbook; nothing is stored */
    read: procedure.input(z.object({ file: z.file() })).output(z.object({ tables: z.array(tableSchema) })),
  },
  returned: {
    /** a review copy (送审稿) of a stored report that came back, and what could not be read of it; nothing is stored */
    read: procedure.input(z.object({ id: z.string(), file: z.file() })).output(z.object({ copy: returnedCopySchema, problems: z.array(z.string()) })),
  },
  pdf: {
    /**
     * Writes the pages that the asking window has put up for the printer as a PDF; `fileName` without its ending. `of` says which document that is, for
     * the list of exports; `again` as for other exports. A shell that cannot answers `unavailable`: the window prints then, and the browser's own
     * dialog makes the PDF.
     */
    make: procedure.input(z.object({ fileName: z.string().max(200), of: printingSchema.optional(), again: z.string().optional() })).output(
      z.discriminatedUnion('outcome', [
        z.object({ outcome: z.literal('unavailable') }),
        z.object({ outcome: z.literal('cancelled') }),
        z.object({ outcome: z.literal('saved'), path: z.string() }),
        z.object({ outcome: z.literal('download'), file: z.file() }),
      ]),
    ),
  },
  publish: {
    /** what stands in the way of printing; checked beside the report `last`, where one is given, and the body's earlier ones */
    review: procedure.input(z.object({ id: z.string(), last: z.string().optional() })).output(z.object({
        openSlots: z.number().int(),
        /** filled, and not verified, or doubted */
        unverified: z.number().int(),
        /** core figures of the running text, open slots aside, and how many of them a person verified */
        figures: z.number().int(),
        verified: z.number().int(),
        /** what the checks found and nobody dismissed, open slots and unverified figures aside: the worst first */
        findings: z.array(foundSchema),
        /** figures that say something else than the body's ledger */
        unlike: z.number().int(),
        /** words carried over from last year's report that nobody has looked at */
        unreviewed: z.number().int(),
        /** promises of last year's report that nobody has ticked off */
        promises: z.number().int(),
      })),
    /** the document as it would be exported, to be shown as pages */
    model: procedure.input(printingSchema).output(z.custom<PrintModel>((value) => typeof value === 'object' && value !== null)),
    /**
     * Exports the stored report under a name that the user may change, or, with `again`, to where an earlier export was written. The official
     * document and the manuscript answer `OPEN_SLOTS` while slots are open unless `despiteOpenSlots`; a file that cannot be written answers `UNWRITABLE`.
     */
    export: procedure
      .input(printingSchema.extend({ kind: fileKindSchema.exclude(['pdf']), fileName: z.string().max(255).optional(), again: z.string().optional(), despiteOpenSlots: z.boolean() }))
      .output(deliveredSchema),
    /** how a body's documents were made last; with `report`, that report's own date and attachments or none */
    habit: procedure.input(z.object({ body: z.string(), report: z.string().optional() })).output(habitSchema),
    /** the last exports, the last one first; `there`: the file is where it was written */
    exports: procedure.output(z.array(exportedSchema.extend({ there: z.boolean() }))),
    /** opens an exported file with the program that is meant for it, or shows it in its folder; for shells that can */
    open: procedure.input(z.object({ export: z.string(), inFolder: z.boolean() })).output(z.void()),
    /** forgets exports, all where none is named; their files stay */
    forget: procedure.input(z.object({ exports: z.array(z.string()).optional() })).output(z.void()),
  },
}
