import type { ReportSummary } from '#contract/contract.ts'
import { Banner } from '../../app/Frame.tsx'
import { goTo } from '../../app/routes.ts'
import { unsavedIds } from '../../app/unsaved.ts'
import { nameOf } from '../../ui/words.ts'

/** Says of which reports this window still holds changes that no host acknowledged. */
export function RecoveryBanner({ reports }: { reports: readonly ReportSummary[] }) {
  const ids = unsavedIds()
  return reports
    .filter(({ id }) => ids.includes(id))
    .map((report) => (
      <Banner key={report.id} severity="warning" action={{ label: '打开并恢复', onClick: () => goTo({ page: 'edit', id: report.id }) }}>
        报告“{nameOf(report)}”有上次没来得及保存的修改。
      </Banner>
    ))
}
