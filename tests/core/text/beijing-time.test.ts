import fc from 'fast-check'
import { expect, it } from 'vitest'
import { beijingTime, sayTime, shortTime } from '#core/text/beijing-time.ts'

it.each([
  ['2026-11-21T15:30:00.000Z', '2026年11月21日23:30', '2026-11-21 23:30'],
  ['2026-11-21T16:05:00Z', '2026年11月22日00:05', '2026-11-22 00:05'],
  ['2024-02-28T20:00Z', '2024年2月29日04:00', '2024-02-29 04:00'],
  ['2100-02-28T20:00:00Z', '2100年3月1日04:00', '2100-03-01 04:00'],
  ['2025-12-31T23:59:59.999Z', '2026年1月1日07:59', '2026-01-01 07:59'],
])('%s is %s', (iso, said, short) => {
  expect([sayTime(beijingTime(iso)), shortTime(beijingTime(iso))]).toEqual([said, short])
})
it.each(['', '2026-11-21', '2026-02-30T00:00:00Z', '2026-13-01T00:00:00Z', '2026-11-21T24:00:00Z', '昨天'])('%j is no time', (text) => {
  expect([beijingTime(text), sayTime(beijingTime(text)), shortTime(beijingTime(text))]).toEqual([undefined, '', ''])
})
it('is eight hours ahead of UTC on any day', () => {
  fc.assert(fc.property(fc.date({ min: new Date('1970-01-01T00:00:00Z'), max: new Date('2199-12-31T00:00:00Z'), noInvalidDate: true }), (date) => {
    const there = new Date(date.getTime() + 8 * 3_600_000)
    expect(shortTime(beijingTime(date.toISOString()))).toBe(there.toISOString().slice(0, 16).replace('T', ' '))
  }))
})
