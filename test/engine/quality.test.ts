import { describe, expect, it } from 'vitest'
import { DomainError } from '../../src/engine/formula.ts'
import { effortAsSize } from '../../src/engine/quality/effort-as-size.ts'
import { familyGap } from '../../src/engine/quality/family-gap.ts'
import { mcNemarP } from '../../src/engine/quality/mcnemar.ts'
import { measuredGap } from '../../src/engine/quality/measured-gap.ts'
import { pairedEvaluation } from '../../src/engine/quality/paired-evaluation.ts'
import { passAtK } from '../../src/engine/quality/pass-at-k.ts'
import { SIZE_SLOPES } from '../../src/engine/quality/size-slopes.ts'
import { wilsonInterval } from '../../src/engine/quality/wilson.ts'
import { runFormula } from '../../src/engine/registry.ts'

describe('a paired evaluation', () => {
  const counts = (bothRight: number, onlyLarge: number, onlySmall: number, bothWrong: number) =>
    pairedEvaluation({ bothRight, onlyLarge, onlySmall, bothWrong })
  it.each([
    // The second is table 6.2 of Altman et al. 2000. Intervals from another implementation of the method.
    [[36, 12, 2, 0], 20, 5.69, 34.04],
    [[14, 5, 0, 22], 12.2, 1.15, 22.65],
  ] as const)(
    "of %j items gives the gap and interval of Newcombe's method 10",
    ([a, b, c, d], gap, low, high) => {
      const r = counts(a, b, c, d)
      expect(r.gap).toBeCloseTo(gap, 1)
      expect(r.low).toBeCloseTo(low, 1)
      expect(r.high).toBeCloseTo(high, 1)
    },
  )
  it('turns about when the models change places', () => {
    const [one, other] = [counts(60, 9, 4, 27), counts(60, 4, 9, 27)]
    expect(other.gap).toBeCloseTo(-one.gap)
    expect(other.low).toBeCloseTo(-one.high)
    expect(other.pValue).toBeCloseTo(one.pValue)
  })
  it('is not certain of anything after few items without disagreement', () => {
    const r = counts(20, 0, 0, 0)
    expect(r.gap).toBe(0)
    expect(r.low).toBeLessThan(-10)
    expect(r.high).toBeGreaterThan(10)
    expect(r.sd).toBeGreaterThan(2)
  })
  it('is wider where the models err on different items', () => {
    const width = (r: { low: number; high: number }) => r.high - r.low
    expect(width(counts(20, 30, 30, 20))).toBeGreaterThan(width(counts(45, 5, 5, 45)))
  })
  it('of 870 items sees 3 points at 10 % disagreement with the error the sample size assumes', () =>
    expect(counts(700, 57, 30, 83).sd).toBeCloseTo(
      (100 * Math.sqrt(0.1 - (27 / 870) ** 2)) / Math.sqrt(870),
      1,
    ))
  it('is refused without items and with counts below zero', () => {
    expect(() => counts(0, 0, 0, 0)).toThrow(/items must be from 1/)
    expect(() => counts(5, -1, 0, 0)).toThrow(DomainError)
  })
  it('says how likely the lead is to pay', () => {
    const chance = (required_points: number) =>
      runFormula('paired-evaluation', {
        both_right: 700,
        only_large: 57,
        only_small: 30,
        both_wrong: 83,
        required_points,
      }).results.chance_above_required ?? Number.NaN
    expect(chance(0)).toBeGreaterThan(0.99)
    expect(chance(27 / 8.7)).toBeCloseTo(0.5, 6)
    expect(chance(8)).toBeLessThan(0.01)
  })
})

describe('the exact McNemar test', () => {
  it.each([
    [5, 0, 0.0625],
    [0, 0, 1],
    [3, 3, 1],
    [40, 20, 0.0134893],
    [2900, 3000, 0.197439],
  ])('of %d against %d gives p = %d', (b, c, p) => expect(mcNemarP(b, c)).toBeCloseTo(p, 6))
})

describe('the Wilson interval', () => {
  it('gives something at none right and at all right', () => {
    expect(wilsonInterval(0, 10)).toEqual({ low: 0, high: expect.closeTo(0.2775, 4) })
    expect(wilsonInterval(10, 10)).toEqual({ low: expect.closeTo(0.7225, 4), high: 1 })
  })
  it('narrows with items and widens with how sure it is to be', () => {
    const width = (items: number, level?: number) => {
      const { low, high } = wilsonInterval(items / 2, items, level)
      return high - low
    }
    expect(width(400)).toBeLessThan(width(100))
    expect(width(100, 0.99)).toBeGreaterThan(width(100, 0.9))
  })
  it('is refused for more right than there are', () =>
    expect(() => wilsonInterval(11, 10)).toThrow(/right must be from 0 to 10/))
})

describe('a gap between sizes', () => {
  const llama = { items: 12_032, harness: 'Meta model card', family: 'Llama 3.1' }
  const [large, small] = [
    { ...llama, percent: 66.4 },
    { ...llama, percent: 48.3 },
  ]
  it('is the difference of two measured scores with the error of their items', () => {
    expect(measuredGap(large, small)).toEqual({
      gap: expect.closeTo(18.1),
      sd: expect.closeTo(0.627, 3),
    })
  })
  it('is unknown across harnesses and across families', () => {
    expect(measuredGap(large, { ...small, harness: 'HELM' })).toEqual({ unknown: 'does-not-apply' })
    expect(measuredGap(large, { ...small, family: 'Gemma 2' })).toEqual({
      unknown: 'does-not-apply',
    })
  })
  it('is refused by name across harnesses, in words', () =>
    expect(() =>
      runFormula('measured-gap', {
        large_percent: 73,
        small_percent: 56.1,
        large_items: 14_042,
        small_items: 14_042,
        large_harness: 'Meta model card',
        small_harness: 'HELM',
        large_family: 'Llama 3.1',
        small_family: 'Llama 3.1',
      }),
    ).toThrow(/one harness and .* one family; received Meta model card and HELM/))
  it('grows in error with the distance, most for maths and least for soft reasoning', () => {
    const sd = (benchmark: keyof typeof SIZE_SLOPES, toB: number) =>
      familyGap(SIZE_SLOPES[benchmark], 60, 7, toB).sd
    expect(sd('ifeval', 112)).toBeCloseTo(2 * sd('ifeval', 14), 9)
    expect(sd('ifeval', 14)).toBeCloseTo(sd('ifeval', 3.5), 9)
    expect(sd('gsm8k-base', 14)).toBeGreaterThan(2 * sd('musr', 14))
  })
  it('comes out within its error for a published family', () => {
    // Qwen2.5 instruct, MMLU-Pro of its maker: 7B 56.3, 72B 71.1.
    const { percent, sd } = familyGap(SIZE_SLOPES['mmlu-pro'], 56.3, 7.6, 72.7)
    expect(Math.abs(percent - 71.1)).toBeLessThan(2 * sd)
  })
})

describe('reasoning effort as size', () => {
  const step = { less: 60.5, chance: 25, slopePerDoubling: 0.3113, costMultiple: 3 }
  it('is one doubling where it gains as much as one', () => {
    const { percent } = familyGap(SIZE_SLOPES.gpqa, 60.5, 8, 16)
    const slopePerDoubling = SIZE_SLOPES.gpqa.slope
    expect(effortAsSize({ ...step, slopePerDoubling, more: percent }).sizeMultiple).toBeCloseTo(
      2,
      9,
    )
  })
  it('is less than no growth where more thinking scores lower', () =>
    expect(effortAsSize({ ...step, more: 55 }).sizeMultiple).toBeLessThan(1))
  it('is refused on a benchmark that does not follow size', () =>
    expect(() => effortAsSize({ ...step, more: 71.2, slopePerDoubling: 0 })).toThrow(DomainError))
})

describe('several answers', () => {
  it('solve as much as one where there is one, and all where wrong ones cannot fill k', () => {
    expect(passAtK(10, 3, 1)).toBeCloseTo(0.3, 12)
    expect(passAtK(10, 3, 8)).toBe(1)
    expect(passAtK(10, 0, 10)).toBe(0)
  })
  it('cannot be more than were sampled', () =>
    expect(() => passAtK(10, 3, 11)).toThrow(/k must be from 1 to 10/))
})
