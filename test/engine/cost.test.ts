import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { apiPricePerRequest, exactApiPrice } from '../../src/engine/cost/api-price.ts'
import { costOverMonths, monthsUntilCheaper } from '../../src/engine/cost/cost-over-months.ts'
import { distillationUsd } from '../../src/engine/cost/distillation.ts'
import { meanOver, splitWindow } from '../../src/engine/cost/price-windows.ts'
import { modelFlopsUtilisation } from '../../src/engine/cost/training.ts'
import { goodputRatio } from '../../src/engine/cost/training-bills.ts'
import { type Decimal, decimal, plus, times, toNumber } from '../../src/engine/decimal.ts'
import { DomainError } from '../../src/engine/formula.ts'
import { runFormula } from '../../src/engine/registry.ts'
import { unknown } from '../../src/engine/unknown.ts'

const NOTHING: Decimal = { digits: 0n, scale: 0 }

describe('a decimal amount', () => {
  it('is the number as it is printed', () => {
    expect(decimal(2.5)).toEqual({ digits: 25n, scale: 1 })
    expect(decimal(1e-7)).toEqual({ digits: 1n, scale: 7 })
    expect(decimal(-3e21)).toEqual({ digits: -3n * 10n ** 21n, scale: 0 })
  })
  it('adds and multiplies without an error', () => {
    expect(toNumber(plus(decimal(0.1), decimal(0.2)))).toBe(0.3)
    expect(toNumber(times(decimal(1.1), decimal(1.1)))).toBe(1.21)
  })
  it('is the same number when it comes back', () =>
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) =>
        Object.is(toNumber(decimal(x)) + 0, x + 0),
      ),
    ))
  it.each([Number.NaN, Number.POSITIVE_INFINITY])('is refused when it is %s', (x) =>
    expect(() => decimal(x)).toThrow(DomainError),
  )
})

describe('a thousand random requests', () => {
  /** A fixed sequence of whole numbers below a bound. */
  function* numbers(): Generator<number, never, number> {
    let state = 12345
    let bound = 1
    for (;;) {
      state = (state * 48271) % 2147483647
      bound = yield state % bound
    }
  }
  const sequence = numbers()
  sequence.next()
  const below = (bound: number) => Number(sequence.next(bound).value)
  const requests = Array.from({ length: 1000 }, () => {
    const [read, written] = [below(200_000), below(50_000)]
    return {
      // Hundredths of a cent per million tokens, as whole numbers.
      rates: {
        input: below(100_000),
        output: below(500_000),
        read: below(10_000),
        write: below(125_000),
      },
      tokens: {
        input: read + written + below(500_000),
        cachedInput: read,
        cacheWrites: written,
        output: below(20_000),
      },
      batch: below(2) === 1,
    }
  })
  const priced = requests.map(({ rates, tokens, batch }) => ({
    price: {
      input: rates.input / 1e4,
      output: rates.output / 1e4,
      cacheRead: rates.read / 1e4,
      cacheWrite: rates.write / 1e4,
      batchMultiplier: 0.5,
    },
    tokens,
    batch,
  }))
  /** The same in whole units of 0.5e-10 dollars, by another way. */
  const units = requests.map(({ rates, tokens, batch }) => {
    const fresh = tokens.input - tokens.cachedInput - tokens.cacheWrites
    const full =
      BigInt(fresh) * BigInt(rates.input) +
      BigInt(tokens.cachedInput) * BigInt(rates.read) +
      BigInt(tokens.cacheWrites) * BigInt(rates.write) +
      BigInt(tokens.output) * BigInt(rates.output)
    return batch ? full : full * 2n
  })

  it('cost what whole numbers say, to the last digit, each', () => {
    const wrong = priced.filter(({ price, tokens, batch }, i) => {
      const exact = Number(`${(units[i] ?? 0n) * 5n}e-11`)
      return apiPricePerRequest(price, tokens, batch) !== exact
    })
    expect(wrong).toEqual([])
  })
  it('add up without a rest', () => {
    const sum = priced.map((r) => exactApiPrice(r.price, r.tokens, r.batch)).reduce(plus, NOTHING)
    const expected: Decimal = { digits: units.reduce((a, b) => a + b, 0n) * 5n, scale: 11 }
    expect(plus(sum, times(expected, decimal(-1))).digits).toBe(0n)
    expect(toNumber(sum)).toBeGreaterThan(1000)
  })
})

describe('an API price by name', () => {
  const short = { input_usd_per_1m: 2, output_usd_per_1m: 10, output: 0 }
  it('has no tier unless one is given whole', () => {
    const price = (more: object) =>
      runFormula('api-price', { ...short, input: 3e5, ...more }).results
    expect(price({}).usd_per_request).toBe(0.6)
    expect(
      price({ long_prompt_above: 272e3, long_input_usd_per_1m: 4, long_output_usd_per_1m: 15 })
        .usd_per_request,
    ).toBe(1.2)
    expect(() => price({ long_prompt_above: 272e3, long_input_usd_per_1m: 4 })).toThrow(
      /long_output_usd_per_1m; received 4 and undefined/,
    )
  })
  it('reads from the cache at the input price where no other is given, never for nothing', () =>
    expect(
      runFormula('api-price', { ...short, input: 1e6, cached: 1e6 }).results.usd_per_request,
    ).toBe(2))
})

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
      'Distilling still costs more at the end of the last month.',
    ))
  it('is a sentence when a saving is too small to earn anything back', () =>
    expect(() =>
      runFormula('distillation-payback', { fixed_usd: 1e300, saving_usd_per_month: 1e-9 }),
    ).toThrow('never earned back'))
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
