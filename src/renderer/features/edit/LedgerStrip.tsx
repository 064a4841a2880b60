import { Button, Text } from '@mantine/core'
import type { StatedPlace } from '#core/ledger/places.ts'
import { isFillable, isUnlike } from '#core/ledger/places.ts'
import type { Where } from './SidePanel.tsx'

/** How the text stands against the ledger, above the figures: what differs, and what could be filled in. Silent where the two agree. */
export function LedgerStrip({ places, onGo, onFill, onNext }: { places: readonly StatedPlace[]; onGo: (where: Where) => void; onFill: (ids: readonly string[]) => void; onNext: () => Where | undefined }) {
  const unlike = places.filter(isUnlike)
  const fillable = places.filter(isFillable)
  const certain = unlike.filter(({ judgement }) => judgement.verdict === 'differs' && judgement.write !== undefined)
  if (unlike.length === 0 && fillable.length === 0) return null
  return (
    <div className="ledger-strip" role="status">
      {unlike.length > 0 && (
        <div>
          <Text size="sm" style={{ flex: 1 }}><b>{unlike.length}</b> 处正文与台账不一致</Text>
          {certain.length > 0 && <Button size="compact-xs" variant="light" color="red" onClick={() => onFill(certain.map(({ node }) => node.id))}>{certain.length === unlike.length ? '全部按台账更新' : `${certain.length} 处按台账更新`}</Button>}
          <Button
            size="compact-xs"
            variant="light"
            color="red"
            onClick={() => {
              const next = onNext()
              if (next) onGo({ ...next, open: true })
            }}
          >
            逐处查看
          </Button>
        </div>
      )}
      {fillable.length > 0 && (
        <div>
          <Text size="sm">台账已有 <b>{fillable.length}</b> 处待填数据的值</Text>
          <Button size="compact-xs" variant="light" onClick={() => onFill(fillable.map(({ node }) => node.id))}>全部填入</Button>
        </div>
      )}
    </div>
  )
}
