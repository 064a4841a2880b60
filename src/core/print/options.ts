import { z } from 'zod'

/**
 * How an editor wants documents made. A body's options are kept from export to export; every option has a default that follows the standard or
 * common use.
 */

export const profileSchema = z.enum(['official', 'newspaper', 'review', 'sheet'])
/** 公文、报纸稿、送审稿、核对表 */
export type Profile = z.infer<typeof profileSchema>
export const PROFILES: readonly Profile[] = profileSchema.options

export const fileKindSchema = z.enum(['docx', 'xlsx', 'txt', 'pdf'])
export type FileKind = z.infer<typeof fileKindSchema>

/** What each profile is written as; the first is the usual one. A PDF is made from the pages that a window shows. */
export const KINDS: Readonly<Record<Profile, readonly FileKind[]>> = {
  official: ['docx', 'pdf'],
  newspaper: ['docx', 'txt', 'pdf'],
  review: ['docx', 'pdf'],
  sheet: ['xlsx', 'docx', 'pdf'],
}

export const officialOptionsSchema = z.object({
  /** how lead sentences (段旨句) are set; GB/T 9704—2012 says nothing of them */
  lead: z.enum(['bold', 'kaiti', 'plain']).default('bold'),
  /** Arabic numerals and Latin letters: Times New Roman, or the Chinese face of the style */
  latin: z.enum(['times', 'eastAsia']).default('times'),
  /** who signs and when (发文机关署名、成文日期), below the text; empty lines are left out */
  signature: z.object({ show: z.boolean().default(false), name: z.string().max(200).default(''), date: z.string().max(60).default('') }).prefault({}),
  /** names of attachments (附件说明), without numbers */
  attachments: z.array(z.string().trim().min(1).max(200)).max(30).default([]),
})
export type OfficialOptions = z.infer<typeof officialOptionsSchema>

export const newspaperOptionsSchema = z.object({
  /** words of each section and in all, on a line of their own */
  counts: z.boolean().default(true),
  /** marks before title, subtitle, byline and subheadings (【标题】) */
  marks: z.boolean().default(true),
  /** numbers, units and marks as papers write them (报纸数字写法, PAPER_WRITING in paper-writing.ts says what changes); values stay */
  numerals: z.boolean().default(true),
})
export type NewspaperOptions = z.infer<typeof newspaperOptionsSchema>

export const reviewOptionsSchema = z.object({
  /** findings and open slots as comments */
  findings: z.boolean().default(true),
  /** figures highlighted by how far they were verified */
  figures: z.boolean().default(true),
})
export type ReviewOptions = z.infer<typeof reviewOptionsSchema>

export const sheetOptionsSchema = z.object({
  /** only figures that are not verified */
  openOnly: z.boolean().default(false),
})
export type SheetOptions = z.infer<typeof sheetOptionsSchema>

export const printOptionsSchema = z.object({
  official: officialOptionsSchema.prefault({}),
  newspaper: newspaperOptionsSchema.prefault({}),
  review: reviewOptionsSchema.prefault({}),
  sheet: sheetOptionsSchema.prefault({}),
})
export type PrintOptions = z.infer<typeof printOptionsSchema>

export const DEFAULT_OPTIONS: PrintOptions = printOptionsSchema.parse({})
