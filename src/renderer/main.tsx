import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import '@mantine/dropzone/styles.css'
import './app/app.css'
import { MantineProvider } from '@mantine/core'
import { ModalsProvider } from '@mantine/modals'
import { Notifications } from '@mantine/notifications'
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { ErrorBoundary } from './app/ErrorBoundary.tsx'
import { theme } from './app/theme.ts'

const root = document.getElementById('root')
if (!root) throw new Error('no root element')
createRoot(root).render(
  <MantineProvider theme={theme} defaultColorScheme="auto">
    <Notifications position="bottom-center" limit={4} />
    <ModalsProvider labels={{ confirm: '确定', cancel: '取消' }}>
      <ErrorBoundary>
        <App />
      </ErrorBoundary>
    </ModalsProvider>
  </MantineProvider>,
)
