import { z } from 'zod'
import { readStored, type ReadOutcome } from '../model/stored.ts'
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

/** The stored form: one file in the library. `tests/fixtures/stored/settings-v<N>.json` keeps a file of each version. */
export const SETTINGS_FORMAT = 'shuhe.settings'
export const SETTINGS_VERSION = 1
export const settingsFileSchema = z.object({
  format: z.literal(SETTINGS_FORMAT),
  version: z.literal(SETTINGS_VERSION),
  /** counts the saves; 0 where nothing was ever set */
  revision: z.number().int().min(0),
  savedAt: z.iso.datetime(),
  checking: checkSettingsSchema,
})
export type SettingsFile = z.infer<typeof settingsFileSchema>

/** Reads stored settings of this or an earlier version. `input` is parsed JSON from anywhere; never throws. */
export const readSettingsFile = (input: unknown): ReadOutcome<SettingsFile> =>
  readStored(input, { format: SETTINGS_FORMAT, version: SETTINGS_VERSION, schema: settingsFileSchema })

/** `settings` with a rule switched off or on for all reports. */
export const switchEverywhere = (settings: CheckSettings, rule: string, on: boolean): CheckSettings => ({
  ...settings,
  off: on ? settings.off.filter((id) => id !== rule) : [...new Set([...settings.off, rule])],
})
