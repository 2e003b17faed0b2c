import { describe, expect, it } from 'vitest'
import { apiPricePerRequest } from '../../src/engine/cost/api-price.ts'
import { isUnknown } from '../../src/engine/unknown.ts'
import apiPrices from '../cases/api-prices.json' with { type: 'json' }
import { shippedKnowledge } from '../support/knowledge.ts'

const { catalog } = await shippedKnowledge()

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
