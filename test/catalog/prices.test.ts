import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { LIST_PRICES, listPriceAt } from '../../src/catalog/list-prices.ts'
import { loadCatalog } from '../../src/catalog/load.ts'
import { billedPrice } from '../../src/catalog/peak-hours.ts'
import { forecastUsdPerRequest, priceForecast } from '../../src/catalog/price-forecast.ts'
import { apiPricePerRequest } from '../../src/engine/cost/api-price.ts'
import { isUnknown } from '../../src/engine/unknown.ts'
import { knowledgePaths } from '../../src/knowledge-paths.ts'
import { NOW } from '../support/knowledge.ts'

const catalog = loadCatalog(knowledgePaths(undefined).catalog)
const priceOf = (provider: string, model: string, at = NOW) => {
  const row = catalog.priceAt(provider, model, at)
  if (isUnknown(row)) throw new Error(`${model} has no price: ${row.unknown}`)
  return row
}
const usd = (provider: string, model: string, input: number, output = 1000, batch = false) =>
  apiPricePerRequest(priceOf(provider, model).price, { input, cachedInput: 0, output }, batch)

describe('the size of a prompt', () => {
  it('reprices the whole request of Haiku 5.5 above 100,000 tokens, output too', () => {
    expect(usd('anthropic', 'claude-haiku-5-5', 100_000)).toBe(0.0105)
    expect(usd('anthropic', 'claude-haiku-5-5', 100_001)).toBe(0.0525005)
  })
  it('reprices the whole request of GPT-6 above 272,000 tokens', () => {
    expect(usd('openai', 'gpt-6-sol', 272_000)).toBe(0.554)
    expect(usd('openai', 'gpt-6-sol', 272_001)).toBe(1.103004)
  })
  it('counts what is read from and written to the cache, at the rates of its tier', () => {
    const { price } = priceOf('anthropic', 'claude-haiku-5-5')
    const tokens = { input: 120_000, cachedInput: 60_000, cacheWrites: 60_000, output: 0 }
    expect(apiPricePerRequest(price, tokens, false)).toBe(0.003 + 0.0375)
  })
})

describe('nightly batch work', () => {
  it('pays the batch price where one is published, and no less where none is', () => {
    expect(usd('openai', 'gpt-6-luna', 2000, 500, true)).toBe(
      usd('openai', 'gpt-6-luna', 2000, 500) / 2,
    )
    expect(usd('x-ai', 'grok-4.7', 2000, 500, true)).toBe(usd('x-ai', 'grok-4.7', 2000, 500))
  })
})

describe('an hour of the day', () => {
  const input = (at: string) => billedPrice(priceOf('deepseek', 'deepseek-flash', at), at).input
  it('doubles the price at peak on working days only', () => {
    expect(input('2026-11-23T00:59:59Z')).toBe(0.15)
    expect(input('2026-11-23T01:00:00Z')).toBe(0.3)
    expect(input('2026-11-23T04:00:00Z')).toBe(0.15)
    expect(input('2026-11-23T09:59:59Z')).toBe(0.3)
    expect(input('2026-11-22T02:00:00Z')).toBe(0.15)
    expect(input('2026-10-01T02:00:00Z')).toBe(0.15)
  })
  it('doubled it on every day before the weekend rule', () => {
    const saturday = '2026-08-22T02:00:00Z'
    expect(billedPrice(priceOf('deepseek', 'deepseek-v4-pro', saturday), saturday).output).toBe(
      3.96,
    )
  })
  it('leaves other prices alone', () => {
    const row = priceOf('openai', 'gpt-6-sol')
    expect(billedPrice(row, '2026-11-23T02:00:00Z')).toBe(row.price)
  })
})

describe('a model that no reviewed row prices', () => {
  it('is priced from the package of list prices by its exact id, with the age of that price', () => {
    const row = priceOf('openai', 'o1')
    expect(row.price).toMatchObject({ input: 15, output: 60, cacheRead: 7.5 })
    expect(row.price.batchMultiplier).toBeUndefined()
    expect(row.source).toMatchObject({ checked: LIST_PRICES.published, url: LIST_PRICES.url })
  })
  it('may carry the date of its snapshot', () =>
    expect(listPriceAt('anthropic', 'claude-haiku-4-5-20251001', NOW)?.price.cacheWrite).toBe(1.25))
  it('keeps the tier of long prompts', () =>
    expect(listPriceAt('anthropic', 'claude-sonnet-4-5', NOW)?.price.longPrompt).toEqual({
      aboveTokens: 200_000,
      input: 6,
      output: 22.5,
      cacheRead: 0.6,
      cacheWrite: 7.5,
    }))
  it.each([
    ['a name that only begins alike', 'anthropic', 'claude-sonnet-5-5'],
    ['a moving alias', 'mistral', 'mistral-large-latest'],
    ['another variant', 'openai', 'gpt-5.4-turbo'],
    ['a model of another provider', 'azure', 'gpt-5.6-luna'],
    ['a price by the hour, without weekends', 'deepseek', 'deepseek-v4-pro'],
    ['a provider nobody knows', 'nobody', 'gpt-5.4'],
    ['no name at all', 'openai', ''],
  ])('has none from %s', (_, provider, model) =>
    expect(listPriceAt(provider, model, NOW)).toBeUndefined(),
  )
  it('is unknown where the package is silent too', () =>
    expect(catalog.priceAt('openai', 'gpt-7', NOW)).toEqual({
      unknown: 'no-price',
      subject: 'gpt-7',
    }))
  it('takes the list price before its first reviewed row, never after its last', () => {
    expect(priceOf('openai', 'gpt-4o', '2026-08-01T00:00:00Z').price.input).toBe(2.5)
    expect(catalog.priceAt('google', 'gemini-3.6-flash', '2027-02-01')).toMatchObject({
      unknown: 'no-price-at-date',
    })
  })
  it('comes from the version that is installed', () => {
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'))
    expect(dependencies[LIST_PRICES.package]).toBe(LIST_PRICES.version)
  })
})

describe('a forecast', () => {
  const tokens = { input: 1000, cachedInput: 0, output: 0 }
  const argon = { provider: 'google', model: 'gemini-4-argon' }
  it('of six months splits where the price doubles on 2026-12-01', () => {
    const forecast = priceForecast(catalog, { ...argon, from: '2026-11-24T00:00:00Z', months: 6 })
    const [first = []] = forecast
    expect(first.map((s) => [s.from, s.to])).toEqual([
      ['2026-11-24T00:00:00.000Z', '2026-12-01T00:00:00.000Z'],
      ['2026-12-01T00:00:00.000Z', '2026-12-24T00:00:00.000Z'],
    ])
    const [november, ...later] = forecastUsdPerRequest(forecast, tokens, false)
    expect(november).toBeCloseTo((7 * 0.002 + 23 * 0.004) / 30, 12)
    expect(later).toEqual([0.004, 0.004, 0.004, 0.004, 0.004])
  })
  it('is unknown in the months for which no price is listed', () => {
    const forecast = priceForecast(catalog, {
      provider: 'google',
      model: 'gemini-3.6-flash',
      from: '2026-12-15T00:00:00Z',
      months: 2,
    })
    expect(forecastUsdPerRequest(forecast, tokens, false)).toMatchObject([
      { unknown: 'no-price-at-date' },
      { unknown: 'no-price-at-date' },
    ])
  })
  it('counts months from the last day of a long month', () => {
    const ends = priceForecast(catalog, { ...argon, from: '2027-01-31', months: 2 }).map((m) =>
      m.at(-1)?.to.slice(0, 10),
    )
    expect(ends).toEqual(['2027-02-28', '2027-03-31'])
  })
})
