import { ActionIcon, Button, Menu, Text, Tooltip } from '@mantine/core'
import { IconArrowLeft, IconDots } from '@tabler/icons-react'
import { useEffect, useMemo, useRef, useState, type DragEvent, type KeyboardEvent } from 'react'
import type { Material } from '#core/materials/material.ts'
import type { FoundRange } from '#core/materials/search.ts'
import { countUse, type DraftPlace, type PassageUse } from '#core/materials/usage.ts'
import { shownParagraphs, type Sentence } from './material-text.ts'
import { wordsOf, writePassage, type TakenWords } from '../../editor/dragged-passage.ts'

export interface MaterialViewProps {
  material: Material
  uses: readonly PassageUse[]
  /** what was searched for, by paragraph */
  found: ReadonlyMap<string, readonly FoundRange[]>
  /** the paragraph to begin at */
  at: string | undefined
  onBack: () => void
  onEdit: () => void
  onRemove: () => void
  onOriginal: () => void
  onInsert: (words: TakenWords) => void
  onGo: (place: DraftPlace) => void
}

const SAID = { used: '已用', changed: '已改动', unused: '未用' } as const

/** A material's text: what of it is used, its figures, and its words to take into the draft. */
export function MaterialView({ material, uses, found, at, onBack, onEdit, onRemove, onOriginal, onInsert, onGo }: MaterialViewProps) {
  const pane = useRef<HTMLDivElement>(null)
  const [selected, setSelected] = useState('')
  /** the sentence that Tab reaches; arrows go from one to the next */
  const [reached, setReached] = useState<string>()
  const paragraphs = useMemo(() => shownParagraphs(material, uses, found), [material, uses, found])
  const first = paragraphs.find(({ heading }) => !heading)?.sentences[0]?.key
  const { used, changed, all } = countUse(material, uses)

  useEffect(() => {
    const onSelection = (): void => setSelected(selectionIn(pane.current))
    document.addEventListener('selectionchange', onSelection)
    return () => document.removeEventListener('selectionchange', onSelection)
  }, [])
  useEffect(() => {
    if (at !== undefined) pane.current?.querySelector(`[data-paragraph="${CSS.escape(at)}"]`)?.scrollIntoView({ block: 'center' })
  }, [material.id, at])

  const insert = (text: string): void => {
    const words = wordsOf(text)
    if (words !== '') onInsert({ material: material.id, text: words })
  }
  const onDragStart = (event: DragEvent): void => {
    const words = wordsOf(selectionIn(pane.current))
    if (words === '') return
    event.dataTransfer.effectAllowed = 'copy'
    writePassage(event.dataTransfer, { material: material.id, text: words })
  }
  const step = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (by === 0 || event.shiftKey || event.ctrlKey || event.altKey || event.metaKey || !(event.target instanceof HTMLElement)) return
    const all = [...(pane.current?.querySelectorAll<HTMLElement>('[data-sentence]') ?? [])]
    const at = all.indexOf(event.target)
    const next = at < 0 ? undefined : all[at + by]
    if (!next) return
    event.preventDefault()
    next.focus()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    step(event)
    if (event.key !== 'Enter' || !(event.ctrlKey || event.altKey || event.metaKey)) return
    event.preventDefault()
    event.stopPropagation()
    const focused = event.target instanceof Element ? event.target.closest('[data-sentence]')?.getAttribute('data-sentence') : undefined
    insert(selected !== '' ? selected : (paragraphs.flatMap(({ sentences }) => sentences).find(({ key }) => key === focused)?.text ?? ''))
  }

  return (
    <section className="material" aria-label={`素材：${material.title}`} onKeyDown={onKeyDown}>
      <header className="material-head">
        <ActionIcon variant="subtle" color="gray" aria-label="回到素材列表" onClick={onBack}>
          <IconArrowLeft size={18} />
        </ActionIcon>
        <div>
          <h3>{material.title}</h3>
          <p>
            {[material.department || '部门未填', material.date, all > 0 ? `用 ${used + changed}/${all} 句` : ''].filter(Boolean).map((fact) => (
              <span key={fact}>{fact}</span>
            ))}
          </p>
        </div>
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <ActionIcon variant="subtle" color="gray" aria-label="这份素材的操作">
              <IconDots size={18} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={onEdit}>修改部门、日期、标题和文字</Menu.Item>
            {material.fileName !== undefined && <Menu.Item onClick={onOriginal}>取出原文件</Menu.Item>}
            <Menu.Item color="red" onClick={onRemove}>
              删除
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </header>
      <div className="material-legend" aria-hidden>
        <span data-use="used">已用</span>
        <span data-use="changed">已改动</span>
        <span data-use="unused">未用</span>
        <span className="material-figure">数据</span>
      </div>
      <div className="material-text" ref={pane} onDragStart={onDragStart} role="group" aria-label="素材正文">
        {paragraphs.map(({ id, heading, sentences }) => {
          const Tag = heading ? 'h4' : 'p'
          return (
            <Tag key={id} data-paragraph={id}>
              {sentences.map((sentence) => (heading ? <Words key={sentence.key} sentence={sentence} /> : <Used key={sentence.key} sentence={sentence} reached={sentence.key === (reached ?? first)} onReach={setReached} onGo={onGo} />))}
            </Tag>
          )
        })}
      </div>
      <footer className="material-foot">
        <Tooltip label="也可以把选中的文字拖到正文里；光标停在一句上按 Ctrl+Enter，放入整句" multiline w={260}>
          <Button size="compact-md" disabled={wordsOf(selected) === ''} onMouseDown={(event) => event.preventDefault()} onClick={() => insert(selected)}>
            放入正文
          </Button>
        </Tooltip>
        <Text size="xs" c="dimmed">
          {wordsOf(selected) === '' ? '选中文字后放入光标处，来源随文字保留' : `已选 ${wordsOf(selected).length} 字 · Ctrl+Enter`}
        </Text>
      </footer>
    </section>
  )
}

/** A sentence with its use; one that stands in the draft leads there. */
function Used({ sentence, reached, onReach, onGo }: { sentence: Sentence; reached: boolean; onReach: (key: string) => void; onGo: (place: DraftPlace) => void }) {
  const { use } = sentence
  const place = use?.place
  const state = use?.state ?? 'unused'
  const title = use?.draftText === undefined ? (place ? '已在正文中，单击查看' : undefined) : `正文中写作：${use.draftText}`
  // a click that ends a selection goes nowhere
  const go = (): void => {
    if (place && (window.getSelection()?.isCollapsed ?? true)) onGo(place)
  }
  return (
    <span
      className="material-sentence"
      data-sentence={sentence.key}
      data-use={state}
      tabIndex={reached ? 0 : -1}
      onFocus={() => onReach(sentence.key)}
      role={place ? 'link' : 'note'}
      aria-description={place ? `${SAID[state]}，按回车查看正文` : SAID[state]}
      title={title}
      onClick={go}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && place && !event.ctrlKey && !event.altKey && !event.metaKey) onGo(place)
      }}
    >
      <Words sentence={sentence} />
    </span>
  )
}

function Words({ sentence: { pieces } }: { sentence: Sentence }) {
  return pieces.map(({ text, figure, found }, i) => {
    const words = found ? <mark>{text}</mark> : text
    return figure ? (
      <span key={i} className="material-figure" title={figure.indicator === '' ? '数据' : `数据：${figure.indicator}`}>
        {words}
      </span>
    ) : (
      <span key={i}>{words}</span>
    )
  })
}

/** What is selected inside an element; empty where the selection reaches out of it. */
function selectionIn(element: Element | null): string {
  const selection = window.getSelection()
  if (!element || !selection || selection.isCollapsed || selection.rangeCount === 0) return ''
  const { startContainer, endContainer } = selection.getRangeAt(0)
  return element.contains(startContainer) && element.contains(endContainer) ? selection.toString() : ''
}
