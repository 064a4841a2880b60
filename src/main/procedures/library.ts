import { addMissingExamples } from '../library/examples.ts'
import { os, type Services } from './context.ts'

/** The list of reports and the examples. */
export const libraryProcedures = ({ options, library, events }: Services) => ({
  list: os.library.list.handler(() => library.list()),
  restoreExamples: os.library.restoreExamples.handler(async () => {
    const added = await addMissingExamples(library, options.seedsFolder)
    if (added > 0) events.publish('event', { type: 'library' })
    return { added }
  }),
})
