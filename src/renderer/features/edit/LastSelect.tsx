import { Select, Text } from '@mantine/core'
import type { ReportSummary } from '#contract/contract.ts'
import type { Report } from '#core/model/report.ts'
import { nameOf, yearText } from '../../ui/words.ts'
import { comparable } from './last-report.ts'

export interface LastSelectProps {
  report: Report
  reports: readonly ReportSummary[]
  last: ReportSummary | undefined
  onLast: (id: string | undefined) => void
}

/** Chooses the earlier report that this one is compared with. */
export function LastSelect({ report, reports, last, onLast }: LastSelectProps) {
  return (
    <Select
      size="xs"
      aria-label="对照的往年报告"
      leftSectionWidth={44}
      leftSection={
        <Text size="xs" c="dimmed" span>
          对照
        </Text>
      }
      placeholder="不对照往年报告"
      clearable
      searchable
      comboboxProps={{ width: 360, position: 'bottom-end' }}
      data={comparable(report, reports).map((r) => ({ value: r.id, label: `${yearText(r.year)}　${nameOf(r)}` }))}
      value={last?.id ?? null}
      onChange={(id) => onLast(id ?? undefined)}
    />
  )
}
