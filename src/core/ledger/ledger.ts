import { z } from 'zod'
import { approxSchema, coreKindSchema, counterpartSchema } from '../model/inline.ts'
import { readStored, type ReadOutcome } from '../model/stored.ts'

/**
 * The ledger (数据台账) of a body: its indicators, and of each the value of every year with where it came from and whether a person verified it.
 * Type, schema and migrations of the stored form stand together here; `tests/fixtures/stored/ledger-v<N>.json` keeps a file of each version.
 */

/** 待填, 已填, 已核, 存疑. */
export const valueStateSchema = z.enum(['open', 'filled', 'verified', 'doubtful'])
export type ValueState = z.infer<typeof valueStateSchema>

/** Where a value came from. */
export const sourceSchema = z.object({
  /** a report of the library, a collection sheet, a material, the text of a draft, a person at the table, a computation */
  kind: z.enum(['report', 'sheet', 'material', 'text', 'typed', 'computed']),
  /** the report's title, the file's or the material's name */
  name: z.string(),
  /** id of the report or the material */
  id: z.string().optional(),
  /** the words in which it stands there */
  passage: z.string().optional(),
  /** the figure of the report by its place */
  figure: counterpartSchema.optional(),
  /** who reported it (填报人) */
  person: z.string().optional(),
  note: z.string().optional(),
})
export type Source = z.infer<typeof sourceSchema>

/** The value of an indicator in one year. */
export const ledgerValueSchema = z.object({
  year: z.number().int(),
  /** as it is written: 298, 近300名, 4.4亿元; empty while it is open */
  text: z.string(),
  /** in plain units; null while it is open */
  value: z.number().nullable(),
  high: z.number().optional(),
  approx: approxSchema,
  state: valueStateSchema,
  source: sourceSchema.optional(),
  /** when it was last changed, ISO 8601; empty where nobody knows */
  at: z.string(),
})
export type LedgerValue = z.infer<typeof ledgerValueSchema>

/** How an indicator follows from others; ids of indicators. `decimals` are those to which it is stated. */
export const formulaSchema = z.discriminatedUnion('is', [
  /** part ÷ whole, in per cent: 办复率 = 办复 ÷ 立案 */
  z.object({ is: z.literal('share'), part: z.string(), whole: z.string(), decimals: z.number().int().min(0).max(6) }),
  /** against the year before, in per cent: 同比 */
  z.object({ is: z.literal('growth'), of: z.string(), decimals: z.number().int().min(0).max(6) }),
  /** part ÷ whole in plain units: 人均 */
  z.object({ is: z.literal('quotient'), part: z.string(), whole: z.string(), decimals: z.number().int().min(0).max(6) }),
  z.object({ is: z.literal('sum'), of: z.array(z.string()).min(1) }),
  z.object({ is: z.literal('difference'), from: z.string(), less: z.string() }),
])
export type Formula = z.infer<typeof formulaSchema>

/** What an indicator is, without its values. */
export const indicatorHeadSchema = z.object({
  id: z.string().min(1),
  /** as an editor would head a table row: 提案立案数 */
  name: z.string(),
  unit: z.string(),
  kind: coreKindSchema,
  /** the department that supplies it; empty where none is named */
  department: z.string(),
  /** how the value is had from others; undefined where it is supplied */
  formula: formulaSchema.optional(),
  note: z.string().optional(),
})
export type IndicatorHead = z.infer<typeof indicatorHeadSchema>

export const indicatorSchema = indicatorHeadSchema.extend({
  /** ascending, one a year at most */
  values: z.array(ledgerValueSchema),
})
export type Indicator = z.infer<typeof indicatorSchema>

/** A collection sheet (数据采集表) that went out to a department, and what came back. */
export const collectionSchema = z.object({
  department: z.string(),
  year: z.number().int(),
  /** ISO 8601 */
  sentAt: z.string().optional(),
  returnedAt: z.string().optional(),
  fileName: z.string().optional(),
})
export type Collection = z.infer<typeof collectionSchema>

export const ledgerSchema = z.object({
  id: z.string().min(1),
  body: z.string(),
  indicators: z.array(indicatorSchema),
  collections: z.array(collectionSchema),
})
export type Ledger = z.infer<typeof ledgerSchema>

export const LEDGER_FORMAT = 'shuhe.ledger'
export const LEDGER_VERSION = 1
export const ledgerFileSchema = z.object({
  format: z.literal(LEDGER_FORMAT),
  version: z.literal(LEDGER_VERSION),
  /** counts the saves, from 1 */
  revision: z.number().int().min(1),
  savedAt: z.iso.datetime(),
  ledger: ledgerSchema,
})
export type LedgerFile = z.infer<typeof ledgerFileSchema>

/** Reads a stored ledger. `input` is parsed JSON from anywhere; never throws. */
export const readLedgerFile = (input: unknown): ReadOutcome<LedgerFile> => readStored(input, { format: LEDGER_FORMAT, version: LEDGER_VERSION, schema: ledgerFileSchema, repeated: repeatedIndicator })

/** The first id of an indicator that stands twice, or undefined. */
function repeatedIndicator({ ledger }: LedgerFile): string | undefined {
  const ids = ledger.indicators.map(({ id }) => id)
  const seen = new Set<string>()
  return ids.find((id) => seen.has(id) || !seen.add(id))
}

/** An empty ledger. */
export const emptyLedger = (id: string, body: string): Ledger => ({ id, body, indicators: [], collections: [] })

/** The value of a year; undefined where the indicator has none, not even an open one. */
export const valueIn = (indicator: Pick<Indicator, 'values'>, year: number): LedgerValue | undefined => indicator.values.find((v) => v.year === year)

/** An indicator by its id. */
export const indicatorOf = (ledger: Pick<Ledger, 'indicators'>, id: string): Indicator | undefined => ledger.indicators.find((i) => i.id === id)
