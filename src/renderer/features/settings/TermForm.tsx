import { Button, Text, TextInput } from '@mantine/core'
import { useRef, useState, type ClipboardEvent } from 'react'
import type { Term } from '#core/checker/settings.ts'
import { joinWrong, readTerm, rowsOfText } from './term-list.ts'

export interface TermFormProps {
  /** what the button says */
  action: string
  /** the entry to begin with; a new one where it is left out */
  term?: Term
  /** right writings of the other entries */
  taken: readonly string[]
  disabled?: boolean
  onTake: (term: Term) => void
  /** takes a table that was pasted */
  onRows?: (rows: string[][]) => void
  onCancel?: () => void
}

/** One entry of the word list, to add or to change. A table pasted into it adds all its rows. */
export function TermForm({ action, term, taken, disabled = false, onTake, onRows, onCancel }: TermFormProps) {
  const [right, setRight] = useState(term?.right ?? '')
  const [wrong, setWrong] = useState(joinWrong(term?.wrong ?? []))
  const [why, setWhy] = useState(term?.why ?? '')
  const [refused, setRefused] = useState<string>()
  const first = useRef<HTMLInputElement>(null)
  const submit = (): void => {
    const read = readTerm(right, wrong, why)
    const message = !read.ok ? read.message : taken.includes(read.term.right) ? `词表中已有“${read.term.right}”，请修改那一条。` : undefined
    setRefused(message)
    if (!read.ok || message !== undefined) return
    onTake(read.term)
    if (term) return
    setRight('')
    setWrong('')
    setWhy('')
    first.current?.focus()
  }
  const onPaste = (event: ClipboardEvent): void => {
    const text = event.clipboardData.getData('text/plain')
    if (!onRows || !/[\t\n]/u.test(text.trim())) return
    event.preventDefault()
    onRows(rowsOfText(text))
  }
  return (
    <form
      className="term-form"
      onPaste={onPaste}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !onCancel || event.nativeEvent.isComposing) return
        event.stopPropagation()
        onCancel()
      }}
    >
      <TextInput ref={first} size="xs" aria-label="正确写法" placeholder="正确写法" maxLength={60} value={right} disabled={disabled} onChange={(event) => setRight(event.currentTarget.value)} />
      <TextInput size="xs" aria-label="错误写法" placeholder="错误写法，几种之间用“、”隔开" value={wrong} disabled={disabled} onChange={(event) => setWrong(event.currentTarget.value)} />
      <TextInput size="xs" aria-label="理由" placeholder="理由（可不填）" maxLength={200} value={why} disabled={disabled} onChange={(event) => setWhy(event.currentTarget.value)} />
      <Button size="xs" type="submit" variant="light" disabled={disabled}>
        {action}
      </Button>
      {onCancel && (
        <Button size="xs" variant="subtle" onClick={onCancel}>
          取消
        </Button>
      )}
      {refused !== undefined && (
        <Text size="xs" c="red" role="alert" className="term-refused">
          {refused}
        </Text>
      )}
    </form>
  )
}
