import '@mantine/charts/styles.css'
import { LineChart } from '@mantine/charts'
import type { Series, SeriesPoint } from '#core/compare/series.ts'
import { readable } from '../edit/figure-rows.ts'

const COLORS = ['ink.6', 'red.5', 'green.6', 'amber.5', 'grape.6', 'cyan.7']

export interface SeriesChartsProps {
  series: readonly Series[]
  years: readonly number[]
  onOpen: (point: SeriesPoint) => void
}

/** Lines of series over the years, one chart a unit; a year without value is a gap. A point opens its report. */
export function SeriesCharts({ series, years, onOpen }: SeriesChartsProps) {
  const units = [...new Set(series.map(({ unit, measure }) => `${unit} ${measure}`))]
  const span = years.length > 0 ? Array.from({ length: Math.min(60, (years.at(-1) ?? 0) - (years[0] ?? 0) + 1) }, (_, i) => (years[0] ?? 0) + i) : []
  return (
    <div className="series-grid" data-many={units.length > 1 || undefined}>
      {units.map((key) => {
        const own = series.filter(({ unit, measure }) => `${unit} ${measure}` === key)
        const unit = own[0]?.unit ?? ''
        const points = new Map(own.map((s) => [s.id, new Map(s.points.map((p) => [String(p.year), p]))]))
        const dot = (id: string, label: string, color: string) =>
          function Point({ cx, cy, payload }: { cx?: number | undefined; cy?: number | undefined; payload?: { year?: string } }) {
            const point = points.get(id)?.get(payload?.year ?? '')
            if (!point || cx === undefined || cy === undefined) return <g key={`${id}${payload?.year ?? ''}`} />
            return (
              <circle
                key={`${id}${point.year}`}
                className="series-point"
                cx={cx}
                cy={cy}
                r={5}
                fill={color}
                role="link"
                tabIndex={0}
                aria-label={`${label} ${point.year}年 ${point.figure.text}，打开原文`}
                onClick={() => onOpen(point)}
                onKeyDown={(event) => {
                  if (event.key === 'Enter') onOpen(point)
                }}
              />
            )
          }
        return (
          <figure key={key} className="series-chart" data-title={`单位：${unit === '' ? '无' : unit}`}>
            <figcaption>
              <span>单位：{unit === '' ? '无' : unit}</span>
              {own.map((s) => (
                <span key={s.id} className="series-legend" style={{ '--line-color': `var(--mantine-color-${colorOf(series, s).replace('.', '-')})` } as React.CSSProperties}>
                  {s.indicator}
                </span>
              ))}
            </figcaption>
            <LineChart
              h={210}
              data={span.map((year) => ({ year: String(year), ...Object.fromEntries(own.map((s) => [s.id, points.get(s.id)?.get(String(year))?.value ?? null])) }))}
              dataKey="year"
              series={own.map((s) => ({ name: s.id, label: s.indicator, color: colorOf(series, s) }))}
              curveType="linear"
              connectNulls={false}
              valueFormatter={(value) => `${readable(value)}${unit === '百分点' ? '个百分点' : unit}`}
              yAxisProps={{ width: 74, domain: [floorOf(own), 'auto'], padding: { top: 14 }, allowDecimals: own[0]?.kind !== 'quantity' }}
              xAxisProps={{ padding: { left: 22, right: 22 } }}
              lineProps={(line) => ({ dot: dot(line.name, line.label ?? '', `var(--mantine-color-${String(line.color).replace('.', '-')})`), activeDot: false, isAnimationActive: false })}
            />
          </figure>
        )
      })}
    </div>
  )
}

/** From where the values are drawn: from nought where they nearly reach down to it, or where nothing changes. */
function floorOf(own: readonly Series[]): number | 'auto' {
  const values = own.flatMap(({ points }) => points.map(({ value }) => value))
  const [low, high] = [Math.min(...values), Math.max(...values)]
  return low >= 0 && (low <= high / 2 || low === high) ? 0 : 'auto'
}

/** A series keeps its colour in whichever chart it stands. */
const colorOf = (all: readonly Series[], s: Series): string => COLORS[all.indexOf(s) % COLORS.length] ?? 'ink.6'
