import { memo, useEffect, useRef } from 'react'
import type { Finding } from '#core/checker/finding.ts'
import { firstWords } from '../../ui/words.ts'
import { DismissForm } from './DismissForm.tsx'
import { hasFix, WAITING } from './finding-list.ts'
import type { FindingActs } from './use-findings.ts'

export interface FindingItemProps {
  finding: Finding
  /** the section that it is in, where the list does not say so */
  section: string | undefined
  current: boolean
  /** is it the one that Tab reaches? */
  reachable: boolean
  dismissing: boolean
  /** of the current one: changes when it is to take the keyboard */
  listFocus: number
  acts: Pick<FindingActs, 'choose' | 'fix' | 'askReason' | 'dismiss' | 'takeFocus'>
}

/** One finding: its message, its words among their neighbours, and what can be done. */
export const FindingItem = memo(function FindingItem({ finding, section, current, reachable, dismissing, listFocus, acts }: FindingItemProps) {
  const [at] = finding.anchors
  const item = useRef<HTMLLIElement>(null)
  const go = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (current) item.current?.scrollIntoView({ block: 'nearest' })
  }, [current, dismissing, finding])
  useEffect(() => {
    if (current && acts.takeFocus()) go.current?.focus()
    // asked anew at every wish for it
  }, [current, listFocus])
  return (
    <li className="finding" ref={item} data-severity={finding.severity} data-current={current || undefined} aria-current={current || undefined}>
      <button type="button" className="finding-go" ref={go} tabIndex={reachable ? 0 : -1} onClick={() => acts.choose(finding, 'text')}>
        <span>{finding.message}</span>
        <small>
          {at.before === '' ? '' : `…${at.before.slice(-8)}`}
          <mark>{at.text === '' ? '（此处）' : firstWords(at.text, 24)}</mark>
          {at.after === '' ? '' : `${at.after.slice(0, 8)}…`}
        </small>
      </button>
      {dismissing ? (
        <DismissForm onDismiss={(reason) => acts.dismiss(finding, reason)} onCancel={() => acts.askReason(undefined, 'list')} />
      ) : (
        // plain buttons: there may be hundreds of them
        <div className="finding-acts">
          {hasFix(finding) && (
            <button type="button" className="finding-fix" tabIndex={reachable ? 0 : -1} title="Alt+Enter" onClick={() => acts.fix([finding], 'list')}>
              {fixWords(finding)}
            </button>
          )}
          {finding.rule !== WAITING && (
            <button type="button" className="finding-quiet" tabIndex={reachable ? 0 : -1} title="Delete" onClick={() => acts.askReason(finding, 'list')}>
              忽略…
            </button>
          )}
          {section !== undefined && (
            <span className="finding-section one-line" title={section}>
              {section}
            </span>
          )}
        </div>
      )}
    </li>
  )
})

/** What a click on the button does to the text. */
export function fixWords({ suggestion, replacements }: Pick<Finding, 'suggestion' | 'replacements'>): string {
  if (replacements) return replacements.length > 1 ? `改正这 ${replacements.length} 处` : '改正'
  return suggestion === '' ? '删去' : `改为“${firstWords(suggestion ?? '', 16)}”`
}
