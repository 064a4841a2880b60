import { z } from 'zod'
import { readStored, type ReadOutcome } from '../model/stored.ts'

/**
 * A material (素材): a text that a department sent in for a report. Type, schema and migrations of the stored form stand together here;
 * `tests/fixtures/stored/material-v<N>.json` keeps a file of each version.
 */
export const materialSchema = z.object({
  id: z.string().min(1),
  /** the body for whose report it was sent, and the year reported on; null where it is not said */
  body: z.string(),
  year: z.number().int().nullable(),
  title: z.string(),
  department: z.string(),
  /** when it came, as the editor writes it: 2021-01-08; empty where it is not known */
  date: z.string(),
  /** the file that it was read from; undefined where it was pasted */
  fileName: z.string().optional(),
  paragraphs: z.array(z.object({ id: z.string().min(1), text: z.string(), heading: z.boolean() })),
})
export type Material = z.infer<typeof materialSchema>

export const MATERIAL_FORMAT = 'shuhe.material'
export const MATERIAL_VERSION = 1
export const materialFileSchema = z.object({
  format: z.literal(MATERIAL_FORMAT),
  version: z.literal(MATERIAL_VERSION),
  revision: z.number().int().min(1),
  savedAt: z.iso.datetime(),
  material: materialSchema,
})
export type MaterialFile = z.infer<typeof materialFileSchema>

/** Reads a stored material. `input` is parsed JSON from anywhere; never throws. */
export const readMaterialFile = (input: unknown): ReadOutcome<MaterialFile> => readStored(input, { format: MATERIAL_FORMAT, version: MATERIAL_VERSION, schema: materialFileSchema })
