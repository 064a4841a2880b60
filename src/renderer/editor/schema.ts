import { Extension, Mark, Node, type Extensions } from '@tiptap/core'
import { history, redo, undo } from '@tiptap/pm/history'
import { keymap } from '@tiptap/pm/keymap'
import type { Review } from '#core/model/inline.ts'
import { slotView } from './slot-view.ts'

/** Title lines in the order in which they stand. */
export const TITLE_LINES = ['title', 'subtitle', 'occasion', 'byline'] as const
export type TitleLine = (typeof TITLE_LINES)[number]

const idAttribute = { id: { default: null as string | null, rendered: true, renderHTML: (a: Record<string, unknown>) => (a['id'] ? { 'data-id': String(a['id']) } : {}), parseHTML: () => null } }

/** Besides its text a document holds the body's ledger and last year's promises, so that a change of both is one step that is undone as one. */
const Document = Node.create({
  name: 'doc',
  topNode: true,
  content: 'title subtitle occasion byline block+',
  addAttributes: () => ({ ledger: { default: null, rendered: false }, commitments: { default: null, rendered: false }, checking: { default: null, rendered: false }, remarks: { default: null, rendered: false } }),
})
const Text = Node.create({ name: 'text', group: 'inline' })

const titleLine = (name: TitleLine, label: string) =>
  Node.create({
    name,
    content: 'text*',
    marks: '',
    defining: true,
    renderHTML: () => ['div', { class: `title-line ${name}`, 'data-title-line': name, 'data-placeholder': label }, 0],
    parseHTML: () => [{ tag: `div[data-title-line="${name}"]` }],
  })

const Heading = Node.create({
  name: 'heading',
  group: 'block',
  content: 'text*',
  marks: '',
  defining: true,
  addAttributes: () => ({ ...idAttribute, level: { default: 1, renderHTML: (a: Record<string, unknown>) => ({ 'data-level': String(a['level']) }), parseHTML: (e: HTMLElement) => Math.min(4, Number(/^H(\d)$/u.exec(e.tagName)?.[1] ?? 1)) } }),
  renderHTML: ({ node, HTMLAttributes }) => [`h${Math.min(6, Number(node.attrs['level']) + 1)}`, { ...HTMLAttributes, class: 'section-heading', 'data-placeholder': '标题' }, 0],
  // pasted headings stay text: what is a heading is decided by the editor
  parseHTML: () => [1, 2, 3, 4].map((level) => ({ tag: `h${level + 1}.section-heading`, attrs: { level } })),
})

/** Begins text that stands under no heading (结语). */
const Divider = Node.create({
  name: 'divider',
  group: 'block',
  atom: true,
  selectable: true,
  addAttributes: () => idAttribute,
  renderHTML: ({ HTMLAttributes }) => ['div', { ...HTMLAttributes, class: 'divider', contenteditable: 'false' }, ['span', {}, '结语']],
  parseHTML: () => [{ tag: 'div.divider' }],
})

/** A line that stands beside the report: a caption, or what belongs to the page and not to the text. Shown while a file is imported. */
const Furniture = Node.create({
  name: 'furniture',
  group: 'block',
  content: 'text*',
  marks: '',
  addAttributes: () => ({ ...idAttribute, kind: { default: 'noise' as 'noise' | 'caption', renderHTML: (a: Record<string, unknown>) => ({ 'data-kind': String(a['kind']) }), parseHTML: (e: HTMLElement) => (e.dataset['kind'] === 'caption' ? 'caption' : 'noise') } }),
  renderHTML: ({ HTMLAttributes }) => ['div', { ...HTMLAttributes, class: 'furniture' }, 0],
  parseHTML: () => [{ tag: 'div.furniture' }],
})

const Paragraph = Node.create({
  name: 'paragraph',
  group: 'block',
  content: 'inline*',
  priority: 1000,
  addAttributes: () => ({
    ...idAttribute,
    // of the paragraph that came with it, not of one split off
    guidance: { default: null as string | null, keepOnSplit: false, renderHTML: (a: Record<string, unknown>) => (a['guidance'] ? { 'data-guidance': String(a['guidance']) } : {}), parseHTML: () => null },
  }),
  renderHTML: ({ HTMLAttributes }) => ['p', HTMLAttributes, 0],
  parseHTML: () => [{ tag: 'p' }],
})

const held = {
  id: { default: '' },
  indicator: { default: '' },
  unit: { default: '' },
  kind: { default: 'quantity' },
  last: { default: null, rendered: false },
  example: { default: null, rendered: false },
  matches: { default: null, rendered: false },
  entry: { default: null, rendered: false },
}
const heldFrom = (element: HTMLElement): Record<string, unknown> => JSON.parse(element.dataset['held'] ?? '{}') as Record<string, unknown>

const Slot = Node.create({
  name: 'slot',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,
  addAttributes: () => held,
  renderHTML: ({ node }) => ['span', { class: 'slot', 'data-held': JSON.stringify(node.attrs) }, `【待填】${String(node.attrs['unit'])}`],
  parseHTML: () => [{ tag: 'span.slot[data-held]', getAttrs: (e) => heldFrom(e) }],
  addNodeView: () => slotView,
})

const mark = (name: string, tag: string, tags: readonly string[], shortcut?: string) =>
  Mark.create({
    name,
    renderHTML: () => [tag, name === 'lead' ? { class: 'lead' } : {}, 0],
    parseHTML: () => tags.map((t) => ({ tag: t })),
    ...(shortcut === undefined ? {} : { addKeyboardShortcuts() { return { [shortcut]: () => this.editor.commands.toggleMark(name) } } }),
  })

const Figure = Mark.create({
  name: 'figure',
  inclusive: false,
  excludes: 'figure label',
  addAttributes: () => ({ ...held, state: { default: 'filled' }, verification: { default: null, rendered: false } }),
  renderHTML: ({ mark: m }) => ['span', { class: `figure figure-${String(m.attrs['state'])}`, 'data-held': JSON.stringify(m.attrs) }, 0],
  parseHTML: () => [{ tag: 'span.figure[data-held]', getAttrs: (e) => heldFrom(e) }],
})

/** A numeral of which the editor said that it is no figure. */
const Label = Mark.create({
  name: 'label',
  inclusive: false,
  excludes: 'figure label',
  renderHTML: () => ['span', { class: 'not-figure' }, 0],
  parseHTML: () => [{ tag: 'span.not-figure' }],
})

/** Words that came from a material. */
const PassageMark = Mark.create({
  name: 'passage',
  inclusive: false,
  addAttributes: () => ({ id: { default: '' }, material: { default: '' }, text: { default: '' } }),
  renderHTML: ({ mark: m }) => ['span', { class: 'passage', 'data-passage': JSON.stringify(m.attrs), title: '来自素材' }, 0],
  parseHTML: () => [{ tag: 'span.passage[data-passage]', getAttrs: (e) => JSON.parse(e.dataset['passage'] ?? '{}') as Record<string, unknown> }],
})

/** What each kind of words that are to be looked at may be. */
const REVIEW_TITLES: Readonly<Record<Review, string>> = {
  year: '年份：是否仍指当年？', session: '届次：请核对', anniversary: '周年：请核对', event: '带日期的事件：本年是否仍有？', person: '人名职务：是否有变动？', work: '文件或作品名：本年是否仍适用？', claim: '与往年比较的说法：请核对',
}

/** Words left from last year's report that a person has to look at. */
const ReviewMark = Mark.create({
  name: 'review',
  inclusive: false,
  addAttributes: () => ({ kind: { default: 'event' } }),
  renderHTML: ({ mark: m }) => ['span', { class: 'review', 'data-review': String(m.attrs['kind']), title: `待复核 · ${REVIEW_TITLES[m.attrs['kind'] as Review] ?? ''}` }, 0],
  parseHTML: () => [{ tag: 'span.review[data-review]', getAttrs: (e) => ({ kind: e.dataset['review'] ?? 'event' }) }],
})

/** Undo and redo; a composition or a fast typist makes one step. */
const History = Extension.create({
  name: 'history',
  addProseMirrorPlugins: () => [history({ newGroupDelay: 500 }), keymap({ 'Mod-z': undo, 'Mod-y': redo, 'Mod-Shift-z': redo })],
})

/** All nodes and marks of a report. */
export const reportExtensions: Extensions = [
  Document,
  Text,
  titleLine('title', '标题'),
  titleLine('subtitle', '副标题（可不填）'),
  titleLine('occasion', '会议或场合（可不填）'),
  titleLine('byline', '署名（可不填）'),
  Paragraph,
  Heading,
  Divider,
  Furniture,
  Slot,
  mark('lead', 'strong', ['strong.lead'], 'Mod-Alt-l'),
  mark('bold', 'b', ['b', 'strong:not(.lead)'], 'Mod-b'),
  mark('italic', 'i', ['i', 'em'], 'Mod-i'),
  mark('underline', 'u', ['u'], 'Mod-u'),
  Figure,
  Label,
  PassageMark,
  ReviewMark,
  History,
]

