import { Button, Group, NumberInput, Stack, TextInput } from '@mantine/core'
import { modals } from '@mantine/modals'
import { useState } from 'react'
import type { Report } from '#core/model/report.ts'

export type Information = Pick<Report, 'body' | 'year' | 'date'>

/** Asks for what stands in no line of the text: body, year, date. */
export function editInformation(report: Report, onDone: (information: Information) => void): void {
  const id = modals.open({
    title: '报告信息',
    children: (
      <InformationForm
        report={report}
        onCancel={() => modals.close(id)}
        onDone={(information) => {
          modals.close(id)
          onDone(information)
        }}
      />
    ),
  })
}

function InformationForm({ report, onDone, onCancel }: { report: Report; onDone: (information: Information) => void; onCancel: () => void }) {
  const [body, setBody] = useState(report.body)
  const [year, setYear] = useState<number | string>(report.year ?? '')
  const [date, setDate] = useState(report.date)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onDone({ body: body.trim(), year: typeof year === 'number' ? year : null, date: date.trim() })
      }}
    >
      <Stack gap="sm">
        <TextInput label="单位" maxLength={100} value={body} onChange={(e) => setBody(e.currentTarget.value)} data-autofocus />
        <NumberInput label="年份" description="报告所述的年份，不是发表的年份" min={1950} max={2999} allowDecimal={false} thousandSeparator="" value={year} onChange={setYear} />
        <TextInput label="日期" description="报告的日期，例如 2025年1月12日" maxLength={60} value={date} onChange={(e) => setDate(e.currentTarget.value)} />
        <Group justify="flex-end" mt="sm">
          <Button variant="default" onClick={onCancel}>
            取消
          </Button>
          <Button type="submit">确定</Button>
        </Group>
      </Stack>
    </form>
  )
}
