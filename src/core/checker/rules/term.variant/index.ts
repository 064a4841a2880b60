import type { Finding } from '../../finding.ts'
import type { Term } from '../../settings.ts'
import { defineReportRule, type CheckedParagraph, type Place } from '../../rule.ts'
import { mistakenBoth } from './both.ts'
import { districtVariants } from './districts.ts'
import { slippedExpressions } from './expressions.ts'
import { brokenFormulas } from './formulas.ts'
import { slippedSets } from './named-sets.ts'
import { slippedWords } from './lexicon.ts'
import { namesIn } from './names.ts'
import { ownTerms } from './own-terms.ts'
import { wrongPhrases } from './phrases.ts'
import { brokenSequences } from './sequences.ts'
import { placeNamesIn, placeNameVariants, type PlaceText } from './towns.ts'
import { centresIn, centreVariants, worksIn, workVariants, type WorkText } from './works.ts'
import { outsideOf, withoutOverlaps, type Slip } from './slip.ts'
import { barePlaces, latinVariants, personVariants, quotedVariants, Searched, type NamedText } from './variants.ts'

/** What is wrong by itself; a word that is one character off says nothing new where a longer expression or a list has told it. */
function slipsIn(text: string, terms: readonly Term[], year: number | null, isHeading: boolean): readonly Slip[] {
  const listed = withoutOverlaps([...ownTerms(text, terms), ...wrongPhrases(text, year), ...mistakenBoth(text), ...brokenSequences(text), ...brokenFormulas(text), ...slippedSets(text), ...slippedExpressions(text)])
  return withoutOverlaps([...listed, ...outsideOf(listed, slippedWords(text, isHeading))])
}

interface Reading extends NamedText, WorkText, PlaceText {
  slips: readonly Slip[]
}

/**
 * One name in several forms (柯区委 beside 柯城区委, 请你来协商 with and without quotation marks, 6+x and 6+X), fixed expressions (提法) misquoted, words
 * written wrongly, and what the editor's own list calls wrong. The lists are resources/terms/*.json, each with its source.
 */
export const termVariant = defineReportRule({
  id: 'term.variant',
  title: '用词与提法',
  severity: 'warning',
  scope: 'report',
  basis: { on: 'practice', why: '同一名称全文一致，规范提法照引，用字以《现代汉语词典》（第7版）为准；词表见 resources/terms，各注出处' },
  defaults: {},
  read: ({ role, text }, { terms, year }): Reading => ({
    text,
    running: role === 'paragraph',
    names: namesIn(text),
    placeNames: placeNamesIn(text),
    works: worksIn(text),
    centres: centresIn(text),
    searched: new Searched(text),
    slips: slipsIn(text, terms, year, role !== 'paragraph'),
  }),
  check: ({ finding }, all) => {
    const found: Finding[] = []
    const report = (paragraph: CheckedParagraph, { start, end, message, suggestion, severity }: Slip, ...others: Place[]): void => {
      found.push(finding(message, [{ in: paragraph, start, end }, ...others], { ...(suggestion === undefined ? {} : { suggestion }), ...(severity ? { severity } : {}) }))
    }
    for (const { in: paragraph, it: { slips } } of all) for (const slip of slips) report(paragraph, slip)
    const texts = all.map(({ it }) => it)
    for (const variant of [...quotedVariants(texts), ...latinVariants(texts), ...personVariants(texts), ...barePlaces(texts), ...districtVariants(texts), ...workVariants(texts), ...centreVariants(texts), ...placeNameVariants(texts)]) {
      const [at, usual] = [all[variant.paragraph], all[variant.usual.paragraph]]
      // what is wrong by itself was said already
      if (!at || !usual || at.it.slips.some((slip) => slip.start < variant.end && variant.start < slip.end)) continue
      report(at.in, variant, { in: usual.in, start: variant.usual.start, end: variant.usual.end })
    }
    return found
  },
})
