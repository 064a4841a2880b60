import { PhraseFinder } from '../../phrase-finder.ts'
import type { Term } from '../../settings.ts'
import type { Slip } from './slip.ts'

/** Finders of the editors' word lists: the list is the same object from keystroke to keystroke, or equal to it. */
const finders = new WeakMap<readonly Term[], PhraseFinder<Term>>()

const finderOf = (terms: readonly Term[]): PhraseFinder<Term> => {
  const known = finders.get(terms)
  if (known) return known
  const finder = new PhraseFinder(terms.flatMap((term) => term.wrong.map((wrong) => [wrong, term] as const)))
  finders.set(terms, finder)
  return finder
}

/** Writings that the editor's own word list calls wrong, outside of the right ones. */
export function ownTerms(text: string, terms: readonly Term[]): Slip[] {
  if (terms.length === 0) return []
  return finderOf(terms).find(text).flatMap(({ start, phrase, value: { right, why } }): Slip[] => {
    for (let at = right.indexOf(phrase); at >= 0; at = right.indexOf(phrase, at + 1)) if (text.startsWith(right, start - at)) return []
    return [{ start, end: start + phrase.length, message: `“${phrase}”应为“${right}”（自定词表）${why === undefined || why === '' ? '' : `：${why}`}`, suggestion: right }]
  })
}
