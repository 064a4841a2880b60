import { MAX_FILE_BYTES } from '#contract/contract.ts'
import { os, type Services } from './context.ts'

/** Review copies that come back from Word. */
export const returnedProcedures = ({ library }: Services) => ({
  read: os.returned.read.handler(async ({ input: { id, file } }) => {
    const { report } = await library.get(id)
    // a file that is too large is refused by its size, before it is in memory
    const { readReturnedFile } = await import('../files/read-returned.ts')
    return readReturnedFile(file.name, file.size > MAX_FILE_BYTES ? undefined : new Uint8Array(await file.arrayBuffer()), report)
  }),
})
