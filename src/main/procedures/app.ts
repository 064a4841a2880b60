import { os, type Services } from './context.ts'

/** What a window needs to know of its host, and the events that it gets. */
export const appProcedures = ({ options, events, notices }: Services) => ({
  info: os.app.info.handler(() => ({ version: options.version, shell: options.ports.shell, dataFolder: options.dataFolder, notices: [...notices.values()] })),
  dismissNotice: os.app.dismissNotice.handler(({ input }) => void notices.delete(input.id)),
  events: os.app.events.handler(async function* ({ signal }) {
    for await (const event of events.subscribe('event', signal ? { signal } : {})) yield event
  }),
  readyToClose: os.app.readyToClose.handler(() => {
    options.ports.readyToClose?.()
  }),
})
