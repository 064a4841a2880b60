import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import '@mantine/dropzone/styles.css'
import './app.css'
import { Button, Group, Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { connect } from './client.ts'
import { followHost } from './host.ts'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no root')

// a file that misses its drop zone must not replace the application
for (const type of ['dragover', 'drop'] as const) window.addEventListener(type, (event) => event.preventDefault())

const client = await connect()
const host = followHost(client, (close) => {
  modals.open({
    title: '还有文字没有保存',
    withCloseButton: false,
    children: (
      <>
        <Text size="sm">保存没有成功。现在关闭，最后的修改会留在本窗口的临时存储中，下次打开这份报告时可以恢复。</Text>
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={() => (modals.closeAll(), close())}>
            仍要关闭
          </Button>
          <Button onClick={() => modals.closeAll()}>继续编辑</Button>
        </Group>
      </>
    ),
  })
})
window.addEventListener('beforeunload', (event) => {
  if (host.hasUnsaved()) event.preventDefault()
})
createRoot(root).render(<App host={host} />)
