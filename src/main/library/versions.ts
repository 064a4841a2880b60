import { link, copyFile, mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { codeOf } from './durable-file.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How far apart kept versions stand, by age: all ten minutes for a day, one a day for a month, one a month after that. */
const spacing = (age: number): number => (age < DAY ? 10 * MINUTE : age < 31 * DAY ? DAY : 30 * DAY)

/**
 * Keeps the file at `path` as a version before it is replaced, unless one was kept just now, and thins the old ones. A version is a hard
 * link where possible, so that it costs nothing to keep.
 */
export async function keepVersion(path: string, folder: string, now: Date): Promise<void> {
  const kept = await listVersions(folder)
  const latest = kept.at(-1)
  if (latest !== undefined && now.getTime() - latest < 10 * MINUTE) return
  await mkdir(folder, { recursive: true })
  const to = join(folder, versionName(now.getTime()))
  try {
    await link(path, to)
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'EEXIST') return
    await copyFile(path, to)
  }
  await thin(folder, [...kept, now.getTime()], now.getTime())
}

/** The times of the kept versions in milliseconds, oldest first. */
export async function listVersions(folder: string): Promise<number[]> {
  let names: string[]
  try {
    names = await readdir(folder)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  }
  return names.flatMap((name) => timeOf(name) ?? []).sort((a, b) => a - b)
}

/** The name of a version's file, by its time in milliseconds. */
export const versionName = (time: number): string => `${new Date(time).toISOString().replace(/[:.]/gu, '-')}.json`

const timeOf = (name: string): number | undefined => {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})-(\d{3})Z\.json$/u.exec(name)
  return match ? Date.parse(`${match[1] ?? ''}T${match[2] ?? ''}:${match[3] ?? ''}:${match[4] ?? ''}.${match[5] ?? ''}Z`) : undefined
}

async function thin(folder: string, times: readonly number[], now: number): Promise<void> {
  let previous = Number.NEGATIVE_INFINITY
  for (const time of times) {
    if (time - previous >= spacing(now - time)) previous = time
    else await rm(join(folder, versionName(time)), { force: true })
  }
}
