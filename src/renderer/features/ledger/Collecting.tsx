import { notifications } from '@mantine/notifications'
import { useRef, useState } from 'react'
import type { LedgerChange } from '#core/ledger/changes.ts'
import { collectionSheet, sendChanges } from '#core/ledger/collection.ts'
import type { Ledger } from '#core/ledger/ledger.ts'
import { readReturned, reconciled, type Returned } from '#core/ledger/returned.ts'
import { messageOf } from '../../app/failure.ts'
import { useHost } from '../../app/host.ts'
import { download } from '../../ui/download.ts'
import { CollectDialog } from './CollectDialog.tsx'
import { ReturnedDialog } from './ReturnedDialog.tsx'

/** Sheets go out to departments and come back. */
export function Collecting({ ledger, year, onCommit, onClose }: { ledger: Ledger; year: number; onCommit: (changes: readonly LedgerChange[]) => void; onClose: () => void }) {
  const { client } = useHost()
  const [returned, setReturned] = useState<readonly Returned[]>()
  const input = useRef<HTMLInputElement>(null)

  const send = async (departments: string[]): Promise<void> => {
    try {
      const answer = await client.collections.export({ sheets: departments.map((department) => collectionSheet(ledger, { department, year })) })
      if (answer.outcome === 'cancelled') return
      if (answer.outcome === 'download') download(answer.file)
      onCommit(sendChanges(ledger, departments, year, new Date().toISOString()))
      notifications.show({ color: 'green', title: `已导出 ${departments.length} 个部门的采集表`, message: answer.outcome === 'saved' ? answer.path : `${answer.file.name}，在浏览器的下载文件夹中。` })
    } catch (error) {
      notifications.show({ color: 'red', title: '没有导出采集表', message: messageOf(error) })
    }
  }
  const read = async (files: readonly File[]): Promise<void> => {
    const out: Returned[] = []
    for (const file of files) {
      try {
        const { tables } = await client.collections.read({ file })
        out.push(readReturned(tables.map(({ name, rows, hidden }) => ({ name, rows, ...(hidden === true ? { hidden } : {}) })), ledger, { year, fileName: file.name, at: new Date().toISOString() }))
      } catch (error) {
        notifications.show({ color: 'red', title: `没有读取“${file.name}”`, message: messageOf(error), autoClose: 12_000 })
      }
    }
    if (out.length > 0) setReturned(reconciled(out, ledger))
  }

  return (
    <>
      <CollectDialog ledger={ledger} year={year} onExport={(departments) => void send(departments)} onReadBack={() => input.current?.click()} onClose={onClose} />
      <input
        ref={input}
        type="file"
        multiple
        accept=".xlsx,.xls"
        hidden
        aria-label="选择填好的采集表"
        data-collect="files"
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])]
          event.currentTarget.value = ''
          if (files.length > 0) void read(files)
        }}
      />
      {returned && (
        <ReturnedDialog
          returned={returned}
          ledger={ledger}
          onAdopt={(changes) => {
            onCommit(changes)
            setReturned(undefined)
          }}
          onClose={() => setReturned(undefined)}
        />
      )}
    </>
  )
}
