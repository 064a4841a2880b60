import { z } from 'zod'
import { severitySchema } from './finding.ts'

/** What an editor set for all reports. */

/** An entry of the editor's own word list: how something is written, and the writings that are wrong. */
export const termSchema = z.object({
  right: z.string().trim().min(1).max(60),
  wrong: z.array(z.string().trim().min(1).max(60)).min(1).max(20),
  /** shown with the finding */
  why: z.string().max(200).optional(),
})
export type Term = z.infer<typeof termSchema>

export const checkSettingsSchema = z.object({
  /** ids of rules that are switched off */
  off: z.array(z.string()),
  /** severities by rule id, where they are not the rule's own */
  severities: z.record(z.string(), severitySchema),
  terms: z.array(termSchema).max(5000),
})
export type CheckSettings = z.infer<typeof checkSettingsSchema>

export const DEFAULT_SETTINGS: CheckSettings = { off: [], severities: {}, terms: [] }
