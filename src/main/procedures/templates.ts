import { summarizeTemplate } from '#core/templates/template.ts'
import { readTemplates } from '../library/templates.ts'
import { os, type Services } from './context.ts'

/** The section templates. */
export const templateProcedures = ({ options }: Services) => ({
  list: os.templates.list.handler(async () => (await readTemplates(options.seedsFolder)).map(summarizeTemplate)),
})
