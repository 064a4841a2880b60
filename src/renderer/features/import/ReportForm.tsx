import { Alert, Autocomplete, Button, Group, NumberInput, Stack, Text, TextInput } from '@mantine/core'
import { IconInfoCircle } from '@tabler/icons-react'
import { useMemo } from 'react'
import type { ReportSummary } from '#contract/contract.ts'
import { isCore } from '#core/figures/figure.ts'
import { reportFigures } from '#core/figures/report-figures.ts'
import { countCharacters } from '#core/model/plain-text.ts'
import type { Report } from '#core/model/report.ts'
import { allParagraphs, allSections } from '#core/model/tree.ts'
import { count, nameOf } from '../../ui/words.ts'
import { bodiesOf } from '../library/filter.ts'

/** What an editor may correct before a recovered report is saved. */
export type Head = Pick<Report, 'body' | 'year' | 'date'>

interface ReportFormProps {
  report: Report
  fileName: string
  known: readonly ReportSummary[]
  saving: boolean
  more: boolean
  onChange: (head: Partial<Head>) => void
  onSave: () => void
  onCancel: () => void
}

/** What no line of a report's text says for certain, to be corrected, and what was counted in it. */
export function ReportForm({ report, fileName, known, saving, more, onChange, onSave, onCancel }: ReportFormProps) {
  const counts = useMemo(() => countsOf(report), [report])
  const twin = known.find((r) => r.year === report.year && r.body === report.body && report.year !== null && nameOf(r) === nameOf(report))
  const nameless = report.title.trim() === ''
  return (
    <form
      className="import-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (!nameless) onSave()
      }}
    >
      <Stack gap="sm">
        <Text size="sm" c="dimmed" className="one-line" title={fileName}>
          来自文件 {fileName}
        </Text>
        <Group gap="sm" grow preventGrowOverflow={false} align="start">
          <Autocomplete label="单位" flex={2} placeholder="如：开化县政协" data={bodiesOf(known)} value={report.body} error={report.body === '' ? '没有识别出，请填写' : undefined} onChange={(body) => onChange({ body })} />
          <NumberInput
            label="报告年份"
            flex={1}
            miw={120}
            placeholder="如：2024"
            min={1900}
            max={2999}
            allowDecimal={false}
            hideControls
            thousandSeparator=""
            value={report.year ?? ''}
            error={report.year === null ? '没有识别出，请填写' : undefined}
            onChange={(value) => onChange({ year: typeof value === 'number' && value >= 1900 ? value : null })}
          />
        </Group>
        <Text size="xs" c="dimmed" mt={-6}>
          年份是报告所写的年份，不是发表的年份；与往年对照时以此为准。
        </Text>
        <TextInput label="日期" value={report.date} onChange={(e) => onChange({ date: e.currentTarget.value })} />
        {nameless && <Text size="sm" c="red">请在正文最上方填写标题，然后保存。</Text>}
        <dl className="import-counts">
          {counts.map(([label, n]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd className="numeric">{count(n)}</dd>
            </div>
          ))}
        </dl>
        {twin && (
          <Alert color="amber" icon={<IconInfoCircle size={18} />} p="xs">
            资料库中已有同一单位、同一年份、同一标题的报告。仍可保存，两份都会保留。
          </Alert>
        )}
        <Group gap="sm" mt={4}>
          <Button type="submit" loading={saving} disabled={nameless}>
            {more ? '保存，看下一份' : '保存到资料库'}
          </Button>
          <Button variant="default" onClick={onCancel}>
            不导入这份
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

const countsOf = (report: Report): [label: string, n: number][] => [
  ['字数', countCharacters(report)],
  ['板块', allSections(report.sections).filter(({ level }) => level > 0).length],
  ['段落', allParagraphs(report).length],
  ['数据', reportFigures(report).filter(isCore).length],
]
