import { Badge, Button, Group, Paper, Portal, Stack, Text, TextInput } from '@mantine/core'
import { useClickOutside } from '@mantine/hooks'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { readTypedLike } from '#core/edit/typed.ts'
import { isSettled, judge, type Judgement } from '#core/ledger/agreement.ts'
import { indicatorOf, valueIn, type Ledger } from '#core/ledger/ledger.ts'
import { sourceText, VALUE_STATES } from '#core/ledger/words.ts'
import type { FigureNode, FigureState, SlotNode } from '#core/model/inline.ts'

const STATES: Readonly<Record<FigureState, { label: string; color: string }>> = {
  stated: { label: '正文', color: 'gray' },
  filled: { label: '已填未核', color: 'amber' },
  verified: { label: '已核', color: 'green' },
  doubtful: { label: '存疑', color: 'red' },
}

export interface FigurePopoverProps {
  /** what was found in the same place */
  note?: ReactNode
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
  /** the ledger of the body; null where there is none */
  ledger: Ledger | null
  /** writes one of the ways to say the ledger's value, or accepts the text as it stands */
  onChoose: (text: string) => void
  /** writes the ledger's value; `next`: goes on to the next open slot */
  onFromLedger: (next: boolean) => void
  /** takes the text's value into the ledger */
  onFromText: () => void
  onUnlink: () => void
  /** asks for an entry of the ledger to link with; undefined where that is not offered */
  onLink?: () => void
  /** leaves this slot open and goes on to the next or previous one */
  onSkip: (direction: 1 | -1) => void
}

/** Fills a slot, or verifies a figure that was filled. */
export function FigurePopover({ note, node, rect, typed, onClose, onFill, onState, onReopen, onName, onLabel, onSkip, ledger, onChoose, onFromLedger, onFromText, onUnlink, onLink }: FigurePopoverProps) {
  const [text, setText] = useState(typed)
  const [tried, setTried] = useState(false)
  const [name, setName] = useState(node.indicator)
  const input = useRef<HTMLInputElement>(null)
  const slot = node.type === 'slot'
  const read = readTypedLike(text, node, node.last?.text)
  const judgement = node.entry && ledger ? judge(node, ledger) : undefined
  const offered = slot && text === '' ? judgement?.write : undefined
  // as in a table's cell: what was typed is taken when the user goes on elsewhere
  const outside = useClickOutside(() => {
    if (slot && text !== '' && read.ok) onFill(read.text, false)
    else if (!slot && name.trim() !== node.indicator) onName(name.trim())
    else onClose()
  })
  const submit = (next: boolean): void => {
    setTried(true)
    if (read.ok) onFill(read.text, next)
    else if (offered !== undefined) onFromLedger(next)
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
  const below = rect.bottom + (node.entry ? 340 : 250) + (note ? 130 : 0) < window.innerHeight
  return (
    <Portal>
      <Paper
        ref={outside}
        shadow="md"
        withBorder
        p="sm"
        w={node.type === 'slot' && node.entry ? 424 : 360}
        role="dialog"
        aria-label={slot ? '填写数据' : '核实数据'}
        style={{ position: 'fixed', zIndex: 300, left: Math.max(8, Math.min(rect.left, window.innerWidth - (node.type === 'slot' && node.entry ? 440 : 376))), ...(below ? { top: rect.bottom + 6 } : { bottom: window.innerHeight - rect.top + 6 }) }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            event.stopPropagation()
            onClose()
          }
        }}
      >
        <Stack gap={8}>
          {note}
          {slot ? (
            <Text fw={600} size="sm">{(node.entry && ledger && indicatorOf(ledger, node.entry.indicator)?.name) || node.indicator || '待填数据'}</Text>
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
          {judgement && ledger && <EntryLines node={node} ledger={ledger} judgement={judgement} onChoose={onChoose} onFromText={onFromText} />}
          {slot ? (
            <>
              <TextInput
                ref={input}
                size="sm"
                aria-label="数据"
                placeholder={offered !== undefined ? `台账为 ${offered}，按 Tab 或回车填入` : `例如 ${node.last?.text ?? node.example ?? '23、二十三、近300名'}`}
                value={text}
                onChange={(event) => setText(event.currentTarget.value)}
                error={tried && !read.ok && offered === undefined ? read.message : undefined}
                onKeyDown={(event) => {
                  if (event.nativeEvent.isComposing) return
                  if (event.key === 'Enter' || event.key === 'Tab') {
                    event.preventDefault()
                    if (event.key === 'Tab' && text === '' && offered === undefined) onSkip(event.shiftKey ? -1 : 1)
                    else submit(event.key === 'Tab')
                  }
                }}
              />
              {read.ok && <Text size="xs" c={read.remark ? 'amber' : 'dimmed'}>写入“{read.text}”{read.remark ? `；${read.remark}` : ''}{read.value < 0 ? '；是负数，请核对前文是“增长”还是“下降”' : ''}</Text>}
              <Group gap={6} justify="flex-end">
                {node.entry ? <Button size="xs" variant="subtle" onClick={onUnlink}>解除关联</Button> : onLink && <Button size="xs" variant="subtle" onClick={onLink}>关联台账…</Button>}
                <Button size="xs" variant="default" onClick={onClose}>取消</Button>
                <Button size="xs" variant="light" onClick={() => submit(true)}>{offered === undefined ? '填写' : '填入'}并到下一处（Tab）</Button>
                <Button size="xs" onClick={() => submit(false)}>{offered === undefined ? '填写' : `填入 ${offered}`}</Button>
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
                {node.entry ? <Button size="xs" variant="subtle" onClick={onUnlink}>解除关联</Button> : onLink && <Button size="xs" variant="subtle" onClick={onLink}>关联台账…</Button>}
              </Group>
            </>
          )}
        </Stack>
      </Paper>
    </Portal>
  )
}

/** What the ledger says of the figure, where it came from, and what can be done where the two differ. */
function EntryLines({ node, ledger, judgement, onChoose, onFromText }: { node: SlotNode | FigureNode; ledger: Ledger; judgement: Judgement; onChoose: (text: string) => void; onFromText: () => void }) {
  const indicator = node.entry && indicatorOf(ledger, node.entry.indicator)
  const value = node.entry && indicator && valueIn(indicator, node.entry.year)
  const { current, verdict, why, choices } = judgement
  const differs = !isSettled(judgement) && verdict !== 'fill' && node.type === 'figure'
  return (
    <div className="entry" data-differs={differs || undefined}>
      <Text size="xs">
        台账：{indicator ? `${indicator.name}${indicator.department === '' ? '' : `（${indicator.department}）`}` : '指标已删除'} · {node.entry?.year}年 · <b>{current?.value == null ? '待填' : current.text}</b>
        {current && current.value !== null ? ` · ${VALUE_STATES[current.state]}` : ''}
      </Text>
      {current?.computed ? <Text size="xs" c="dimmed">{current.why}</Text> : value?.source && sourceText(value.source) !== '' && <Text size="xs" c="dimmed" lineClamp={2} title={value.source.passage ?? ''}>来源：{sourceText(value.source)}</Text>}
      {verdict === 'accepted' || verdict === 'rounded' ? <Text size="xs" c="dimmed">{why}</Text> : null}
      {differs && (
        <>
          <Text size="xs" role="alert" className="entry-why">{why}</Text>
          <Group gap={6} mt={4}>
            {choices.slice(0, 3).map((choice) => (
              <Button key={choice} size="compact-xs" variant="light" onClick={() => onChoose(choice)}>改为 {choice}</Button>
            ))}
            {judgement.acceptable && node.type === 'figure' && <Button size="compact-xs" variant="default" onClick={() => onChoose(node.text)}>仍用 {node.text}</Button>}
            {!current?.computed && node.type === 'figure' && verdict !== 'ask' && verdict !== 'gone' && <Button size="compact-xs" variant="default" onClick={onFromText}>台账改为 {node.text}</Button>}
          </Group>
        </>
      )}
    </div>
  )
}
