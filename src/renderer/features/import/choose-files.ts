import type { PickPurpose } from '#contract/contract.ts'
import { tellFailure } from '../../app/failure.ts'
import type { HostLink } from '../../app/host.ts'
import { goTo } from '../../app/routes.ts'
import { ACCEPTED, enqueue } from './queue.ts'

/** Lets the user choose files and brings them in as reports. */
export async function chooseFiles(host: HostLink): Promise<void> {
  bringIn(host, await pickFiles(host, 'reports'))
}

/** Lets the user choose files: with the shell's own dialog where it has one, else with the browser's. None where the user cancels; a failure is told. */
export async function pickFiles(host: HostLink, purpose: PickPurpose): Promise<readonly File[]> {
  // the browser opens its dialog only while the click still counts, so it is not kept waiting for the host's answer
  if (location.protocol !== 'app:') return askBrowser(purpose)
  try {
    const picked = await host.client.files.pick({ purpose })
    return picked.outcome === 'picked' ? picked.files : picked.outcome === 'unavailable' ? await askBrowser(purpose) : []
  } catch (error) {
    tellFailure('没有打开文件', error)
    return []
  }
}

/** Reads these files and shows what was found in them. */
export function bringIn(host: HostLink, files: readonly File[]): void {
  if (files.length === 0) return
  enqueue(host, files)
  goTo({ page: 'import' })
}

/** less than this is no report: a heading or a sentence that was pasted by mistake */
const LEAST_PASTED = 60

/** Text that was copied in Word, WPS, a browser or a PDF reader, as a file to import: with its formatting where it has any. */
export function pastedFile(data: Pick<DataTransfer, 'getData'>): File | undefined {
  const text = data.getData('text/plain')
  if (text.trim().length < LEAST_PASTED) return undefined
  const html = data.getData('text/html')
  return html.trim() === '' ? new File([text], '粘贴的文字.txt') : new File([html], '粘贴的文字.html')
}

function askBrowser(purpose: PickPurpose): Promise<File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.multiple = purpose !== 'returned'
    input.accept = purpose === 'returned' ? '.docx' : ACCEPTED.join(',')
    input.hidden = true
    input.dataset['purpose'] = purpose
    const done = (): void => {
      resolve([...(input.files ?? [])])
      input.remove()
    }
    input.addEventListener('change', done)
    input.addEventListener('cancel', done)
    document.body.append(input)
    input.click()
  })
}
