/**
 * The host: library, files and procedures behind one door. A shell (Electron, browser) creates it, serves `router` to its windows and shuts
 * it down. Everything that differs between shells stands in {@link ShellPorts}.
 */
export interface ShellPorts {
  shell: 'electron' | 'browser'
  /** a native open dialog; undefined where the shell has none, null when the user cancelled */
  pickFiles?: () => Promise<File[] | null>
  /** a native save dialog and the write itself; null when the user cancelled */
  saveFile?: (suggestedName: string, bytes: Uint8Array) => Promise<{ path: string } | null>
  /** the window has saved everything and may be closed */
  readyToClose?: () => void
}

export interface HostOptions {
  /** the library's folder: SHUHE_HOME, else the platform's per-user data folder (see data-folder.ts) */
  dataFolder: string
  /** folder with the seeds, manifest.json and templates/ */
  seedsFolder: string
  version: string
  ports: ShellPorts
  /** the clock, so that tests can set it */
  now?: () => Date
}
