import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { correlatedDraws } from '../../src/engine/decision/correlated.ts'
import { createDraws, fromRange, sidesOf } from '../../src/engine/decision/draws.ts'
import { expectedValueOfPerfectInformation } from '../../src/engine/decision/expected-value-of-information.ts'
import { simulate } from '../../src/engine/decision/simulate.ts'
import { worthwhileProbability } from '../../src/engine/decision/worthwhile.ts'
import { seeded } from '../../src/engine/random.ts'
import { exactly, type Range, range } from '../../src/engine/range.ts'

const COUNT = 20_000
const draws = createDraws((column) => seeded(7 + column), COUNT)
const mean = (column: Float64Array) => column.reduce((sum, x) => sum + x, 0) / column.length
const variance = (column: Float64Array) => {
  const m = mean(column)
  return column.reduce((sum, x) => sum + (x - m) ** 2, 0) / column.length
}
const difference = (a: Float64Array, b: Float64Array) => a.map((x, i) => x - (b[i] ?? 0))

describe('draws', () => {
  it('are the same for the same seed and column, and others for another', () => {
    const again = createDraws((column) => seeded(7 + column), COUNT)
    again.normal(9)
    expect(again.uniform(3)).toEqual(draws.uniform(3))
    expect(again.uniform(3)).not.toEqual(draws.uniform(4))
  })
  it('are even, and normal, as they say', () => {
    expect(mean(draws.uniform(1))).toBeCloseTo(0.5, 1.5)
    expect(variance(draws.uniform(1))).toBeCloseTo(1 / 12, 2)
    expect(Math.abs(mean(draws.normal(1)))).toBeLessThan(0.03)
    expect(variance(draws.normal(1))).toBeCloseTo(1, 1)
  })
  it('from a range stay inside it, with the central value in the middle', () => {
    const drawn = fromRange(range(1, 2, 10), draws.sides(5))
    expect(Math.min(...drawn)).toBeGreaterThanOrEqual(1)
    expect(Math.max(...drawn)).toBeLessThanOrEqual(10)
    expect(drawn.filter((x) => x < 2).length / COUNT).toBeCloseTo(0.5, 1.5)
  })
  it('without spread are that value', () =>
    expect(new Set(fromRange(exactly(3), draws.sides(5)))).toEqual(new Set([3])))
})

describe('figures known by their differences', () => {
  const columns = [11, 12, 13, 14].map(draws.normal)
  it('differ with the variances asked for', () => {
    const steps = (i: number, j: number) => 4 * Math.abs(i - j)
    const drawn = correlatedDraws(steps, columns)
    for (const [i, a] of drawn.entries())
      for (const [j, b] of drawn.entries())
        if (i < j) expect(variance(difference(a, b)) / steps(i, j)).toBeCloseTo(1, 1)
  })
  it('do not differ where the variance is zero', () => {
    const [a, b] = correlatedDraws(() => 0, columns)
    expect(a).toEqual(b)
  })
  it('leave out what contradicts itself, and stay finite', () => {
    const impossible = (i: number, j: number) => (i === j ? 0 : i + j === 3 ? 100 : 1)
    for (const column of correlatedDraws(impossible, columns))
      expect(column.every(Number.isFinite)).toBe(true)
  })
})

describe('a simulation', () => {
  const played = (gap: number, sd: number, extra: number, stakes: number) => {
    const noise = draws.normal(21)
    const right = Float64Array.from(noise, (z) => 0.5 + (gap + sd * z) / 100)
    return simulate(
      [
        { id: 'small', right: new Float64Array(COUNT).fill(0.5), usd: exactly(0) },
        { id: 'big', right, usd: exactly(extra) },
      ],
      {
        sum: new Float64Array(COUNT).fill(stakes),
        errorCost: new Float64Array(COUNT).fill(stakes / 2),
      },
      draws.sides(7),
    )
  }
  it('agrees with the closed form of one normal gap', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -5, max: 5, noNaN: true }),
        fc.double({ min: 0.5, max: 6, noNaN: true }),
        fc.double({ min: 0, max: 0.05, noNaN: true }),
        fc.double({ min: 0.5, max: 5, noNaN: true }),
        (gap, sd, extra, stakes) =>
          Math.abs(
            played(gap, sd, extra, stakes).beats('big', 'small') -
              worthwhileProbability({ mean: gap, sd }, exactly(extra), exactly(stakes)),
          ) < 0.02,
      ),
      { numRuns: 40 },
    )
  })
  it('gives the whole share where it may reach what is asked, and something lower where it may not', () => {
    const one = played(1, 2, 0.01, 2)
    const share = one.beats('big', 'small')
    expect(one.beats('big', 'small', share)).toBe(share)
    expect(one.beats('big', 'small', share + 0.01)).toBeLessThan(share + 0.01)
  })
  it('draws the cost of an option from its range, all options at the same side of theirs', () => {
    const [right, other] = [draws.uniform(5), draws.uniform(6)]
    const stakes = { sum: new Float64Array(COUNT).fill(1), errorCost: new Float64Array(COUNT) }
    const share = (a: Range, b: Range) =>
      simulate(
        [
          { id: 'a', right, usd: a },
          { id: 'b', right: other, usd: b },
        ],
        stakes,
        draws.sides(7),
      ).beats('a', 'b')
    const [wide, wider] = [range(0.1, 0.3, 0.9), range(0.2, 0.4, 1)]
    expect(share(wide, wider)).toBe(share(exactly(0), exactly(0.1)))
    const drawn = fromRange(wide, draws.sides(7))
    const above = right.filter((q, i) => q - (other[i] ?? 0) > (drawn[i] ?? 0) - 0.1)
    expect(share(wide, exactly(0.1))).toBe(above.length / COUNT)
  })
  it('gives perfect information the value of the closed form', () => {
    // Of two options that both earn, the choice alone is what information can better.
    const noise = draws.normal(22)
    const right = Float64Array.from(noise, (z) => 0.9 + 0.002 * z)
    const { perfectInformationUsd } = simulate(
      [
        { id: 'small', right: new Float64Array(COUNT).fill(0.9), usd: exactly(0) },
        { id: 'big', right, usd: exactly(0.001) },
      ],
      { sum: new Float64Array(COUNT).fill(1), errorCost: new Float64Array(COUNT).fill(0) },
      draws.sides(7),
    )
    expect(perfectInformationUsd() / expectedValueOfPerfectInformation(-0.001, 0.002)).toBeCloseTo(
      1,
      1,
    )
  })
  it('shares the draws out among the best, doing nothing included', () => {
    const best = played(2, 3, 0.01, 1).best()
    expect([...best.values()].reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12)
    const hopeless = simulate(
      [{ id: 'bad', right: new Float64Array(10), usd: exactly(1) }],
      { sum: new Float64Array(10).fill(2), errorCost: new Float64Array(10).fill(1) },
      sidesOf(new Float64Array(10)),
    )
    expect(hopeless.best().get('')).toBe(1)
    expect(hopeless.profitable('bad')).toBe(0)
    expect(hopeless.perfectInformationUsd()).toBe(0)
  })
  it('of no draws gives no share', () => {
    const none = simulate(
      [{ id: 'a', right: new Float64Array(), usd: exactly(0) }],
      { sum: new Float64Array(), errorCost: new Float64Array() },
      sidesOf(new Float64Array()),
    )
    expect([none.beats('a', 'b'), none.best().get('a'), none.perfectInformationUsd()]).toEqual([
      0, 0, 0,
    ])
  })
})
