import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Term } from '#core/checker/settings.ts'
import { applyTermChanges, decodeText, inverse, readTerm, rowsOfText, splitWrong, takeRows, type TermChange } from '../../src/renderer/features/settings/term-list.ts'

describe('an entry of the word list as it is typed', () => {
  it('has several wrong writings, each once', () => {
    expect(splitWrong('请您来协商、请你协商； 请您来协商')).toEqual(['请您来协商', '请你协商'])
    expect(readTerm(' 请你来协商 ', '请您来协商、请你协商', '')).toEqual({ ok: true, term: { right: '请你来协商', wrong: ['请您来协商', '请你协商'] } })
  })
  it.each([['', '甲', /正确写法/u], ['甲', ' ', /错误写法/u], ['甲', '甲、乙', /既是正确写法又是错误写法/u], ['甲'.repeat(61), '乙', /60/u]] as const)('%s / %s is refused in words', (right, wrong, message) => {
    expect(readTerm(right, wrong, '')).toMatchObject({ ok: false, message: expect.stringMatching(message) as string })
  })
})

describe('a table becomes entries', () => {
  it('two or three columns of a spreadsheet, with their heading', () => {
    const rows = rowsOfText('正确写法\t错误写法\t理由\r\n请你来协商\t请您来协商、请你协商\t省里统一\r\n委员工作室\t委员工作站\r\n')
    const { changes, entries, skipped } = takeRows([], rows)
    expect(applyTermChanges([], changes)).toEqual([{ right: '请你来协商', wrong: ['请您来协商', '请你协商'], why: '省里统一' }, { right: '委员工作室', wrong: ['委员工作站'] }])
    expect([entries, skipped]).toEqual([2, 0])
  })
  it('a .csv with quoted and empty cells and a mark at its beginning', () => {
    expect(rowsOfText('\uFEFF甲,"乙,丙"\n丁,"他说""戊""",己\n庚,,辛')).toEqual([['甲', '乙,丙'], ['丁', '他说"戊"', '己'], ['庚', '', '辛']])
  })
  it('rows that are no entry are counted, those of a known word join it', () => {
    const had: Term[] = [{ right: '甲', wrong: ['乙'], why: '旧' }]
    const { changes, entries, skipped } = takeRows(had, [['甲', '丙'], ['丁', ''], ['戊', '己'], ['甲', '乙']])
    expect(applyTermChanges(had, changes)).toEqual([{ right: '甲', wrong: ['乙', '丙'], why: '旧' }, { right: '戊', wrong: ['己'] }])
    expect([entries, skipped]).toEqual([3, 1])
  })
  it('a text of an older system is read', () => {
    // 正确 in GB 18030
    expect(decodeText(new Uint8Array([0xd5, 0xfd, 0xc8, 0xb7]))).toBe('正确')
    expect(decodeText(new TextEncoder().encode('正确'))).toBe('正确')
  })
})

it('whatever was changed is undone by its inverse', () => {
  const word = fc.constantFrom('甲', '乙', '丙', '丁', '戊')
  const lists = fc.uniqueArray(word, { maxLength: 5 }).map((words) => words.map((right): Term => ({ right, wrong: [`${right}错`] })))
  fc.assert(
    fc.property(lists, fc.array(fc.tuple(fc.constantFrom('add' as const, 'remove' as const, 'edit' as const), fc.nat(5)), { maxLength: 6 }), (terms, steps) => {
      let now: Term[] = terms
      const done: TermChange[] = []
      for (const [i, [what, n]] of steps.entries()) {
        const at = now.length === 0 ? -1 : n % now.length
        const before = what === 'add' ? null : (now[at] ?? null)
        if (what !== 'add' && before === null) continue
        const change: TermChange = { before, after: what === 'remove' ? null : { right: `新${i}`, wrong: ['错'] }, index: what === 'add' ? n % (now.length + 1) : at }
        done.push(change)
        now = applyTermChanges(now, [change])
      }
      expect(applyTermChanges(now, inverse(done))).toEqual(terms)
    }),
  )
})
