import { Badge, Button, Group, Paper, Portal, Stack, Text, TextInput } from '@mantine/core'
import { useClickOutside } from '@mantine/hooks'
import { useEffect, useRef, useState } from 'react'
import { readTyped } from '#core/edit/typed.ts'
import type { FigureNode, FigureState, SlotNode } from '#core/model/inline.ts'

const STATES: Readonly<Record<FigureState, { label: string; color: string }>> = {
  stated: { label: '正文', color: 'gray' },
  filled: { label: '已填未核', color: 'amber' },
  verified: { label: '已核', color: 'green' },
  doubtful: { label: '存疑', color: 'red' },
}

export interface FigurePopoverProps {
  node: SlotNode | FigureNode
  rect: DOMRect
  typed: string
  onClose: () => void
  /** `next`: go on to the next open slot */
  onFill: (text: string, next: boolean) => void
  onState: (state: FigureState) => void
  onReopen: () => void
  /** corrects what the figure counts */
  onName: (indicator: string) => void
  /** says that this is no figure */
  onLabel: () => void
  /** leaves this slot open and goes on to the next or previous one */
  onSkip: (direction: 1 | -1) => void
}

/** Fills a slot, or verifies a figure that was filled. */
export function FigurePopover({ node, rect, typed, onClose, onFill, onState, onReopen, onName, onLabel, onSkip }: FigurePopoverProps) {
  const [text, setText] = useState(typed)
  const [tried, setTried] = useState(false)
  const [name, setName] = useState(node.indicator)
  const input = useRef<HTMLInputElement>(null)
  const slot = node.type === 'slot'
  const read = readTyped(text, node)
  // as in a table's cell: what was typed is taken when the user goes on elsewhere
  const outside = useClickOutside(() => {
    if (slot && text !== '' && read.ok) onFill(read.text, false)
    else if (!slot && name.trim() !== node.indicator) onName(name.trim())
    else onClose()
  })
  const submit = (next: boolean): void => {
    setTried(true)
    if (read.ok) onFill(read.text, next)
  }
  useEffect(() => {
    // after the click or key that opened it: the editor takes the focus at its end
    const timer = setTimeout(() => {
      const at = input.current
      at?.focus()
      at?.setSelectionRange(at.value.length, at.value.length)
    })
    return () => clearTimeout(timer)
  }, [])
  const below = rect.bottom + 250 < window.innerHeight
  return (
    <Portal>
      <Paper
        ref={outside}
        shadow="md"
        withBorder
        p="sm"
        w={320}
        role="dialog"
        aria-label={slot ? '填写数据' : '核实数据'}
        style={{ position: 'fixed', zIndex: 300, left: Math.max(8, Math.min(rect.left, window.innerWidth - 336)), ...(below ? { top: rect.bottom + 6 } : { bottom: window.innerHeight - rect.top + 6 }) }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            event.stopPropagation()
            onClose()
          }
        }}
      >
        <Stack gap={8}>
          {slot ? (
            <Text fw={600} size="sm">{node.indicator || '待填数据'}</Text>
          ) : (
            <TextInput
              size="xs"
              label="指标"
              placeholder="这个数据统计的是什么"
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && !event.nativeEvent.isComposing) onName(name.trim())
              }}
            />
          )}
          {node.last && (
            <Text size="sm" c="dimmed">{node.last.year === null ? '上年' : `${node.last.year}年`}：<Text span fw={600} c="var(--mantine-color-text)">{node.last.text}</Text></Text>
          )}
          {slot ? (
            <>
              <TextInput
                ref={input}
                size="sm"
                aria-label="数据"
                placeholder={`例如 ${node.last?.text ?? node.example ?? '23、二十三、近300名'}`}
                value={text}
                onChange={(event) => setText(event.currentTarget.value)}
                error={tried && !read.ok ? read.message : undefined}
                onKeyDown={(event) => {
                  if (event.nativeEvent.isComposing) return
                  if (event.key === 'Enter' || event.key === 'Tab') {
                    event.preventDefault()
                    if (event.key === 'Tab' && text === '') onSkip(event.shiftKey ? -1 : 1)
                    else submit(event.key === 'Tab')
                  }
                }}
              />
              {read.ok && <Text size="xs" c={read.remark ? 'amber' : 'dimmed'}>写入“{read.text}”{read.remark ? `；${read.remark}` : ''}</Text>}
              <Group gap={6} justify="flex-end">
                <Button size="xs" variant="default" onClick={onClose}>取消</Button>
                <Button size="xs" variant="light" onClick={() => submit(true)}>填写并到下一处（Tab）</Button>
                <Button size="xs" onClick={() => submit(false)}>填写</Button>
              </Group>
            </>
          ) : (
            <>
              <Group gap={8}>
                <Text size="sm">现为 <b>{node.text}</b></Text>
                <Badge color={STATES[node.state].color} variant="light">{STATES[node.state].label}</Badge>
              </Group>
              <Group gap={6}>
                <Button size="xs" color="green" onClick={() => onState('verified')}>已核</Button>
                <Button size="xs" color="red" variant="light" onClick={() => onState('doubtful')}>存疑</Button>
                <Button size="xs" variant="default" onClick={onReopen}>重新待填</Button>
                <Button size="xs" variant="default" onClick={onLabel}>不是数据</Button>
              </Group>
            </>
          )}
        </Stack>
      </Paper>
    </Portal>
  )
}
