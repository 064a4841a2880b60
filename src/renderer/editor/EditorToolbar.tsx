import { ActionIcon, Button, Divider, Group, Select, Tooltip } from '@mantine/core'
import { IconArrowBackUp, IconArrowForwardUp, IconBold, IconHighlight, IconNumber123, IconTextPlus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Level } from '#core/model/report.ts'
import type { EditorHandle, EditorPlace } from './handle.ts'

const LEVELS = [
  { value: '0', label: '正文' },
  { value: '1', label: '一级标题' },
  { value: '2', label: '二级标题' },
  { value: '3', label: '三级标题' },
  { value: '4', label: '四级标题' },
]
const BESIDE = [
  { value: 'caption', label: '图片说明' },
  { value: 'noise', label: '不属于正文' },
]

export interface EditorToolbarProps {
  editor: EditorHandle | null
  place: EditorPlace | null
  openSlots: number
  /** calls the selected numeral a figure */
  onDeclare?: () => void
  /** can lines be sent beside the report? */
  furniture?: boolean
  children?: ReactNode
}

/** Undo, level of the paragraph, marks, next slot. */
export function EditorToolbar({ editor, place, openSlots, onDeclare, furniture = false, children }: EditorToolbarProps) {
  return (
    <Group gap={4} wrap="nowrap" className="editor-toolbar" role="toolbar" aria-label="编辑工具栏">
      <Tool label="撤销（Ctrl+Z）" disabled={!place?.canUndo} onClick={() => editor?.undo()}><IconArrowBackUp size={18} /></Tool>
      <Tool label="重做（Ctrl+Y）" disabled={!place?.canRedo} onClick={() => editor?.redo()}><IconArrowForwardUp size={18} /></Tool>
      <Divider orientation="vertical" mx={4} />
      <Select
        size="xs"
        w={120}
        aria-label="段落级别"
        data={furniture ? [...LEVELS, ...BESIDE] : LEVELS}
        value={place?.furniture ?? (place?.level === undefined ? null : String(place.level))}
        placeholder="标题区"
        disabled={place?.level === undefined && place?.furniture === undefined}
        allowDeselect={false}
        onChange={(value) => {
          if (value === 'caption' || value === 'noise') editor?.setFurniture(value)
          else if (value !== null) editor?.setLevel(Number(value) as Level)
        }}
      />
      <Tool label="加粗（Ctrl+B）" onClick={() => editor?.toggleMark('bold')}><IconBold size={18} /></Tool>
      <Tool label="段旨句（Ctrl+Alt+L）" onClick={() => editor?.toggleMark('lead')}><IconHighlight size={18} /></Tool>
      {onDeclare && <Tool label="把选中的数字标为数据（Ctrl+Alt+D）" disabled={place?.level !== 0} onClick={onDeclare}><IconNumber123 size={18} /></Tool>}
      {onDeclare && <Divider orientation="vertical" mx={4} />}
      {onDeclare && <Tooltip label={openSlots > 0 ? '到下一处待填数据（Tab）' : '没有待填数据'}>
        <Button size="compact-sm" variant="light" color="amber" leftSection={<IconTextPlus size={16} />} disabled={openSlots === 0} onClick={() => editor?.toSlot(1)}>
          下一处待填{openSlots > 0 ? `（${openSlots}）` : ''}
        </Button>
      </Tooltip>}
      {children}
    </Group>
  )
}

function Tool({ label, disabled, onClick, children }: { label: string; disabled?: boolean; onClick: () => void; children: ReactNode }) {
  return (
    <Tooltip label={label}>
      {/* the editor keeps its selection */}
      <ActionIcon variant="subtle" color="gray" aria-label={label} disabled={disabled ?? false} onMouseDown={(event) => event.preventDefault()} onClick={onClick}>{children}</ActionIcon>
    </Tooltip>
  )
}
