import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import { ORPCError } from '@orpc/server'
import type { Printing } from '#contract/contract.ts'
import type { FileKind } from '#core/print/options.ts'
import type { Exported } from '#core/print/publishing.ts'
import type { Services } from './context.ts'

/** An export of the list. Throws `NOT_FOUND` for one that is not there: windows name exports, never paths. */
export function exportedAs({ library }: Pick<Services, 'library'>, id: string): Exported {
  const found = library.publishing.get().exports.find((made) => made.id === id)
  if (!found) throw new ORPCError('NOT_FOUND', { defined: true, message: '这条导出记录已不在列表中。请重新导出。' })
  return found
}

/** Puts an export on the list, and its options down as the body's habit; one that was cancelled leaves no trace. */
export async function remember({ library, options }: Pick<Services, 'library' | 'options'>, { id, profile, options: how, last, base }: Printing, kind: FileKind, name: string, answer: { outcome: 'cancelled' | 'download' } | { outcome: 'saved'; path: string }): Promise<void> {
  if (answer.outcome === 'cancelled') return
  const { report } = await library.get(id)
  const at = (options.now?.() ?? new Date()).toISOString()
  const file = answer.outcome === 'saved' ? { fileName: basename(answer.path), path: answer.path } : { fileName: name }
  // the file is written: a list that cannot be is no failure of the export
  await library.publishing.remember({ id: randomUUID(), at, reportId: id, title: report.title, body: report.body, profile, kind, options: how, ...(last === undefined ? {} : { last }), ...(base ? { base } : {}), ...file }).catch(() => undefined)
}
