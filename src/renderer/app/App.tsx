import { MantineProvider } from '@mantine/core'
import { ModalsProvider } from '@mantine/modals'
import { Notifications } from '@mantine/notifications'
import { lazy, Suspense, useEffect, useState } from 'react'
import { NewDraftDialog, openNewDraft } from '../features/drafts/NewDraftDialog.tsx'
import { DropAnywhere } from '../features/import/DropAnywhere.tsx'
import { ImportPage } from '../features/import/ImportPage.tsx'
import { chooseFiles } from '../features/import/choose-files.ts'
import { LibraryPage } from '../features/library/LibraryPage.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { showHelp } from './help.tsx'
import { HostContext, useHost, type HostLink } from './host.ts'
import { goTo, hrefOf, useRoute } from './routes.ts'
import { theme } from './theme.ts'

/** The editor brings ProseMirror along, which the library does not need. */
const EditPage = lazy(async () => ({ default: (await import('../features/edit/EditPage.tsx')).EditPage }))

/** the rules come with it */
const CheckSettingsDialog = lazy(async () => ({ default: (await import('../features/settings/CheckSettingsDialog.tsx')).CheckSettingsDialog }))

const LedgerPage = lazy(async () => ({ default: (await import('../features/ledger/LedgerPage.tsx')).LedgerPage }))

/** The whole window. */
export function App({ host }: { host: HostLink }) {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <HostContext value={host}>
        <ModalsProvider labels={{ confirm: '确定', cancel: '取消' }}>
          <Notifications position="bottom-right" limit={4} containerWidth={400} />
          <ErrorBoundary>
            <Pages />
          </ErrorBoundary>
        </ModalsProvider>
      </HostContext>
    </MantineProvider>
  )
}

function Pages() {
  const route = useRoute()
  const host = useHost()
  const [setting, setSetting] = useState(false)
  useEffect(
    () =>
      host.onMenu((command) => {
        if (command === 'library.open') goTo({ page: 'library' })
        else if (command === 'import') void chooseFiles(host)
        else if (command === 'draft.new') openNewDraft()
        else if (command === 'settings.checks') setSetting(true)
        else if (command === 'about') showHelp()
        else return false
        return true
      }),
    [host],
  )
  useEffect(() => {
    if (route.page === 'library') document.title = '资料库 - 述核'
    if (route.page === 'import') document.title = '导入报告 - 述核'
  }, [route.page])
  return (
    <>
      {route.page === 'library' && <LibraryPage />}
      {route.page === 'import' && <ImportPage />}
      {route.page === 'edit' && (
        <Suspense fallback={null}>
          <EditPage key={hrefOf(route)} id={route.id} {...(route.at ? { at: route.at } : {})} />
        </Suspense>
      )}
      {route.page === 'ledger' && (
        <Suspense fallback={null}>
          <LedgerPage key={route.body} body={route.body} />
        </Suspense>
      )}
      {setting && (
        <Suspense fallback={null}>
          <CheckSettingsDialog onClose={() => setSetting(false)} />
        </Suspense>
      )}
      <NewDraftDialog />
      <DropAnywhere />
    </>
  )
}
