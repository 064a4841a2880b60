import type { HostOptions } from '../host.ts'

/** Gives the user a file: a shell with a save dialog writes it itself, the other hands it to the window for download. */
export async function deliver({ ports }: Pick<HostOptions, 'ports'>, name: string, bytes: Uint8Array, type: string) {
  if (ports.saveFile) {
    const saved = await ports.saveFile(name, bytes)
    return saved === null ? { outcome: 'cancelled' as const } : { outcome: 'saved' as const, path: saved.path }
  }
  return { outcome: 'download' as const, file: new File([new Uint8Array(bytes)], name, { type }) }
}
