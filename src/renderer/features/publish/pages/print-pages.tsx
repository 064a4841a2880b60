import { notifications } from '@mantine/notifications'
import { createRoot } from 'react-dom/client'
import { flushSync } from 'react-dom'
import { layOut } from '#core/print/layout.ts'
import type { Printing } from '#contract/contract.ts'
import type { PrintModel } from '#core/print/model.ts'
import type { Client } from '../../../app/client.ts'
import { download } from '../../../ui/download.ts'
import { TITLE_FACE } from './faces.ts'
import { PageSheet } from './PageSheet.tsx'
import { measureHere } from './use-pages.ts'
import './pages.css'

/** What became of a PDF: `print` where the shell cannot write one and the dialog of the printer was opened instead. */
export type PdfOutcome = { outcome: 'cancelled' } | { outcome: 'saved'; path: string } | { outcome: 'download'; name: string } | { outcome: 'print' }

/** Opens the dialog of the printer with the pages of a model, each on a sheet of its own. `name` is what the dialog offers as the name of a file. */
export async function printPages(model: PrintModel, name: string = model.title): Promise<void> {
  const unmount = await mountForPrint(model, name)
  window.addEventListener('afterprint', unmount, { once: true })
  window.print()
}

/** Has the host write the pages of a model as a PDF; `fileName` without its ending; `listed` as in the contract. In the browser shell the browser's own dialog does it. Throws what the host throws. */
export async function savePdf(client: Pick<Client, 'pdf'>, fileName: string, model: PrintModel, listed: { of?: Printing; again?: string } = {}): Promise<PdfOutcome> {
  const unmount = await mountForPrint(model)
  try {
    const answer = await client.pdf.make({ fileName, ...listed })
    if (answer.outcome === 'download') {
      download(answer.file)
      return { outcome: 'download', name: answer.file.name }
    }
    if (answer.outcome !== 'unavailable') return answer
  } finally {
    unmount()
  }
  notifications.show({ title: '请在打印对话框中选择“另存为 PDF”', message: '目标打印机选“另存为 PDF”，页边距选“默认”或“无”，缩放选“默认”或“100%”。', autoClose: 20_000 })
  await drawn()
  await printPages(model, fileName)
  return { outcome: 'print' }
}

/** Puts the pages of a model beside the application, seen by the printer alone. Returns how to take them away; only one document is there at a time. */
export async function mountForPrint(model: PrintModel, name: string = model.title): Promise<() => void> {
  last?.()
  const { width, height } = model.page
  const of = { model, laid: layOut(model, measureHere()) }
  const root = document.createElement('div')
  root.className = 'print-root'
  const size = document.createElement('style')
  size.textContent = `@page { size: ${width}mm ${height}mm; margin: 0; }`
  document.head.append(size)
  document.body.append(root)
  document.documentElement.dataset['printing'] = ''
  const title = document.title
  document.title = name === '' ? title : name
  const react = createRoot(root)
  flushSync(() =>
    react.render(
      of.laid.pages.map((page) => (
        <div key={page.number} className="print-page" style={{ width: `${width}mm`, height: `${height}mm` }}>
          <PageSheet of={of} page={page} width={`${width}mm`} height={`${height}mm`} />
        </div>
      )),
    ),
  )
  let there = true
  const unmount = (): void => {
    if (!there) return
    there = false
    last = undefined
    react.unmount()
    root.remove()
    size.remove()
    delete document.documentElement.dataset['printing']
    document.title = title
  }
  last = unmount
  // a face that is named by its file only is read when it is first needed
  await document.fonts.load(`22px "${TITLE_FACE}"`, '述核').catch(() => [])
  await drawn()
  return unmount
}
let last: (() => void) | undefined

/** The window has drawn what it was given. A window that is hidden draws nothing, and waits for nothing. */
const drawn = (): Promise<void> => new Promise((resolve) => {
  if (document.visibilityState === 'hidden') resolve()
  else requestAnimationFrame(() => requestAnimationFrame(() => resolve()))
})
