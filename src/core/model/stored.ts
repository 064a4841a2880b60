import { z } from 'zod'

/** What came of reading a stored file. */
export type ReadOutcome<T> =
  | { ok: true; value: T }
  /** `newer`: written by a later version of the application; `damaged`: not what any version writes */
  | { ok: false; reason: 'newer' | 'damaged'; detail: string }

/** Turns the file of one version into that of the next. */
export type Migration = (file: Record<string, unknown>) => Record<string, unknown>

export interface StoredKind<T> {
  format: string
  /** the version that this application writes */
  version: number
  schema: z.ZodType<T>
  /** `migrations[n]` turns version n into version n + 1 */
  migrations?: Readonly<Record<number, Migration>>
  /** an id that stands twice, or undefined */
  repeated?: (value: T) => string | undefined
}

/** Reads a stored file of this or an earlier version of its kind. `input` is parsed JSON from anywhere; never throws. */
export function readStored<T>(input: unknown, { format, version: latest, schema, migrations = {}, repeated }: StoredKind<T>): ReadOutcome<T> {
  const head = z.object({ format: z.literal(format), version: z.number().int().min(1) }).loose().safeParse(input)
  if (!head.success) return { ok: false, reason: 'damaged', detail: `no header of ${format}` }
  if (head.data.version > latest) return { ok: false, reason: 'newer', detail: `version ${head.data.version}` }
  let file: Record<string, unknown> = head.data
  for (let version = head.data.version; version < latest; version++) {
    const migrate = migrations[version]
    if (!migrate) return { ok: false, reason: 'damaged', detail: `no way from version ${version}` }
    file = { ...migrate(file), version: version + 1 }
  }
  const parsed = schema.safeParse(file)
  if (!parsed.success) return { ok: false, reason: 'damaged', detail: z.prettifyError(parsed.error) }
  const twice = repeated?.(parsed.data)
  return twice === undefined ? { ok: true, value: parsed.data } : { ok: false, reason: 'damaged', detail: `id ${twice} stands twice` }
}
