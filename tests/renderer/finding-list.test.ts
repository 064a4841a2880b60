import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkReport } from '#core/checker/check.ts'
import type { Finding } from '#core/checker/finding.ts'
import { RULES } from '#core/checker/rules.ts'
import { plainParagraphs } from '#core/model/plain-text.ts'
import type { Report } from '#core/model/report.ts'
import { sectionsOfBlocks } from '../../src/renderer/features/edit/figure-rows.ts'
import { afterChanges, afterGone, changesOf, countBySection, countsOf, findingsAt, groupsOf, hasFix, sameFinding, sameObjects, stepFrom, walkOf, wrongPlaces, type Change } from '../../src/renderer/features/findings/finding-list.ts'
import { rulesByKind } from '../../src/renderer/features/settings/rule-words.ts'
import { makeReport } from '../core/make-report.ts'

const IDS = ['text.repeat', 'punct.repeated', 'punct.half-width', 'percent.range']
const find = (report: Report): Finding[] => checkReport(report, { rules: IDS })
const report = makeReport(['推动工作工作落实,受到好评，，办复率达105%。', '没有问题的一段。', '开展活动活动12次,组织调研调研8次。'])
const findings = find(report)
const paragraphs = plainParagraphs(report)
const order = new Map(paragraphs.map(({ id, index }) => [id, index]))
const words = (list: readonly Finding[]): string[] => list.map(({ anchors: [at] }) => at.text)
/** The report with changes made to its paragraphs, from behind so that places hold. */
const changed = (of: Report, changes: readonly Change[]): Report =>
  makeReport(plainParagraphs(of).filter(({ role }) => role === 'paragraph').map(({ id, text }) =>
    changes.filter(({ place }) => place.blockId === id).sort((a, b) => b.place.start - a.place.start).reduce((t, { place, text: into }) => t.slice(0, place.start) + into + t.slice(place.end), text)))

describe('the list of findings', () => {
  it('by rule: the worst rule first, each in reading order', () => {
    const groups = groupsOf(findings, 'rule', paragraphs)
    expect(groups.map(({ key, severity, findings: own }) => [key, severity, own.length])).toEqual([['percent.range', 'error', 1], ['punct.repeated', 'error', 1], ['text.repeat', 'warning', 3], ['punct.half-width', 'warning', 2]])
  })
  it('by section: in reading order, under the headings of the text', () => {
    const groups = groupsOf(findings, 'section', paragraphs)
    expect(groups.map(({ title, severity }) => [title, severity])).toEqual([['一、工作回顾', 'error']])
    expect(groups[0]?.findings).toEqual(findings)
  })
  it('however it is arranged, each finding stands in it once', () => {
    for (const grouping of ['rule', 'section'] as const) {
      expect(groupsOf(findings, grouping, paragraphs).flatMap((g) => g.findings).toSorted((a, b) => findings.indexOf(a) - findings.indexOf(b))).toEqual(findings)
    }
  })
  it('counts by severity, and by section without what is merely said', () => {
    expect(countsOf(findings)).toEqual({ error: 2, warning: 5, info: 0 })
    const told = findings.map((f) => (f.rule === 'punct.half-width' ? { ...f, severity: 'info' as const } : f))
    expect(countBySection(told, sectionsOfBlocks(report)).get('s1')).toEqual({ count: 5, severity: 'error' })
    expect(countBySection(told.filter(({ severity }) => severity !== 'error'), sectionsOfBlocks(report)).get('s1')).toEqual({ count: 3, severity: 'warning' })
  })
  it('what waits to be filled stands last, and is not walked through', () => {
    const slot: Finding = { ...(findings[0] as Finding), rule: 'slot.open', severity: 'error' }
    const groups = groupsOf([slot, ...findings], 'rule', paragraphs)
    expect(groups.at(-1)?.key).toBe('slot.open')
    expect(walkOf(groups)).toHaveLength(findings.length)
  })
})

describe('going from finding to finding', () => {
  const walk = walkOf(groupsOf(findings, 'rule', paragraphs))
  it('comes past each once, and back again', () => {
    let at: Finding | undefined
    const seen: Finding[] = []
    for (let i = 0; i < walk.length; i++) seen.push((at = stepFrom(walk, at, 1, undefined)) as Finding)
    expect(seen).toEqual(walk)
    expect(stepFrom(walk, at, 1, undefined)).toBe(walk[0])
    for (let i = walk.length - 2; i >= 0; i--) expect((at = stepFrom(walk, at, -1, undefined))).toBe(walk[i])
  })
  it('begins at the cursor, in reading order', () => {
    expect(words([stepFrom(walk, undefined, 1, { paragraphId: 'p2', order }) as Finding])).toEqual(['活动活动'])
    expect(stepFrom(walk, undefined, -1, { paragraphId: 'p2', order })?.anchors[0]).toMatchObject({ paragraphId: 'p1', text: '105%' })
    expect(stepFrom(walk, undefined, 1, { paragraphId: 'gone', order })).toBe(walk[0])
    expect(stepFrom([], undefined, 1, { paragraphId: 'p1', order })).toBeUndefined()
  })
  it('goes on behind what was dealt with, at the end to the one before', () => {
    expect(afterGone(walk, [walk[2] as Finding])).toBe(walk[3])
    expect(afterGone(walk, walk.slice(-2))).toBe(walk.at(-3))
    expect(afterGone(walk, walk)).toBeUndefined()
  })
  it('knows a finding again when the text before it has changed', () => {
    const later = find(makeReport(['新的一句。推动工作工作落实,受到好评，，办复率达105%。', '没有问题的一段。', '开展活动活动12次,组织调研调研8次。']))
    const known = findings.find(({ anchors }) => anchors[0].text === '工作工作') as Finding
    expect(sameFinding(later, known)?.anchors[0]).toMatchObject({ start: 7, text: '工作工作' })
    expect(sameFinding(later.filter(({ rule }) => rule !== 'text.repeat'), known)).toBeUndefined()
  })
  it('of one place tells all that was found there', () => {
    const [first] = findings as [Finding]
    const over: Finding = { ...first, rule: 'percent.range', anchors: [{ ...first.anchors[0], end: first.anchors[0].end + 3 }] }
    expect(findingsAt([...findings, over], first)).toEqual([first, over])
    const many = find(makeReport(['甲方,乙方,丙方,丁方,戊方,己方,工作工作。'])).find(({ replacements }) => replacements) as Finding
    expect(wrongPlaces(many).length).toBe(many.replacements?.length)
  })
})

it('what is found again as it was is the same object, what changed is another', () => {
  const known = new Map<string, Finding>()
  const once = sameObjects(known, find(report))
  expect(sameObjects(known, find(report)).every((f, i) => f === once[i])).toBe(true)
  const later = sameObjects(known, find(makeReport(['新推动工作工作落实,受到好评，，办复率达105%。', '没有问题的一段。', '开展活动活动12次,组织调研调研8次。'])))
  expect(later.map((f) => once.includes(f))).toEqual(later.map(({ anchors: [at] }) => at.paragraphId === 'p3'))
  expect(known.size).toBe(later.length)
})

describe('putting right', () => {
  it('replaces what still stands there', () => {
    const fixable = findings.filter(hasFix)
    const mended = changed(report, changesOf(fixable, report))
    expect(plainParagraphs(mended).map(({ text }) => text)).toContain('开展活动12次，组织调研8次。')
    expect(find(mended).map(({ rule }) => rule)).toEqual(['percent.range'])
    // the same, of a text that is another by now
    expect(changesOf(fixable, makeReport(['别的文字', '', '别的']))).toEqual([])
  })
  it('does not write two suggestions into each other', () => {
    const [first] = findings.filter(hasFix) as [Finding]
    expect(changesOf([first, { ...first, message: 'x', suggestion: '另' }], report)).toHaveLength(1)
  })
  it('until the text is checked again, the others are where a check would find them', () => {
    fc.assert(
      fc.property(fc.subarray(findings.filter(hasFix), { minLength: 1 }), (taken) => {
        const changes = changesOf(taken, report)
        const left = afterChanges(findings, changes)
        const checked = find(changed(report, changes))
        const places = (list: readonly Finding[]): string[] => list.map(({ rule, anchors: [{ paragraphId, start, end }] }) => `${rule} ${paragraphId} ${start}-${end}`)
        expect(places(left)).toEqual(places(checked))
      }),
    )
  })
})

it('the settings show each rule once', () => {
  expect(rulesByKind(RULES).flatMap(({ rules }) => rules.map(({ id }) => id)).sort()).toEqual(RULES.map(({ id }) => id).sort())
})
