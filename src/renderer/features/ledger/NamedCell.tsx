import { useLayoutEffect, useRef, type ComponentProps } from 'react'
import { keyColumn, type Column } from 'react-datasheet-grid'
import type { LedgerRow } from './ledger-table.ts'

// one component for all columns, which therefore keeps its fields while columns are made anew
const Cell = keyColumn<LedgerRow, 'name'>('name', {}).component
type Props = ComponentProps<NonNullable<typeof Cell>> & { columnData: { label: string } }

/** A column of the table's texts under `id`, whose fields say to a screen reader which indicator and which column they are: the grid's own have no name. */
export function namedColumn(id: keyof LedgerRow & string, text: Partial<Column<string>>, label: string): Partial<Column<LedgerRow>> {
  const column = keyColumn<LedgerRow, typeof id>(id, text)
  return { ...column, component: NamedCell, columnData: { ...column.columnData, label } }
}

function NamedCell(props: Props) {
  const box = useRef<HTMLDivElement>(null)
  const label = `${props.rowData.name} ${props.columnData.label}`
  useLayoutEffect(() => box.current?.querySelector('input')?.setAttribute('aria-label', label), [label])
  return <div ref={box} style={{ display: 'contents' }}>{Cell && <Cell {...props} />}</div>
}
