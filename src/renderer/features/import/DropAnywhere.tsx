import { Group, Stack, Text } from '@mantine/core'
import { Dropzone } from '@mantine/dropzone'
import { IconFileImport } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useHost } from '../../app/host.ts'
import { bringIn, pastedFile } from './choose-files.ts'

/** Takes files that are dropped anywhere on the window, and text or files that are pasted outside of any field. */
export function DropAnywhere() {
  const host = useHost()
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      const { target, clipboardData } = event
      if (!clipboardData || event.defaultPrevented || (target instanceof Element && target.closest('input, textarea, [contenteditable="true"]'))) return
      const text = pastedFile(clipboardData)
      const files = clipboardData.files.length > 0 ? [...clipboardData.files] : text ? [text] : []
      if (files.length === 0) return
      event.preventDefault()
      bringIn(host, files)
    }
    document.addEventListener('paste', onPaste)
    return () => document.removeEventListener('paste', onPaste)
  }, [host])
  return (
    <Dropzone.FullScreen active onDrop={(files) => bringIn(host, files)} maxFiles={0} enablePointerEvents={false} inputProps={{ 'aria-label': '拖入文件以导入' }}>
      <Group justify="center" h="calc(100vh - 80px)" style={{ pointerEvents: 'none' }}>
        <Stack align="center" gap="xs">
          <IconFileImport size={56} stroke={1.3} />
          <Text size="xl" fw={600}>
            松开以导入
          </Text>
          <Text c="dimmed">可以一次拖入几份 .docx、.doc、.pdf、.html 或 .txt 文件</Text>
        </Stack>
      </Group>
    </Dropzone.FullScreen>
  )
}
