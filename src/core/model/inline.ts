import { z } from 'zod'

/**
 * What a paragraph is made of. Offsets into a paragraph always count UTF-16 units of its plain text (see plain-text.ts),
 * half-open; a slot has a plain text of its own, so that every place in a report has exactly one address.
 */

/** `lead` marks the lead sentence (段旨句) of a paragraph, the others are what they are called in Word. */
export const markSchema = z.enum(['lead', 'bold', 'italic', 'underline'])
export type Mark = z.infer<typeof markSchema>
/** The order in which marks are stored, so that two equal texts are equal as JSON. */
export const MARKS: readonly Mark[] = markSchema.options

/** How near the stated number is to the true one: 约/左右 about, 超/余/多/以上 over, 近/不足/以内 under. */
export const approxSchema = z.enum(['exact', 'about', 'over', 'under'])
export type Approx = z.infer<typeof approxSchema>

/** The kinds of figures that an editor must verify. */
export const coreKindSchema = z.enum(['quantity', 'percent', 'money'])
export type CoreKind = z.infer<typeof coreKindSchema>

/** A figure as an earlier report gave it; `value` in plain units (4.4亿 → 440000000). */
export const lastFigureSchema = z.object({
  text: z.string(),
  value: z.number(),
  high: z.number().optional(),
  unit: z.string(),
  approx: approxSchema,
  /** the year that report reported on; null where it is unknown */
  year: z.number().int().nullable(),
})
export type LastFigure = z.infer<typeof lastFigureSchema>

/**
 * 待填 is a slot; a figure that was filled in is 已填 until a person verified it (已核) or doubted it (存疑). One that stands in the text as it
 * was written, and of which the editor only said what it counts, is `stated`.
 */
export const figureStateSchema = z.enum(['stated', 'filled', 'verified', 'doubtful'])
export type FigureState = z.infer<typeof figureStateSchema>

/** A figure of another report by its place: paragraph, surface, what stood around it and what it counts, so that it is found again after edits. */
export const counterpartSchema = z.object({
  paragraphId: z.string().min(1),
  text: z.string(),
  indicator: z.string(),
  before: z.string(),
  after: z.string(),
})
export type Counterpart = z.infer<typeof counterpartSchema>

/**
 * What the editor said of a figure and one of another report: that both are one indicator (`same`), that they are not (`different`), or that
 * nothing in that report is (`none`).
 */
export const matchSchema = z.discriminatedUnion('verdict', [
  z.object({ verdict: z.literal('same'), reportId: z.string().min(1), figure: counterpartSchema }),
  z.object({ verdict: z.literal('different'), reportId: z.string().min(1), figure: counterpartSchema }),
  z.object({ verdict: z.literal('none'), reportId: z.string().min(1) }),
])
export type Match = z.infer<typeof matchSchema>

/**
 * The entry of the body's ledger (数据台账) that a figure states: an indicator in a year. A text that states the entry's value only nearly (近300名,
 * 4.4亿 of 440123456) keeps in `agreed` the value for which a person accepted it, so that a new value asks again.
 */
export const entrySchema = z.object({
  indicator: z.string().min(1),
  year: z.number().int(),
  agreed: z.object({ value: z.number(), high: z.number().optional() }).optional(),
  /** the words around say that it fell (下降9.6%): the entry's value is below nought where the text's is not */
  fell: z.boolean().optional(),
})
export type Entry = z.infer<typeof entrySchema>

/** Words taken from a material (素材): which one, and what stood there when they were taken. `id` tells one taking from another. */
export const passageSchema = z.object({ id: z.string().min(1), material: z.string().min(1), text: z.string().min(1) })
export type Passage = z.infer<typeof passageSchema>

/**
 * What of a draft that was rolled forward a person has to look at, because it may belong to the old year: a year, a session number, an
 * anniversary, a dated event, the name of a person, the title of a work or a document, a claim about earlier years.
 */
export const reviewSchema = z.enum(['year', 'session', 'anniversary', 'event', 'person', 'work', 'claim'])
export type Review = z.infer<typeof reviewSchema>

/** How a person verified (or doubted) a figure: when, who, and against which source, in their words. */
export const verificationSchema = z.object({
  at: z.iso.datetime(),
  by: z.string().optional(),
  source: z.string().optional(),
  /** why it is doubted */
  note: z.string().optional(),
  /** the figure's text as it was verified, where it was changed since: then the figure is no longer verified (核实后改过) */
  lapsed: z.string().optional(),
})
export type Verification = z.infer<typeof verificationSchema>

const heldFigure = {
  /** unique in the report, stable over edits; a slot keeps it when it is filled */
  id: z.string().min(1),
  /** what the figure counts, in the report's words (提案立案数) */
  indicator: z.string(),
  unit: z.string(),
  kind: coreKindSchema,
  last: lastFigureSchema.optional(),
  /** how another body's report put it, from a section template (近300名) */
  example: z.string().optional(),
  /** the editor's word on its counterparts in other reports */
  matches: z.array(matchSchema).optional(),
  /** the entry of the ledger that it states */
  entry: entrySchema.optional(),
}

export const textNodeSchema = z.object({
  type: z.literal('text'),
  text: z.string().min(1),
  marks: z.array(markSchema).optional(),
  /** the material that the words came from */
  passage: passageSchema.optional(),
  /** left from the report that this draft was rolled from, and to be looked at */
  review: reviewSchema.optional(),
})
export type TextNode = z.infer<typeof textNodeSchema>

/** Text that states a figure which the application follows: a filled slot, or a numeral that the editor said to be one, with its indicator. */
export const figureNodeSchema = z.object({
  type: z.literal('figure'),
  text: z.string().min(1),
  marks: z.array(markSchema).optional(),
  passage: passageSchema.optional(),
  ...heldFigure,
  state: figureStateSchema,
  /** of the state `verified` or `doubtful`; of another state only with `lapsed` */
  verification: verificationSchema.optional(),
})
export type FigureNode = z.infer<typeof figureNodeSchema>

/** A place where a figure is still open (待填数据). */
export const slotNodeSchema = z.object({
  type: z.literal('slot'),
  marks: z.array(markSchema).optional(),
  ...heldFigure,
})
export type SlotNode = z.infer<typeof slotNodeSchema>

/** Text with a numeral of which the editor said that it is no figure: part of a name, a date, a way of speaking. */
export const labelNodeSchema = z.object({
  type: z.literal('label'),
  text: z.string().min(1),
  marks: z.array(markSchema).optional(),
  passage: passageSchema.optional(),
})
export type LabelNode = z.infer<typeof labelNodeSchema>

export const inlineSchema = z.discriminatedUnion('type', [textNodeSchema, figureNodeSchema, slotNodeSchema, labelNodeSchema])
export type Inline = z.infer<typeof inlineSchema>

/** The plain text of an open slot: what it wants and its unit, recognisable to a reader of a .txt file (【待填】件). */
export const slotText = (slot: Pick<SlotNode, 'unit'>): string => `【待填】${slot.unit}`

/** The plain text of one inline node. */
export const inlineText = (node: Inline): string => (node.type === 'slot' ? slotText(node) : node.text)

/** Marks in stored order, without repetition; undefined where there are none. */
export function orderMarks(marks: readonly Mark[] | undefined): Mark[] | undefined {
  const ordered = MARKS.filter((mark) => marks?.includes(mark))
  return ordered.length > 0 ? ordered : undefined
}

/** What a text node carries besides its marks. */
export type Carried = Pick<TextNode, 'passage' | 'review'>

/** A text node; `marks` are put in stored order. Throws on empty text, which the model does not know. */
export function textNode(text: string, marks?: readonly Mark[], { passage, review }: Carried = {}): TextNode {
  if (text === '') throw new Error('a text node cannot be empty')
  const ordered = orderMarks(marks)
  return { type: 'text', text, ...(ordered ? { marks: ordered } : {}), ...(passage ? { passage } : {}), ...(review ? { review } : {}) }
}

/** Joins neighbouring texts (and labels) that carry the same and drops empty ones: the one stored form of a paragraph's content. */
export function normalizeInlines(nodes: readonly Inline[]): Inline[] {
  const out: Inline[] = []
  for (const node of nodes) {
    const previous = out.at(-1)
    if (node.type === 'label' && previous?.type === 'label' && sameMarks(previous.marks, node.marks) && samePassage(previous.passage, node.passage)) {
      out[out.length - 1] = { ...previous, text: previous.text + node.text }
    } else if (node.type !== 'text') {
      out.push(node)
    } else if (node.text !== '') {
      if (previous?.type === 'text' && sameMarks(previous.marks, node.marks) && samePassage(previous.passage, node.passage) && previous.review === node.review) {
        out[out.length - 1] = textNode(previous.text + node.text, previous.marks, previous)
      } else {
        out.push(textNode(node.text, node.marks, node))
      }
    }
  }
  return out
}

const sameMarks = (a: readonly Mark[] | undefined, b: readonly Mark[] | undefined): boolean =>
  (orderMarks(a) ?? []).join() === (orderMarks(b) ?? []).join()

const samePassage = (a: Passage | undefined, b: Passage | undefined): boolean => a === b || (a !== undefined && b !== undefined && a.id === b.id && a.material === b.material && a.text === b.text)
