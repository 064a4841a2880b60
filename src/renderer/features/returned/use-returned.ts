import { notifications } from '@mantine/notifications'
import { useDeferredValue, useMemo, useState, type RefObject } from 'react'
import type { Remark, Report } from '#core/model/report.ts'
import { applyReturned } from '#core/returned/apply.ts'
import { returnedChanges, type ReturnedChange } from '#core/returned/changes.ts'
import type { ReturnedCopy } from '#core/returned/copy.ts'
import { remarksWith } from '#core/returned/remarks.ts'
import { tellFailure } from '../../app/failure.ts'
import { useHost } from '../../app/host.ts'
import type { EditorHandle } from '../../editor/handle.ts'
import { pickFiles } from '../import/choose-files.ts'

/** A returned copy that is being gone through; it is not stored. */
interface Read {
  fileName: string
  copy: ReturnedCopy
  problems: readonly string[]
}

/** What a desk shows and does of a returned copy and its remarks. */
export interface ReturnedDesk {
  fileName: string | undefined
  problems: readonly string[]
  /** what still differs and was not left, in reading order */
  changes: readonly ReturnedChange[]
  left: number
  remarks: readonly Remark[]
  read: () => Promise<void>
  /** takes changes into the text as one undo step */
  take: (changes: readonly ReturnedChange[]) => void
  leave: (changes: readonly ReturnedChange[]) => void
  /** shows those again that were left */
  reconsider: () => void
  settle: (remark: Remark, state: Remark['state']) => void
  close: () => void
}

export interface ReturnedDeskProps {
  report: Report
  editor: RefObject<EditorHandle | null>
  /** saves what is not saved; false where that fails */
  flush: () => Promise<boolean>
  onShow: () => void
}

/** Reads a copy that came back, and keeps what is left of it to decide as the text goes on. */
export function useReturned({ report, editor, flush, onShow }: ReturnedDeskProps): ReturnedDesk {
  const host = useHost()
  const [read, setRead] = useState<Read>()
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  // the list follows the text, and may lag behind it a little
  const settled = useDeferredValue(report)
  const all = useMemo(() => (read ? returnedChanges(settled, read.copy) : []), [settled, read])
  const keys = useMemo(() => keysOf(all), [all])
  const changes = useMemo(() => all.filter((change) => !left.has(keys.get(change) ?? '')), [all, keys, left])

  return {
    fileName: read?.fileName, problems: read?.problems ?? [], changes, left: all.length - changes.length, remarks: report.remarks ?? [],
    read: async () => {
      const [file] = await pickFiles(host, 'returned')
      if (!file) return
      if (!(await flush())) {
        notifications.show({ color: 'red', message: '报告还有没有保存的修改，暂不读取返回稿。请先处理保存失败的提示。' })
        return
      }
      try {
        const { copy, problems } = await host.client.returned.read({ id: report.id, file })
        setRead({ fileName: file.name, copy, problems })
        setLeft(new Set())
        onShow()
        const now = editor.current?.report()
        const remarks = now ? remarksWith(now, copy, file.name) : []
        if (now && remarks.length > (now.remarks?.length ?? 0)) editor.current?.setRemarks(remarks)
      } catch (error) {
        tellFailure('返回稿没有读出来', error)
      }
    },
    take: (taken) => {
      const now = editor.current?.report()
      if (!now || !read) return
      // the text may have gone on since the list was drawn: only what is still found there is taken
      const wanted = new Set(taken.map((change) => keys.get(change)))
      const current = returnedChanges(now, read.copy)
      const currentKeys = keysOf(current)
      const found = current.filter((change) => wanted.has(currentKeys.get(change)))
      if (found.length > 0) editor.current?.apply((r) => applyReturned(r, found))
      if (found.length < taken.length) notifications.show({ color: 'amber', message: `有 ${taken.length - found.length} 处正文刚刚改过，没有采用，请再看一遍。` })
    },
    leave: (these) => setLeft(new Set([...left, ...these.flatMap((change) => keys.get(change) ?? [])])),
    reconsider: () => setLeft(new Set()),
    settle: (remark, state) => {
      const now = editor.current?.report()
      if (now) editor.current?.setRemarks((now.remarks ?? []).map((r) => (r.id === remark.id ? { ...r, state } : r)))
    },
    close: () => setRead(undefined),
  }
}

/** What a change is known by while others are taken and offsets move: its place, its words, and which of several such it is. */
function keysOf(changes: readonly ReturnedChange[]): Map<ReturnedChange, string> {
  const counts = new Map<string, number>()
  return new Map(changes.map((change) => {
    const plain = [change.kind, change.paragraphId, change.before, change.after].join('\n')
    const nth = counts.get(plain) ?? 0
    counts.set(plain, nth + 1)
    return [change, `${plain}\n${nth}`]
  }))
}
