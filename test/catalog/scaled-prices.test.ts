import { describe, expect, it } from 'vitest'
import { scaledPrices } from '../../src/catalog/scaled-prices.ts'
import { isUnknown } from '../../src/engine/unknown.ts'
import { openCatalog } from '../../src/knowledge.ts'

const AT = '2026-11-23T12:00:00Z'
const catalog = openCatalog({})
const rates = (prices: typeof catalog, model: string) => {
  const row = prices.priceAt('openai', model, AT)
  return isUnknown(row) ? row : row.price
}

describe('prices supposed to change', () => {
  it('are exactly the multiple of today’s, the rates of long prompts too', () => {
    const today = rates(catalog, 'gpt-6-astra')
    expect(today).toMatchObject({ input: 10, output: 50 })
    const dearer = rates(scaledPrices(catalog, 1.3), 'gpt-6-astra')
    expect(dearer).toMatchObject({ input: 13, output: 65 })
    if ('unknown' in today || 'unknown' in dearer) throw new Error('no price')
    expect(dearer.longPrompt?.input).toBeCloseTo(1.3 * (today.longPrompt?.input ?? 0), 9)
    expect(dearer.longPrompt?.aboveTokens).toBe(today.longPrompt?.aboveTokens)
  })
  it('stay unknown where today’s are', () => {
    expect(rates(scaledPrices(catalog, 2), 'no-such-model')).toEqual(
      rates(catalog, 'no-such-model'),
    )
    expect(rates(catalog, 'no-such-model')).toHaveProperty('unknown')
  })
})
