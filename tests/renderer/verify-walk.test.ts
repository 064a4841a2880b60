import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Finding } from '#core/checker/finding.ts'
import type { FigureNode, Inline } from '#core/model/inline.ts'
import { textNode } from '#core/model/inline.ts'
import { plainParagraphs } from '#core/model/plain-text.ts'
import type { Report } from '#core/model/report.ts'
import { rollForward } from '#core/templates/roll-forward.ts'
import { besideOf, knownOf, quoted, sourceFor, textsOf } from '../../src/renderer/features/verify/beside.ts'
import { keyOf } from '../../src/renderer/features/verify/keys.ts'
import { keepPlace, keptPlace } from '../../src/renderer/features/verify/place-kept.ts'
import { lapsedFrom, stopsOf, type Status, type Stop } from '../../src/renderer/features/verify/stops.ts'
import { beginning, cursorOf, indexOf, isLeft, nextWanted, otherSection, passes, progressBySection, progressOf, step, wholeParagraph } from '../../src/renderer/features/verify/walk.ts'
import { personsWord, rememberedVerifier, rememberVerifier } from '../../src/renderer/ui/verifier.ts'
import { analyse } from '../../src/renderer/workers/analysis.ts'
import { makeReport } from '../core/make-report.ts'
import { seedReport, SEEDS } from '../gold/gold.ts'

const figure = (text: string, more: Partial<FigureNode> = {}): FigureNode => ({ type: 'figure', id: text, text, indicator: '提案', unit: '件', kind: 'quantity', state: 'stated', ...more })
const holding = (content: Inline[], head: Partial<Report> = {}): Report => {
  const report = makeReport([''], head)
  return { ...report, sections: report.sections.map((s) => ({ ...s, paragraphs: [{ id: 'p1', content }] })) }
}
const said = (stops: readonly Stop[]): [string, Status][] => stops.map(({ text, status }) => [text, status])

describe('the figures that are walked through', () => {
  it.each(SEEDS)('%s: every core figure once, in reading order, at its very words', (seed) => {
    const report = seedReport(seed)
    const texts = textsOf(report)
    const stops = stopsOf(report)
    const core = analyse(report, { last: null, earlier: [], series: false }).figures.filter((f) => (f.kind === 'quantity' || f.kind === 'percent' || f.kind === 'money') && f.value !== null)
    expect(stops.map(({ key }) => key)).toEqual(core.map((f) => `${f.paragraphId}:${f.start}`))
    expect(stops.map(({ place, text }) => [texts.get(place.blockId)?.slice(place.start, place.end).replace(/\s+/gu, ''), text]).every(([a, b]) => a === b)).toBe(true)
  })
  it('open slots wait in their places', () => {
    const draft = rollForward(seedReport('001_39406531928dc60d'), { id: 'd', year: 2021 })
    const stops = stopsOf(draft)
    expect(stops.filter(({ status }) => status === 'open').length).toBe(39)
    expect(stops.every(({ status, text }) => status !== 'open' || text === '')).toBe(true)
  })
  it('followed figures have their states; one of which a part is bold is one, one that lost its number is still seen', () => {
    const stops = stopsOf(holding([
      textNode('收到'), figure('168件', { state: 'verified' }), textNode('，立案'), figure('14', { id: 'b' }), figure('3件', { id: 'b', marks: ['bold'] }), textNode('，办结'), figure('若干件', { state: 'doubtful' }), textNode('，建议12条。'),
    ]))
    expect(said(stops)).toEqual([['168件', 'verified'], ['143件', 'left'], ['若干件', 'doubtful'], ['12条', 'left']])
  })
  it('headings are looked at, and not counted', () => {
    const stops = stopsOf(makeReport(['全年收到提案168件。'], { title: '某县政协办理提案168件' }))
    expect(stops.map(({ text, fixed }) => [text, fixed])).toEqual([['168件', true], ['168件', false]])
    expect(progressOf(stops)).toEqual({ total: 1, verified: 0, doubtful: 0, open: 0, left: 1 })
  })
  it('what was called no figure is none', () => expect(stopsOf(holding([textNode('聘请'), { type: 'label', text: '7个' }, textNode('部门，提案3件。')])).map(({ text }) => text)).toEqual(['3件']))
  it('a figure changed since it was verified says as what it was', () => {
    const stops = stopsOf(holding([figure('58件', { state: 'filled', verification: { at: '2025-01-01T00:00:00.000Z', lapsed: '50件' } }), figure('9件', { state: 'verified', verification: { at: '2025-01-01T00:00:00.000Z' } })]))
    expect(stops.map(lapsedFrom)).toEqual(['50件', undefined])
  })
})

const stop = (n: number, status: Status, more: Partial<Stop> = {}): Stop => ({
  key: `p${Math.floor(n / 3)}:${n * 10}`, id: n % 2 === 0 ? `f${n}` : undefined, place: { blockId: `p${Math.floor(n / 3)}`, start: n * 10, end: n * 10 + 3 }, text: `${n}件`, indicator: '', unit: '件', kind: 'quantity',
  value: n, approx: 'exact', status, node: undefined, passage: undefined, fixed: false, sections: [`s${Math.floor(n / 6)}`], ...more,
})
const status = fc.constantFrom<Status>('open', 'left', 'verified', 'doubtful')
const walks = fc.array(fc.record({ status, fixed: fc.boolean() }), { minLength: 1, maxLength: 30 }).map((list) => list.map((s, i) => stop(i, s.status, { fixed: s.fixed })))

describe('the walk', () => {
  it('goes from figure to figure and stops at the ends', () => {
    const stops = (['verified', 'left', 'doubtful', 'left'] as const).map((s, i) => stop(i, s))
    expect(step(stops, 1, 1, 'left')).toBe(3)
    expect(step(stops, 3, 1, 'left')).toBeUndefined()
    expect(step(stops, 1, 1, 'all')).toBe(2)
    expect(step(stops, 3, -1, 'doubtful')).toBe(2)
    // what was judged in this sitting can be stepped back to
    expect(step(stops, 1, -1, 'left')).toBeUndefined()
    expect(step(stops, 1, -1, 'left', new Set([stops[0]?.key ?? '']))).toBe(0)
  })
  it('behind the last one it begins again at the first that is left, and ends when none is', () => {
    const stops = (['left', 'verified', 'left'] as const).map((s, i) => stop(i, s))
    expect(nextWanted(stops, 0)).toBe(2)
    expect(nextWanted(stops, 2)).toBe(0)
    expect(nextWanted([stop(0, 'verified'), stop(1, 'doubtful')], 0)).toBeUndefined()
  })
  it('whoever verifies and goes on comes to each that is left once, and to nothing else', () => {
    fc.assert(fc.property(walks, fc.nat(), (start, from) => {
      let stops = start
      let at: number | undefined = beginning(stops, cursorOf(stops, from % stops.length))
      const seen: string[] = []
      while (at !== undefined) {
        const here: number = at
        seen.push(stops[here]?.key ?? '')
        stops = stops.map((s, i) => (i === here ? { ...s, status: 'verified' } : s))
        at = nextWanted(stops, here)
      }
      expect([...seen].sort()).toEqual(start.filter(isLeft).map(({ key }) => key).sort())
    }))
  })
  it('forward and back lead to where one was', () => {
    fc.assert(fc.property(walks, fc.nat(), fc.constantFrom('left' as const, 'all' as const, 'doubtful' as const), (stops, n, filter) => {
      const at = n % stops.length
      const here = stops[at]
      const to = step(stops, at, 1, filter)
      if (to !== undefined && here && passes(here, filter)) expect(step(stops, to, -1, filter)).toBe(at)
    }))
  })
  it('a place is found again by the figure, else by where it stood, else near it', () => {
    fc.assert(fc.property(walks, fc.nat(), fc.nat(), (stops, n, m) => {
      const at = n % stops.length
      const cursor = cursorOf(stops, at)
      if (!cursor) throw new Error('no cursor')
      expect(indexOf(stops, cursor)).toBe(at)
      const fewer = stops.filter((_, i) => i !== m % stops.length)
      const found = indexOf(fewer, cursor)
      expect(found).toBeGreaterThanOrEqual(fewer.length === 0 ? -1 : 0)
      if (m % stops.length !== at) expect(fewer[found]?.key).toBe(stops[at]?.key)
    }))
    // an id that the numeral has only now
    const [first] = [stop(1, 'left')]
    expect(indexOf([stop(0, 'left'), { ...first, id: 'new', status: 'verified' }] as Stop[], { id: undefined, blockId: 'p0', start: 10, ordinal: 1 })).toBe(1)
  })
  it('begins where it was left, at the first figure after it that is not verified', () => {
    const stops = (['left', 'verified', 'verified', 'left'] as const).map((s, i) => stop(i, s))
    expect(beginning(stops, undefined)).toBe(0)
    expect(beginning(stops, cursorOf(stops, 1))).toBe(3)
    expect(beginning(stops, cursorOf(stops, 3))).toBe(3)
    expect(beginning([stop(0, 'verified')], undefined)).toBeUndefined()
    expect(beginning([], undefined)).toBeUndefined()
  })
  it('jumps to the first figure of the next and previous section', () => {
    const stops = Array.from({ length: 18 }, (_, i) => stop(i, 'left'))
    expect(otherSection(stops, 3, 1)).toBe(6)
    expect(otherSection(stops, 14, -1)).toBe(6)
    expect(otherSection(stops, 2, -1)).toBeUndefined()
    expect(otherSection(stops, 17, 1)).toBeUndefined()
  })
  it('counts what is done, over all and by section', () => {
    fc.assert(fc.property(walks, (stops) => {
      const all = progressOf(stops)
      expect(all.verified + all.doubtful + all.open + all.left).toBe(all.total)
      expect([...progressBySection(stops).values()].reduce((n, { total }) => n + total, 0)).toBe(all.total)
    }))
  })
  it('a paragraph is verified as one only when each of it was shown', () => {
    const stops = [stop(0, 'left'), stop(1, 'verified'), stop(2, 'left'), stop(3, 'left')]
    const own = (shown: string[]) => wholeParagraph(stops, 'p0', new Set(shown))
    expect(own(['f0'])).toMatchObject({ unseen: 1 })
    expect(own(['f0', 'f2'])).toMatchObject({ unseen: 0 })
    expect(own([]).stops.map(({ text }) => text)).toEqual(['0件', '2件'])
  })
})

describe('what stands beside a figure', () => {
  const last = makeReport(['会前调研。去年收到提案156件，比上年多。', '表彰先进。'], { id: 'l', year: 2023, title: '上年' })
  const now = makeReport(['今年收到提案168件。', '收到建议12条。'], { year: 2024 })
  const analysed = { ...analyse(now, { last, earlier: [], series: false }), of: now, last }
  it('last year’s value with the change, in its sentence', () => {
    const [first, second] = stopsOf(now)
    if (!first || !second) throw new Error('no figures')
    const known = knownOf(analysed, 2023)
    const beside = besideOf(first, textsOf(now), known, null, [])
    expect(beside.last).toMatchObject({ text: '156件', year: 2023, change: { absolute: 12 } })
    expect(beside.sentence).toEqual({ before: '去年收到提案', figure: '156件', behind: '，比上年多。' })
    expect(besideOf(second, textsOf(now), known, null, []).last).toBeUndefined()
    // the text has moved on, and nothing is said of other words
    expect(besideOf({ ...first, text: '178件' }, textsOf(now), known, null, []).last).toBeUndefined()
  })
  it('findings that touch it, and only while the words are still there', () => {
    const [first, second] = stopsOf(now)
    const anchor = (text: string, start: number) => ({ paragraph: 2, paragraphId: first?.place.blockId ?? '', start, end: start + text.length, text, before: '', after: '' })
    const found = (text: string, start: number): Finding => ({ rule: 'arith.sum', severity: 'error', message: '不对', anchors: [anchor(text, start)] })
    const known = { ...knownOf(analysed, 2023), findings: new Map([[first?.place.blockId ?? '', [found('168件', 6), found('186件', 6), found('今年', 0)]]]) }
    if (!first || !second) throw new Error('no figures')
    expect(besideOf(first, textsOf(now), known, null, []).findings).toHaveLength(1)
    expect(besideOf(second, textsOf(now), known, null, []).findings).toHaveLength(0)
  })
  it('the ledger: whether it agrees, where it came from, and what could be done where it does not', () => {
    const value = (text: string, v: number) => ({ year: 2024, text, value: v, approx: 'exact' as const, state: 'filled' as const, source: { kind: 'sheet' as const, name: '提案委.xlsx', person: '李某' }, at: '' })
    const ledger = (v: number) => ({ id: 'l', body: '', collections: [], indicators: [{ id: 'filed', name: '提案数', unit: '件', kind: 'quantity' as const, department: '提案委', values: [value(`${v}件`, v)] }] })
    const report = holding([figure('168件', { entry: { indicator: 'filed', year: 2024 } })])
    const of = (v: number) => {
      const [first] = stopsOf(report)
      return first && besideOf(first, textsOf(report), undefined, ledger(v), []).entry
    }
    expect(of(168)).toMatchObject({ name: '提案数（提案委）', text: '168件', agrees: true, differs: false, source: '采集表“提案委.xlsx”，填报人 李某', choices: [], takesText: false, why: '' })
    expect(of(186)).toMatchObject({ agrees: false, differs: true, choices: ['186件'], takesText: true, why: '正文为 168件，台账为 186件' })
  })
  it('an open slot has last year’s sentence too', () => {
    const before = seedReport('001_39406531928dc60d')
    const draft = rollForward(before, { id: 'd', year: 2021 })
    const known = knownOf({ ...analyse(draft, { last: before, earlier: [], series: false }), of: draft, last: before }, 2020)
    const stops = stopsOf(draft).filter(({ status: s }) => s === 'open')
    const quotes = stops.map((s) => besideOf(s, textsOf(draft), known, null, []))
    expect(quotes.filter(({ sentence, last: l }) => sentence && sentence.figure.replace(/\s+/gu, '') === l?.text).length).toBe(stops.length)
  })
  it('a long sentence is cut around the figure', () => {
    const text = `${'甲'.repeat(200)}12件${'乙'.repeat(200)}。`
    const q = quoted(text, 200, 203)
    expect(q.figure).toBe('12件')
    expect([q.before.startsWith('…甲'), q.behind.endsWith('乙…')]).toEqual([true, true])
    expect(q.before.length + q.behind.length).toBeLessThan(160)
  })
  it('the material that it came from, and whether it says the same', () => {
    const passage = { id: 'x', material: 'm', text: '全年收到提案168件。' }
    const of = (text: string) => {
      const report = holding([{ ...textNode(`收到提案${text}`), passage }])
      const [first] = stopsOf(report)
      return first && besideOf(first, textsOf(report), undefined, null, [])
    }
    expect(of('168件')?.material).toMatchObject({ holds: true, quote: { before: '全年收到提案', figure: '168件' } })
    expect(of('186件')?.material).toMatchObject({ holds: false })
  })
  it('the source is what was typed here, else the entry’s, else the material’s, else the running one', () => {
    const entry = { name: '提案', year: 2024, text: '168件', state: '已填', source: '采集表“提案委.xlsx”', differs: false, agrees: true, choices: [], takesText: false, why: '' }
    const material = { name: '提案委总结', holds: true }
    expect(sourceFor({ entry, material }, '电话核实', '台账')).toBe('电话核实')
    expect(sourceFor({ entry, material }, undefined, '台账')).toBe('采集表“提案委.xlsx”')
    expect(sourceFor({ entry: { ...entry, source: '手工录入' }, material }, undefined, '台账')).toBe('素材“提案委总结”')
    expect(sourceFor({ entry: { ...entry, differs: true } }, undefined, '台账')).toBe('台账')
    expect(sourceFor({ material: { ...material, holds: false } }, undefined, '台账')).toBe('台账')
  })
})

describe('keys', () => {
  const press = (key: string, code = '', more: Partial<KeyboardEvent> = {}) => keyOf({ key, code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more })
  it.each([['Enter', 'Enter', 'verify'], ['y', 'KeyY', 'verify'], ['d', 'KeyD', 'doubt'], [' ', 'Space', 'next'], ['ArrowUp', 'ArrowUp', 'previous'], ['F2', 'F2', 'value'], ['Process', 'KeyE', 'value'], ['ｎ', 'KeyN', 'noFigure'], ['Escape', 'Escape', 'leave'], ['2', 'Digit2', 'all'], ['q', 'KeyQ', undefined]])('%s (%s) is %s', (key, code, wanted) => expect(press(key, code)).toBe(wanted))
  it('with other keys held down they mean something else, or nothing', () => {
    expect(press('z', 'KeyZ', { ctrlKey: true })).toBe('undo')
    expect(press('z', 'KeyZ', { ctrlKey: true, shiftKey: true })).toBe('redo')
    expect(press('y', 'KeyY', { ctrlKey: true })).toBe('redo')
    expect(press('d', 'KeyD', { ctrlKey: true })).toBeUndefined()
    expect(press('Enter', 'Enter', { shiftKey: true })).toBe('paragraph')
    expect(press('s', 'KeyS', { ctrlKey: true })).toBeUndefined()
  })
})

describe('what this machine remembers', () => {
  const storage = () => {
    const held = new Map<string, string>()
    return { getItem: (key: string) => held.get(key) ?? null, setItem: (key: string, value: string) => void held.set(key, value) }
  }
  it('the place, of each report its own', () => {
    const own = storage()
    keepPlace('a', { id: undefined, blockId: 'p1', start: 4, ordinal: 2 }, own)
    expect(keptPlace('a', own)).toEqual({ id: undefined, blockId: 'p1', start: 4, ordinal: 2 })
    expect(keptPlace('b', own)).toBeUndefined()
    own.setItem('shuhe.verify.a', '{"blockId":3}')
    expect(keptPlace('a', own)).toBeUndefined()
  })
  it('who verifies and against what; a word leaves out what is empty', () => {
    const own = storage()
    expect(rememberedVerifier(own)).toEqual({ by: '', source: '' })
    rememberVerifier({ by: '张三', source: '台账' }, own)
    expect(rememberedVerifier(own)).toEqual({ by: '张三', source: '台账' })
    own.setItem('shuhe.verifier', 'no json')
    expect(rememberedVerifier(own)).toEqual({ by: '', source: '' })
    expect(personsWord({ source: ' 台账 ', note: ' ' }, ' ', new Date(0))).toEqual({ at: '1970-01-01T00:00:00.000Z', source: '台账' })
  })
})

it('walking reads no figure that a plain paragraph does not hold', () => {
  const report = seedReport('000_568c51d7bbfdb5c2')
  const blocks = new Set(plainParagraphs(report).map(({ id }) => id))
  expect(stopsOf(report).every(({ place }) => blocks.has(place.blockId))).toBe(true)
})
