import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { lengthWithOneSlip } from '#core/checker/near-phrase.ts'
import { PhraseFinder } from '#core/checker/phrase-finder.ts'

const read = (name: string): unknown => JSON.parse(readFileSync(`resources/terms/${name}.json`, 'utf8'))

const entrySchema = z.strictObject({
  right: z.string().min(1),
  wrong: z.array(z.string().min(2)).min(1),
  before: z.string().optional(),
  after: z.string().optional(),
  notBefore: z.string().optional(),
  notAfter: z.string().optional(),
  why: z.string().min(1).optional(),
  severity: z.enum(['info', 'error']).optional(),
  since: z.int().optional(),
  dated: z.boolean().optional(),
})
const misspellings = z.strictObject({ source: z.string().min(10), entries: z.array(entrySchema) }).parse(read('misspellings'))
const likeCharacters = z.strictObject({ source: z.string().min(10), entries: z.array(entrySchema) }).parse(read('like-characters'))
const expressions = z
  .strictObject({
    source: z.string().min(10),
    expressions: z.array(z.strictObject({ right: z.string().min(5), parts: z.array(z.string()).optional(), legit: z.array(z.string()).optional(), neighbours: z.boolean().optional() })),
    phrases: z.array(entrySchema),
    sequences: z.array(z.strictObject({ items: z.array(z.string()).min(2), minRun: z.int().min(2).optional(), complete: z.boolean().optional(), anyOrder: z.boolean().optional() })),
    quoted: z.array(z.strictObject({ right: z.string().min(3), numbered: z.boolean().optional() })),
  })
  .parse(read('fixed-expressions'))
const formulas = z
  .strictObject({
    source: z.string().min(10),
    sequences: z.array(z.strictObject({ items: z.array(z.string()).min(2), minRun: z.int().min(2).optional(), complete: z.boolean().optional(), anyOrder: z.boolean().optional(), from: z.string().min(4) })),
    phrases: z.array(entrySchema),
    quoted: z.array(z.strictObject({ right: z.string().min(3), numbered: z.boolean().optional() })),
    expressions: z.array(z.strictObject({ right: z.string().min(5), legit: z.array(z.string()).optional(), neighbours: z.boolean().optional() })),
  })
  .parse(read('formulas'))
const exchangedWords = z.strictObject({ source: z.string().min(10), entries: z.array(entrySchema) }).parse(read('exchanged-words'))
const confusable = z.strictObject({ source: z.string().min(10), sound: z.array(z.string().min(2)), look: z.array(z.string().min(2)) }).parse(read('confusable'))

const rows = z.array(z.string().min(2))
const lexicon = z
  .strictObject({ source: z.string().min(10), fixed: rows, compounds: rows, three: rows, legit: rows, taken: rows, sound: rows, look: rows, entries: z.array(entrySchema) })
  .parse(read('lexicon'))

const entries = [...misspellings.entries, ...likeCharacters.entries, ...lexicon.entries, ...expressions.phrases, ...formulas.phrases, ...exchangedWords.entries]

describe('the word lists', () => {
  it('call nothing wrong that is right elsewhere', () => {
    const right = new Set([...entries.map((entry) => entry.right), ...[...expressions.expressions, ...formulas.expressions].map((expression) => expression.right)])
    expect(entries.flatMap(({ wrong }) => wrong).filter((wrong) => right.has(wrong))).toEqual([])
    // a right expression that holds a wrong writing would be reported wherever it stands
    for (const { wrong, before, after } of entries) {
      if (before !== undefined || after !== undefined) continue
      for (const word of wrong) expect([...right].filter((expression) => expression.includes(word) && !entries.some((entry) => entry.right === expression && entry.wrong.includes(word)))).toEqual([])
    }
  })

  it('have conditions that are regular expressions at the right side', () => {
    for (const { before, notBefore, after, notAfter } of entries) {
      for (const pattern of [before, notBefore]) if (pattern !== undefined) expect(new RegExp(pattern, 'u').source).toMatch(/\$$/u)
      for (const pattern of [after, notAfter]) if (pattern !== undefined) expect(new RegExp(pattern, 'u').source).toMatch(/^\^/u)
    }
  })

  it('have parts that make up their expression', () => {
    for (const { right, parts } of expressions.expressions) if (parts) expect(parts.join('')).toBe(right)
  })

  it('hold each word of the lexicon once, in its length', () => {
    const words = [...lexicon.fixed, ...lexicon.compounds].flatMap((row) => row.split(' '))
    expect(words.filter((word, i) => words.indexOf(word) < i)).toEqual([])
    expect(words.filter((word) => !/^[\u4e00-\u9fff]{4,8}$/u.test(word))).toEqual([])
    expect(lexicon.three.flatMap((row) => row.split(' ')).filter((word) => !/^[\u4e00-\u9fff]{3}$/u.test(word))).toEqual([])
    expect(lexicon.taken.flatMap((row) => row.split(' ')).filter((word) => word.length !== 2)).toEqual([])
  })

  it('name single characters as confusable', () => {
    for (const group of [...confusable.sound, ...confusable.look, ...lexicon.sound, ...lexicon.look]) expect(new Set(group).size).toBe([...group].length)
  })
})

describe('PhraseFinder', () => {
  const word = fc.array(fc.constantFrom('政', '协', '商', '会', '议', 'a'), { minLength: 1, maxLength: 3 }).map((cs) => cs.join(''))

  it('finds what looking for each phrase at each place finds', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), fc.array(word, { maxLength: 20 }), (phrases, words) => {
        const text = words.join('')
        const found = new PhraseFinder(phrases.map((phrase, i) => [phrase, i] as const)).find(text).map(({ start, phrase, value }) => `${start} ${phrase} ${value}`)
        const wanted = Array.from(text, (_, i) => phrases.flatMap((phrase, k) => (text.startsWith(phrase, i) ? [`${i} ${phrase} ${k}`] : []))).flat()
        expect(found).toEqual(wanted)
      }),
    )
  })
})

describe('lengthWithOneSlip', () => {
  it.each([
    ['人民民主', '人民主制', 3],
    ['检察院', '检查院的', 3],
    ['检察院', '察检院的', 3],
    ['现代化', '现代代化建', 4],
    ['现代化', '现代化建', undefined],
    ['现代化', '现代农业', undefined],
    ['发展观', '发展的观', undefined],
    ['共同体', '共体意识', 2],
    ['思想', '', undefined],
  ] as const)('%s in %s: %s', (expected, text, length) => {
    expect(lengthWithOneSlip(expected, text)).toBe(length)
  })

  it('takes the last character for a slip only where it is a likely one', () => {
    expect(lengthWithOneSlip('伟大复兴', '伟大复新的')).toBeUndefined()
    expect(lengthWithOneSlip('伟大复兴', '伟大复新的', (found, right) => found === '新' && right === '兴')).toBe(4)
  })
})
