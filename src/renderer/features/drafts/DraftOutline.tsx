import type { Level } from '#core/model/report.ts'

/** The headings that a draft will begin with, and how many figures it leaves open. */
export function DraftOutline({ lines, figures }: { lines: readonly { level: Level; text: string }[]; figures: number }) {
  return (
    <div className="draft-outline" role="region" aria-label="草稿的大纲" tabIndex={0}>
      <p>
        {lines.length} 个板块，约 {figures} 处数据待填
      </p>
      <ul>
        {lines.map(({ level, text }, i) => (
          <li key={i} data-level={level}>
            {text}
          </li>
        ))}
      </ul>
    </div>
  )
}
