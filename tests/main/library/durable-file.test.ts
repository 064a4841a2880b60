import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Low } from 'lowdb'
import { beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { DurableFile, NewerFileError, type Parsed, type Trouble } from '../../../src/main/library/durable-file.ts'

const schema = z.object({ version: z.literal(1), words: z.string() })
type Content = z.infer<typeof schema>
const parse = (input: unknown): Parsed<Content> => {
  if (z.object({ version: z.number().min(2) }).safeParse(input).success) return { ok: false, reason: 'newer', detail: '' }
  const parsed = schema.safeParse(input)
  return parsed.success ? { ok: true, value: parsed.data } : { ok: false, reason: 'damaged', detail: 'schema' }
}

let path = ''
let troubles: Trouble[] = []
const file = (): DurableFile<Content> => new DurableFile(path, parse, (t) => troubles.push(t))
const write = (words: string): Promise<void> => file().write({ version: 1, words })

beforeEach(async () => {
  path = join(await mkdtemp(join(tmpdir(), 'shuhe-')), 'content.json')
  troubles = []
})

describe('a durable file', () => {
  it('is an adapter of lowdb', async () => {
    const low = new Low<Content>(file(), { version: 1, words: '' })
    low.data.words = '述核'
    await low.write()
    expect((await file().read())?.words).toBe('述核')
  })
  it('does not exist at first', async () => expect(await file().read()).toBeNull())
  it('keeps the state before as .bak and leaves no temporary file', async () => {
    await write('一')
    await write('二')
    expect(JSON.parse(await readFile(`${path}.bak`, 'utf8'))).toMatchObject({ words: '一' })
    expect((await readdir(join(path, '..'))).sort()).toEqual(['content.json', 'content.json.bak'])
  })
  it.each([['cut off', '{"version":1,"wor'], ['zeros, as after a power cut', '\0'.repeat(40)], ['empty', ''], ['of another kind', '{"version":1}']])('damaged (%s): set aside, the last good copy opened, told', async (_, damage) => {
    await write('一')
    await write('二')
    await writeFile(path, damage)
    expect((await file().read())?.words).toBe('一')
    expect(troubles).toMatchObject([{ file: 'content.json', recovered: true }])
    expect(await readFile(join(path, '..', troubles[0]?.setAside ?? ''), 'utf8')).toBe(damage)
    expect((await file().read())?.words).toBe('一')
    expect(troubles.length).toBe(1)
  })
  it('damaged without a copy: set aside, told, nothing opened', async () => {
    await writeFile(path, '{')
    expect(await file().read()).toBeNull()
    expect(troubles).toMatchObject([{ recovered: false }])
  })
  it('of a newer version is left alone', async () => {
    await writeFile(path, '{"version":2,"words":"新"}')
    await expect(file().read()).rejects.toBeInstanceOf(NewerFileError)
    expect(await readFile(path, 'utf8')).toBe('{"version":2,"words":"新"}')
    expect(troubles).toEqual([])
  })
  it('gone between two renames: the copy is opened', async () => {
    await writeFile(`${path}.bak`, '{"version":1,"words":"存"}')
    expect((await file().read())?.words).toBe('存')
  })
  it('writes in the order of the calls', async () => {
    const one = file()
    await Promise.all(Array.from({ length: 20 }, (_, i) => one.write({ version: 1, words: String(i) })))
    expect((await file().read())?.words).toBe('19')
  })
})
