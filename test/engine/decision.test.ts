import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { paybackMonths } from '../../src/engine/cost/distillation-payback.ts'
import { type Contender, chooseOption } from '../../src/engine/decision/choose-option.ts'
import { extraGain } from '../../src/engine/decision/extra-gain.ts'
import { netValue } from '../../src/engine/decision/net-value.ts'
import { normalCdf, normalQuantile } from '../../src/engine/decision/normal.ts'
import { worthwhileProbability } from '../../src/engine/decision/worthwhile.ts'
import { exactly } from '../../src/engine/range.ts'
import { both, isUnknown, known, unknown } from '../../src/engine/unknown.ts'

const option = (id: string, usd: number, quality: number, kind = id): Contender => ({
  id,
  usdPerRequest: exactly(usd),
  quality,
  kind,
  upFront: false,
})

describe('what a dearer option earns more', () => {
  it('is the difference of net values, times the requests', () => {
    expect(extraGain(200_000, 0.8, 0.3, 1782)).toBeCloseTo(-1302, 9)
    const one = { valueUsd: 0.1, errorCostUsd: 0.2 }
    const dearer = netValue({ ...one, quality: 0.891, costUsd: 0.009 })
    const cheaper = netValue({ ...one, quality: 0.883, costUsd: 0.00009 })
    expect(extraGain(200_000, 0.8, 0.3, 1782)).toBeCloseTo(200_000 * (dearer - cheaper), 6)
  })
})

describe('the normal distribution', () => {
  it('agrees with tables and with its own inverse', () => {
    expect(normalCdf(1.959963985)).toBeCloseTo(0.975, 9)
    expect(normalCdf(-6)).toBeCloseTo(9.8659e-10, 13)
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        (p) => Math.abs(normalCdf(normalQuantile(p)) - p) < 1e-9,
      ),
    )
  })
})

describe('the probability that a dearer option is worth it', () => {
  const gaps = fc.record({
    mean: fc.double({ min: -20, max: 20, noNaN: true }),
    sd: fc.double({ min: 0.1, max: 20, noNaN: true }),
  })
  it('never falls when more is at stake', () => {
    fc.assert(
      fc.property(
        gaps,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        fc.double({ min: 1, max: 50, noNaN: true }),
        (gap, extra, stakes, more) =>
          worthwhileProbability(gap, exactly(extra), exactly(stakes * more)) >=
          worthwhileProbability(gap, exactly(extra), exactly(stakes)) - 1e-12,
      ),
    )
  })
  it('is nothing when nothing is at stake and it costs more', () =>
    expect(worthwhileProbability({ mean: 10, sd: 1 }, exactly(0.01), exactly(0))).toBe(0))
})

describe('choosing an option', () => {
  const choose = (stakes: number, gapMean: number, sd = 3) => {
    const options = [option('small', 0.001, 80), option('big', 0.03, 80 + gapMean)]
    return chooseOption(
      options,
      (a) =>
        worthwhileProbability(
          { mean: a === 'big' ? gapMean : -gapMean, sd },
          exactly(a === 'big' ? 0.029 : -0.029),
          exactly(stakes),
        ),
      0.8,
      () => 1,
    )
  }
  it('takes the cheap one when little is at stake', () =>
    expect(choose(0.1, 6)).toMatchObject({ id: 'small', outcome: 'settled' }))
  it('takes the dear one when errors cost a lot', () =>
    expect(choose(100, 6)).toMatchObject({ id: 'big', outcome: 'settled' }))
  it('is undecided when the dear one is likelier worth it than not, below the bar', () => {
    const { outcome, doubt } = choose(1.2, 3.5)
    expect(outcome).toBe('undecided')
    expect(doubt?.()).toMatchObject({ rival: 'big', against: 'small' })
  })
  it('chooses nothing when even the best option loses money', () =>
    expect(
      chooseOption(
        [option('a', 1, 50)],
        () => 0.5,
        0.8,
        () => 0.1,
      ),
    ).toMatchObject({ outcome: 'none' }))
})

describe('an unknown', () => {
  it('passes through arithmetic and never becomes a number', () => {
    const gap = unknown('no-price', 'gpt-9')
    expect(known(gap, () => exactly(0))).toBe(gap)
    expect(both(exactly(1), gap, () => exactly(0))).toBe(gap)
    expect(both(gap, exactly(1), () => exactly(0))).toBe(gap)
  })
  it('is what payback is when nothing is saved', () => {
    const months = paybackMonths({ fixedUsd: exactly(100), savingUsdPerMonth: exactly(-5) })
    expect(isUnknown(months)).toBe(true)
  })
})
