import { z } from 'zod'

/** Surely wrong; look at it; for your information. */
export const severitySchema = z.enum(['error', 'warning', 'info'])
export type Severity = z.infer<typeof severitySchema>
/** The worst first. */
export const SEVERITIES: readonly Severity[] = severitySchema.options

/** A place that a finding is about: a half-open range of UTF-16 units in a plain paragraph. */
export interface Anchor {
  /** index of the plain paragraph */
  paragraph: number
  paragraphId: string
  start: number
  end: number
  text: string
  before: string
  after: string
}

/** What a rule found. The first anchor is the place to go to, the others are what it was computed from. */
export interface Finding {
  rule: string
  severity: Severity
  /** one Chinese sentence, with the computation where there is one (`82 ÷ 138 = 59.4%，文中写作 61.4%`) */
  message: string
  anchors: [Anchor, ...Anchor[]]
  /** text to put in place of the first anchor's */
  suggestion?: string
  /** where one finding is about many slips: text to put in place of each anchor's, in their order */
  replacements?: readonly string[]
}
