import { ActionIcon, Button, FileButton, Group, Text, TextInput, Tooltip } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconArrowBackUp, IconPencil, IconSearch, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { CheckSettings, Term } from '#core/checker/settings.ts'
import { tellFailure } from '../../app/failure.ts'
import { useHost } from '../../app/host.ts'
import { saveTable } from '../publish/save-table.ts'
import { applyTermChanges, decodeText, inverse, joinWrong, MOST_TERMS, rowsOfText, takeRows, type TermChange } from './term-list.ts'
import { TermForm } from './TermForm.tsx'

/** so many are drawn; the others are found by their words */
const DRAWN = 200

/** The editor's own word list (词表): how something is written, the writings that are wrong, and why. */
export function TermsTab({ terms, change }: { terms: readonly Term[]; change: (operation: (now: CheckSettings) => CheckSettings) => void }) {
  const { client } = useHost()
  const [words, setWords] = useState('')
  const [editing, setEditing] = useState<Term>()
  const [done, setDone] = useState<readonly (readonly TermChange[])[]>([])
  const found = terms.filter(({ right, wrong, why }) => words === '' || [right, ...wrong, why ?? ''].some((w) => w.includes(words)))

  const make = (changes: readonly TermChange[]): void => change((now) => ({ ...now, terms: applyTermChanges(now.terms, changes) }))
  const commit = (changes: readonly TermChange[]): void => {
    if (changes.length === 0) return
    setDone((now) => [...now, changes])
    make(changes)
  }
  const undo = (): void => {
    const last = done.at(-1)
    if (!last) return
    setDone((now) => now.slice(0, -1))
    make(inverse(last))
  }
  const take = (rows: readonly (readonly (string | number | null)[])[]): void => {
    const { changes, entries, skipped } = takeRows(terms, rows)
    commit(changes)
    notifications.show({
      color: entries > 0 ? 'green' : 'amber',
      message: `${entries > 0 ? `读入 ${entries} 条` : '没有读到词条'}${skipped > 0 ? `，${skipped} 行不完整或写法重复，没有读入` : ''}。${entries === 0 ? '每行一条：第一列正确写法，第二列错误写法，第三列理由（可不填）。' : ''}`,
    })
  }
  const importFile = async (file: File): Promise<void> => {
    try {
      if (/\.xlsx$/iu.test(file.name)) take((await client.collections.read({ file })).tables.filter(({ hidden }) => !hidden).flatMap(({ rows }) => rows))
      else take(rowsOfText(decodeText(new Uint8Array(await file.arrayBuffer()))))
    } catch (error) {
      tellFailure(`没有读入“${file.name}”`, error)
    }
  }

  return (
    <>
      <Group justify="space-between" py={10} gap="xs" wrap="nowrap">
        <TextInput size="xs" w={220} leftSection={<IconSearch size={14} />} aria-label="在词表中查找" placeholder="查找" value={words} onChange={(event) => setWords(event.currentTarget.value)} />
        <Group gap={6} wrap="nowrap">
          <Button size="compact-sm" variant="default" leftSection={<IconArrowBackUp size={15} />} disabled={done.length === 0} onClick={undo}>
            撤销
          </Button>
          <FileButton accept=".txt,.csv,.xlsx" onChange={(file) => file && void importFile(file)}>
            {(props) => (
              <Button {...props} size="compact-sm" variant="default">
                导入…
              </Button>
            )}
          </FileButton>
          <Button
            size="compact-sm"
            variant="default"
            disabled={terms.length === 0}
            onClick={() => void saveTable(client, '词表', [{ name: '词表', columns: [{ title: '正确写法', width: 24 }, { title: '错误写法', width: 40 }, { title: '理由', width: 40 }], rows: terms.map(({ right, wrong, why }) => [right, joinWrong(wrong), why ?? '']) }])}
          >
            导出 Excel
          </Button>
        </Group>
      </Group>
      <TermForm
        action="添加"
        disabled={terms.length >= MOST_TERMS}
        taken={terms.map(({ right }) => right)}
        onTake={(term) => commit([{ before: null, after: term, index: terms.length }])}
        onRows={take}
      />
      <div className="settings-scroll" tabIndex={0} role="region" aria-label="词表">
        <table className="term-table">
          <thead>
            <tr>
              <th scope="col">正确写法</th>
              <th scope="col">错误写法</th>
              <th scope="col">理由</th>
              <th scope="col">
                <span className="visually-hidden">操作</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {found.slice(0, DRAWN).map((term) =>
              editing === term ? (
                <tr key={term.right}>
                  <td colSpan={4}>
                    <TermForm
                      action="保存"
                      term={term}
                      taken={terms.filter((t) => t !== term).map(({ right }) => right)}
                      onTake={(next) => {
                        setEditing(undefined)
                        commit([{ before: term, after: next, index: terms.indexOf(term) }])
                      }}
                      onCancel={() => setEditing(undefined)}
                    />
                  </td>
                </tr>
              ) : (
                <tr key={term.right} data-term={term.right}>
                  <td>
                    <b>{term.right}</b>
                  </td>
                  <td>{joinWrong(term.wrong)}</td>
                  <td className="term-why">{term.why}</td>
                  <td className="term-acts">
                    <Tooltip label="修改">
                      <ActionIcon size="sm" aria-label={`修改“${term.right}”`} onClick={() => setEditing(term)}>
                        <IconPencil size={15} />
                      </ActionIcon>
                    </Tooltip>
                    <Tooltip label="删除（可撤销）">
                      <ActionIcon size="sm" aria-label={`删除“${term.right}”`} onClick={() => commit([{ before: term, after: null, index: terms.indexOf(term) }])}>
                        <IconTrash size={15} />
                      </ActionIcon>
                    </Tooltip>
                  </td>
                </tr>
              ),
            )}
          </tbody>
        </table>
        {terms.length === 0 && (
          <Text size="sm" c="dimmed" p="lg" ta="center">
            词表是空的。把本单位统一的名称、提法写在这里，文中出现错误写法时会提示。可以从 Excel 复制两三列，直接粘贴到上面的输入框。
          </Text>
        )}
        {terms.length > 0 && found.length === 0 && (
          <Text size="sm" c="dimmed" p="lg" ta="center">
            没有包含“{words}”的词条。
          </Text>
        )}
        {found.length > DRAWN && (
          <Text size="xs" c="dimmed" p="sm" ta="center">
            只显示前 {DRAWN} 条，共 {found.length} 条。请用“查找”缩小范围。
          </Text>
        )}
      </div>
    </>
  )
}
