import { Group, Stack, Text } from '@mantine/core'
import { Dropzone } from '@mantine/dropzone'
import { IconFileImport } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useHost } from '../../app/host.ts'
import { useStore } from '../../app/store.ts'
import { bringIn, pastedFile } from './choose-files.ts'
import { dropTarget } from './drop-target.ts'

/** Takes files that are dropped anywhere on the window, and text or files that are pasted outside of any field: as reports, unless something on the screen wants them. */
export function DropAnywhere() {
  const host = useHost()
  const wanted = useStore(dropTarget)
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      const { target, clipboardData } = event
      if (!clipboardData || event.defaultPrevented || (target instanceof Element && target.closest('input, textarea, [contenteditable="true"]'))) return
      const text = pastedFile(clipboardData)
      const files = clipboardData.files.length > 0 ? [...clipboardData.files] : text ? [text] : []
      if (files.length === 0) return
      event.preventDefault()
      if (wanted) wanted.take(files)
      else bringIn(host, files)
    }
    // on the window, after everything in the page: a table that takes the paste has it
    window.addEventListener('paste', onPaste)
    return () => window.removeEventListener('paste', onPaste)
  }, [host, wanted])
  return (
    <Dropzone.FullScreen active onDrop={(files) => (wanted ? wanted.take(files) : bringIn(host, files))} maxFiles={0} enablePointerEvents={false} inputProps={{ 'aria-label': '拖入文件以导入' }}>
      <Group justify="center" h="calc(100vh - 80px)" style={{ pointerEvents: 'none' }}>
        <Stack align="center" gap="xs">
          <IconFileImport size={56} stroke={1.3} />
          <Text size="xl" fw={600}>
            {wanted?.title ?? '松开以导入'}
          </Text>
          <Text c="dimmed">可以一次拖入几份 .docx、.doc、.pdf、.html 或 .txt 文件</Text>
        </Stack>
      </Group>
    </Dropzone.FullScreen>
  )
}
