import type { WebContents } from 'electron'

/**
 * What a window shows to the printer, as a PDF. The page itself says how large its sheets are (`@page`), so that upright and lying documents come out
 * alike, and it has its margins in it.
 */
export async function printPdf(contents: Pick<WebContents, 'printToPDF'>): Promise<Uint8Array> {
  return new Uint8Array(await contents.printToPDF({ preferCSSPageSize: true, printBackground: true, displayHeaderFooter: false, generateTaggedPDF: false, generateDocumentOutline: false }))
}
