import './edit.css'
import { Loader, UnstyledButton } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconPencil } from '@tabler/icons-react'
import { clock } from '../../ui/words.ts'
import type { SaveState } from '../../app/autosave.ts'

/** Says whether what is on the screen is on the disk. A click saves at once. */
export function SaveStatus({ state, onSave }: { state: SaveState; onSave: () => void }) {
  return (
    <UnstyledButton className="save-status" data-state={state.kind} role="status" title="立即保存（Ctrl+S）" onClick={onSave}>
      {state.kind === 'saving' ? <Loader size={14} type="oval" color="gray" /> : state.kind === 'saved' ? <IconCheck size={15} stroke={2} /> : state.kind === 'unsaved' ? <IconPencil size={15} stroke={1.8} /> : <IconAlertTriangle size={15} stroke={1.9} />}
      {words(state)}
    </UnstyledButton>
  )
}

function words(state: SaveState): string {
  switch (state.kind) {
    case 'saved':
      return `已保存 ${clock(state.at)}`
    case 'saving':
      return '正在保存…'
    case 'unsaved':
      return '未保存'
    case 'failed':
      return '保存失败'
    case 'conflict':
      return '未保存：有冲突'
  }
}
