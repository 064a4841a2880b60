import { Button, Group, TextInput } from '@mantine/core'
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { readTypedLike } from '#core/edit/typed.ts'
import type { Verifier } from '../../ui/verifier.ts'
import type { Stop } from './stops.ts'

/** Enter takes what was typed, Escape leaves it; neither while an input method composes. */
const keys = (take: () => void, leave: () => void) => (event: KeyboardEvent) => {
  if (event.nativeEvent.isComposing) return
  if (event.key === 'Enter') {
    event.preventDefault()
    if (!event.repeat) take()
  } else if (event.key === 'Escape') {
    event.preventDefault()
    leave()
  } else return
  event.stopPropagation()
}

/** The field has the keyboard as soon as it is there. */
function useFocus() {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    input.current?.focus()
    input.current?.select()
  }, [])
  return input
}

/** Another value for a figure, or the first one for an open slot. */
export function AskValue({ stop, onDone, onCancel }: { stop: Stop; onDone: (text: string) => boolean; onCancel: () => void }) {
  const [text, setText] = useState(stop.text)
  const [tried, setTried] = useState(false)
  const input = useFocus()
  const open = stop.status === 'open'
  const like = open ? (stop.node?.last?.text ?? stop.node?.example) : stop.text
  const read = readTypedLike(text, stop, like)
  const same = read.ok && read.text === stop.text
  const take = (): void => {
    setTried(true)
    if (same) onCancel()
    else if (read.ok) onDone(read.text)
  }
  return (
    <div className="verify-asking">
      <TextInput ref={input} size="md" aria-label={open ? '填写数据' : '改为'} value={text} onChange={(event) => setText(event.currentTarget.value)} onKeyDown={keys(take, onCancel)} error={tried && !read.ok ? read.message : undefined} placeholder={open && like !== undefined ? `例如 ${like}` : ''} />
      <Line>{read.ok && !same ? `正文写作“${read.text}”${read.remark === undefined ? '' : `；${open ? read.remark : read.remark.replace('上年', '原文')}`}` : open ? '' : '改好后仍是未核，再按一次回车标为已核'}</Line>
      <Both take={open ? '填写' : '改为这个值'} onTake={take} onCancel={onCancel} />
    </div>
  )
}

/** Why a figure is doubted; may be left empty. */
export function AskNote({ onDone, onCancel }: { onDone: (note: string) => void; onCancel: () => void }) {
  const [note, setNote] = useState('')
  const input = useFocus()
  return (
    <div className="verify-asking">
      <TextInput ref={input} size="sm" label="存疑的原因（可不填）" maxLength={200} value={note} onChange={(event) => setNote(event.currentTarget.value)} onKeyDown={keys(() => onDone(note), onCancel)} />
      <Both take="标为存疑" color="red" onTake={() => onDone(note)} onCancel={onCancel} />
    </div>
  )
}

/** Against what is verified, and by whom; both hold for the next figures too. */
export function AskSource({ source, by, onDone, onCancel }: { source: string; by: string; onDone: (verifier: Verifier) => void; onCancel: () => void }) {
  const [now, setNow] = useState({ source, by })
  const input = useFocus()
  const take = (): void => onDone({ source: now.source.trim(), by: now.by.trim() })
  return (
    <div className="verify-asking">
      <TextInput ref={input} size="sm" label="来源" description="例如：提案委台账第3页。后面的数据沿用，直到改成别的" maxLength={200} value={now.source} onChange={(event) => setNow({ ...now, source: event.currentTarget.value })} onKeyDown={keys(take, onCancel)} />
      <TextInput size="sm" label="核实人" maxLength={40} value={now.by} onChange={(event) => setNow({ ...now, by: event.currentTarget.value })} onKeyDown={keys(take, onCancel)} />
      <Both take="记下" onTake={take} onCancel={onCancel} />
    </div>
  )
}

/** Asks once more before a whole paragraph is called verified. */
export function AskParagraph({ stops, onDone, onCancel }: { stops: readonly Stop[]; onDone: () => void; onCancel: () => void }) {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => button.current?.focus(), [])
  return (
    <div className="verify-asking" role="alertdialog" aria-label="本段全部已核" aria-describedby="verify-paragraph">
      <p id="verify-paragraph">本段 {stops.length} 处未核的数据都标为已核？<br /><b className="numeric">{stops.map(({ text }) => text).join('、')}</b></p>
      <Group gap={8} justify="flex-end">
        <Button size="xs" variant="default" onClick={onCancel}>取消</Button>
        <Button size="xs" color="green" ref={button} onClick={onDone} onKeyDown={keys(onDone, onCancel)}>全部已核</Button>
      </Group>
    </div>
  )
}

function Both({ take, color, onTake, onCancel }: { take: string; color?: string; onTake: () => void; onCancel: () => void }) {
  return (
    <Group gap={8} justify="flex-end">
      <Button size="xs" variant="default" onClick={onCancel}>取消</Button>
      <Button size="xs" {...(color === undefined ? {} : { color })} onClick={onTake}>{take}（回车）</Button>
    </Group>
  )
}

const Line = ({ children }: { children: ReactNode }) => <p className="verify-none">{children}</p>
