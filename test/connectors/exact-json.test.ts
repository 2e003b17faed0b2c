import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { JsonNumber, parseExact } from '../../src/connectors/exact-json.ts'

/** The value with numbers back as doubles, to compare with JSON.parse. */
const asDoubles = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_, v: unknown) => (v instanceof JsonNumber ? Number(v.text) : v)),
  )

describe('JSON with numbers as they were written', () => {
  it('keeps every digit', () => {
    const text = '{"a": 12345678901234567890.123456789, "b": [-0.10, 1e-05, 4E+2, 0]}'
    const { a, b } = parseExact(text) as { a: JsonNumber; b: JsonNumber[] }
    expect([a, ...b].map((n) => n.text)).toEqual([
      '12345678901234567890.123456789',
      '-0.10',
      '1e-05',
      '4E+2',
      '0',
    ])
  })
  it('leaves texts that look like numbers, and keys, alone', () =>
    expect(parseExact('{"1": "2", "a\\"3": "4 \\\\", "n": null, "t": true}')).toEqual({
      1: '2',
      'a"3': '4 \\',
      n: null,
      t: true,
    }))
  it.each(['', '{', '[1,', '{"a": 01}', '[1.]', '[.5]', '[+1]', '[NaN]', '"cut', '[1 2]'])(
    'refuses %j as JSON.parse does',
    (text) => {
      expect(() => JSON.parse(text)).toThrow(SyntaxError)
      expect(() => parseExact(text)).toThrow(SyntaxError)
    },
  )
  it('is otherwise what JSON.parse says', () =>
    fc.assert(
      fc.property(fc.json(), (text) => {
        fc.pre(!text.includes('\\u0000'))
        expect(asDoubles(parseExact(text))).toEqual(asDoubles(JSON.parse(text)))
      }),
      { numRuns: 1000 },
    ))
})
