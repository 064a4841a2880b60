import { ActionIcon, Text, TextInput } from '@mantine/core'
import { IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { plainParagraphs } from '#core/model/plain-text.ts'
import type { Report } from '#core/model/report.ts'

export interface Match {
  blockId: string
  start: number
  end: number
}

/** Where the words stand in a report, in reading order; upper and lower case are the same. */
export function matchesIn(report: Report, words: string): Match[] {
  const wanted = words.toLowerCase()
  if (wanted === '') return []
  return plainParagraphs(report).flatMap(({ id, text }) => {
    const found: Match[] = []
    const lower = text.toLowerCase()
    for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + wanted.length)) found.push({ blockId: id, start: at, end: at + wanted.length })
    return found
  })
}

/** Searches the text: Enter to the next place, Shift+Enter to the one before, Escape closes. */
export function FindBar({ words, matches, onWords, onGo, onClose }: { words: string; matches: readonly Match[]; onWords: (words: string) => void; onGo: (match: Match) => void; onClose: () => void }) {
  const [at, setAt] = useState(-1)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.focus(), [])
  const go = (step: 1 | -1): void => {
    if (matches.length === 0) return
    const next = at < 0 ? (step === 1 ? 0 : matches.length - 1) : (at + step + matches.length) % matches.length
    setAt(next)
    const match = matches[next]
    if (match) onGo(match)
  }
  return (
    <div className="find-bar" role="search">
      <TextInput
        ref={input}
        size="xs"
        w={260}
        aria-label="查找"
        placeholder="查找正文"
        value={words}
        onChange={(event) => {
          setAt(-1)
          onWords(event.currentTarget.value)
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Enter') go(event.shiftKey ? -1 : 1)
          if (event.key === 'Escape') onClose()
        }}
      />
      <Text size="sm" c="dimmed" w={90} className="numeric" aria-live="polite">
        {words === '' ? '' : matches.length === 0 ? '没有找到' : `${at < 0 ? '共' : `${at + 1} /`} ${matches.length} 处`}
      </Text>
      <ActionIcon aria-label="上一处" disabled={matches.length === 0} onClick={() => go(-1)}>
        <IconChevronUp size={17} stroke={1.7} />
      </ActionIcon>
      <ActionIcon aria-label="下一处" disabled={matches.length === 0} onClick={() => go(1)}>
        <IconChevronDown size={17} stroke={1.7} />
      </ActionIcon>
      <ActionIcon aria-label="关闭查找" onClick={onClose}>
        <IconX size={16} stroke={1.7} />
      </ActionIcon>
    </div>
  )
}
