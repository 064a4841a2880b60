import exchangedWords from '#resources/terms/exchanged-words.json' with { type: 'json' }
import lexicon from '#resources/terms/lexicon.json' with { type: 'json' }
import likeCharacters from '#resources/terms/like-characters.json' with { type: 'json' }
import misspellings from '#resources/terms/misspellings.json' with { type: 'json' }
import { PhraseFinder } from '../../phrase-finder.ts'
import type { Severity } from '../../finding.ts'
import { PHRASES } from './lists.ts'
import type { Slip } from './slip.ts'

/** An entry of resources/terms: wrong writings of one expression, and what must or must not stand beside them (regular expressions). */
interface Entry {
  right: string
  wrong: readonly string[]
  before?: string
  after?: string
  notBefore?: string
  notAfter?: string
  why?: string
  severity?: string
  /** the first year whose reports write it so */
  since?: number
  /** only where the year of the report is known: what was right before (names of offices before a reform) */
  dated?: boolean
}

interface Compiled {
  right: string
  why: string | undefined
  severity: Severity | undefined
  since: number
  dated: boolean
  fits: (before: string, after: string) => boolean
}

const compile = ({ right, before, after, notBefore, notAfter, why, severity, since = 0, dated = false }: Entry): Compiled => {
  const pattern = (source: string | undefined): RegExp | undefined => (source === undefined ? undefined : new RegExp(source, 'u'))
  const [is, isBehind, isNot, isNotBehind] = [pattern(before), pattern(after), pattern(notBefore), pattern(notAfter)]
  return {
    right,
    why,
    since,
    dated,
    severity: severity === 'info' || severity === 'error' ? severity : undefined,
    fits: (left, rest) => (is?.test(left) ?? true) && (isBehind?.test(rest) ?? true) && !isNot?.test(left) && !isNotBehind?.test(rest),
  }
}

const ENTRIES: readonly Entry[] = [...misspellings.entries, ...likeCharacters.entries, ...lexicon.entries, ...PHRASES, ...exchangedWords.entries]
const FINDER = new PhraseFinder(
  ENTRIES.flatMap((entry) => {
    const compiled = compile(entry)
    return entry.wrong.map((wrong) => [wrong, compiled] as const)
  }),
)

/** How much of the text beside a wrong writing its conditions look at. */
const REACH = 30

/** Wrong writings of words and of fixed expressions (resources/terms/misspellings.json, like-characters.json, fixed-expressions.json, exchanged-words.json); `year` is the one reported on. */
export function wrongPhrases(text: string, year: number | null): Slip[] {
  return FINDER.find(text).flatMap(({ start, phrase, value: { right, why, severity, since, dated, fits } }): Slip[] => {
    const end = start + phrase.length
    if ((year ?? (dated ? 0 : since)) < since || !fits(text.slice(Math.max(0, start - REACH), start), text.slice(end, end + REACH))) return []
    // the wrong writing is part of the right one: 绿水青山就是金山 in 绿水青山就是金山银山
    if (isPartOf(text, start, phrase, right)) return []
    return [{ start, end, message: `“${bare(phrase)}”应为“${bare(right)}”${why === undefined ? '' : `：${why}`}`, suggestion: right, ...(severity ? { severity } : {}) }]
  })
}

/** A message puts quotation marks around a phrase that may have its own: those become single (GB/T 15834—2011, 4.8). */
const bare = (phrase: string): string => phrase.replaceAll('“', '‘').replaceAll('”', '’')

function isPartOf(text: string, start: number, wrong: string, right: string): boolean {
  for (let at = right.indexOf(wrong); at >= 0; at = right.indexOf(wrong, at + 1)) if (text.startsWith(right, start - at)) return true
  return false
}
