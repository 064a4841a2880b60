import { wordChanges } from '../text/word-diff.ts'

/** Text put in the place of [start, end). */
export interface TextEdit {
  start: number
  end: number
  text: string
}

/** An edit of one side in the other side's text. */
export interface MergedEdit extends TextEdit {
  /** where the new text stands in the returned text, half-open */
  there: { start: number; end: number }
  /** the draft was changed at this place as well, or it is not known who changed it */
  conflict: boolean
}

/** The differences of two texts by word as edits of the first. */
export function editsBetween(before: string, after: string): TextEdit[] {
  const out: TextEdit[] = []
  let at = 0
  let open: TextEdit | undefined
  for (const { kind, text } of wordChanges(before, after)) {
    if (kind === 'same') {
      open = undefined
      at += text.length
      continue
    }
    if (!open) out.push((open = { start: at, end: at, text: '' }))
    if (kind === 'deleted') {
      at += text.length
      open.end = at
    } else open.text += text
  }
  return out
}

/**
 * What the returned text changes, as edits of the draft's text. With `base`, the text that both came from, what only the draft changed is left alone, and what
 * both changed (differently) is in conflict; without it, all differences are. Applied all to the draft without conflicts, where the draft is the base, they give `returned`.
 */
export function mergedEdits(draft: string, returned: string, base?: string): MergedEdit[] {
  if (base === undefined) return placed(editsBetween(draft, returned)).map((edit) => ({ ...edit, conflict: true }))
  const theirs = editsBetween(base, returned)
  const ours = editsBetween(base, draft)
  const out: MergedEdit[] = []
  const place = { draft: 0, returned: 0 }
  let [i, k] = [0, 0]
  // edits of both sides in the order of the base; those that touch are one
  while (i < theirs.length || k < ours.length) {
    const [first, second] = [theirs[i], ours[k]]
    let start = Math.min(first?.start ?? Infinity, second?.start ?? Infinity)
    let end = start
    const [fromI, fromK] = [i, k]
    for (;;) {
      const t = theirs[i]
      const o = ours[k]
      if (t && t.start <= end && (t.start < end || t.start === start || i > fromI || k > fromK)) {
        end = Math.max(end, t.end)
        i++
      } else if (o && o.start <= end && (o.start < end || o.start === start || i > fromI || k > fromK)) {
        end = Math.max(end, o.end)
        k++
      } else break
    }
    const grown = (edits: readonly TextEdit[]): number => edits.reduce((n, e) => n + e.text.length - (e.end - e.start), 0)
    const [t, o] = [theirs.slice(fromI, i), ours.slice(fromK, k)]
    const inDraft = { start: start + place.draft, end: end + place.draft + grown(o) }
    const there = { start: start + place.returned, end: end + place.returned + grown(t) }
    place.draft += grown(o)
    place.returned += grown(t)
    start = end
    const text = returned.slice(there.start, there.end)
    if (t.length > 0 && draft.slice(inDraft.start, inDraft.end) !== text) out.push({ ...inDraft, text, there, conflict: o.length > 0 })
  }
  return out
}

/** Edits of a text with the places of their new text in the text that they lead to. */
function placed(edits: readonly TextEdit[]): Omit<MergedEdit, 'conflict'>[] {
  let shift = 0
  return edits.map((edit) => {
    const start = edit.start + shift
    shift += edit.text.length - (edit.end - edit.start)
    return { ...edit, there: { start, end: start + edit.text.length } }
  })
}
