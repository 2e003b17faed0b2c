import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ChargeSource, Reading } from '../../src/ingest/ports.ts'
import type { Charge } from '../../src/spend/charge.ts'
import { chargeSourceContract } from '../contracts/charge-source.ts'
import { fakeWeb, type PageServer, servePages } from '../support/pages.ts'
import { DAYS, NOON, RECORDED, type Recorded, SECRET } from './sources.ts'

const shown = (c: Charge) =>
  [c.project ?? c.workload ?? '-', c.team, c.model, c.tier, c.meter, c.unit, c.effectiveNano]
    .filter((x) => x !== undefined)
    .join(' ')
const ofDay = (reading: Reading, day: string) => reading.charges.filter((c) => c.day === day)

/** Opens a recorded service for each test of a group. */
function opened(recorded: Recorded) {
  let server: PageServer
  beforeAll(async () => {
    server = await servePages(recorded.answers)
  })
  afterAll(() => server.close())
  const source = (now = NOON): ChargeSource =>
    recorded.make(
      fakeWeb(() => now),
      { baseUrl: `${server.address}/v1/`, key: () => SECRET },
    )
  return { source, asked: () => server.asked }
}

for (const [name, recorded] of Object.entries(RECORDED))
  describe(name, () => {
    const { source } = opened(recorded)
    chargeSourceContract(name, {
      open: () => source(),
      days: name === 'openrouter' ? { from: '2026-11-18', to: '2026-11-20' } : DAYS,
      broken: () =>
        recorded.make(
          fakeWeb(() => NOON),
          { baseUrl: 'http://127.0.0.1:9', key: () => SECRET },
        ),
      secrets: [SECRET],
    })
    it('speaks for the days asked for, empty ones too, and settles them in time', async () => {
      const { days, windows } = await source().read(DAYS)
      const last = name === 'openrouter' ? '2026-11-19' : '2026-11-20'
      expect(windows).toEqual([{ from: '2026-11-16', to: last }])
      const settled = days.filter((d) => d.settled).at(-1)?.day
      const { settleDays } = source()
      expect(settled).toBe(`2026-11-${19 - settleDays}`)
      expect(days.some((d) => d.day === '2026-11-16')).toBe(true)
    })
    it('is not asked for days that have not begun', async () => {
      const reading = await source().read({ from: '2026-11-21', to: '2026-11-30' })
      expect([reading.charges, reading.windows, reading.days]).toEqual([[], [], []])
    })
  })

describe('OpenAI costs', () => {
  const { source, asked } = opened(RECORDED.openai as Recorded)
  it('are whole dollars to the nano-unit, with the exact model and the requests once', async () => {
    const charges = ofDay(await source().read(DAYS), '2026-11-16')
    expect(charges.map(shown)).toEqual([
      'proj_support model-large-2026-05-01 input 41372000000',
      'proj_support model-large-2026-05-01 cache-read 7905000000',
      'proj_support model-large-2026-05-01 output 12033000000',
      '- other credit adjustment (synthetic) -5000000000',
    ])
    expect(charges.map((c) => c.requests)).toEqual([undefined, undefined, 5120, undefined])
    expect(charges.map((c) => c.tokens)).toEqual([
      { input: 8274400 },
      { cacheRead: 15810000 },
      { output: 1203300 },
      {},
    ])
    expect(charges[3]?.category).toBe('credit')
  })
  it('never pass through a float, and sums of a group are rounded once', async () => {
    const reading = await source().read(DAYS)
    expect(ofDay(reading, '2026-11-18').map(shown)).toEqual([
      'proj_voice model-audio input 300000000',
      'proj_support model-large-2026-05-01 priority, long context output 12345678123456789',
      'proj_support model-small output 0',
      'proj_support other web search tool calls 300000000',
    ])
    expect(reading.remainders).toEqual({ USD: '0.0000000004' })
    expect(ofDay(reading, '2026-11-20')[0]?.effectiveNano).toBe(10_000n)
  })
  it('take tokens from usage only where nothing else could be meant', async () => {
    const [both] = ofDay(await source().read(DAYS), '2026-11-19')
    expect(both).toMatchObject({ model: 'model-large', requests: 45, tokens: { output: 666 } })
  })
  it('say which requests have no cost yet', async () => {
    const { remarks } = await source().read(DAYS)
    expect(remarks.map((r) => r.en)).toEqual([expect.stringContaining('counted 2 requests')])
  })
  it('are asked for in UTC days, by project and line item, with no end in the future', async () => {
    await source().read(DAYS)
    const { url, headers } = asked().at(-4) ?? expect.fail('nothing was asked')
    expect(headers.authorization).toBe(`Bearer ${SECRET}`)
    expect(url.pathname).toBe('/v1/organization/costs')
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      start_time: '1794787200',
      bucket_width: '1d',
      limit: '180',
    })
    expect(url.searchParams.getAll('group_by[]')).toEqual(['project_id', 'line_item'])
    expect(url.searchParams.has('end_time')).toBe(false)
  })
})

describe('Anthropic costs', () => {
  const { source, asked } = opened(RECORDED.anthropic as Recorded)
  it('are cents as decimal text, with tokens from usage by place', async () => {
    const charges = ofDay(await source().read(DAYS), '2026-11-16')
    expect(charges.map(shown)).toEqual([
      'wrkspc_review model-m input 41372000000',
      'wrkspc_review model-m cache-read 7905000000',
      'wrkspc_review model-m cache-write 8100000000',
      'wrkspc_review model-m output 13650000000',
      'default other Web Search Usage 1200000000',
      'wrkspc_review other Code Execution Usage 333333333',
    ])
    expect(charges.map((c) => c.tokens)).toEqual([
      { input: 13790666 },
      { cacheRead: 26350000 },
      { cacheWrite: 2100000 },
      { output: 910000 },
      {},
      {},
    ])
    expect(charges.map((c) => c.quantity ?? 0)).toEqual([0, 0, 0, 0, 120, 0])
  })
  it('keep tier, long context and place of inference apart; tokens of two lines are of neither', async () => {
    const charges = ofDay(await source().read(DAYS), '2026-11-18')
    expect(charges.map((c) => [c.project, c.tier, c.region, c.tokens])).toEqual([
      ['default', 'batch, long context', undefined, { input: 400000 }],
      ['wrkspc_review', undefined, 'us', {}],
      ['wrkspc_review', undefined, 'global', {}],
    ])
  })
  it('below zero are credits', async () =>
    expect(ofDay(await source().read(DAYS), '2026-11-19')[0]?.category).toBe('credit'))
  it('are asked for with the version of the interface', async () => {
    await source().read({ from: '2026-11-16', to: '2026-11-18' })
    const { url, headers } = asked().at(-1) ?? expect.fail('nothing was asked')
    expect(headers).toMatchObject({ 'x-api-key': SECRET, 'anthropic-version': '2023-06-01' })
    expect(url.searchParams.get('ending_at')).toBe('2026-11-19T00:00:00Z')
    expect(url.searchParams.getAll('group_by[]')).toContain('context_window')
  })
})

describe('LiteLLM activity', () => {
  const { source } = opened(RECORDED.litellm as Recorded)
  it('is metered by model and key, and what no key is named for stays', async () => {
    const charges = ofDay(await source().read(DAYS), '2026-11-18')
    expect(charges.map(shown)).toEqual([
      'support-bot team-support model-large tokens 58000000000',
      '- model-small tokens 3250000000',
    ])
    expect(charges[0]).toMatchObject({
      basis: 'metered',
      provider: 'openai',
      requests: 3000,
      failedRequests: 12,
      tokens: { input: 5500000, cacheRead: 2500000, cacheWrite: 0, output: 700000 },
    })
  })
  it('of one date is put together from its pages, and no provider is guessed', async () => {
    const charges = ofDay(await source().read(DAYS), '2026-11-17')
    expect(charges.map((c) => [c.provider, shown(c)])).toEqual([
      ['anthropic', '- team-search model-y tokens 3000000000'],
      ['unknown', 'shared model-y tokens 250000000'],
      ['openai', 'support-bot team-support openai/model-x tokens 1000000000'],
      ['unknown', '- tokens 250000000'],
    ])
  })
})

describe('LiteLLM spend report', () => {
  const { source, asked } = opened(RECORDED['litellm-report'] as Recorded)
  it('is metered by team and model, without tokens, and the totals of teams hold', async () => {
    const { charges } = await source().read({ from: '2026-11-16', to: '2026-11-18' })
    expect(charges.map(shown)).toEqual([
      '- Support model-large tokens 58250000000',
      '- Support model-small tokens 3000000000',
      '- Support tokens 250000000',
      '- model-small tokens 300000000',
    ])
    expect(charges.every((c) => c.provider === 'unknown' && c.requests === undefined)).toBe(true)
    expect(asked().at(-1)?.url.searchParams.get('end_date')).toBe('2026-11-19')
  })
})

describe('OpenRouter activity', () => {
  const { source } = opened(RECORDED.openrouter as Recorded)
  it('is credits billed by OpenRouter, one line a day and model', async () => {
    const charges = ofDay(await source().read(DAYS), '2026-11-18')
    expect(charges).toEqual([
      expect.objectContaining({
        provider: 'openrouter',
        model: 'vendor/model-m',
        requests: 900,
        tokens: { input: 2211000, output: 341500 },
        effectiveNano: 12_503_100_000n,
      }),
    ])
  })
  it('keeps calls with an own key apart, metered under the provider that bills them', async () => {
    const { charges } = await source().read({ from: '2026-11-16', to: '2026-11-17' })
    expect(charges.map((c) => [c.basis, c.provider, c.tokens, c.requests])).toEqual([
      ['billed', 'openrouter', {}, 10],
      ['metered', 'Vendor', {}, undefined],
      ['metered', 'Vendor', { input: 40, output: 20 }, 4],
    ])
  })
  it('knows the last thirty completed days, and says nothing of older ones', async () => {
    const { windows } = await source().read({ from: '2026-09-01', to: '2026-11-20' })
    expect(windows).toEqual([{ from: '2026-10-21', to: '2026-11-19' }])
  })
})
