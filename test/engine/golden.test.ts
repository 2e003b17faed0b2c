import { describe, expect, it } from 'vitest'
import { apiPricePerRequest } from '../../src/engine/cost/api-price.ts'
import { kvCacheGB } from '../../src/engine/serving/kv-cache.ts'
import { isUnknown } from '../../src/engine/unknown.ts'
import apiPrices from '../cases/api-prices.json' with { type: 'json' }
import kvCache from '../cases/kv-cache.json' with { type: 'json' }
import { shippedKnowledge } from '../support/knowledge.ts'

const { catalog } = await shippedKnowledge()
const near = (got: number, expected: number | null | undefined, tolerance: number) =>
  expect(Math.abs(got - (expected ?? Number.NaN))).toBeLessThanOrEqual(
    tolerance * Math.abs(expected ?? 0) + 1e-18,
  )

describe('KV cache sizes equal those of published model configurations', () => {
  const known = kvCache.cases.filter(
    (c) => catalog.model(c.model) ?? catalog.model(c.model.replace(/-it$/, '')),
  )
  it('are checked for most models of the table', () =>
    expect(known.length).toBeGreaterThanOrEqual(5))
  it.each(known)('$id', ({ model, context, sequences, gb }) => {
    const dimensions = (catalog.model(model) ?? catalog.model(model.replace(/-it$/, '')))
      ?.dimensions
    if (!dimensions) return expect.fail(`${model} has no dimensions`)
    near(kvCacheGB(dimensions, context, sequences, 2), gb, kvCache.relativeTolerance)
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
