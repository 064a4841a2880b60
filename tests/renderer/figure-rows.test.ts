import { describe, expect, it } from 'vitest'
import { openSlots } from '#core/edit/slots.ts'
import { rollForward } from '#core/templates/roll-forward.ts'
import { figureRows, onlyLastOf, sayChange } from '../../src/renderer/features/edit/figure-rows.ts'
import type { Report } from '#core/model/report.ts'
import { mapParagraphs } from '#core/model/tree.ts'
import { analyse } from '../../src/renderer/workers/analysis.ts'
import type { Analysed } from '../../src/renderer/workers/analyst.ts'
import { withFilled } from '../core/with-filled.ts'
import { seedReport } from '../gold/gold.ts'

const last = seedReport('001_39406531928dc60d')
const analysedOf = (of: Report): Analysed => ({ ...analyse(of, { last, earlier: [], series: false }), of, last })
const rolled = rollForward(last, { id: 'd', year: 2021 })

describe('the figures panel', () => {
  it('shows each open slot once, in reading order, with last year’s value', () => {
    const rows = figureRows(analysedOf(rolled), 2020)
    const open = rows.filter(({ state }) => state === 'open')
    expect(open.map((r) => r.last?.text)).toEqual(openSlots(rolled).map(({ slot }) => slot.last?.text))
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length)
  })
  it('shows a filled slot with its own counterpart, whatever the pairing says', () => {
    const [first, second] = openSlots(rolled)
    const draft = withFilled(withFilled(rolled, first?.slot.id ?? '', '50条'), second?.slot.id ?? '', '近20个方面')
    const rows = figureRows(analysedOf(draft), 2020).filter(({ state }) => state === 'filled')
    expect(rows.map((r) => [r.text, r.last?.text, r.last && sayChange(r.last)])).toEqual([['50条', '42条', '+8条（+19.05%）'], ['近20个方面', '11个方面', '约 +9个方面（+81.82%）']])
  })
  it('shows what the editor said of its counterpart, not what the slot once knew', () => {
    const [first] = openSlots(rolled)
    const filled = withFilled(rolled, first?.slot.id ?? '', '50条')
    const alone = mapParagraphs(filled, (p) => ({ ...p, content: p.content.map((node) => (node.type === 'figure' ? { ...node, matches: [{ verdict: 'none' as const, reportId: last.id }] } : node)) }))
    expect(figureRows(analysedOf(alone), 2020).find(({ text }) => text === '50条')?.last).toBeUndefined()
  })
  it('lists what only last year’s report has', () => {
    const now = seedReport('000_568c51d7bbfdb5c2')
    const analysed = analysedOf(now)
    expect(onlyLastOf(analysed, undefined).length).toBe(analysed.comparison?.onlyLast.length)
  })
})

describe('a change in words', () => {
  const say = (absolute: number, percent: number | null, unit = '件', about = false) => sayChange({ change: { absolute, percent }, unit, about })
  it.each([
    [say(18, 10.71), '+18件（+10.71%）'],
    [say(-18, -10.71), '−18件（−10.71%）'],
    [say(0, 0), '持平'],
    [say(0, 0, '件', true), '大致持平'],
    [say(-1.2, null, '%'), '−1.2个百分点'],
    [say(80_000_000, 18.18, '元'), '+8000万元（+18.18%）'],
    [sayChange({ change: null, unit: '件', about: false }), ''],
  ])('%s', (said, expected) => expect(said).toBe(expected))
})
