import type { ParagraphChange } from '../compare/versions.ts'
import { wordChanges } from '../text/word-diff.ts'
import { isTable, type PrintBlock, type PrintChange, type PrintParagraph, type PrintRun } from './model.ts'
import { sliceRuns, textOfRuns } from './runs.ts'

/**
 * The printed blocks of a text with its changes since an earlier version as tracked changes (修订): accepting all of them leaves `after`, rejecting all
 * of them leaves the words of `before`. Both lists are printed in the same profile; their paragraphs say by `source` what they print. What has no source
 * (lines below the text, empty ones) is taken from `after` and not tracked.
 */
export function trackedBlocks(changes: readonly ParagraphChange[], before: readonly PrintBlock[], after: readonly PrintBlock[]): PrintBlock[] {
  const earlier = bySource(before)
  const later = bySource(after)
  const out: PrintBlock[] = []
  const last = after.findLastIndex((block) => !isTable(block) && block.source !== undefined)
  let next = 0
  /** what has no source keeps its place before the paragraph that it stands before */
  const bringUntil = (stop: (block: PrintBlock) => boolean): void => {
    for (let block = after[next]; block && !stop(block); block = after[++next]) out.push(block)
  }
  for (const change of changes) {
    const gone = 'before' in change ? earlier.get(change.before.id) : undefined
    const there = 'after' in change ? later.get(change.after.id) : undefined
    if (change.kind === 'deleted' || change.kind === 'movedFrom') {
      // the empty line between title and text stays above the text
      if (next <= last && (change.before.role === 'heading' || change.before.role === 'paragraph')) bringUntil((block) => !isTable(block) && block.source !== undefined)
      if (gone) out.push(change.kind === 'deleted' ? deleted(gone) : movedFrom(gone, there, change.move))
    } else if (there) {
      bringUntil((block) => block === there)
      out.push(tracked(change, gone, there))
      next++
    }
  }
  bringUntil(() => false)
  return out
}

const bySource = (blocks: readonly PrintBlock[]): Map<string, PrintParagraph> =>
  new Map(blocks.flatMap((block) => (isTable(block) || block.source === undefined ? [] : [[block.source, block] as const])))

/** A paragraph of the later version. */
function tracked(change: Exclude<ParagraphChange, { kind: 'deleted' }>, before: PrintParagraph | undefined, after: PrintParagraph): PrintParagraph {
  if (change.kind === 'inserted') return { ...after, change: { kind: 'inserted' } }
  if ('move' in change) return movedTo(before, after, change.move)
  return change.kind === 'same' ? after : edited(before, after)
}

/** What is no longer in the report has no place in it. */
function withoutSource({ source: _, ...paragraph }: PrintParagraph): PrintParagraph {
  return paragraph
}

const deleted = (paragraph: PrintParagraph): PrintParagraph => ({ ...withoutSource(paragraph), change: { kind: 'deleted' } })

/** The changed words within a paragraph that is in both. */
function edited(before: PrintParagraph | undefined, after: PrintParagraph): PrintParagraph {
  return { ...after, runs: merged(before?.runs ?? [], after.runs, { deleted: { kind: 'deleted' }, inserted: { kind: 'inserted' } }) }
}

/** Where it stood: what was kept went, the other words were taken out. Together they are the text as it was. */
function movedFrom(before: PrintParagraph, after: PrintParagraph | undefined, move: number): PrintParagraph {
  const change: PrintChange = { kind: 'movedFrom', move: `move${move}` }
  const runs = merged(before.runs, after?.runs ?? [], { deleted: { kind: 'deleted' }, same: change }, 'before')
  return { ...withoutSource(before), change, runs }
}

/** Where it stands: what was kept came, the other words are new. Together they are the text as it is. */
function movedTo(before: PrintParagraph | undefined, after: PrintParagraph, move: number): PrintParagraph {
  const change: PrintChange = { kind: 'movedTo', move: `move${move}` }
  return { ...after, change, runs: merged(before?.runs ?? [], after.runs, { inserted: { kind: 'inserted' }, same: change }) }
}

/** The runs of two versions in one, by their changed words: of one side the words that `as` names nothing for are left out. */
function merged(before: readonly PrintRun[], after: readonly PrintRun[], as: { deleted?: PrintChange; inserted?: PrintChange; same?: PrintChange }, common: 'before' | 'after' = 'after'): PrintRun[] {
  const out: PrintRun[] = []
  let [b, a] = [0, 0]
  for (const { kind, text } of wordChanges(textOfRuns(before), textOfRuns(after))) {
    const old = kind === 'inserted' ? [] : sliceRuns(before, b, b + text.length)
    const now = kind === 'deleted' ? [] : sliceRuns(after, a, a + text.length)
    if (kind !== 'inserted') b += text.length
    if (kind !== 'deleted') a += text.length
    const change = as[kind]
    if (kind === 'same') for (const run of common === 'before' ? old : now) out.push(change ? { ...run, change } : run)
    else if (change) for (const run of kind === 'deleted' ? old : now) out.push({ ...(kind === 'deleted' && as.inserted ? inLine(run) : run), change })
  }
  return out
}

/** A title keeps the lines of its later version. */
function inLine({ lineBreak: _, ...run }: PrintRun): PrintRun {
  return run
}
