import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PrintToPDFOptions } from 'electron'
import { call } from '@orpc/server'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readHere } from '../../src/main/files/reader.ts'
import { printPdf } from '../../src/main/electron/print-pdf.ts'
import { createHost, type Host, type ShellPorts } from '../../src/main/host.ts'

/** PDF files of the pages that a window shows to the printer. */
let host: Host
const ports: ShellPorts = { shell: 'electron' }

beforeEach(async () => {
  delete ports.printPdf
  delete ports.saveFile
  host = await createHost({ dataFolder: await mkdtemp(join(tmpdir(), 'shuhe-')), seedsFolder: 'seeds', version: '0.0.0', reader: readHere, ports })
})
afterEach(() => host.shutdown())
const make = (fileName: string) => call(host.router.pdf.make, { fileName })

describe('a PDF', () => {
  it('is printed by the shell, and saved where the user says', async () => {
    const asked: [string, string][] = []
    ports.printPdf = () => Promise.resolve(new TextEncoder().encode('%PDF-1.4'))
    ports.saveFile = (name, bytes) => {
      asked.push([name, new TextDecoder().decode(bytes)])
      return Promise.resolve({ path: `/文件/${name}` })
    }
    expect(await make('某县政协2024年工作综述')).toMatchObject({ outcome: 'saved', path: '/文件/某县政协2024年工作综述.pdf' })
    expect(await make('a/b:c')).toMatchObject({ outcome: 'saved', path: '/文件/a b c.pdf' })
    expect(await make('  ')).toMatchObject({ outcome: 'saved', path: '/文件/工作报告.pdf' })
    expect(asked.map(([, content]) => content)).toEqual(['%PDF-1.4', '%PDF-1.4', '%PDF-1.4'])
  })
  it('is not saved when the user cancels, or when the window is gone', async () => {
    ports.printPdf = () => Promise.resolve(new Uint8Array())
    ports.saveFile = () => Promise.resolve(null)
    expect(await make('报告')).toMatchObject({ outcome: 'cancelled' })
    ports.printPdf = () => Promise.resolve(null)
    expect(await make('报告')).toMatchObject({ outcome: 'cancelled' })
  })
  it('is the browser’s business where the shell cannot', async () => {
    expect(await make('报告')).toEqual({ outcome: 'unavailable' })
  })
  it('says in words that printing failed', async () => {
    ports.printPdf = () => Promise.reject(new Error('Printing failed'))
    await expect(make('报告')).rejects.toMatchObject({ code: 'STORAGE', message: expect.stringMatching(/^没有生成 PDF 文件/u) as string })
  })
})

it('Electron prints the sheets that the page asks for, with their colours and without a frame of its own', async () => {
  let options: PrintToPDFOptions | undefined
  const bytes = await printPdf({ printToPDF: (o) => ((options = o), Promise.resolve(Buffer.from('%PDF'))) })
  expect(new TextDecoder().decode(bytes)).toBe('%PDF')
  expect(options).toMatchObject({ preferCSSPageSize: true, printBackground: true, displayHeaderFooter: false })
})
