import './series.css'
import { Button, Checkbox, SegmentedControl, Text, TextInput } from '@mantine/core'
import { IconFileSpreadsheet, IconPhoto, IconSearch } from '@tabler/icons-react'
import { lazy, Suspense, useMemo, useRef, useState } from 'react'
import type { ReportSummary } from '#contract/contract.ts'
import { seriesFacts, type Series, type SeriesPoint, type SeriesTable } from '#core/compare/series.ts'
import type { Report } from '#core/model/report.ts'
import { sayFacts, seriesSheet } from '#core/print/sheet.ts'
import { notifications } from '@mantine/notifications'
import { useHost } from '../../app/host.ts'
import { download } from '../../ui/download.ts'
import { saveTable } from '../publish/save-table.ts'
import { count, nameOf } from '../../ui/words.ts'
import { sayChange } from '../edit/figure-rows.ts'
import type { Where } from '../edit/SidePanel.tsx'
import { pictureOf } from './picture.ts'

/** recharts is large, and only this view draws */
const SeriesCharts = lazy(async () => ({ default: (await import('./SeriesCharts.tsx')).SeriesCharts }))

/** more lines than this in one picture tell nothing */
const MOST = 6

export interface SeriesViewProps {
  report: Report
  /** undefined while it is computed */
  table: SeriesTable | null | undefined
  reports: readonly ReportSummary[]
  /** titles of reports that could not be read */
  unread: readonly string[]
  /** opens a report at a place */
  onOpen: (reportId: string, where: Where) => void
}

const whereOf = ({ figure }: SeriesPoint): Where => ({ blockId: figure.paragraphId, start: figure.start, end: figure.end })

/** The indicators of a body over the years (历年): a table, and lines for the chosen ones. */
export function SeriesView({ report, table, reports, unread, onOpen }: SeriesViewProps) {
  const { client } = useHost()
  const [words, setWords] = useState('')
  const [least, setLeast] = useState<'2' | '1'>('2')
  const [chosen, setChosen] = useState<readonly string[]>()
  const charts = useRef<HTMLDivElement>(null)

  const shown = useMemo(() => {
    const sought = words.trim().toLowerCase()
    return (table?.series ?? []).filter((s) => s.points.length >= Number(least) && (sought === '' || `${s.indicator} ${s.points.map((p) => `${p.figure.indicator} ${p.figure.text}`).join(' ')}`.toLowerCase().includes(sought)))
  }, [table, words, least])
  // to begin with, one that has something to show
  const first = table?.series.find((s) => s.points.length > 1 && s.kind !== 'percent' && s.points.some((p) => p.value !== s.points[0]?.value)) ?? table?.series.find((s) => s.points.length > 1)
  const keys = chosen ?? (first ? [first.id] : [])
  const drawn = (table?.series ?? []).filter(({ id }) => keys.includes(id))
  const years = table?.years ?? []
  const titles = new Map(reports.map((r) => [r.id, nameOf(r)]))
  const name = report.body || nameOf(report)

  const toggle = (id: string): void => {
    if (keys.includes(id)) setChosen(keys.filter((k) => k !== id))
    else if (keys.length >= MOST) notifications.show({ color: 'amber', message: `一张图最多画 ${MOST} 个指标。请先取消一个再选。` })
    else setChosen([...keys, id])
  }
  const savePicture = async (): Promise<void> => {
    const file = charts.current ? await pictureOf(charts.current, `${name} 历年数据`) : undefined
    if (file) download(file)
    else notifications.show({ color: 'red', message: '图没有导出：这个窗口不能生成图片。可以改为导出 Excel，再用表格软件作图。' })
  }

  return (
    <section className="series" aria-label="历年">
      <div className="series-bar">
        <TextInput size="xs" w={220} aria-label="查找指标" placeholder="查找指标" leftSection={<IconSearch size={14} />} value={words} onChange={(event) => setWords(event.currentTarget.value)} />
        <SegmentedControl size="xs" aria-label="显示哪些指标" value={least} onChange={(value) => setLeast(value === '1' ? '1' : '2')} data={[{ value: '2', label: '两年以上' }, { value: '1', label: '全部' }]} />
        <Text size="sm" c="dimmed">
          {table ? `${name}：${years.length} 份报告，${count(shown.length)} 个指标` : ''}
        </Text>
        <div style={{ flex: 1 }} />
        <Button size="compact-sm" variant="default" leftSection={<IconPhoto size={16} stroke={1.7} />} disabled={drawn.length === 0} onClick={() => void savePicture()}>
          导出图片
        </Button>
        <Button size="compact-sm" variant="default" leftSection={<IconFileSpreadsheet size={16} stroke={1.7} />} disabled={shown.length === 0} onClick={() => void saveTable(client, `${name} 历年数据`, [seriesSheet(shown, years)])}>
          导出 Excel
        </Button>
      </div>
      {unread.length > 0 && (
        <Text size="sm" c="red" px={16} py={6} role="alert">
          有 {unread.length} 份报告没有读出来，未计入：{unread.join('、')}
        </Text>
      )}
      {!table ? (
        <Text size="sm" c="dimmed" p="xl" ta="center" role="status">
          正在汇总历年数据…
        </Text>
      ) : years.length < 2 ? (
        <Text size="sm" c="dimmed" p="xl" ta="center" role="status">
          {report.body === '' ? '这份报告还没有填写单位，无法汇总同一单位的历年数据。请点标题栏的报告名称填写单位和年份。' : `资料库中只有“${report.body}”一个年份的报告。导入往年的报告，或核对单位名称和年份是否一致，就能看到历年数据。`}
        </Text>
      ) : (
        <>
          <div className="series-charts" ref={charts}>
            {drawn.length > 0 ? (
              <Suspense fallback={<div style={{ height: 240 }} />}>
                <SeriesCharts series={drawn} years={years} onOpen={(point) => onOpen(point.reportId, whereOf(point))} />
              </Suspense>
            ) : shown.length === 0 ? null : (
              <Text size="sm" c="dimmed" p="md">
                在下表中勾选一个或几个指标，这里画出它们的变化。
              </Text>
            )}
          </div>
          <div className="series-scroll">
            {shown.length === 0 ? (
              <Text size="sm" c="dimmed" p="xl" ta="center" role="status">
                {words.trim() === '' && least === '2' ? '这些报告还没有口径一致、跨两年以上的指标：配对为“近似”的数据不连成一线。可以在“对比表”中确认它们是同一指标，或在这里切换到“全部”。' : '没有符合条件的指标。'}
              </Text>
            ) : (
              <table className="series-table">
                <thead>
                  <tr>
                    <th scope="col">指标</th>
                    {years.map((year) => (
                      <th key={year} scope="col" data-numeric>
                        {year}
                      </th>
                    ))}
                    <th scope="col" data-numeric>
                      最近增减
                    </th>
                    <th scope="col">说明</th>
                  </tr>
                </thead>
                <tbody>
                  {shown.map((s) => (
                    <Row key={s.id} series={s} years={years} chosen={keys.includes(s.id)} titles={titles} onToggle={() => toggle(s.id)} onOpen={onOpen} />
                  ))}
                </tbody>
              </table>
            )}
          </div>
        </>
      )}
    </section>
  )
}

function Row({ series: s, years, chosen, titles, onToggle, onOpen }: { series: Series; years: readonly number[]; chosen: boolean; titles: ReadonlyMap<string, string>; onToggle: () => void; onOpen: SeriesViewProps['onOpen'] }) {
  const values = new Map(s.points.map((p) => [p.year, p]))
  const facts = seriesFacts(s)
  const change = facts?.change ? sayChange({ change: facts.change, unit: s.unit, about: false }) : ''
  return (
    <tr data-chosen={chosen || undefined}>
      <th scope="row">
        <Checkbox size="xs" checked={chosen} onChange={onToggle} label={`${s.indicator || '指标未定'}${s.plan ? '（目标）' : ''}`} />
      </th>
      {years.map((year) => {
        const point = values.get(year)
        const gap = s.gaps.includes(year)
        return (
          <td key={year} className="numeric" data-gap={gap || undefined} title={gap ? '这一年的报告没有给出' : undefined}>
            {point ? (
              <button type="button" title={`${titles.get(point.reportId) ?? '本报告'}：…${point.figure.before}${point.figure.text}${point.figure.after}…`} onClick={() => onOpen(point.reportId, whereOf(point))}>
                {point.value < 0 && point.figure.value > 0 ? `−${point.figure.text}` : point.figure.text}
              </button>
            ) : gap ? (
              '缺'
            ) : (
              ''
            )}
          </td>
        )
      })}
      <td className="numeric" data-direction={facts?.change && facts.change.absolute !== 0 ? (facts.change.absolute > 0 ? 'up' : 'down') : undefined}>
        {change}
      </td>
      <td className="series-facts">{sayFacts(s)}</td>
    </tr>
  )
}
