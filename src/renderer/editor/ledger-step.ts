import type { Node as PmNode, Schema } from '@tiptap/pm/model'
import { Step, StepMap, StepResult, type Mappable } from '@tiptap/pm/transform'
import { applyChanges, changesThatFit, invertChanges, type LedgerChange } from '#core/ledger/changes.ts'
import type { Ledger } from '#core/ledger/ledger.ts'

/** The ledger that a document holds; null where there is none. */
export const ledgerOf = (doc: PmNode): Ledger | null => doc.attrs['ledger'] as Ledger | null

/**
 * Changes cells of the document's ledger. It touches no text, so that it maps through every other step. It changes only cells that hold what it
 * knew, and its inverse takes back only those: what another window changed meanwhile stays, whatever is undone or done again here.
 */
export class LedgerStep extends Step {
  constructor(readonly changes: readonly LedgerChange[]) {
    super()
  }

  override apply(doc: PmNode): StepResult {
    const ledger = ledgerOf(doc)
    if (!ledger) return StepResult.fail('the document holds no ledger')
    return StepResult.ok(doc.type.create({ ...doc.attrs, ledger: applyChanges(ledger, changesThatFit(ledger, this.changes)) }, doc.content, doc.marks))
  }

  override getMap(): StepMap {
    return StepMap.empty
  }

  override invert(doc: PmNode): LedgerStep {
    const ledger = ledgerOf(doc)
    return new LedgerStep(ledger ? invertChanges(changesThatFit(ledger, this.changes)) : [])
  }

  override map(_mapping: Mappable): LedgerStep {
    return this
  }

  override toJSON(): unknown {
    return { stepType: 'ledger', changes: this.changes }
  }

  static override fromJSON(_schema: Schema, json: { changes: LedgerChange[] }): LedgerStep {
    return new LedgerStep(json.changes)
  }
}

Step.jsonID('ledger', LedgerStep)
