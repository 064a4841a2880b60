import { access, constants, readFile, stat } from 'node:fs/promises'
import { basename, join, parse } from 'node:path'
import { dialog, shell, type BrowserWindow } from 'electron'
import { MAX_FILE_BYTES, type PickPurpose } from '#contract/contract.ts'
import { codeOf, writeDurably } from '../library/durable-file.ts'
import { Unwritable } from '../unwritable.ts'

const TEXTS = ['docx', 'doc', 'pdf', 'html', 'htm', 'txt', 'md', 'json']
const DIALOGS: Readonly<Record<PickPurpose, { title: string; buttonLabel: string; kind: string; extensions: string[]; several: boolean }>> = {
  reports: { title: '导入报告', buttonLabel: '导入', kind: '报告', extensions: TEXTS, several: true },
  materials: { title: '添加素材', buttonLabel: '添加', kind: '素材', extensions: TEXTS, several: true },
  returned: { title: '读取返回稿', buttonLabel: '读取', kind: 'Word 文档', extensions: ['docx'], several: false },
}

/** Asks for files to read; null when the user cancelled. */
export async function pickFiles(window: BrowserWindow, purpose: PickPurpose): Promise<File[] | null> {
  const { title, buttonLabel, kind, extensions, several } = DIALOGS[purpose]
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title,
    buttonLabel,
    properties: ['openFile', ...(several ? (['multiSelections'] as const) : [])],
    filters: [{ name: kind, extensions }, { name: '所有文件', extensions: ['*'] }],
  })
  return canceled ? null : Promise.all(filePaths.map(fileOf))
}

/** A file with its name and bytes. One that is too large comes with as many bytes as show that it is. */
async function fileOf(path: string): Promise<File> {
  const { size } = await stat(path)
  return new File([size > MAX_FILE_BYTES ? new Uint8Array(MAX_FILE_BYTES + 1) : await readFile(path)], basename(path))
}

/** Asks where to save a Word document and writes it; null when the user cancelled. A file that stood there is replaced only by a complete one. */
export async function saveFile(window: BrowserWindow, suggestedName: string, bytes: Uint8Array): Promise<{ path: string } | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: '保存文件',
    defaultPath: suggestedName,
    filters: [{ name: /\.docx$/iu.test(suggestedName) ? 'Word 文档' : '文件', extensions: [/\.([A-Za-z0-9]+)$/u.exec(suggestedName)?.[1] ?? '*'] }],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  })
  if (canceled || filePath === '') return null
  await writeFile(filePath, bytes)
  return { path: filePath }
}

/** Writes a file completely or not at all. Throws {@link Unwritable}. */
export async function writeFile(path: string, bytes: Uint8Array): Promise<void> {
  try {
    await mayReplace(path)
    await writeDurably(path, bytes, { backup: false })
  } catch (error) {
    const code = codeOf(error)
    throw code === undefined ? error : new Unwritable(path, code)
  }
}

/** A rename would replace a file that is marked read-only: its owner did not mean that. */
async function mayReplace(path: string): Promise<void> {
  try {
    await access(path, constants.W_OK)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
  }
}

/** Opens a file with the program that is meant for it. Throws where the system cannot, with its own words. */
export async function openFile(path: string): Promise<void> {
  const refused = await shell.openPath(path)
  if (refused !== '') throw new Error(refused)
}

/** Shows a file in its folder. */
export const showFile = (path: string): void => shell.showItemInFolder(path)

/** Asks for a folder and writes several files into it; null when the user cancelled. A file of the same name is never replaced: the new one gets a number. */
export async function saveFiles(window: BrowserWindow, files: readonly { name: string; bytes: Uint8Array }[]): Promise<{ path: string } | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, { title: '选择存放文件的文件夹', buttonLabel: '存放在这里', properties: ['openDirectory', 'createDirectory'] })
  const [folder] = filePaths
  if (canceled || folder === undefined) return null
  for (const { name, bytes } of files) await writeDurably(await freePath(folder, name), bytes, { backup: false })
  return { path: folder }
}

/** A path in a folder at which nothing stands. */
async function freePath(folder: string, name: string): Promise<string> {
  const { name: stem, ext } = parse(name)
  for (let n = 1; ; n++) {
    const path = join(folder, n === 1 ? name : `${stem}（${n}）${ext}`)
    try {
      await stat(path)
    } catch {
      return path
    }
  }
}
