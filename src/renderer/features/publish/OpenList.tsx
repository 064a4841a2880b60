import { Stack, Table } from '@mantine/core'
import type { Found } from '#contract/contract.ts'
import { ExportFindings } from './ExportFindings.tsx'

/** What stands in the way of printing, as the host counts it. */
export interface OpenThings {
  openSlots: number
  unverified: number
  figures: number
  verified: number
  unlike: number
  unreviewed: number
  promises: number
  findings: readonly Found[]
}

/** What is still open before a report is exported. It says so and stands in nobody's way. */
export function OpenList({ open, onGo }: { open: OpenThings; onGo: (place: Found['first']) => void }) {
  const { openSlots, unverified, figures, verified, unlike, unreviewed, promises, findings } = open
  return (
    <Stack gap="sm">
      <Table withRowBorders={false} verticalSpacing={3} aria-label="导出前检查">
        <Table.Tbody>
          <Line label="待填数据" value={openSlots} words={['处', '全部已填']} severe />
          <Line label="已填、尚未核实或存疑的数据" value={unverified} words={['处', '没有']} />
          <Table.Tr>
            <Table.Td pl={0}>逐处核对</Table.Td>
            <Table.Td ta="right" pr={0} className="numeric" c="dimmed">
              {verified >= figures ? '全部已核' : `${figures} 处数据中已核 ${verified} 处`}
            </Table.Td>
          </Table.Tr>
          {unlike > 0 && <Line label="与台账不一致的数据" value={unlike} words={['处', '']} severe />}
          {unreviewed > 0 && <Line label="从上年带来、尚未复核的文字" value={unreviewed} words={['处', '']} />}
          {promises > 0 && <Line label="上年承诺、尚未确认回应的事项" value={promises} words={['项', '']} />}
        </Table.Tbody>
      </Table>
      <ExportFindings findings={findings} onGo={onGo} />
    </Stack>
  )
}

function Line({ label, value, words: [unit, none], severe = false }: { label: string; value: number; words: readonly [string, string]; severe?: boolean }) {
  return (
    <Table.Tr>
      <Table.Td pl={0}>{label}</Table.Td>
      <Table.Td ta="right" pr={0} className="numeric" {...(value > 0 ? (severe ? { c: 'red', fw: 600 } : {}) : { c: 'dimmed' })}>
        {value > 0 ? `${value} ${unit}` : none}
      </Table.Td>
    </Table.Tr>
  )
}
