import type { Reading } from '#contract/contract.ts'
import { os, type Services } from './context.ts'
import { asContractError } from './failures.ts'

/** Files that the user brings. */
export const fileProcedures = ({ options }: Services) => ({
  read: os.files.read.handler(async function* ({ input: { file }, signal }): AsyncGenerator<Reading> {
    const ended = new AbortController()
    const stop = (): void => ended.abort(signal?.reason)
    signal?.addEventListener('abort', stop)
    let progress: Reading | undefined
    let wake = (): void => undefined
    try {
      const reading = file.arrayBuffer().then((buffer) =>
        options.reader(file.name, new Uint8Array(buffer), { id: 'preview', origin: { from: 'file', fileName: file.name } }, {
          signal: ended.signal,
          onProgress: (done, of) => {
            progress = { type: 'progress', done, of }
            wake()
          },
        }))
      for (;;) {
        const news = new Promise<undefined>((resolve) => {
          wake = () => resolve(undefined)
        })
        const result = await Promise.race([reading, news])
        if (result) {
          yield { type: 'read', report: result.report, source: result.source.map(({ text, style, page }) => ({ text, ...(style ? { style } : {}), ...(page === undefined ? {} : { page }) })) }
          return
        }
        const last = progress
        progress = undefined
        if (last) yield last
      }
    } catch (error) {
      throw asContractError(error)
    } finally {
      signal?.removeEventListener('abort', stop)
      ended.abort()
    }
  }),
  page: os.files.page.handler(async ({ input: { file, page, width }, signal }) => {
    if (!options.drawPage) return { image: null, pages: 0 }
    const drawn = await options.drawPage(file.name, new Uint8Array(await file.arrayBuffer()), page, width, signal ? { signal } : {})
    return { image: new File([new Uint8Array(drawn.png)], `${page}.png`, { type: 'image/png' }), pages: drawn.pages }
  }),
  pick: os.files.pick.handler(async ({ input: { purpose } }) => {
    if (!options.ports.pickFiles) return { outcome: 'unavailable' as const }
    const files = await options.ports.pickFiles(purpose)
    return files === null ? { outcome: 'cancelled' as const } : { outcome: 'picked' as const, files }
  }),
})
