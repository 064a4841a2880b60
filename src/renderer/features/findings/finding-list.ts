import { SEVERITIES, type Anchor, type Finding, type Severity } from '#core/checker/finding.ts'
import { RULES } from '#core/checker/rules.ts'
import { plainParagraphs, type PlainParagraph } from '#core/model/plain-text.ts'
import type { Report } from '#core/model/report.ts'

/** How the list is arranged: rule by rule, the worst first, or section by section in reading order. */
export type Grouping = 'rule' | 'section'

/** Findings under one title of the list. */
export interface FindingGroup {
  /** a rule's id or a section's */
  key: string
  title: string
  /** the worst of its findings */
  severity: Severity
  findings: readonly Finding[]
}

/** A text to put in a place of the document. */
export interface Change {
  place: { blockId: string; start: number; end: number }
  text: string
}

/** What is open or not verified is walked through with Tab, and counted apart. */
export const WAITING = 'slot.open'

export type Counts = Readonly<Record<Severity, number>>

/** How many there are of each severity. */
export function countsOf(findings: readonly Finding[]): Counts {
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 }
  for (const { severity } of findings) counts[severity]++
  return counts
}

/** The worst severity among findings; `info` where there are none. */
const worstOf = (findings: readonly { severity: Severity }[]): Severity => SEVERITIES.find((s) => findings.some(({ severity }) => severity === s)) ?? 'info'

/** Errors and warnings (not what is merely said) by the innermost section that holds them, for the outline. */
export function countBySection(findings: readonly Finding[], sections: ReadonlyMap<string, readonly string[]>): Map<string, { count: number; severity: Severity }> {
  const out = new Map<string, { count: number; severity: Severity }>()
  for (const { severity, anchors: [{ paragraphId }] } of findings) {
    const [section] = sections.get(paragraphId) ?? []
    if (section === undefined || severity === 'info') continue
    const had = out.get(section)
    out.set(section, { count: (had?.count ?? 0) + 1, severity: had ? worstOf([had, { severity }]) : severity })
  }
  return out
}

/** Findings as the list shows them. They come in reading order and stay in it within a group. */
export function groupsOf(findings: readonly Finding[], grouping: Grouping, paragraphs: readonly Pick<PlainParagraph, 'id' | 'path' | 'section'>[]): FindingGroup[] {
  if (grouping === 'rule') {
    const groups = RULES.flatMap(({ id, title }): FindingGroup[] => {
      const own = findings.filter(({ rule }) => rule === id)
      return own.length > 0 ? [{ key: id, title, severity: worstOf(own), findings: own }] : []
    })
    return groups.sort((a, b) => Number(a.key === WAITING) - Number(b.key === WAITING) || SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity))
  }
  const places = new Map(paragraphs.map((p) => [p.id, p]))
  const groups = new Map<string, { title: string; findings: Finding[] }>()
  for (const finding of findings) {
    const place = places.get(finding.anchors[0].paragraphId)
    const key = place?.section?.id ?? 'title'
    const group = groups.get(key) ?? { title: place?.path.at(-1) ?? (place?.section ? '导语、结语' : '题目'), findings: [] }
    group.findings.push(finding)
    groups.set(key, group)
  }
  return [...groups].map(([key, { title, findings: own }]) => ({ key, title, severity: worstOf(own), findings: own }))
}

/** The order in which one goes from finding to finding: as the list shows them, without what is waiting to be filled. */
export const walkOf = (groups: readonly FindingGroup[]): Finding[] => groups.flatMap(({ findings }) => findings.filter(({ rule }) => rule !== WAITING))

/** Of the findings of a later text, the one that `known` became: the same words of the same rule, the nearest to where it stood. */
export function sameFinding(findings: readonly Finding[], known: Finding): Finding | undefined {
  const [was] = known.anchors
  const alike = findings.filter((f) => f === known || (f.rule === known.rule && f.message === known.message && f.anchors[0].paragraphId === was.paragraphId && f.anchors[0].text === was.text))
  return alike.reduce<Finding | undefined>((best, f) => (best === undefined || Math.abs(f.anchors[0].start - was.start) < Math.abs(best.anchors[0].start - was.start) ? f : best), undefined)
}

/**
 * Where to go from `current` (or, where there is none, from the paragraph with the cursor). Goes round at the ends; undefined where there is
 * nothing to go to.
 */
export function stepFrom(walk: readonly Finding[], current: Finding | undefined, direction: 1 | -1, cursor: { paragraphId: string; order: ReadonlyMap<string, number> } | undefined): Finding | undefined {
  const at = current ? walk.indexOf(current) : -1
  if (at >= 0) return walk[(at + direction + walk.length) % walk.length]
  const here = cursor && cursor.order.get(cursor.paragraphId)
  if (here === undefined) return direction === 1 ? walk[0] : walk.at(-1)
  const order = (f: Finding): number => cursor?.order.get(f.anchors[0].paragraphId) ?? 0
  const inOrder = [...walk].sort((a, b) => order(a) - order(b) || a.anchors[0].start - b.anchors[0].start)
  return direction === 1 ? (inOrder.find((f) => order(f) >= here) ?? inOrder[0]) : (inOrder.findLast((f) => order(f) <= here) ?? inOrder.at(-1))
}

/** The finding to look at when `gone` was dealt with: the one behind it, else the one before. */
export function afterGone(walk: readonly Finding[], gone: readonly Finding[]): Finding | undefined {
  const left = new Set(gone)
  const at = walk.findIndex((f) => left.has(f))
  return walk.slice(at + 1).find((f) => !left.has(f)) ?? walk.slice(0, Math.max(0, at)).findLast((f) => !left.has(f))
}

const whereOf = ({ paragraphId, start, end }: Anchor): Change['place'] => ({ blockId: paragraphId, start, end })

/** The places that are wrong: the first, or where one finding is about many slips, each; the others are what it was computed from. */
export const wrongPlaces = ({ anchors, replacements }: Finding): readonly Anchor[] => (replacements ? anchors : anchors.slice(0, 1))

/** Can it be put right with one click? */
export const hasFix = ({ suggestion, replacements }: Finding): boolean => suggestion !== undefined || replacements !== undefined

/** What a finding suggests to change. The text may have changed since it was checked: only what still stands there is replaced. */
export function changesOf(findings: readonly Finding[], report: Report): Change[] {
  const paragraphs = new Map(plainParagraphs(report).map(({ id, text }) => [id, text]))
  const taken: Change[] = []
  for (const { anchors, suggestion, replacements } of findings) {
    const texts = replacements ?? (suggestion === undefined ? [] : [suggestion])
    const changes = anchors.flatMap((anchor, i): Change[] => {
      const text = texts[i]
      return text !== undefined && paragraphs.get(anchor.paragraphId)?.slice(anchor.start, anchor.end) === anchor.text ? [{ place: whereOf(anchor), text }] : []
    })
    // two suggestions for the same words would write into each other: the first has them, the other is looked at again
    if (!changes.some((c) => taken.some((t) => meet(c.place, t.place)))) taken.push(...changes)
  }
  return taken
}

const meet = (a: Change['place'], b: Change['place']): boolean => a.blockId === b.blockId && a.start < Math.max(b.end, b.start + 1) && b.start < Math.max(a.end, a.start + 1)

/**
 * The findings of a new check, those that are as they were before as the same objects, so that they are not drawn again.
 * @param known what was found before by its content; takes in what is found now
 */
export function sameObjects(known: Map<string, Finding>, findings: readonly Finding[]): Finding[] {
  const now = findings.map((finding): [string, Finding] => {
    const content = JSON.stringify(finding)
    return [content, known.get(content) ?? finding]
  })
  known.clear()
  for (const [content, finding] of now) known.set(content, finding)
  return now.map(([, finding]) => finding)
}

/** Findings as they stand after changes of the text, until it is checked again: those that were changed are gone, those behind have moved. */
export function afterChanges(findings: readonly Finding[], changes: readonly Change[]): Finding[] {
  if (changes.length === 0) return [...findings]
  const moved = (anchor: Anchor): Anchor => {
    const by = changes.reduce((sum, { place, text }) => (place.blockId === anchor.paragraphId && place.end <= anchor.start ? sum + text.length - (place.end - place.start) : sum), 0)
    return by === 0 ? anchor : { ...anchor, start: anchor.start + by, end: anchor.end + by }
  }
  return findings.flatMap((finding) => {
    if (finding.anchors.some((anchor) => changes.some(({ place }) => meet(whereOf(anchor), place)))) return []
    const [first, ...others] = finding.anchors
    const anchors: Finding['anchors'] = [moved(first), ...others.map(moved)]
    return [anchors.every((a, i) => a === finding.anchors[i]) ? finding : { ...finding, anchors }]
  })
}

/** Findings whose words lie in or over those of `finding`, itself first: what a click on the words asks about. */
export function findingsAt(findings: readonly Finding[], finding: Finding): Finding[] {
  const at = wrongPlaces(finding).map(whereOf)
  return [finding, ...findings.filter((f) => f !== finding && f.rule !== WAITING && wrongPlaces(f).some((a) => at.some((b) => meet(whereOf(a), b))))]
}
