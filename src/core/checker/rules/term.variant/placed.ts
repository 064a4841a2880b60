import type { Placed } from '../../groups.ts'
import type { CheckedParagraph, Place } from '../../rule.ts'
import type { Named } from './names.ts'
import type { Slip } from './slip.ts'

/** A rare form, where it stands, beside the usual one. */
export interface PlacedVariant extends Slip {
  in: CheckedParagraph
  usual: Place
}

/** One name wherever it stands, in reading order. */
export interface Standing<Name extends Named = Named> {
  text: string
  places: readonly Placed<Name>[]
}

/** The names of a group by their text, in the order in which they stand first. */
export function standings<Name extends Named>(group: readonly Placed<Name>[]): Standing<Name>[] {
  const all = new Map<string, Placed<Name>[]>()
  for (const placed of group) {
    const places = all.get(placed.item.text)
    if (places) places.push(placed)
    else all.set(placed.item.text, [placed])
  }
  return Array.from(all, ([text, places]) => ({ text, places }))
}

export const placeOf = ({ item: { text, start }, in: paragraph }: Placed<Named>): Place => ({ in: paragraph, start, end: start + text.length })

/** The places of a rare name as variants of a usual one. */
export const variantsOf = (rare: Standing, usual: Standing, message: string, severity?: Slip['severity']): PlacedVariant[] => {
  const [main] = usual.places
  return main ? rare.places.map((placed) => ({ ...placeOf(placed), message, suggestion: usual.text, ...(severity ? { severity } : {}), usual: placeOf(main) })) : []
}

/** Variants that were found in several groups, each once. */
export function each(found: readonly (readonly PlacedVariant[])[]): PlacedVariant[] {
  const told = new Map<CheckedParagraph, Set<string>>()
  return found.flat().filter(({ in: paragraph, start, message }) => {
    const known = told.get(paragraph) ?? new Set<string>()
    told.set(paragraph, known)
    const key = `${start} ${message}`
    return known.has(key) ? false : known.add(key)
  })
}
