import { plainText, TITLE_ROLES } from '../model/plain-text.ts'
import type { Level, Report } from '../model/report.ts'
import { LEAD_SECTION_ID, toBlocks, toSections, type Block } from '../model/tree.ts'
import { splitHeadingNumber } from '../text/heading-number.ts'
import type { ReturnedChange } from './changes.ts'
import { spliceContent } from './splice.ts'

/**
 * The draft with these changes taken, which were found against this very draft. What is not touched keeps ids, marks and figures. Changes of paragraphs that
 * are no more do nothing.
 */
export function applyReturned(draft: Report, changes: readonly ReturnedChange[]): Report {
  const titles: Partial<Pick<Report, (typeof TITLE_ROLES)[number]>> = {}
  let blocks = toBlocks(draft.sections)
  const edits = new Map<string, ReturnedChange[]>()
  for (const change of changes) {
    if (change.kind === 'replace' || change.kind === 'insert' || change.kind === 'delete') edits.set(change.paragraphId, [...(edits.get(change.paragraphId) ?? []), change])
    const role = TITLE_ROLES.find((r) => r === change.role)
    if (role && change.kind === 'insert-paragraph') titles[role] = change.after
    if (role && change.kind === 'delete-paragraph') titles[role] = ''
  }
  for (const own of edits.values()) own.sort((a, b) => b.start - a.start || b.end - a.end)
  for (const role of TITLE_ROLES) {
    const own = edits.get(role)
    if (own) titles[role] = own.reduce(spliceText, draft[role])
  }
  blocks = blocks.map((block) => {
    const own = edits.get(block.id)
    if (!own || own.some(({ role }) => isTitle(role))) return block
    if (block.type === 'paragraph') return { ...block, content: own.reduce((content, { start, end, after }) => spliceContent(content, { start, end, text: after }), block.content) }
    return headed(block, own.reduce(spliceText, block.number + block.heading))
  })
  // first all that come or move, each behind its anchor, then those that go: an anchor may go as well
  const last = new Map<string, string>()
  for (const change of changes) {
    const { behind, paragraphId } = change
    if (behind === undefined || isTitle(change.role)) continue
    const made = change.kind === 'move' ? blocks.find(({ id }) => id === paragraphId) : blockOf(change)
    if (!made) continue
    const others = blocks.filter((block) => block !== made)
    const anchor = last.get(behind) ?? behind
    const at = others.findIndex(({ id }) => id === anchor)
    others.splice(at < 0 ? firstPlace(others) : at + 1, 0, made)
    blocks = others
    last.set(behind, paragraphId)
  }
  const gone = new Set(changes.flatMap(({ kind, paragraphId, role }) => (kind === 'delete-paragraph' && !isTitle(role) ? [paragraphId] : [])))
  return { ...draft, ...titles, sections: toSections(blocks.filter(({ id }) => !gone.has(id))) }
}

const isTitle = (role: string): boolean => TITLE_ROLES.some((r) => r === role)

const spliceText = (text: string, { start, end, after }: ReturnedChange): string => text.slice(0, start) + after + text.slice(end)

/** a section that only holds the text before the first heading comes before that text */
const firstPlace = (blocks: readonly Block[]): number => (blocks[0]?.type === 'heading' && (blocks[0].id === LEAD_SECTION_ID || blocks[0].level === 0) ? 1 : 0)

function headed(block: Extract<Block, { type: 'heading' }>, line: string): Block {
  const split = splitHeadingNumber(line)
  return { ...block, number: split?.number ?? '', heading: split?.heading ?? line }
}

function blockOf({ kind, role, paragraphId, after, content, level }: ReturnedChange): Block | undefined {
  if (kind !== 'insert-paragraph') return undefined
  if (role === 'heading') return headed({ type: 'heading', id: paragraphId, level: (level ?? 1) as Level, number: '', heading: '' }, after)
  return content && plainText(content) !== '' ? { type: 'paragraph', id: paragraphId, content: [...content] } : undefined
}
