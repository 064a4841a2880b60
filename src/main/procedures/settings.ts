import { os, type Services } from './context.ts'

/** What the editor set for all reports (校核设置). */
export const settingsProcedures = ({ library, events }: Services) => ({
  get: os.settings.get.handler(() => {
    const { checking, revision, savedAt } = library.settings.get()
    return { checking, revision, savedAt }
  }),
  save: os.settings.save.handler(async ({ input }) => {
    const { revision, savedAt } = await library.settings.save(input.checking, input.baseRevision)
    events.publish('event', { type: 'settings' })
    return { revision, savedAt }
  }),
})
