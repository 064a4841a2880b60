import { Badge } from '@mantine/core'
import type { ReportSummary } from '#contract/contract.ts'

/** What a report is: an example, a draft or a published report. */
export function Status({ report }: { report: Pick<ReportSummary, 'origin' | 'status'> }) {
  const [label, color] = report.origin.from === 'example' ? (['示例', 'ink'] as const) : report.status === 'draft' ? (['草稿', 'amber'] as const) : (['已发布', 'green'] as const)
  return (
    <Badge variant="light" color={color} radius="sm" size="md" fw={500} tt="none">
      {label}
    </Badge>
  )
}
