import { ORPCError } from '@orpc/server'
import { fileStem } from '#core/text/file-name.ts'
import { os, type Services } from './context.ts'
import { deliver } from './deliver.ts'
import { exportedAs, remember } from './exported.ts'

const PDF = 'application/pdf'

/** PDF files of the pages that a window has put up. */
export const pdfProcedures = (services: Services) => ({
  make: os.pdf.make.handler(async ({ input: { fileName, of, again } }) => {
    const { options } = services
    const { printPdf } = options.ports
    if (!printPdf) return { outcome: 'unavailable' as const }
    const bytes = await printPdf().catch((error: unknown) => {
      process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
      throw new ORPCError('STORAGE', { defined: true, message: '没有生成 PDF 文件：打印组件没有响应。报告不受影响，请重试，或改用“打印”并选择打印到 PDF。', data: { reason: 'print' } })
    })
    if (bytes === null) return { outcome: 'cancelled' as const }
    const name = `${fileStem(fileName, '工作报告')}.pdf`
    const answer = await deliver(options, name, bytes, PDF, again === undefined ? undefined : exportedAs(services, again).path)
    if (of) await remember(services, of, 'pdf', name, answer)
    return answer
  }),
})
