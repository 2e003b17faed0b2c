import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { apiPricePerRequest, exactApiPrice } from '../../src/engine/cost/api-price.ts'
import { type Decimal, decimal, plus, times, toNumber } from '../../src/engine/decimal.ts'
import { DomainError } from '../../src/engine/formula.ts'
import { runFormula } from '../../src/engine/registry.ts'

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
