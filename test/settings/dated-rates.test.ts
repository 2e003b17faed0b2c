import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from '../../src/config.ts'
import { rateOn } from '../../src/settings/dated-rates.ts'

describe('dated rates of exchange', () => {
  const { CURRENCY_RATES: rates = [] } = readConfig({
    CURRENCY_RATES: 'EUR:0.92@2026-11-01, KRW:1390@2026-11-01,KRW:1402.5@2026-11-20',
  })
  it('are read with their days', () =>
    expect(rates).toEqual([
      { currency: 'EUR', unitsPerUsd: 0.92, day: '2026-11-01' },
      { currency: 'KRW', unitsPerUsd: 1390, day: '2026-11-01' },
      { currency: 'KRW', unitsPerUsd: 1402.5, day: '2026-11-20' },
    ]))
  it('hold from their day on, until a newer one', () => {
    expect(rateOn(rates, 'KRW', '2026-10-31')).toBeUndefined()
    expect(rateOn(rates, 'KRW', '2026-11-19')?.unitsPerUsd).toBe(1390)
    expect(rateOn(rates, 'KRW', '2026-11-20')?.unitsPerUsd).toBe(1402.5)
    expect(rateOn(rates, 'JPY', '2026-11-20')).toBeUndefined()
  })
  it.each([
    ['EUR=0.92', '"EUR=0.92" is not a rate such as EUR:0.92@2026-11-01'],
    ['EUR:0.92', 'is not a rate such as'],
    ['USD:1@2026-11-01', '"USD" is not one of KRW, EUR, GBP, JPY, CNY'],
    ['EUR:0@2026-11-01', '"0" of EUR is no number of units for a dollar'],
    ['EUR:1.2.3@2026-11-01', '"1.2.3" of EUR is no number'],
    ['EUR:0.92@2026-02-30', '"2026-02-30" of EUR is no day'],
    ['EUR:0.92@2026-11-01,EUR:0.93@2026-11-01', 'EUR has two rates from 2026-11-01'],
  ])('%s is refused with a sentence', (text, words) => {
    expect(() => readConfig({ CURRENCY_RATES: text })).toThrow(ConfigError)
    expect(() => readConfig({ CURRENCY_RATES: text })).toThrow(words)
  })
})
