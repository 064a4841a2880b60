import { ActionIcon, Button, Group, Text, Tooltip } from '@mantine/core'
import { IconExternalLink, IconFolderOpen, IconRefresh, IconX } from '@tabler/icons-react'
import type { Exported } from '#core/print/publishing.ts'
import { sayTime } from '../../ui/words.ts'
import { PROFILE_WORDS } from './words.ts'

/** An export that was made, and whether its file is still where it was written. */
export type Made = Exported & { there: boolean }

export interface LastExportsProps {
  exports: readonly Made[]
  /** can this shell open files? */
  opens: boolean
  onOpen: (made: Made, inFolder: boolean) => void
  /** makes it again, in the same way and to the same place */
  onRepeat: (made: Made) => void
  onForget: (made?: Made) => void
}

/** The last exports: open, show in the folder, make again. */
export function LastExports({ exports, opens, onOpen, onRepeat, onForget }: LastExportsProps) {
  if (exports.length === 0) return <Text size="sm" c="dimmed" py="md">还没有导出过文件。导出后，可以在这里打开、在文件夹中查看或再次导出。</Text>
  return (
    <>
      <ul className="last-exports" aria-label="最近导出">
        {exports.map((made) => (
          <li key={made.id}>
            <div>
              <b title={made.path ?? made.fileName}>{made.fileName}</b>
              <span>
                {PROFILE_WORDS[made.profile].label} · {sayTime(new Date(made.at), new Date())}
                {made.path !== undefined && !made.there ? ' · 文件已不在原处' : ''}
              </span>
            </div>
            {opens && made.there && (
              <>
                <Act label="打开" onClick={() => onOpen(made, false)}><IconExternalLink size={17} stroke={1.7} /></Act>
                <Act label="在文件夹中显示" onClick={() => onOpen(made, true)}><IconFolderOpen size={17} stroke={1.7} /></Act>
              </>
            )}
            <Act label={made.there ? '再次导出，替换这个文件' : '再次导出'} onClick={() => onRepeat(made)}><IconRefresh size={17} stroke={1.7} /></Act>
            <Act label="从列表中去掉，文件保留" onClick={() => onForget(made)}><IconX size={17} stroke={1.7} /></Act>
          </li>
        ))}
      </ul>
      <Group justify="flex-end">
        <Button size="compact-xs" variant="subtle" color="gray" onClick={() => onForget()}>清空列表</Button>
      </Group>
    </>
  )
}

function Act({ label, onClick, children }: { label: string; onClick: () => void; children: React.ReactNode }) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" aria-label={label} onClick={onClick}>{children}</ActionIcon>
    </Tooltip>
  )
}
