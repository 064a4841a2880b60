import type { Reading } from '#contract/contract.ts'

/** The end of a reading: the report, or the error that it ended with. */
export async function readIn(reading: Promise<AsyncIterable<Reading>>): Promise<Extract<Reading, { type: 'read' }>> {
  for await (const news of await reading) if (news.type === 'read') return news
  throw new Error('the reading ended without a report')
}
