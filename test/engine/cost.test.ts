import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { costOverMonths, monthsUntilCheaper } from '../../src/engine/cost/cost-over-months.ts'
import { distillationUsd } from '../../src/engine/cost/distillation.ts'
import { paybackMonths } from '../../src/engine/cost/distillation-payback.ts'
import { meanOver, splitWindow } from '../../src/engine/cost/price-windows.ts'
import { modelFlopsUtilisation } from '../../src/engine/cost/training.ts'
import { goodputRatio } from '../../src/engine/cost/training-bills.ts'
import { exactly } from '../../src/engine/range.ts'
import { runFormula } from '../../src/engine/registry.ts'
import { unknown } from '../../src/engine/unknown.ts'

describe('a window', () => {
  it('is split at the changes inside it alone', () => {
    expect(splitWindow(0, 10, [4, 4, 12, 0, 10, -3])).toEqual([
      { from: 0, to: 4, share: 0.4 },
      { from: 4, to: 10, share: 0.6 },
    ])
    expect(() => splitWindow(5, 5, [])).toThrow(/end - start must be at least .*received 0/)
  })
  it('keeps its length however it is split', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -10, max: 110 })), (changes) => {
        const stretches = splitWindow(0, 100, changes)
        const total = stretches.reduce((sum, s) => sum + s.share, 0)
        return Math.abs(total - 1) < 1e-9 && stretches.every((s) => s.to > s.from)
      }),
    ))
  it('has no mean price when a part of it has none', () => {
    const gap = unknown('no-price-at-date', 'x')
    expect(
      meanOver([
        { share: 0.5, value: 2 },
        { share: 0.5, value: gap },
      ]),
    ).toEqual(gap)
    expect(
      meanOver([
        { share: 0.4, value: 2 },
        { share: 0.6, value: 4 },
      ]),
    ).toBeCloseTo(3.2, 12)
  })
})

describe('cost over months', () => {
  const months = {
    requests: [1000, 1000, 1000],
    bigUsd: [0.03, 0.03, 0.06],
    smallUsd: [0.002, 0.002, 0.002],
    distil: { fromMonth: 1, oneOffUsd: 20, usdPerRequest: 0.002, usdPerMonth: 5 },
    passedOnShare: 0.1,
  }
  it('draws three cumulative curves and sees a price rise come', () => {
    const { stayBig, distilLater, startSmall } = costOverMonths(months)
    expect(stayBig).toEqual([30, 60, 120])
    expect(distilLater).toEqual([30, 57, 64])
    expect(startSmall.map((usd) => Math.round(usd * 100) / 100)).toEqual([5, 10, 18])
  })
  it('never falls, whatever is put in', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(1e6), fc.double({ min: 0, max: 1, noNaN: true })), {
          minLength: 1,
          maxLength: 24,
        }),
        fc.nat(24),
        (list, fromMonth) => {
          const curves = costOverMonths({
            requests: list.map(([n]) => n),
            bigUsd: list.map(([, usd]) => usd),
            smallUsd: list.map(([, usd]) => usd / 10),
            distil: { ...months.distil, fromMonth },
            passedOnShare: 0.2,
          })
          return Object.values(curves).every((curve) =>
            curve.every((usd, i) => usd >= (curve[i - 1] ?? 0)),
          )
        },
      ),
    ))
  it('refuses lists of unequal length', () =>
    expect(() => costOverMonths({ ...months, bigUsd: [0.03] })).toThrow(
      /bigUsd must be from 3 to 3 months, as many as requests; received 1/,
    ))
  it('says from when on a plan has cost no more, if ever', () => {
    expect(monthsUntilCheaper([30, 77, 84], [30, 60, 90])).toBe(3)
    expect(monthsUntilCheaper([30, 57], [30, 60])).toBe(1)
    expect(monthsUntilCheaper([30, 77], [30, 60])).toMatchObject({ unknown: 'does-not-apply' })
  })
  const named = {
    months: 3,
    requests_per_month: 1000,
    big_usd: 0.03,
    small_usd: 0.002,
    distil_month: 1,
    distil_once_usd: 20,
    distilled_usd: 0.002,
  }
  it('takes a dated change of price and a growing volume by name', () => {
    const { results } = runFormula('cost-over-months', {
      ...named,
      growth: 1,
      price_change_month: 2,
      big_usd_after: 0.06,
    })
    expect(results.stay_big_usd).toBe(30 + 60 + 240)
    expect(() => runFormula('cost-over-months', { ...named, price_change_month: 2 })).toThrow(
      /belong together; received 2 and undefined/,
    )
  })
  it('is a sentence when distilling never pays', () =>
    expect(() => runFormula('cost-crossover', { ...named, distil_once_usd: 1e6 })).toThrow(
      /costs more at the end of the last month.*received 3/,
    ))
  it('is a sentence when nothing is saved', () =>
    expect(() =>
      runFormula('distillation-payback', { fixed_usd: 5000, saving_usd_per_month: 0 }),
    ).toThrow(/saving_usd_per_month .*received 0/))
  it('does not apply to a saving too small to divide by', () =>
    expect(
      paybackMonths({ fixedUsd: exactly(1e300), savingUsdPerMonth: exactly(1e-9) }),
    ).toMatchObject({ unknown: 'does-not-apply' }))
})

describe('training', () => {
  it('cannot run above the peak', () =>
    expect(() => modelFlopsUtilisation(4e25, 1e6, 989)).toThrow(
      /mfu must be from 0 to 1 .*received 11/,
    ))
  it('cannot train more than its billed hours', () =>
    expect(() => goodputRatio(0.4, 0.3)).toThrow(/billedMfu must be from 0 to 0.3/))
  it('of a student is repeated until one run is good enough; data and test are paid once', () => {
    const once = {
      answers: { examplesKept: 1000, keptShare: 0.5, usdPerExample: 0.03, usdPerCheck: 0 },
      training: {
        parameters: 8e9,
        tokens: 1e6,
        epochs: 3,
        method: 'adapters' as const,
        peakTeraFlops: 989,
        mfu: 0.4,
        usdPerGpuHour: 3,
      },
      runs: 1,
      testItems: 100,
      usdPerTestItem: 1,
    }
    const [one, five] = [distillationUsd(once), distillationUsd({ ...once, runs: 5 })]
    expect(one.dataUsd).toBe(60)
    expect(five.usd - one.usd).toBeCloseTo(4 * one.trainingUsd, 9)
  })
})
