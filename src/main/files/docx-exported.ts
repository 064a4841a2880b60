import { fingerprintsOf } from '#core/print/fingerprint.ts'
import { paragraphsIn, type PrintModel } from '#core/print/model.ts'
import { parse } from './xml.ts'

/** What an export keeps of its own texts in docProps/custom.xml (ECMA-376, part 2, 11), which Word and LibreOffice keep when they save. */

const NAME = 'shuhe.text.'
/** Word cuts custom properties at 255 characters; whole fingerprints of six */
const LONGEST = 252

/** The fingerprints of all that a model prints of a report, as properties. */
export function exportedProperties(model: PrintModel): { name: string; value: string }[] {
  const all = fingerprintsOf(paragraphsIn(model).flatMap(({ source, runs, change }) => {
    if (source === undefined || isGone(change?.kind)) return []
    return [{ source, text: runs.map((run) => (isGone(run.change?.kind) ? '' : run.text)).join('') }]
  }))
  return Array.from({ length: Math.ceil(all.length / LONGEST) }, (_, i) => ({ name: `${NAME}${i + 1}`, value: all.slice(i * LONGEST, (i + 1) * LONGEST) }))
}

const isGone = (kind: string | undefined): boolean => kind === 'deleted' || kind === 'movedFrom'

/** Reads them back from docProps/custom.xml; empty where there are none. */
export function readExported(xml: string): string {
  const values: string[] = []
  let at: number | undefined
  parse(xml, (tag) => {
    const name = tag.attributes['name']
    if (tag.name === 'property') at = name?.startsWith(NAME) ? Number(name.slice(NAME.length)) : undefined
  }, () => undefined, (text) => {
    if (at !== undefined) values[at] = (values[at] ?? '') + text.trim()
  })
  return values.join('')
}
