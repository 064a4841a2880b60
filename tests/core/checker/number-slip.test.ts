import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { digitsOf, isOneSlip, isTransposition, looksMistyped, onePartAway, oneSlipAway } from '#core/checker/number-slip.ts'

const digits = fc.stringMatching(/^[1-9]\d{0,6}$/u)

describe('the digits of a number', () => {
  it.each([['4.83亿元', '483'], ['1,264件', '1264'], ['１２．５％', '125'], ['约300名', '300'], ['二十三件', '']])('%s: %s', (surface, found) => expect(digitsOf(surface)).toBe(found))
})

/** both ways, since nobody knows which number is the right one */
const bothWays = (is: (a: string, b: string) => boolean, a: string, b: string): boolean => {
  expect(is(b, a), `${b}, ${a}`).toBe(is(a, b))
  return is(a, b)
}

describe('two writings of a number', () => {
  // [one, other, transposed, one slip apart, looks mistyped]
  it.each([
    ['138', '183', true, true, true],
    ['138', '831', true, true, true],
    ['16', '61', true, true, true],
    // three digits moved: no one slip, but the same digits
    ['138', '381', false, false, true],
    ['1264', '6412', false, false, true],
    ['1264', '1254', false, true, true],
    ['138', '139', false, true, true],
    // of two digits one is another too often by chance
    ['38', '39', false, true, false],
    ['3', '4', false, true, false],
    ['1264', '1246', true, true, true],
    ['1264', '124', false, true, true],
    ['1264', '12664', false, true, true],
    ['1264', '12643', false, true, true],
    ['126', '12', false, true, false],
    ['12', '2', false, false, false],
    ['1264', '12', false, false, false],
    ['1264', '1375', false, false, false],
    ['1264', '2465', false, false, false],
    // the point or 万/亿 elsewhere: the same digits are no slip in a sum, but may be one of a number told twice
    ['483', '483', false, false, true],
    ['48', '48', false, false, false],
    ['', '138', false, false, false],
    ['', '', false, false, false],
  ])('%s and %s', (one, other, transposed, slip, mistyped) => {
    expect(bothWays(isTransposition, one, other)).toBe(transposed)
    expect(bothWays(isOneSlip, one, other)).toBe(slip)
    expect(bothWays(looksMistyped, one, other)).toBe(mistyped)
  })

  it('are asked for the same both ways', () => {
    fc.assert(fc.property(digits, digits, (a, b) => {
      for (const is of [isTransposition, isOneSlip, looksMistyped]) bothWays(is, a, b)
    }))
  })

  it('are one slip apart after any one slip, and look mistyped from three digits on', () => {
    fc.assert(fc.property(fc.stringMatching(/^[1-9]\d{2,6}$/u), fc.nat(), fc.nat(), fc.integer({ min: 1, max: 9 }), (meant, x, y, by) => {
      const [i, k] = [x % meant.length, y % meant.length]
      const put = (text: string, at: number, c: string): string => text.slice(0, at) + c + text.slice(at + 1)
      const written = [
        put(meant, i, String((Number(meant.charAt(i)) + by) % 10)),
        meant.slice(0, i) + meant.slice(i + 1),
        meant.slice(0, i) + meant.charAt(i) + meant.slice(i),
        ...(meant.charAt(i) === meant.charAt(k) ? [] : [put(put(meant, i, meant.charAt(k)), k, meant.charAt(i))]),
      ]
      for (const other of written) {
        expect(bothWays(isOneSlip, meant, other), `${meant} ${other}`).toBe(true)
        if (other.length >= 3) expect(bothWays(looksMistyped, meant, other), `${meant} ${other}`).toBe(true)
      }
    }))
  })
})

describe('parts that do not come to the whole', () => {
  it('may be one slip away in a part or in the whole', () => {
    expect(oneSlipAway([52, 86], 138, 0)).toBe(false)
    // 86 written for 68
    expect(oneSlipAway([52, 68], 138, 0)).toBe(true)
    expect(onePartAway([52, 68], 138, 0)).toBe(true)
    // 188 for 138: the whole is wrong, and no part can be
    expect(oneSlipAway([52, 86], 188, 0)).toBe(true)
    expect(onePartAway([52, 86], 188, 0)).toBe(false)
  })
  it('leave room for rounding, and count only the slips that are asked for', () => {
    expect(onePartAway([52, 68], 139, 0)).toBe(false)
    expect(onePartAway([52, 68], 139, 1)).toBe(true)
    expect(oneSlipAway([52, 87], 138, 0)).toBe(true)
    expect(oneSlipAway([52, 87], 138, 0, isTransposition)).toBe(false)
    expect(oneSlipAway([52, 68], 138, 0, isTransposition)).toBe(true)
  })
})
