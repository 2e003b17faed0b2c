import { describe, expect, it } from 'vitest'
import { apiPricePerRequest } from '../../src/engine/cost/api-price.ts'
import { requestFootprint } from '../../src/engine/footprint/inference-energy.ts'
import { range } from '../../src/engine/range.ts'
import { isUnknown } from '../../src/engine/unknown.ts'
import apiPrices from '../cases/api-prices.json' with { type: 'json' }
import ecologits from '../cases/ecologits.json' with { type: 'json' }
import { shippedKnowledge } from '../support/knowledge.ts'

const { catalog } = await shippedKnowledge()
const pair = ([low = 0, high = 0]: readonly (number | null)[]) =>
  range(low ?? 0, ((low ?? 0) + (high ?? 0)) / 2, high ?? 0)
const near = (got: number, expected: number | null | undefined, tolerance: number) =>
  expect(Math.abs(got - (expected ?? Number.NaN))).toBeLessThanOrEqual(
    tolerance * Math.abs(expected ?? 0) + 1e-18,
  )

describe('energy, carbon and water of a request equal the upstream code', () => {
  it.each(ecologits.cases)('$id', (c) => {
    const r = requestFootprint({
      activeB: pair(c.active),
      totalB: pair(c.total),
      outputTokens: c.tokens,
      batch: c.batch,
      weightBits: c.bits,
      ...(c.tps === null ? {} : { tokensPerSecond: c.tps }),
      ...(c.ttft === null ? {} : { timeToFirstTokenS: c.ttft }),
      ...(c.measured === null ? {} : { measuredLatencyS: c.measured }),
      pue: pair(c.pue),
      wueOnSite: pair(c.wue),
      gridGPerKwh: c.grid,
      waterLPerKwh: c.water,
    })
    const check = (
      got: { low: number; high: number },
      expected: readonly (number | null)[],
      unit: number,
    ) => {
      near(got.low / unit, expected[0], ecologits.relativeTolerance)
      near(got.high / unit, expected[1], ecologits.relativeTolerance)
    }
    check(r.whPerRequest, c.kwh, 1000)
    check(r.gCO2eUse, c.useKg, 1000)
    check(r.gCO2eEmbodied, c.embodiedKg, 1000)
    if (isUnknown(r.mLWater) || isUnknown(r.mLWaterUpstreamCode))
      return expect.fail('water must be known here')
    check(r.mLWater, c.waterPaperL, 1000)
    check(r.mLWaterUpstreamCode, c.waterCodeL, 1000)
  })
})

describe('prices of published cases are exact dollars', () => {
  it.each(apiPrices.cases)(
    '$id $model at $at',
    ({ provider, model, at, input, cacheRead, cacheWrite, output, batch, usd }) => {
      const row = catalog.priceAt(provider, model, at)
      if (isUnknown(row)) return expect.fail(`no price: ${row.unknown}`)
      expect(
        apiPricePerRequest(
          row.price,
          { input, cachedInput: cacheRead, cacheWrites: cacheWrite, output },
          batch,
        ),
      ).toBeCloseTo(usd, 9)
    },
  )
})
