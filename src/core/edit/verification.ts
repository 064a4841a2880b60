import type { FigureNode, FigureState, Verification } from '../model/inline.ts'

/**
 * The verification that a figure has after a change of its state or its text; `given` is a person's (or the ledger's) word on the figure as it now stands.
 * A verified or doubted figure keeps its own while neither state nor text changes. Of a figure that was verified and is so no longer, because it says
 * something else now, it is kept as lapsed, so that whoever verifies it again knows; when it is verified or doubted anew, that is forgotten.
 */
export function verificationAfter(before: Pick<FigureNode, 'state' | 'text' | 'verification'>, after: { state: FigureState; text: string }, given?: Verification): Verification | undefined {
  const own = before.verification
  const judged = after.state === 'verified' || after.state === 'doubtful'
  if (judged && given) return given
  if (judged && before.state === after.state && before.text === after.text) return own
  if (own?.lapsed !== undefined) return after.state === 'verified' ? undefined : own
  if (before.state !== 'verified' || !own || after.state === 'verified') return undefined
  return { ...own, lapsed: before.text }
}
