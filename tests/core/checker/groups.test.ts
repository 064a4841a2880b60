import fc from 'fast-check'
import { expect, it } from 'vitest'
import { changeBetween } from '#core/checker/change-between.ts'
import { defineGroups } from '#core/checker/groups.ts'
import { defineNeighbours } from '#core/checker/neighbours.ts'
import type { CheckedParagraph, Memory, Read } from '#core/checker/rule.ts'

interface Reading {
  words: readonly { text: string }[]
}

const paragraph = (): CheckedParagraph => ({ index: 0, id: '', role: 'paragraph', text: '', path: [], figures: [] })
/** A paragraph that says nothing of which the groups know; readings are shared by paragraphs that are the same, as the engine does it. */
const read = (it: Reading): Read<Reading> => ({ in: paragraph(), it })
const reading = fc.array(fc.constantFrom('甲', '乙', '丙', '丁'), { maxLength: 4 }).map((words): Reading => ({ words: words.map((text) => ({ text })) }))

/** Lists as an editor makes them: paragraphs come, go, are copied, moved and read anew. */
const step = fc.record({ do: fc.constantFrom('insert', 'delete', 'replace', 'move', 'copy'), at: fc.nat(9), to: fc.nat(9), reading })
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

function changed(list: readonly Read<Reading>[], { do: what, at, to, reading: fresh }: Step): Read<Reading>[] {
  const out = [...list]
  const [i, k] = [at % (out.length + 1), to % (out.length + 1)]
  if (what === 'insert') out.splice(i, 0, read(fresh))
  else if (what === 'delete') out.splice(i, 1)
  else if (what === 'replace') out.splice(i, 1, read(fresh))
  else if (what === 'move') out.splice(k, 0, ...out.splice(i, 1))
  else out.splice(k, 0, ...out.slice(i, i + 1).map(({ it }) => read(it)))
  out.forEach((one, index) => Object.assign(one.in, { index }))
  return out
}

const groups = defineGroups<Reading, { text: string }, string>({
  itemsOf: ({ words }) => words.map((word) => [word.text, word] as const),
  // of some groups there is nothing to say
  judge: (items, key) => (items.length === 3 ? undefined : `${key}: ${items.map((placed) => items.findIndex((other) => other.in === placed.in)).join()}`),
})
const neighbours = defineNeighbours<Reading, string>((it, above) => {
  const [head, tail] = [it.words[0]?.text, above?.words.at(-1)?.text]
  return head !== undefined && head === tail ? head : undefined
})

it('groups and neighbours that go on from the list before say what they say of the list alone', () => {
  fc.assert(
    fc.property(fc.array(reading, { maxLength: 8 }), fc.array(step, { maxLength: 12 }), (start, steps) => {
      const memory: Memory = new Map()
      let list = start.map(read)
      list.forEach((one, index) => Object.assign(one.in, { index }))
      for (const next of [undefined, ...steps]) {
        if (next) list = changed(list, next)
        expect(groups(memory, list)).toEqual(groups(new Map(), list))
        expect(neighbours(memory, list)).toEqual(neighbours(new Map(), list))
      }
    }),
  )
})

it('a group is judged again only when something came or went', () => {
  let asked = 0
  const counted = defineGroups<Reading, { text: string }, true>({ itemsOf: ({ words }) => words.map((word) => [word.text, word] as const), judge: () => (asked++, true) })
  const memory: Memory = new Map()
  const same = ['甲', '甲', '乙', '乙'].map((text) => read({ words: [{ text }] }))
  same.forEach((one, index) => Object.assign(one.in, { index }))
  counted(memory, same)
  expect(asked).toBe(2)
  const once = Object.assign(read({ words: [{ text: '丙' }] }), { in: { ...paragraph(), index: 4 } })
  counted(memory, [...same, once])
  expect(asked).toBe(2)
  counted(memory, [...same.slice(1), once])
  expect(asked).toBe(2)
  counted(memory, [...same.slice(1), once, Object.assign(read({ words: [{ text: '乙' }] }), { in: { ...paragraph(), index: 5 } })])
  expect(asked).toBe(3)
})

it('what lies between two lists is taken out and put in', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(3)), fc.array(fc.nat(3)), (before, after) => {
      const { from, gone, fresh } = changeBetween(before, after)
      expect(before.toSpliced(from, gone.length, ...fresh)).toEqual(after)
    }),
  )
})
