import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import '../../../src/renderer/app/app.css'
import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { createRoot } from 'react-dom/client'
import { layOut, type LaidOut } from '#core/print/layout.ts'
import type { PrintModel } from '#core/print/model.ts'
import { theme } from '../../../src/renderer/app/theme.ts'
import { Pages } from '../../../src/renderer/features/publish/pages/Pages.tsx'
import { mountForPrint, savePdf, type PdfOutcome } from '../../../src/renderer/features/publish/pages/print-pages.tsx'
import { measureHere } from '../../../src/renderer/features/publish/pages/use-pages.ts'

/** A window with the pages and nothing else, for tests of what is seen and what is printed. */
export interface PagesWindow {
  show: (model: PrintModel, scheme: 'light' | 'dark') => void
  print: (model: PrintModel) => Promise<void>
  /** a host that cannot write a PDF */
  savePdf: (model: PrintModel) => Promise<PdfOutcome>
  laid: (model: PrintModel) => LaidOut
}
declare global {
  interface Window {
    pagesWindow: PagesWindow
  }
}

const element = document.getElementById('root')
if (!element) throw new Error('no root')
const root = createRoot(element)

window.pagesWindow = {
  show: (model, scheme) =>
    root.render(
      <MantineProvider theme={theme} forceColorScheme={scheme}>
        <Notifications />
        <main style={{ height: '100vh' }}>
          <h1 className="visually-hidden">版面</h1>
          <Pages model={model} />
        </main>
      </MantineProvider>,
    ),
  print: async (model) => void (await mountForPrint(model)),
  savePdf: (model) => savePdf({ pdf: { make: Object.assign(() => Promise.resolve({ outcome: 'unavailable' as const })) } }, '报告', model),
  laid: (model) => layOut(model, measureHere()),
}
