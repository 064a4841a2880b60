import { useEffect, useRef } from 'react'
import type { SourceLine } from '#contract/contract.ts'

export interface SourcePaneProps {
  lines: readonly SourceLine[]
  /** the block of the report that each line went into */
  trace: readonly (string | undefined)[]
  /** the block that the pointer rests on */
  hovered: string | undefined
  /** does the pointer rest on the report, so that the source follows? */
  follow: boolean
  onHover: (blockId: string | undefined) => void
  onGo: (blockId: string) => void
}

/** The lines of the file as they came; resting on one shows where it went, a click goes there. */
export function SourcePane({ lines, trace, hovered, follow, onHover, onGo }: SourcePaneProps) {
  const pane = useRef<HTMLOListElement>(null)
  useEffect(() => {
    if (follow && hovered !== undefined) pane.current?.querySelector('[data-linked]')?.scrollIntoView({ block: 'nearest' })
  }, [follow, hovered])
  return (
    <ol ref={pane} className="source-lines" aria-label="文件原文" tabIndex={0} onMouseLeave={() => onHover(undefined)}>
      {lines.map(({ text, style }, i) => {
        if (text.trim() === '') return null
        const block = trace[i]
        return (
          <li
            key={i}
            data-linked={(block !== undefined && block === hovered) || undefined}
            data-apart={style === 'noise' || style === 'caption' || undefined}
            data-lost={block === undefined || undefined}
            onMouseEnter={() => onHover(block)}
            onClick={() => block !== undefined && onGo(block)}
          >
            {text.trim()}
          </li>
        )
      })}
    </ol>
  )
}
