import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hrefOf, readRoute } from '../../src/renderer/app/routes.ts'

describe('addresses', () => {
  it('say where in a report to begin, and are read back', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), fc.nat(99_999), fc.nat(99_999), (id, blockId, start, end) => {
        const route = { page: 'edit' as const, id, at: { blockId, start, end } }
        expect(readRoute(hrefOf(route))).toEqual(route)
        expect(readRoute(hrefOf({ page: 'edit', id }))).toEqual({ page: 'edit', id })
      }),
    )
  })
  it('name a body whose ledger is shown', () => {
    for (const body of ['开化县政协', 'a/b#c%', '某 县']) expect(readRoute(hrefOf({ page: 'ledger', body }))).toEqual({ page: 'ledger', body })
    expect(readRoute('#/ledger/%E0%A4%A')).toEqual({ page: 'library' })
    expect(readRoute('#/ledger/')).toEqual({ page: 'library' })
  })
  it('that are broken lead to the report or the library', () => {
    expect(readRoute('#/edit/a/p1/x-y')).toEqual({ page: 'edit', id: 'a' })
    expect(readRoute('#/edit/a/%E0%A4%A/1-2')).toEqual({ page: 'library' })
    expect(readRoute('#/nowhere')).toEqual({ page: 'library' })
  })
})
