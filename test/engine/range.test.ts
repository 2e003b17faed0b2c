import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  add,
  divide,
  exactly,
  mapMonotone,
  multiply,
  type Range,
  range,
  scale,
  subtract,
  withFactor,
} from '../../src/engine/range.ts'

const ranges = fc
  .array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 3, maxLength: 3 })
  .map((xs) => [...xs].sort((a, b) => a - b) as [number, number, number])
  .map(([l, c, h]) => range(l, c, h))
const ordered = (r: Range) => r.low <= r.central && r.central <= r.high

describe('a range', () => {
  it('never inverts under arithmetic', () => {
    fc.assert(
      fc.property(ranges, ranges, (a, b) =>
        [add(a, b), subtract(a, b), multiply(a, b), scale(a, -2), mapMonotone(a, (x) => -x)].every(
          ordered,
        ),
      ),
    )
  })
  it('never inverts when divided by a range away from zero', () => {
    fc.assert(
      fc.property(ranges, fc.double({ min: 0.01, max: 100, noNaN: true }), (a, d) =>
        ordered(divide(a, withFactor(d, 2))),
      ),
    )
  })
  it('holds every pairing of its ends in a product', () => {
    fc.assert(
      fc.property(ranges, ranges, (a, b) => {
        const p = multiply(a, b)
        return [a.low, a.high].every((x) =>
          [b.low, b.high].every((y) => p.low <= x * y && x * y <= p.high),
        )
      }),
    )
  })
  it('says what was wrong when its bounds are out of order or not finite', () => {
    expect(() => range(2, 1, 3)).toThrow('low <= central <= high')
    expect(() => range(Number.NaN, 1, 3)).toThrow('finite')
    expect(() => divide(exactly(1), range(-1, 0, 1))).toThrow('contains zero')
  })
})
