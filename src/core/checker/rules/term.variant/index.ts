import type { Finding } from '../../finding.ts'
import type { Term } from '../../settings.ts'
import { defineNeighbours, type Told } from '../../neighbours.ts'
import { defineReportRule, type CheckedParagraph, type Place } from '../../rule.ts'
import { barePlaces } from './bare.ts'
import { mistakenBoth } from './both.ts'
import { districtsOf, districtVariants, type District } from './districts.ts'
import { slippedExpressions } from './expressions.ts'
import { brokenFormulas } from './formulas.ts'
import { slippedWords } from './lexicon.ts'
import { slippedSets } from './named-sets.ts'
import { longNamesIn, officeVariants, parkVariants, type LongNameText } from './long-names.ts'
import { kindNamesIn, kindNameVariants, type KindNamed } from './kinds-named.ts'
import { namesIn, type Named } from './names.ts'
import { ownTerms } from './own-terms.ts'
import { wrongPhrases } from './phrases.ts'
import { brokenSequences } from './sequences.ts'
import { heldVariants, holdingsIn, type HoldingText } from './offices-held.ts'
import { organsIn, organVariants, type OrganText } from './organs.ts'
import type { PlacedVariant } from './placed.ts'
import { projectsIn, projectVariants, type Project } from './projects.ts'
import { latinVariants, quotedVariants } from './quoted.ts'
import { bodiesIn, turnedNames } from './turned-names.ts'
import { placeNamesIn, placeNameVariants, type PlaceText } from './towns.ts'
import { centresIn, centreVariants, worksIn, workVariants, type WorkText } from './works.ts'
import { outsideOf, withoutOverlaps, type Slip } from './slip.ts'
import { actionVariants, personVariants, type NamedText, type Variant } from './variants.ts'

/** What is wrong by itself; a word that is one character off says nothing new where a longer expression or a list has told it. */
function slipsIn(text: string, terms: readonly Term[], year: number | null, isHeading: boolean): readonly Slip[] {
  const listed = withoutOverlaps([...ownTerms(text, terms), ...wrongPhrases(text, year), ...mistakenBoth(text), ...brokenSequences(text), ...brokenFormulas(text), ...slippedSets(text), ...slippedExpressions(text)])
  return withoutOverlaps([...listed, ...outsideOf(listed, slippedWords(text, isHeading))])
}

interface Reading extends Omit<NamedText, 'index'>, WorkText, LongNameText, PlaceText, OrganText, HoldingText {
  slips: readonly Slip[]
  districts: readonly District[]
  projects: readonly Project[]
  bodies: readonly Named[]
  kindNames: readonly KindNamed[]
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
  read: ({ role, text }, { terms, year }): Reading => {
    const names = namesIn(text)
    return {
      text,
      running: role === 'paragraph',
      names,
      districts: districtsOf(names),
      placeNames: placeNamesIn(text),
      works: worksIn(text),
      centres: centresIn(text),
      longNames: longNamesIn(text),
      organs: organsIn(text),
      holdings: holdingsIn(text, names.persons),
      projects: projectsIn(text),
      bodies: bodiesIn(text),
      kindNames: kindNamesIn(text),
      slips: slipsIn(text, terms, year, role !== 'paragraph'),
    }
  },
  check: ({ finding, memory }, all) => {
    const found: Finding[] = []
    const report = (paragraph: CheckedParagraph, { start, end, message, suggestion, severity }: Slip, ...others: Place[]): void => {
      found.push(finding(message, [{ in: paragraph, start, end }, ...others], { ...(suggestion === undefined ? {} : { suggestion }), ...(severity ? { severity } : {}) }))
    }
    const told = new Map<CheckedParagraph, readonly Slip[]>()
    for (const { read: { in: paragraph, it: { slips } } } of slipped(memory, all)) {
      told.set(paragraph, slips)
      for (const slip of slips) report(paragraph, slip)
    }
    const variants = [
      ...quotedVariants(memory, all),
      ...latinVariants(memory, all),
      ...among(personal(memory, all), personVariants),
      ...barePlaces(memory, all),
      ...districtVariants(memory, all),
      ...among(building(memory, all), workVariants),
      ...among(institutional(memory, all), centreVariants),
      ...among(official(memory, all), officeVariants),
      ...among(parked(memory, all), parkVariants),
      ...among(acting(memory, all), actionVariants),
      ...placeNameVariants(memory, all),
      ...organVariants(memory, all),
      ...projectVariants(memory, all),
      ...turnedNames(memory, all),
    ]
    // a name of which the sound or the look is mistaken was told already
    for (const variant of heldVariants(memory, all)) if (!variants.some((other) => other.in === variant.in && other.start < variant.end && variant.start < other.end)) variants.push(variant)
    for (const variant of kindNameVariants(memory, all)) if (!variants.some((other) => other.in === variant.in && other.start < variant.end && variant.start < other.end)) variants.push(variant)
    for (const variant of variants) {
      // what is wrong by itself was said already
      if (!told.get(variant.in)?.some((slip) => slip.start < variant.end && variant.start < slip.end)) report(variant.in, variant, variant.usual)
    }
    return found
  },
})

const slipped = defineNeighbours(({ slips }: Reading) => slips.length > 0 || undefined)
const personal = defineNeighbours(({ names: { persons, speakers } }: Reading) => persons.length > 0 || speakers.length > 0 || undefined)
const building = defineNeighbours(({ works }: Reading) => works.length > 0 || undefined)
const institutional = defineNeighbours(({ centres }: Reading) => centres.length > 0 || undefined)
const official = defineNeighbours(({ longNames: { offices } }: Reading) => offices.length > 0 || undefined)
const parked = defineNeighbours(({ longNames: { parks } }: Reading) => parks.length > 0 || undefined)
const acting = defineNeighbours(({ names: { quoted } }: Reading) => quoted.length > 2 || undefined)

/** The variants among the paragraphs that name anything of a kind. */
const among = (reads: readonly Told<Reading, true>[], variantsIn: (texts: readonly (Reading & { index: number })[]) => readonly Variant[]): PlacedVariant[] =>
  variantsIn(reads.map(({ read }) => ({ ...read.it, index: read.in.index }))).flatMap(({ paragraph, usual, ...slip }) => {
    const [at, main] = [reads[paragraph]?.read.in, reads[usual.paragraph]?.read.in]
    return at && main ? [{ ...slip, in: at, usual: { in: main, start: usual.start, end: usual.end } }] : []
  })
