import { Button } from '@mantine/core'
import { RULES } from '#core/checker/rules.ts'
import { sayTime } from '../../ui/words.ts'
import type { FindingsDesk } from './use-findings.ts'

const titleOfRule = (id: string): string => RULES.find((rule) => rule.id === id)?.title ?? id

/** What the editor let stand and does not want checked, each with the way back. */
export function DismissedList({ desk, onSettings }: { desk: Pick<FindingsDesk, 'dismissed' | 'offHere' | 'offEverywhere' | 'restore' | 'switchHere' | 'choose'>; onSettings: () => void }) {
  const { dismissed, offHere, offEverywhere } = desk
  const known = offEverywhere.filter((id) => RULES.some((rule) => rule.id === id))
  return (
    <>
      {dismissed.length > 0 && (
        <details className="finding-group finding-past">
          <summary>
            <span>已忽略（{dismissed.length}）</span>
          </summary>
          <ul aria-label="已忽略">
            {dismissed.map(({ finding, dismissal }) => (
              <li key={`${dismissal.at}:${finding.anchors[0].paragraphId}:${finding.anchors[0].start}:${finding.message}`} className="finding">
                <button type="button" className="finding-go" onClick={() => desk.choose(finding, 'text')}>
                  <span>{finding.message}</span>
                  <small>
                    理由：{dismissal.reason} · {sayTime(new Date(dismissal.at), new Date())}
                  </small>
                </button>
                <div className="finding-acts">
                  <Button size="compact-xs" variant="default" onClick={() => desk.restore(dismissal)}>
                    恢复
                  </Button>
                </div>
              </li>
            ))}
          </ul>
        </details>
      )}
      {offHere.length > 0 && (
        <div className="finding-off">
          <b>本报告不检查</b>
          {offHere.map((id) => (
            <div key={id}>
              <span>{titleOfRule(id)}</span>
              <Button size="compact-xs" variant="subtle" aria-label={`重新启用“${titleOfRule(id)}”`} onClick={() => desk.switchHere(id, true)}>
                重新启用
              </Button>
            </div>
          ))}
        </div>
      )}
      {known.length > 0 && (
        <div className="finding-off">
          <div>
            <span>有 {known.length} 项在所有报告中都不检查</span>
            <Button size="compact-xs" variant="subtle" onClick={onSettings}>
              查看
            </Button>
          </div>
        </div>
      )}
    </>
  )
}
