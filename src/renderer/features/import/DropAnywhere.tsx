import { Group, Stack, Text } from '@mantine/core'
import { Dropzone } from '@mantine/dropzone'
import { IconFileImport } from '@tabler/icons-react'
import { useHost } from '../../app/host.ts'
import { bringIn } from './choose-files.ts'

/** Takes files that are dropped anywhere on the window. */
export function DropAnywhere() {
  const host = useHost()
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
