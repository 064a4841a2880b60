import { Button, Group, TextInput } from '@mantine/core'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { REASONS } from './words.ts'

/** Asks why a finding is let stand: one of the usual reasons with one key or click, or words of one's own. Esc leaves it. */
export function DismissForm({ onDismiss, onCancel }: { onDismiss: (reason: string) => void; onCancel: () => void }) {
  const [reason, setReason] = useState('')
  const box = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => box.current?.querySelector('button')?.focus(), [])
  const onKey = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      onCancel()
      return
    }
    const step = event.key === 'ArrowRight' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowLeft' || event.key === 'ArrowUp' ? -1 : 0
    if (step === 0 || document.activeElement === field.current) {
      // keys of the list have no meaning here
      if (event.key !== 'Tab') event.stopPropagation()
      return
    }
    event.preventDefault()
    event.stopPropagation()
    const stops = [...(box.current?.querySelectorAll<HTMLElement>('button[data-reason], input') ?? [])]
    stops[(stops.indexOf(document.activeElement as HTMLElement) + step + stops.length) % stops.length]?.focus()
  }
  return (
    <div className="dismiss" role="group" aria-label="忽略的理由" ref={box} onKeyDown={onKey}>
      <Group gap={6}>
        {REASONS.map((words) => (
          <Button key={words} size="compact-xs" variant="light" data-reason onClick={() => onDismiss(words)}>
            {words}
          </Button>
        ))}
      </Group>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (reason.trim() === '') field.current?.focus()
          else onDismiss(reason.trim())
        }}
      >
        <TextInput ref={field} size="xs" aria-label="其他理由" placeholder="其他理由，按回车确定" maxLength={200} value={reason} onChange={(event) => setReason(event.currentTarget.value)} style={{ flex: 1 }} />
        <Button size="xs" type="submit" variant="default">
          忽略
        </Button>
        <Button size="xs" variant="subtle" onClick={onCancel}>
          取消
        </Button>
      </form>
    </div>
  )
}
