import { Badge, Button, Loader, Text } from '@mantine/core'
import type { Material } from '#core/materials/material.ts'
import { searchMaterials, type FoundRange, type MaterialHit } from '#core/materials/search.ts'
import { countUse, type PassageUse } from '#core/materials/usage.ts'
import { piecesOf } from './material-text.ts'
import type { Job } from './bring-in.ts'

export interface MaterialListProps {
  materials: readonly Material[]
  uses: ReadonlyMap<string, readonly PassageUse[]> | undefined
  /** materials whose passages in the draft ask for a look */
  uncertain: ReadonlySet<string>
  /** the year of the draft, to tell materials of another */
  year: number | null
  query: string
  onOpen: (materialId: string, paragraphId?: string) => void
}

/** The materials of the body, or those in which all that is searched for stands. */
export function MaterialList({ materials, uses, uncertain, year, query, onOpen }: MaterialListProps) {
  const hits = query.trim() === '' ? undefined : searchMaterials(materials, query)
  if (hits?.length === 0) {
    return (
      <Text size="sm" c="dimmed" p="md" role="status">
        没有素材同时含有“{query.trim()}”。可以少输几个词再试。
      </Text>
    )
  }
  const shown: readonly (MaterialHit | { material: Material; title: FoundRange[]; department: FoundRange[]; paragraphs: MaterialHit['paragraphs'] })[] = hits ?? materials.map((material) => ({ material, title: [], department: [], paragraphs: [] }))
  return (
    <ul className="material-list" aria-label="素材列表">
      {shown.map(({ material, title, department, paragraphs }) => {
        const use = uses?.get(material.id)
        const { used, changed, all } = use ? countUse(material, use) : { used: 0, changed: 0, all: 0 }
        return (
          <li key={material.id}>
            <button type="button" className="material-row" onClick={() => onOpen(material.id, paragraphs[0]?.id)}>
              <span className="material-title">
                <Marked text={material.title} ranges={title} />
              </span>
              <span className="material-facts">
                <span data-missing={material.department === '' || undefined}>{material.department === '' ? '部门未填' : <Marked text={material.department} ranges={department} />}</span>
                {material.date !== '' && <span className="numeric">{material.date}</span>}
                {material.year !== null && material.year !== year && <span className="material-year">{material.year}年</span>}
                {all > 0 && (
                  <span className="numeric" title={`已用 ${used} 句，已改动 ${changed} 句，共 ${all} 句`}>
                    用 {used + changed}/{all}
                  </span>
                )}
                {uncertain.has(material.id) && (
                  <Badge size="sm" radius="sm" variant="light" color="red">
                    已改动，请核对正文
                  </Badge>
                )}
              </span>
            </button>
            {paragraphs.slice(0, 3).map(({ id, text, ranges }) => (
              <button key={id} type="button" className="material-hit" onClick={() => onOpen(material.id, id)}>
                <Excerpt text={text} ranges={ranges} />
              </button>
            ))}
          </li>
        )
      })}
    </ul>
  )
}

function Marked({ text, ranges }: { text: string; ranges: readonly FoundRange[] }) {
  return piecesOf(text, 0, [], ranges).map((piece, i) => (piece.found ? <mark key={i}>{piece.text}</mark> : <span key={i}>{piece.text}</span>))
}

/** characters shown before the first word that was found, and in all */
const [BEFORE, LENGTH] = [16, 90]

function Excerpt({ text, ranges }: { text: string; ranges: readonly FoundRange[] }) {
  const from = Math.max(0, (ranges[0]?.start ?? 0) - BEFORE)
  const part = text.slice(from, from + LENGTH)
  const within = ranges.filter(({ start, end }) => start >= from && end <= from + LENGTH).map(({ start, end }) => ({ start: start - from, end: end - from }))
  return (
    <>
      {from > 0 && '…'}
      <Marked text={part} ranges={within} />
      {from + LENGTH < text.length && '…'}
    </>
  )
}

/** Files that are being read, could not be, or are known under the same name. */
export function Jobs({ jobs, onDrop, onSettle }: { jobs: readonly Job[]; onDrop: (key: number) => void; onSettle: (key: number, how: 'update' | 'add') => void }) {
  if (jobs.length === 0) return null
  return (
    <ul className="material-jobs" aria-label="正在导入">
      {jobs.map((job) => (
        <li key={job.key} data-state={job.state}>
          {job.state === 'reading' && <Loader size={14} />}
          <span role={job.state === 'failed' ? 'alert' : 'status'}>
            {job.state === 'failed' ? job.message : job.state === 'known' ? `已有从“${job.file.name}”导入的素材，文字不同。` : job.state === 'reading' ? `正在读取“${job.file.name}”${job.progress ? `，第 ${job.progress.done} 页，共 ${job.progress.of} 页` : '…'}` : `等待读取“${job.file.name}”`}
          </span>
          {job.state === 'known' && (
            <>
              <Button size="compact-xs" onClick={() => onSettle(job.key, 'update')}>
                更新原素材
              </Button>
              <Button size="compact-xs" variant="light" onClick={() => onSettle(job.key, 'add')}>
                另存一份
              </Button>
            </>
          )}
          <Button size="compact-xs" variant="subtle" color="gray" onClick={() => onDrop(job.key)}>
            {job.state === 'failed' ? '知道了' : job.state === 'known' ? '不导入' : '取消'}
          </Button>
        </li>
      ))}
    </ul>
  )
}
