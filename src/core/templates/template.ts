import { z } from 'zod'
import { coreKindSchema, markSchema } from '../model/inline.ts'
import { levelSchema, type Level } from '../model/report.ts'

/**
 * A section template: what stays of a report when its own news are taken out. Text may hold `{year}`, `{next}` (the year after),
 * `{body}` (开化县政协) and `{place}` (开化).
 */

export const templateInlineSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string().min(1), marks: z.array(markSchema).optional() }),
  z.object({
    type: z.literal('slot'),
    indicator: z.string(),
    unit: z.string(),
    kind: coreKindSchema,
    /** the figure as the source report had it */
    example: z.string(),
  }),
])
export type TemplateInline = z.infer<typeof templateInlineSchema>

export interface TemplateSection {
  level: Level
  number: string
  heading: string
  paragraphs: { content: TemplateInline[]; guidance: string }[]
  sections: TemplateSection[]
}
const templateSectionSchema: z.ZodType<TemplateSection> = z.lazy(() =>
  z.object({
    level: levelSchema,
    number: z.string(),
    heading: z.string(),
    /** `guidance` says in Chinese what belongs into the paragraph */
    paragraphs: z.array(z.object({ content: z.array(templateInlineSchema), guidance: z.string() })),
    sections: z.array(templateSectionSchema),
  }),
)

export const templateSchema = z.object({
  format: z.literal('shuhe.template'),
  version: z.literal(1),
  /** the name by which the command line and the host know it; also its file's name */
  name: z.string().regex(/^[a-z0-9-]+$/u),
  /** what the picker shows */
  title: z.string(),
  description: z.string(),
  /** the seed that it was drawn from */
  seed: z.string(),
  report: z.object({ title: z.string(), subtitle: z.string(), occasion: z.string(), byline: z.string() }),
  sections: z.array(templateSectionSchema),
})
export type Template = z.infer<typeof templateSchema>

/** All sections of a template in reading order. */
export const templateSections = (sections: readonly TemplateSection[]): TemplateSection[] => sections.flatMap((s) => [s, ...templateSections(s.sections)])

/** What a picker shows of a template. */
export function summarizeTemplate({ name, title, description, seed, sections }: Template) {
  const all = templateSections(sections)
  return {
    name,
    title,
    description,
    seed,
    outline: all.map((s, i) => ({ level: s.level, text: (s.number + s.heading).replaceAll('{year}', '××××').replaceAll('{next}', '××××').replaceAll('{body}', '某某').replaceAll('{place}', '某某') || (i === 0 ? '导语' : '结语') })),
    slots: all.reduce((n, s) => n + s.paragraphs.reduce((k, p) => k + p.content.filter((node) => node.type === 'slot').length, 0), 0),
  }
}
