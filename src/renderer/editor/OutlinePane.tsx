import { ActionIcon, Badge, Group, Menu, ScrollArea, Text, TextInput, Tooltip } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconDots, IconIndentDecrease, IconIndentIncrease, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { useRef, useState, type DragEvent, type KeyboardEvent } from 'react'
import { addSection, moveSection, moveSectionBefore, removeSection, renameSection, renumberSections, setLevel } from '#core/edit/sections.ts'
import { headingText } from '#core/model/plain-text.ts'
import type { Level, Report, Section } from '#core/model/report.ts'
import { allSections } from '#core/model/tree.ts'
import { newId } from './ids.ts'

/** How many findings there are, and how bad the worst is. */
export interface SectionFindings {
  count: number
  severity: 'error' | 'warning' | 'info'
}

export interface OutlinePaneProps {
  report: Report
  current: string | undefined
  /** findings right in a section, how many and the worst, by section id */
  findings: ReadonlyMap<string, SectionFindings>
  onGo: (sectionId: string) => void
  /** applies an operation as one undo step */
  onApply: (operation: (report: Report) => Report) => void
  /** asks before text is deleted; the deletion can be undone */
  confirm: (question: { title: string; message: string; action: string; onConfirm: () => void }) => void
}

const slotsIn = (section: Section): number =>
  section.paragraphs.reduce((n, p) => n + p.content.filter((node) => node.type === 'slot').length, 0) + section.sections.reduce((n, s) => n + slotsIn(s), 0)
/** of a section and below it */
const findingsIn = (section: Section, findings: ReadonlyMap<string, SectionFindings>): { count: number; errors: boolean } => {
  const own = findings.get(section.id)
  return section.sections.map((s) => findingsIn(s, findings)).reduce((a, b) => ({ count: a.count + b.count, errors: a.errors || b.errors }), { count: own?.count ?? 0, errors: own?.severity === 'error' })
}
const nameOf = (section: Section, first: boolean): string => headingText(section).trim() || (section.level === 0 ? (first ? '导语' : '结语') : '（无标题）')

/** The sections as a tree: go there, add, rename (F2), move (Alt+↑ ↓ or drag), change level, delete. */
export function OutlinePane({ report, current, findings, onGo, onApply, confirm }: OutlinePaneProps) {
  const [renaming, setRenaming] = useState<string | null>(null)
  const [over, setOver] = useState<string | null>(null)
  const dragged = useRef<string | null>(null)
  const list = useRef<HTMLDivElement>(null)
  const sections = allSections(report.sections)
  const focused = sections.find((s) => s.id === current) ?? sections[0]

  const move = (id: string, direction: 'up' | 'down'): void => onApply((r) => renumberSections(moveSection(r, id, direction)))
  const remove = (section: Section): void => {
    const act = (): void => onApply((r) => removeSection(r, section.id))
    const hasText = section.sections.length > 0 || section.paragraphs.some((p) => p.content.length > 0)
    if (!hasText) act()
    else confirm({ title: '删除板块', message: `“${nameOf(section, section === sections[0])}”及其下的全部文字将被删除，可用“撤销”恢复。`, action: '删除', onConfirm: act })
  }
  const add = (after: Section | undefined): void => {
    const ids = { section: newId(), paragraph: newId() }
    onApply((r) => addSection(r, after?.level === 0 ? undefined : after?.id, after && after.level > 0 ? after.level : 1, '新板块', ids))
    setRenaming(ids.section)
  }
  const rename = (section: Section, line: string): void => {
    setRenaming(null)
    if (line.trim() !== '' && line !== headingText(section)) onApply((r) => renameSection(r, section.id, line.trim()))
  }
  const level = (section: Section, by: 1 | -1): void => {
    const next = section.level + by
    if (section.level > 0 && next >= 1 && next <= 4) onApply((r) => setLevel(r, section.id, next as Level))
  }
  const focusRow = (step: 1 | -1): void => {
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[role=treeitem]') ?? [])]
    const at = rows.indexOf(document.activeElement as HTMLElement)
    rows[at + step]?.focus()
  }
  const onKey = (event: KeyboardEvent, section: Section): void => {
    const actions: Record<string, () => void> = event.altKey
      ? { ArrowUp: () => move(section.id, 'up'), ArrowDown: () => move(section.id, 'down'), ArrowLeft: () => level(section, -1), ArrowRight: () => level(section, 1) }
      : { ArrowUp: () => focusRow(-1), ArrowDown: () => focusRow(1), Enter: () => onGo(section.id), ' ': () => onGo(section.id), F2: () => section.level > 0 && setRenaming(section.id), Delete: () => remove(section) }
    const action = actions[event.key]
    if (!action) return
    event.preventDefault()
    action()
  }
  const drop = (event: DragEvent, target: Section): void => {
    event.preventDefault()
    setOver(null)
    const id = dragged.current
    if (id !== null && id !== target.id) onApply((r) => renumberSections(moveSectionBefore(r, id, target.id)))
  }

  return (
    <div className="outline">
      <Group justify="space-between" px="sm" py={6} wrap="nowrap">
        <Text fw={600} size="sm">大纲</Text>
        <Tooltip label="添加板块"><ActionIcon variant="subtle" aria-label="添加板块" data-command="section.add" onClick={() => add(focused)}><IconPlus size={16} /></ActionIcon></Tooltip>
      </Group>
      <ScrollArea className="outline-list" type="auto">
        <div role="tree" aria-label="大纲" ref={list}>
          {sections.map((section) => {
            const slots = slotsIn(section)
            const found = findingsIn(section, findings)
            const name = nameOf(section, section === sections[0])
            return (
              <div
                key={section.id}
                role="treeitem"
                aria-level={Math.max(1, section.level)}
                aria-selected={section.id === current}
                aria-label={name}
                tabIndex={section.id === (focused?.id ?? '') ? 0 : -1}
                className={`outline-row level-${section.level}${section.id === current ? ' current' : ''}${over === section.id ? ' over' : ''}`}
                draggable={renaming === null && section.level > 0}
                onDragStart={() => { dragged.current = section.id }}
                onDragOver={(event) => { event.preventDefault(); setOver(section.id) }}
                onDragLeave={() => setOver(null)}
                onDrop={(event) => drop(event, section)}
                onClick={() => onGo(section.id)}
                onDoubleClick={() => section.level > 0 && setRenaming(section.id)}
                onKeyDown={(event) => { if (renaming === null) onKey(event, section) }}
              >
                {renaming === section.id ? (
                  <TextInput
                    size="xs"
                    autoFocus
                    aria-label="板块标题"
                    defaultValue={headingText(section)}
                    onFocus={(event) => event.currentTarget.select()}
                    onClick={(event) => event.stopPropagation()}
                    onBlur={(event) => rename(section, event.currentTarget.value)}
                    onKeyDown={(event) => {
                      if (event.nativeEvent.isComposing) return
                      if (event.key === 'Enter') event.currentTarget.blur()
                      if (event.key === 'Escape') setRenaming(null)
                    }}
                    style={{ flex: 1 }}
                  />
                ) : (
                  <Text size="sm" className="outline-name" title={name} c={section.level === 0 ? 'dimmed' : undefined}>{name}</Text>
                )}
                {slots > 0 && <Tooltip label={`${slots} 处待填`}><Badge size="sm" variant="light" color="amber" className="count">{slots}</Badge></Tooltip>}
                {found.count > 0 && <Tooltip label={`${found.count} 个问题${found.errors ? '，其中有错误' : ''}`}><Badge size="sm" radius="sm" variant={found.errors ? 'filled' : 'outline'} color={found.errors ? 'red' : 'amber'} className="count" data-errors={found.errors || undefined}>{found.count}</Badge></Tooltip>}
                <Menu position="right-start" withinPortal shadow="md">
                  <Menu.Target>
                    <ActionIcon size="sm" variant="subtle" color="gray" className="row-menu" tabIndex={-1} aria-label={`“${name}”的操作`} onClick={(event) => event.stopPropagation()}><IconDots size={14} /></ActionIcon>
                  </Menu.Target>
                  <Menu.Dropdown onClick={(event) => event.stopPropagation()}>
                    <Menu.Item leftSection={<IconPlus size={14} />} onClick={() => add(section)}>在后面添加板块</Menu.Item>
                    {section.level > 0 && (
                      <>
                        <Menu.Item leftSection={<IconPencil size={14} />} rightSection={<Text size="xs" c="dimmed">F2</Text>} onClick={() => setRenaming(section.id)}>改名</Menu.Item>
                        <Menu.Item leftSection={<IconArrowUp size={14} />} rightSection={<Text size="xs" c="dimmed">Alt+↑</Text>} onClick={() => move(section.id, 'up')}>上移</Menu.Item>
                        <Menu.Item leftSection={<IconArrowDown size={14} />} rightSection={<Text size="xs" c="dimmed">Alt+↓</Text>} onClick={() => move(section.id, 'down')}>下移</Menu.Item>
                        <Menu.Item leftSection={<IconIndentDecrease size={14} />} disabled={section.level <= 1} onClick={() => level(section, -1)}>升一级</Menu.Item>
                        <Menu.Item leftSection={<IconIndentIncrease size={14} />} disabled={section.level >= 4} onClick={() => level(section, 1)}>降一级</Menu.Item>
                      </>
                    )}
                    <Menu.Divider />
                    <Menu.Item color="red" leftSection={<IconTrash size={14} />} onClick={() => remove(section)}>删除</Menu.Item>
                  </Menu.Dropdown>
                </Menu>
              </div>
            )
          })}
          {sections.length === 0 && <Text size="sm" c="dimmed" p="sm">还没有板块。点右上角的“＋”添加第一个。</Text>}
        </div>
      </ScrollArea>
    </div>
  )
}
