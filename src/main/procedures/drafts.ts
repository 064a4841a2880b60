import { instantiate } from '#core/templates/instantiate.ts'
import { rollForward } from '#core/templates/roll-forward.ts'
import { ORPCError } from '@orpc/server'
import { readTemplates } from '../library/templates.ts'
import { os, type Services } from './context.ts'

/** This year's draft, from a template or from an earlier report. */
export const draftProcedures = ({ options, library, events }: Services) => ({
  fromTemplate: os.drafts.fromTemplate.handler(async ({ input }) => {
    const template = (await readTemplates(options.seedsFolder)).find(({ name }) => name === input.template)
    if (!template) throw new ORPCError('NOT_FOUND', { defined: true, message: `没有名为“${input.template}”的模板。` })
    const { report } = await library.add(instantiate(template, { id: 'draft', body: input.body, year: input.year }))
    events.publish('event', { type: 'library' })
    return { id: report.id }
  }),
  rollForward: os.drafts.rollForward.handler(async ({ input }) => {
    const { report: source } = await library.get(input.reportId)
    const { report } = await library.add(rollForward(source, { id: 'draft', year: input.year }))
    events.publish('event', { type: 'library' })
    return { id: report.id }
  }),
})
