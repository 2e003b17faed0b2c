import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { loadCatalog } from '../../src/catalog/load.ts'
import { priceForecast } from '../../src/catalog/price-forecast.ts'
import type { Catalog } from '../../src/catalog/types.ts'
import { knowledgePaths } from '../../src/knowledge-paths.ts'
import { NOW } from '../support/knowledge.ts'

const [shipped = ''] = knowledgePaths(undefined).catalog
const made: string[] = []
afterEach(() => {
  for (const directory of made.splice(0)) rmSync(directory, { recursive: true })
})

/** The shipped catalogue and a company's folder with one file. */
function withOwn(file: string, text: string) {
  const own = mkdtempSync(join(tmpdir(), 'rightsize-contract-'))
  made.push(own)
  mkdirSync(dirname(join(own, file)), { recursive: true })
  writeFileSync(join(own, file), text)
  return loadCatalog([shipped, own])
}
const openai = (...rows: string[]) =>
  withOwn('discounts/openai.yml', rows.map((r) => `- { ${r}, source: contract }\n`).join(''))
const rates = (catalog: Catalog, model: string, at = NOW) => catalog.priceAt('openai', model, at)

describe('a negotiated discount', () => {
  it('comes off every rate of the provider, exactly, and names itself', () => {
    const row = rates(openai('from: "2026-11-01", percent_off: 15'), 'gpt-6-sol')
    expect(row).toMatchObject({
      price: {
        input: 1.7,
        output: 8.5,
        cacheRead: 0.17,
        cacheWrite: 2.125,
        longPrompt: { aboveTokens: 272_000, input: 3.4, output: 12.75 },
        batchMultiplier: 0.5,
      },
      discount: { percentOff: 15, source: 'contract' },
    })
  })
  it('of a model comes before that of its provider, and does not add up with it', () => {
    const catalog = openai(
      'from: "2026-11-01", percent_off: 10',
      'model: gpt-6-luna, from: "2026-11-01", percent_off: 50',
    )
    expect(rates(catalog, 'gpt-6-luna')).toMatchObject({ price: { input: 0.05 } })
    expect(rates(catalog, 'gpt-6-sol')).toMatchObject({ price: { input: 1.8 } })
  })
  it('holds between its dates, the end excluded, and splits a forecast there', () => {
    const catalog = openai('from: "2026-11-01", to: "2026-12-01", percent_off: 10')
    expect(rates(catalog, 'gpt-6-sol', '2026-10-31T23:59:59Z')).toMatchObject({
      price: { input: 2 },
    })
    const [november = []] = priceForecast(catalog, {
      provider: 'openai',
      model: 'gpt-6-sol',
      from: NOW,
      months: 1,
    })
    expect(november.map((s) => s.row)).toMatchObject([
      { price: { input: 1.8 } },
      { price: { input: 2 } },
    ])
  })
  it('leaves other providers alone', () => {
    const catalog = openai('from: "2026-11-01", percent_off: 10')
    expect(catalog.priceAt('anthropic', 'claude-haiku-5-5', NOW)).toMatchObject({
      price: { input: 0.1 },
    })
  })
  it('comes off list prices of the package too', () =>
    expect(rates(openai('from: "2026-11-01", percent_off: 20'), 'gpt-5.4')).toMatchObject({
      price: { input: 2 },
    }))
  it.each([
    [
      'overlaps another of its kind',
      ['from: "2026-11-01", percent_off: 10', 'from: "2026-11-15", percent_off: 20'],
      'discounts of openai/*: the row from 2026-11-01 is still in force when the one from 2026-11-15 starts.',
    ],
    [
      'overlaps another on the same model',
      [
        'model: gpt-5, from: "2026-11-01", to: "2026-12-02", percent_off: 10',
        'model: gpt-5, from: "2026-12-01", percent_off: 20',
      ],
      'discounts of openai/gpt-5: the row from 2026-11-01 is still in force',
    ],
    [
      'is on a model without a price',
      ['model: gpt-55, from: "2026-11-01", percent_off: 10'],
      'discounts of openai: it has no price for a model gpt-55.',
    ],
    [
      'takes off more than all',
      ['from: "2026-11-01", percent_off: 110'],
      'openai.yml: 0.percent_off is 110 and must be at most 100.',
    ],
  ])('is refused with a sentence when it %s', (_, rows, sentence) =>
    expect(() => openai(...rows)).toThrow(sentence),
  )
  it('is refused when it names no provider or another source than the contract', () => {
    expect(() =>
      withOwn(
        'discounts/nobody.yml',
        '- { from: "2026-11-01", percent_off: 10, source: contract }\n',
      ),
    ).toThrow('discounts/nobody.yml: there is no provider nobody.')
    expect(() =>
      withOwn('discounts/openai.yml', '- { from: "2026-11-01", percent_off: 10, source: hope }\n'),
    ).toThrow('0.source is "hope" and must be one of contract.')
  })
})

describe("a company's own price", () => {
  const own = (more: string, from = '2026-11-20') =>
    withOwn(
      'prices/x-ai.yml',
      `- { model: grok-4.7, from: "${from}", input: 1, output: 3, source: "https://x.example", checked: "2026-11-20"${more} }\n`,
    )
  const at = (catalog: Catalog, time: string) => catalog.priceAt('x-ai', 'grok-4.7', time)

  it('replaces a shipped one for its time when it says so', () => {
    const catalog = own(', to: "2027-01-01", replaces: true')
    expect(at(catalog, '2026-11-19')).toMatchObject({ price: { input: 2 } })
    expect(at(catalog, NOW)).toMatchObject({ price: { input: 1 } })
    expect(at(catalog, '2027-01-01')).toMatchObject({ price: { input: 2 } })
  })
  it('is refused when it overlaps without saying so', () =>
    expect(() => own('')).toThrow(
      'prices of x-ai/grok-4.7: the row from 2026-09-01 is still in force when the one from 2026-11-20 starts.',
    ))
})
