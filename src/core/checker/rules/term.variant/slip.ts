import type { Severity } from '../../finding.ts'

/** A wording in one paragraph that is wrong by itself, or rare beside another one. */
export interface Slip {
  start: number
  end: number
  message: string
  suggestion?: string
  severity?: Severity
}

/** Orders slips and drops those inside or across an earlier one. */
export function withoutOverlaps(slips: readonly Slip[]): Slip[] {
  const out: Slip[] = []
  for (const slip of [...slips].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = out.at(-1)
    if (!last || slip.start >= last.end) out.push(slip)
  }
  return out
}

/** Those of `slips` that neither lie in nor across any of `others`. */
export const outsideOf = (others: readonly Slip[], slips: readonly Slip[]): Slip[] => (others.length === 0 ? [...slips] : slips.filter(({ start, end }) => !others.some((other) => other.start < end && start < other.end)))
