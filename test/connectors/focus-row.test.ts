import { describe, expect, it } from 'vitest'
import type { Charge } from '../../src/spend/charge.ts'
import { readFocus } from '../support/file.ts'
import { COLUMNS, file, type ROW } from '../support/focus-file.ts'

const only = async (row: Partial<typeof ROW>): Promise<Charge> => {
  const { charges, rejected } = await readFocus(file([row]))
  expect(rejected).toEqual([])
  return charges[0] as Charge
}

describe('a FOCUS row', () => {
  it('becomes a charge with everything it says', async () =>
    expect(await only({})).toEqual({
      source: 'focus',
      basis: 'billed',
      day: '2026-11-18',
      period: '2026-11-01',
      provider: 'Vendor A',
      model: 'model-large',
      meter: 'input',
      category: 'usage',
      team: 'support',
      project: 'proj-1',
      workload: 'triage',
      region: 'eu-west-1',
      currency: 'USD',
      tokens: { input: 500_000 },
      effectiveNano: 1_250_000_000n,
      billedNano: 1_500_000_000n,
      listNano: 2_000_000_000n,
    }))
  it.each([
    ['{"ModelId":"m","TokenDirection":"Input","TokenCacheAction":"Read"}', '', 'cache-read'],
    ['{"ModelId":"m","TokenDirection":"Input","TokenCacheAction":"Write"}', '', 'cache-write'],
    ['{"ModelId":"m","TokenDirection":"Output"}', '', 'output'],
    ['', 'Cache Read Input Tokens', 'cache-read'],
    ['', 'Cache Write Input Tokens', 'cache-write'],
    ['', 'Output Tokens', 'output'],
    ['', 'Input Tokens', 'input'],
    ['not json', 'Tokens of some kind', 'tokens'],
  ])('with %s and meter "%s" meters %s', async (SkuPriceDetails, SkuMeter, meter) =>
    expect(await only({ SkuPriceDetails, SkuMeter })).toMatchObject({ meter }),
  )
  it('counts units of a thousand tokens as tokens', async () =>
    expect((await only({ ConsumedUnit: '1K tokens', ConsumedQuantity: '2.5' })).tokens).toEqual({
      input: 2500,
    }))
  it('of anything else keeps quantity and unit', async () =>
    expect(
      await only({ ConsumedUnit: 'Hours', ConsumedQuantity: '0.5', SkuPriceDetails: '' }),
    ).toMatchObject({ meter: 'other', quantity: 0.5, unit: 'Hours', tokens: {} }))
  it('names no model that it does not say exactly', async () => {
    expect(await only({ SkuPriceDetails: '', SkuId: 'gpt-6-luna' })).not.toHaveProperty('model')
    const known = { models: new Set(['gpt-6-luna']) }
    const row = { SkuPriceDetails: '', SkuId: 'gpt-6-luna' }
    const { charges } = await readFocus(file([row]), known)
    expect(charges[0]).toMatchObject({ model: 'gpt-6-luna' })
    const { charges: fuzzy } = await readFocus(file([{ ...row, SkuId: 'gpt-6-luna in' }]), known)
    expect(fuzzy[0]).not.toHaveProperty('model')
  })
  it('says correction, unused capacity, credit, tax, batch', async () => {
    expect(
      await only({ ChargeClass: 'Correction', ConsumedQuantity: '-5', EffectiveCost: '-2.5' }),
    ).toMatchObject({ correction: true, tokens: { input: -5 }, effectiveNano: -2_500_000_000n })
    expect(await only({ CommitmentDiscountStatus: 'Unused' })).toMatchObject({ unused: true })
    expect(await only({ ChargeCategory: 'Credit' })).toMatchObject({
      category: 'credit',
      meter: 'other',
    })
    expect(await only({ SkuMeter: 'Batch Input Tokens' })).toMatchObject({ tier: 'batch' })
  })
  it('with cost below zero and category Usage is kept as it is', async () =>
    expect(await only({ EffectiveCost: '-1e-7' })).toMatchObject({ effectiveNano: -100n }))
  it('finds the team under the tag that the person names', async () => {
    const row = { Tags: '{"user:Owner_Group":"lab","Cost-Center":"42"}' }
    const { charges } = await readFocus(file([row]), { teamTags: ['owner group'] })
    expect(charges[0]).toMatchObject({ team: 'lab' })
    expect(await only(row)).toMatchObject({ team: '42' })
  })
  it('takes ServiceProviderName before ProviderName', async () => {
    const columns = [...COLUMNS, 'ServiceProviderName']
    const { charges } = await readFocus(file([{ ServiceProviderName: 'New' } as never], columns))
    expect(charges[0]?.provider).toBe('New')
  })
  it('for a month stands whole on its first day, and that is said', async () => {
    const { charges, remarks } = await readFocus(
      file([
        { ChargePeriodStart: '2026-11-01T00:00:00Z', ChargePeriodEnd: '2026-12-01T00:00:00Z' },
      ]),
    )
    expect(charges).toMatchObject([{ day: '2026-11-01', effectiveNano: 1_250_000_000n }])
    expect(remarks[0]?.en).toContain('more than one day')
  })
  it.each<[Partial<typeof ROW>, RegExp]>(
    [
      [{ ChargePeriodStart: 'soon' }, /^ChargePeriodStart: "soon" is not a UTC date/],
      [{ ChargePeriodStart: '2026-11-18T00:00:00+09:00' }, /^ChargePeriodStart: .* not a UTC date/],
      [{ ChargePeriodStart: '11/17/26', BillingPeriodStart: '17/11/26' }, /never/],
      [{ ChargeCategory: 'Fun' }, /^ChargeCategory: "Fun" is none of/],
      [{ BillingCurrency: 'dollars' }, /^BillingCurrency: "dollars"/],
      [{ EffectiveCost: '1,5' }, /^EffectiveCost: "1,5" is not a number/],
      [{ EffectiveCost: '' }, /^EffectiveCost: "" is not a number/],
      [{ BilledCost: 'NaN' }, /^BilledCost: "NaN"/],
      [{ ConsumedQuantity: 'many' }, /^ConsumedQuantity: "many"/],
      [{ ConsumedQuantity: '-5' }, /^ConsumedQuantity: "-5" tokens are fewer than none/],
    ].filter(([, why]) => String(why) !== '/never/') as [Partial<typeof ROW>, RegExp][],
  )('with %j is refused with its line and why, and the rest is kept', async (row, why) => {
    const text = file([{ Tags: '{"team":"two\nlines"}' }, row, {}])
    const { read, kept, rejected } = await readFocus(text)
    expect([read, kept]).toEqual([3, 2])
    expect(rejected).toMatchObject([{ line: 4, reason: { en: expect.stringMatching(why) } }])
    expect(rejected[0]?.text).toBe(text.split('\n')[3])
  })
  it('with too few or too many cells is refused', async () => {
    const { kept, rejected } = await readFocus(`${file([{}])}\n1,2\n\n${'x,'.repeat(30)}\n`)
    expect(kept).toBe(1)
    expect(rejected.map((r) => [r.line, r.reason.en.slice(0, 26)])).toEqual([
      [3, 'the row has 2 cells and th'],
      [5, 'the row has 31 cells and t'],
    ])
  })
})
