import { getSchema } from '@tiptap/core'
import { z } from 'zod'
import type { Mark as PmMark, Node as PmNode, Schema } from '@tiptap/pm/model'
import type { Ledger } from '#core/ledger/ledger.ts'
import { figureNodeSchema, inlineSchema, markSchema, normalizeInlines, passageSchema, reviewSchema, slotNodeSchema, type FigureNode, type Inline, type Mark, type SlotNode } from '#core/model/inline.ts'
import { headingText } from '#core/model/plain-text.ts'
import { checkingSchema, commitmentSchema, levelSchema, remarkSchema, type Checking, type Commitment, type Remark, type Report } from '#core/model/report.ts'
import { LEAD_SECTION_ID, toBlocks, toSections, type Block } from '#core/model/tree.ts'
import { splitHeadingNumber } from '#core/text/heading-number.ts'
import { reportExtensions, TITLE_LINES } from './schema.ts'

/** The editor's schema, for use without an editor. */
export const reportSchema: Schema = getSchema(reportExtensions)

/** What a document holds of the report beside its text; a change of it is a change of the report. */
export const BESIDE_TEXT = ['commitments', 'checking', 'remarks'] as const

/** A report as the editor's document, with the ledger of its body; with `furniture`, captions and noise follow as lines of their own. */
export function reportToDoc(report: Report, schema: Schema = reportSchema, furniture = false, ledger: Ledger | null = null): PmNode {
  const titles = TITLE_LINES.map((name) => schema.node(name, null, report[name] === '' ? [] : [schema.text(report[name])]))
  const blocks = toBlocks(report.sections)
    .filter((block, i) => !(i === 0 && block.type === 'heading' && block.level === 0 && block.id === LEAD_SECTION_ID))
    .map((block) => blockToNode(block, schema))
  const beside = (['caption', 'noise'] as const).flatMap((kind) =>
    (kind === 'caption' ? report.captions : report.noise).map((text, i) => schema.node('furniture', { id: `${kind}${i}`, kind }, text === '' ? [] : [schema.text(text)])))
  const all = furniture ? [...blocks, ...beside] : blocks
  return schema.node('doc', { ledger, commitments: report.commitments ?? null, checking: report.checking ?? null, remarks: report.remarks ?? null }, [...titles, ...(all.length > 0 ? all : [schema.node('paragraph')])])
}

function blockToNode(block: Block, schema: Schema): PmNode {
  if (block.type === 'paragraph') return schema.node('paragraph', { id: block.id, guidance: block.guidance ?? null }, block.content.map((node) => inlineToNode(node, schema)))
  if (block.level === 0) return schema.node('divider', { id: block.id })
  const line = headingText(block)
  return schema.node('heading', { id: block.id, level: block.level }, line === '' ? [] : [schema.text(line)])
}

/** One inline node of the core as one of the editor. */
export function inlineToNode(node: Inline, schema: Schema): PmNode {
  const marks = (node.marks ?? []).map((name) => schema.mark(name))
  if (node.type !== 'slot' && node.passage) marks.push(schema.mark('passage', { ...node.passage }))
  if (node.type === 'text') return schema.text(node.text, node.review ? [...marks, schema.mark('review', { kind: node.review })] : marks)
  if (node.type === 'label') return schema.text(node.text, [...marks, schema.mark('label')])
  const attrs = heldAttrs(node)
  return node.type === 'slot' ? schema.node('slot', attrs, undefined, marks) : schema.text(node.text, [...marks, schema.mark('figure', { ...attrs, state: node.state, verification: node.verification ?? null })])
}

/** The editor's document as a report; what no document shows (body, year, origin …, without `furniture` captions and noise too) comes from `base`. */
export function docToReport(doc: PmNode, base: Report, furniture = false): Report {
  const titles = Object.fromEntries(TITLE_LINES.map((name) => [name, '']))
  const blocks: Block[] = []
  const beside = { caption: [] as string[], noise: [] as string[] }
  doc.forEach((node) => {
    const id = String(node.attrs['id'] ?? '')
    if (node.type.name === 'heading') {
      const split = splitHeadingNumber(node.textContent)
      blocks.push({ type: 'heading', id, level: levelSchema.parse(node.attrs['level']), number: split?.number ?? '', heading: split?.heading ?? node.textContent })
    } else if (node.type.name === 'divider') {
      blocks.push({ type: 'heading', id, level: 0, number: '', heading: '' })
    } else if (node.type.name === 'furniture') {
      if (node.textContent.trim() !== '') beside[node.attrs['kind'] === 'caption' ? 'caption' : 'noise'].push(node.textContent)
    } else if (node.type.name === 'paragraph') {
      const guidance = node.attrs['guidance'] as unknown
      blocks.push({ type: 'paragraph', id, content: contentOf(node), ...(typeof guidance === 'string' ? { guidance } : {}) })
    } else {
      titles[node.type.name] = node.textContent
    }
  })
  const { commitments: _, checking: __, remarks: ___, ...rest } = base
  const commitments = commitmentsOf(doc)
  const checking = checkingOf(doc)
  const remarks = remarksOf(doc)
  return { ...rest, ...(commitments ? { commitments } : {}), ...(checking ? { checking } : {}), ...(remarks ? { remarks } : {}), ...titles, sections: toSections(blocks), ...(furniture ? { captions: beside.caption, noise: beside.noise } : {}) }
}

/** The promises that a document holds beside its text. */
export const commitmentsOf = (doc: PmNode): Commitment[] | undefined => z.array(commitmentSchema).safeParse(doc.attrs['commitments']).data

/** What was decided of findings, which a document holds beside its text. */
const checkingOf = (doc: PmNode): Checking | undefined => checkingSchema.safeParse(doc.attrs['checking']).data

/** The remarks of reviewers, which a document holds beside its text. */
const remarksOf = (doc: PmNode): Remark[] | undefined => z.array(remarkSchema).safeParse(doc.attrs['remarks']).data

/** what was read of a paragraph, which never changes in place: an edit reads one paragraph again, not all of them */
const contents = new WeakMap<PmNode, Inline[]>()

/** The inline content of a paragraph; the same array for the same node. */
export function contentOf(paragraph: PmNode): Inline[] {
  const known = contents.get(paragraph)
  if (known) return known
  const out: Inline[] = []
  paragraph.forEach((node) => out.push(inlineOf(node)))
  const content = normalizeInlines(out)
  contents.set(paragraph, content)
  return content
}

function inlineOf(node: PmNode): Inline {
  const names = node.marks.flatMap((m) => markSchema.safeParse(m.type.name).data ?? [])
  const marks: Mark[] | undefined = names.length > 0 ? markSchema.options.filter((m) => names.includes(m)) : undefined
  const passage = passageSchema.safeParse(node.marks.find((m) => m.type.name === 'passage')?.attrs).data
  const withMarks = { ...(marks ? { marks } : {}), ...(passage && node.isText ? { passage } : {}) }
  if (node.type.name === 'slot') return slotNodeSchema.parse({ type: 'slot', ...held(node.attrs), ...withMarks })
  const figure: PmMark | undefined = node.marks.find((m) => m.type.name === 'figure')
  if (figure) return figureNodeSchema.parse({ type: 'figure', text: node.text, ...held(figure.attrs), ...judged(figure.attrs), ...withMarks })
  const label = node.marks.some((m) => m.type.name === 'label')
  const review = label ? undefined : reviewSchema.safeParse(node.marks.find((m) => m.type.name === 'review')?.attrs['kind']).data
  return inlineSchema.parse({ type: label ? 'label' : 'text', text: node.text, ...withMarks, ...(review ? { review } : {}) })
}

const held = ({ id, indicator, unit, kind, last, example, matches, entry }: PmNode['attrs']): Record<string, unknown> =>
  ({ id, indicator, unit, kind, ...(last ? { last } : {}), ...(example ? { example } : {}), ...(matches ? { matches } : {}), ...(entry ? { entry } : {}) }) as Record<string, unknown>

const judged = ({ state, verification }: PmNode['attrs']): Record<string, unknown> => ({ state: state as unknown, ...(verification ? { verification } : {}) })

/** What a slot and the figure that fills it carry, as attributes of the editor's nodes and marks. */
export const heldAttrs = ({ id, indicator, unit, kind, last, example, matches, entry }: SlotNode | FigureNode): Record<string, unknown> => ({ id, indicator, unit, kind, last: last ?? null, example: example ?? null, matches: matches ?? null, entry: entry ?? null })

/** The slot or figure that those attributes describe. */
export const readSlot = (attrs: PmNode['attrs']): SlotNode | undefined => slotNodeSchema.safeParse({ type: 'slot', ...held(attrs) }).data
export const readFigure = (attrs: PmNode['attrs'], text: string): FigureNode | undefined => figureNodeSchema.safeParse({ type: 'figure', text, ...held(attrs), ...judged(attrs) }).data
