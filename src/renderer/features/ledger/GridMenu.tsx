import { Paper } from '@mantine/core'
import { useEffect, useRef } from 'react'

/** What the grid offers for a cell, and what it is called here. Its 复制为新指标 is left out: it would leave the cursor on another indicator. */
const MENU: Readonly<Record<string, string>> = { COPY: '复制', CUT: '剪切', PASTE: '粘贴', INSERT_ROW_BELLOW: '添加指标', DELETE_ROW: '删除指标', DELETE_ROWS: '删除所选指标' }

interface GridMenuProps {
  clientX: number
  clientY: number
  items: { type: string; action: () => void }[]
  close: () => void
}

/** The menu of a cell, in Chinese. `add` makes a new indicator: the grid's own way puts a row where the order of the table does not keep it. */
export const gridMenu = (add: () => void) => function GridMenu({ clientX, clientY, items, close }: GridMenuProps) {
  const menu = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const away = (event: MouseEvent): void => {
      if (!menu.current?.contains(event.target as Node)) close()
    }
    document.addEventListener('mousedown', away)
    return () => document.removeEventListener('mousedown', away)
  }, [close])
  const act = (type: string, action: () => void): void => {
    if (type !== 'INSERT_ROW_BELLOW') return action()
    close()
    add()
  }
  return (
    <Paper ref={menu} shadow="md" withBorder role="menu" className="ledger-menu" style={{ left: Math.min(clientX, window.innerWidth - 180), top: Math.min(clientY, window.innerHeight - 200) }}>
      {items.filter(({ type }) => type in MENU).map(({ type, action }) => (
        <button key={type} type="button" role="menuitem" onClick={() => act(type, action)}>{MENU[type]}</button>
      ))}
    </Paper>
  )
}
