import { EventPublisher } from '@orpc/server'
import type { HostEvent, Notice, PickPurpose } from '#contract/contract.ts'
import { addMissingExamples } from './library/examples.ts'
import { Library } from './library/library.ts'
import type { FileReader, PageDrawer } from './files/reader.ts'
import type { HostEvents } from './procedures/context.ts'
import { createRouter, type Router } from './procedures/router.ts'

/**
 * The host: library, files and procedures behind one door. A shell (Electron, browser) creates it, serves `router` to its windows and shuts
 * it down. Everything that differs between shells stands in {@link ShellPorts}.
 */
export interface ShellPorts {
  shell: 'electron' | 'browser'
  /** a native open dialog; undefined where the shell has none, null when the user cancelled */
  pickFiles?: (purpose: PickPurpose) => Promise<File[] | null>
  /** a native save dialog and the write itself; null when the user cancelled; throws `Unwritable` */
  saveFile?: (suggestedName: string, bytes: Uint8Array) => Promise<{ path: string } | null>
  /** writes a file to where an earlier export was written; throws `Unwritable` */
  writeFile?: (path: string, bytes: Uint8Array) => Promise<void>
  /** opens a file with the program that is meant for it; throws where it is gone */
  openFile?: (path: string) => Promise<void>
  /** shows a file in its folder */
  showFile?: (path: string) => void
  /** a native dialog for a folder and the writes into it; null when the user cancelled */
  saveFiles?: (files: readonly { name: string; bytes: Uint8Array }[]) => Promise<{ path: string } | null>
  /** the pages that the window shows to the printer as a PDF; undefined where the shell cannot, null when the window is gone */
  printPdf?: () => Promise<Uint8Array | null>
  /** the window has saved everything and may be closed */
  readyToClose?: () => void
}

export interface HostOptions {
  /** the library's folder: SHUHE_HOME, else the platform's per-user data folder (see data-folder.ts) */
  dataFolder: string
  /** folder with the seeds, manifest.json and templates/ */
  seedsFolder: string
  version: string
  /** reads files into reports */
  reader: FileReader
  /** draws pages of PDF files; undefined where the shell cannot */
  drawPage?: PageDrawer
  ports: ShellPorts
  /** the clock, so that tests can set it */
  now?: () => Date
}

/** What a shell holds while the application runs. */
export interface Host {
  router: Router
  /** events for the windows; a shell publishes menu commands and the wish to close here */
  events: HostEvents
  library: Library
  /** waits for writes under way and gives the library back */
  shutdown: () => Promise<void>
}

/** Opens the library, puts in the examples at the first start, and wires the procedures. Throws `LibraryLockedError` while another host has it. */
export async function createHost(options: HostOptions): Promise<Host> {
  const events = new EventPublisher<{ event: HostEvent }>()
  const notices = new Map<string, Notice>()
  const notify = (notice: Notice): void => {
    notices.set(notice.id, notice)
    events.publish('event', { type: 'notice', notice })
  }
  const library = await Library.open({ folder: options.dataFolder, shell: options.ports.shell, now: options.now ?? (() => new Date()), onNotice: notify })
  try {
    if (!library.seeded) {
      await addMissingExamples(library, options.seedsFolder)
      await library.markSeeded()
    }
  } catch (error) {
    await library.close()
    throw error
  }
  const router = createRouter({ options, library, events, notices })
  return { router, events, library, shutdown: () => library.close() }
}
