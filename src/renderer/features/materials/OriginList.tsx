import { Badge, Text } from '@mantine/core'
import type { Material } from '#core/materials/material.ts'
import type { PassageOrigin } from '#core/materials/taken.ts'
import type { DraftPlace } from '#core/materials/usage.ts'
import { plainText } from '#core/model/plain-text.ts'
import type { Report } from '#core/model/report.ts'
import { allParagraphs } from '#core/model/tree.ts'
import { firstWords } from '../../ui/words.ts'

type Origin = Omit<PassageOrigin, 'material'>

export interface OriginListProps {
  report: Report
  origins: readonly Origin[]
  materials: readonly Material[]
  onGo: (place: DraftPlace) => void
  onOpen: (materialId: string) => void
}

const STATES = {
  'source-changed': ['素材已改动', 'red', '素材里现在没有这段话了，请核对正文是否还成立。'],
  'source-gone': ['素材已删除', 'red', '这段话的素材已不在列表中，请确认来源。'],
  edited: ['正文已改动', 'amber', ''],
  same: ['与素材一致', 'green', ''],
} as const
const ORDER = ['source-changed', 'source-gone', 'edited', 'same'] as const

/** The origins whose material no longer says what was taken: they ask for a look. */
export const uncertainOrigins = (origins: readonly Origin[]): Origin[] => origins.filter(({ state }) => state === 'source-changed' || state === 'source-gone')

/** What of the draft came from materials (来自素材), what asks for a look first. */
export function OriginList({ report, origins, materials, onGo, onOpen }: OriginListProps) {
  if (origins.length === 0) {
    return (
      <Text size="sm" c="dimmed" p="md">
        正文中还没有从素材放入的文字。打开一份素材，选中文字后按“放入正文”，来源会记在这里。
      </Text>
    )
  }
  const texts = new Map(allParagraphs(report).map(({ id, content }) => [id, plainText(content)]))
  const byId = new Map(materials.map((m) => [m.id, m]))
  return ORDER.map((state) => {
    const [label, color, advice] = STATES[state]
    const group = origins.filter((origin) => origin.state === state)
    if (group.length === 0) return null
    return (
      <details key={state} className="origin-group" open={state !== 'same' || group.length <= 8}>
        <summary>
          <Badge size="sm" radius="sm" variant="light" color={color}>
            {label}
          </Badge>
          <span>{group.length} 处</span>
        </summary>
        {advice !== '' && <p className="origin-advice">{advice}</p>}
        <ul>
          {group.map(({ passage, paragraphId, start, end }) => {
            const material = byId.get(passage.material)
            const now = (texts.get(paragraphId) ?? '').slice(start, end)
            return (
              <li key={`${paragraphId}:${start}`}>
                <button type="button" title="在正文中查看" onClick={() => onGo({ paragraphId, start, end })}>
                  {firstWords(now, 60)}
                </button>
                {state !== 'same' && now !== passage.text && <p className="origin-then">放入时：{firstWords(passage.text, 60)}</p>}
                {material && (
                  <button type="button" className="origin-material" onClick={() => onOpen(material.id)}>
                    {[material.department, material.title].filter(Boolean).join(' · ')}
                  </button>
                )}
              </li>
            )
          })}
        </ul>
      </details>
    )
  })
}
