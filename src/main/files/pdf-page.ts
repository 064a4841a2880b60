import { openPdf } from './pdf-reader.ts'

/** A page of a PDF as a picture. */
export interface PdfPage {
  png: Uint8Array
  pages: number
}

/** Draws a page, counted from 1, `width` pixels wide. Nothing in the file is run, nothing is fetched. Throws what pdf.js throws. */
export async function drawPdfPage(bytes: Uint8Array, number: number, width: number): Promise<PdfPage> {
  const task = await openPdf(bytes)
  try {
    const document = await task.promise
    const page = await document.getPage(Math.min(Math.max(1, number), document.numPages))
    const scale = width / page.getViewport({ scale: 1 }).width
    const viewport = page.getViewport({ scale })
    const factory = document.canvasFactory as { create: (width: number, height: number) => { canvas: { toBuffer: (type: 'image/png') => Uint8Array }; context: unknown } }
    // a page as long as a banner is cut off, not refused
    const { canvas, context } = factory.create(Math.ceil(viewport.width), Math.min(Math.ceil(viewport.height), width * 4))
    await page.render({ canvas: null, canvasContext: context as never, viewport }).promise
    return { png: new Uint8Array(canvas.toBuffer('image/png')), pages: document.numPages }
  } finally {
    await task.destroy()
  }
}
