import { changesBetween, sharedPart } from '../compare/versions.ts'
import type { FigureState } from '../model/inline.ts'
import { plainParagraphs } from '../model/plain-text.ts'
import type { Report } from '../model/report.ts'
import { statedFigures } from './figure-states.ts'
import { isTable, type PrintBlock, type PrintModel, type PrintParagraph, type PrintRun, type PrintStyle } from './model.ts'
import { printOfficial } from './official.ts'
import { DEFAULT_OPTIONS, type PrintOptions } from './options.ts'
import { reviewComments, type CommentedOn, type PlacedComment } from './review-comments.ts'
import { changeStretches, printedOffset, textOfRuns, type Stretch } from './runs.ts'
import { trackedBlocks } from './tracked.ts'

/** The author of changes against another version; whoever reads a copy back knows by it that no reviewer made them. */
export const REVISER = '述核'

/** What a review copy is made with. */
export interface ReviewContext extends CommentedOn {
  /** the version (or last year's report) against which changes are shown */
  base?: Report
}

/** What figures are called by state, and a word on each for whoever reads the copy. */
const STATES: readonly (readonly [FigureState | 'open', string])[] = [['open', '待填'], ['doubtful', '存疑'], ['filled', '已填未核'], ['stated', '未核'], ['verified', '已核']]

/**
 * A report as a review copy (送审稿): the official profile with findings, open slots and doubted figures as comments, figures coloured by how far they were verified,
 * and tracked changes against `base`. A legend stands above it, in the style `note` and without source: it belongs to no report. Edits made in Word are recorded.
 * All of `findings` are shown, so leave out what was dismissed. `at` is the time of comments and changes.
 */
export function printReview(report: Report, context: ReviewContext, options: Partial<Pick<PrintOptions, 'official' | 'review'>> = {}): PrintModel {
  const { official, review } = { ...DEFAULT_OPTIONS, ...options }
  const model = printOfficial(report, official)
  const placed = review.findings ? reviewComments(report, context) : []
  const { base } = context
  const changes = base ? changesBetween(base, report) : undefined
  const plain = plainParagraphs(report)
  const counts = new Map<FigureState | 'open', number>()
  const states = new Map<string, Stretch[]>()
  for (const { id, paragraph, section } of plain) {
    for (const { start, end, state } of paragraph ? statedFigures(paragraph.content, section?.heading) : []) {
      counts.set(state, (counts.get(state) ?? 0) + 1)
      if (review.figures && state !== 'open') add(states, id, { start, end, change: (run) => ({ ...run, state }) })
    }
  }
  const texts = new Map(plain.map(({ id, text }) => [id, text]))
  const blocks = withComments(model.blocks.map((block) => (isTable(block) || block.source === undefined ? block : { ...block, runs: changeStretches(block.runs, states.get(block.source) ?? []) })), texts, placed)
  return {
    ...model,
    styles: { ...model.styles, note: { ...NOTE, font: model.styles.subtitle?.font ?? model.styles.body.font } },
    blocks: [...legend(counts, unprinted(blocks, placed), placed.length, review.figures, base && changes ? `${nameOf(base)}相比的改动${sharedPart(changes) < UNLIKE ? '（两份相同的文字很少）' : ''}` : undefined), ...(base && changes ? trackedBlocks(changes, printOfficial(base, official).blocks, blocks) : blocks)],
    comments: placed.map(({ comment }) => comment),
    revisions: { author: REVISER, at: context.at },
    track: true,
  }
}

/** two texts that share less are told to be unlike */
const UNLIKE = 0.3

const NOTE: Omit<PrintStyle, 'font'> = { name: '送审说明', size: 10.5, bold: false, align: 'left', indent: 0, line: 16, keepWithNext: true }

/** What colours, comments and changes mean, each only where it occurs. */
function legend(counts: ReadonlyMap<FigureState | 'open', number>, homeless: readonly string[], comments: number, coloured: boolean, changed: string | undefined): PrintParagraph[] {
  const says = [
    ...(comments > 0 ? [`批注${comments}条，为校核意见和待填、存疑数据`] : []),
    ...(changed === undefined ? [] : [`修订为与${changed}，接受全部修订即为本稿`]),
    '在文中所作修改会自动记为修订，定稿时请删去本说明',
  ]
  const figures = STATES.flatMap(([state, label]): PrintRun[] => {
    const count = counts.get(state) ?? 0
    if (count === 0) return []
    return [{ text: label, ...(state === 'open' ? { slot: true } : { state }) }, { text: ` ${count} 处　` }]
  })
  return [
    { style: 'note', runs: [{ text: `送审稿说明（不属于正文）：${says.join('；')}。`, ...(homeless.length > 0 ? { comments: homeless } : {}) }] },
    ...(coloured && figures.length > 0 ? [{ style: 'note' as const, runs: [{ text: '数据底色：' }, ...figures] }] : []),
    { style: 'note', runs: [] },
  ]
}

const nameOf = ({ title, subtitle, body, year }: Report): string => {
  const name = title !== '' ? title : subtitle !== '' ? subtitle : body
  return `${name === '' ? '另一版本' : `“${name}”`}${year === null || name.includes(String(year)) ? '' : `（${year}年）`}`
}

/** Comments of a report of which nothing is printed; they stand at the legend. */
const unprinted = (blocks: readonly PrintBlock[], placed: readonly PlacedComment[]): string[] => {
  const at = new Set(blocks.flatMap((block) => (isTable(block) ? [] : block.runs.flatMap(({ comments }) => comments ?? []))))
  return placed.flatMap(({ comment: { id } }) => (at.has(id) ? [] : [id]))
}

/** Runs are cut where comments begin and end. A comment on what is not printed (an empty paragraph) goes to the paragraph before it, or to the first. */
function withComments(blocks: readonly PrintBlock[], texts: ReadonlyMap<string, string>, placed: readonly PlacedComment[]): PrintBlock[] {
  const printed = new Set(blocks.flatMap((block) => (!isTable(block) && block.source !== undefined && textOfRuns(block.runs) !== '' ? [block.source] : [])))
  const instead = new Map<string, string>()
  let [last] = printed
  for (const id of texts.keys()) {
    if (printed.has(id)) last = id
    else if (last !== undefined) instead.set(id, last)
  }
  const stretches = new Map<string, { start: number; end: number; id: string }[]>()
  for (const { paragraphId, start, end, comment } of placed) {
    if (printed.has(paragraphId)) add(stretches, paragraphId, { start, end, id: comment.id })
    else add(stretches, instead.get(paragraphId) ?? last ?? '', { start: 0, end: 0, id: comment.id })
  }
  return blocks.map((block) => {
    const own = isTable(block) || block.source === undefined ? undefined : stretches.get(block.source)
    if (!own || isTable(block)) return block
    const text = textOfRuns(block.runs)
    const plain = texts.get(block.source ?? '') ?? text
    return { ...block, runs: changeStretches(block.runs, own.map(({ start, end, id }) => ({ ...rangeOf(plain, text, start, end), change: (run: PrintRun) => ({ ...run, comments: [...(run.comments ?? []), id] }) }))) }
  })
}

/** A range of the plain text in the printed one; an empty one becomes the character beside it, or the whole where it says nothing of a place. */
function rangeOf(plain: string, printed: string, start: number, end: number): { start: number; end: number } {
  const from = printedOffset(plain, printed, Math.max(0, Math.min(start, end)))
  const to = printedOffset(plain, printed, Math.max(0, start, end))
  if (to > from) return { start: from, end: to }
  if (from === 0) return { start: 0, end: printed.length }
  // a whole character, also where it takes two units
  const before = [...printed.slice(Math.max(0, from - 2), from)].at(-1) ?? ''
  return { start: from - before.length, end: from }
}

function add<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
