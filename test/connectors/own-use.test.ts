import { describe, expect, it } from 'vitest'
import type { ModelCall } from '../../src/answering/ports.ts'
import { ownUse } from '../../src/connectors/own-use.ts'
import { buildDigest } from '../../src/digest/build-digest.ts'
import { digestLines } from '../../src/digest/digest-text.ts'
import { chargeSourceContract } from '../contracts/charge-source.ts'
import { charge } from '../contracts/samples.ts'

const NOON = Date.parse('2026-11-20T12:00:00Z')
const DAYS = { from: '2026-11-16', to: '2026-11-22' }
const call: ModelCall = {
  ...{ tenant: 'T1', person: 'U1', channel: 'C1', id: 'c1' },
  at: Date.parse('2026-11-18T23:59:59Z'),
  ...{ purpose: 'word', provider: 'openai', model: 'gpt-6-luna', outcome: 'ok' },
  ...{ inputTokens: 1_200, cachedTokens: 200, outputTokens: 90, nano: 190_000n },
  ...{ mostNano: 500_000n, ms: 900 },
}
const { inputTokens: _i, cachedTokens: _c, outputTokens: _o, nano: _n, ...unknown } = call
const CALLS: readonly ModelCall[] = [
  call,
  { ...call, id: 'c2', outcome: 'malformed', nano: 10_000n },
  { ...unknown, id: 'c3', outcome: 'timeout' },
]
const source = ownUse(
  async () => CALLS,
  () => NOON,
)

chargeSourceContract("the product's own calls", {
  open: () => source,
  days: DAYS,
  broken: () =>
    ownUse(
      async () => {
        throw new Error('the database is gone')
      },
      () => NOON,
    ),
})

describe("the product's own calls", () => {
  it('are one workload, a charge a day and model, with those that came to nothing', async () => {
    const { charges } = await source.read(DAYS)
    expect(charges).toEqual([
      expect.objectContaining({
        day: '2026-11-18',
        workload: 'rightsize',
        tokens: { input: 2_000, cacheRead: 400, output: 180 },
        requests: 2,
        failedRequests: 1,
        effectiveNano: 200_000n,
      }),
    ])
  })

  it('stand in the digest, counted once beside the bill of their provider', async () => {
    const { charges: own, days } = await source.read(DAYS)
    const billed = charge({ day: '2026-11-18', provider: 'openai', effectiveNano: 5_000_000_000n })
    const known = days.map((d) => ({ ...d, source: 'rightsize' }))
    const digest = buildDigest({ period: '2026-W47', charges: [billed, ...own], known })
    expect(digest.currencies[0]?.totalNano).toBe(5_000_000_000n)
    expect(digest.gatewayGaps).toEqual([])
    expect(digest.ownUse).toMatchObject({ nano: 200_000n, calls: 2, tokens: 2_580 })
    expect(digestLines(digest, 'en').join('\n')).toMatch(
      /\$0\.0002 at list prices for 2 calls of a language model whose tokens are known, 2,580 tokens/,
    )
    expect(digestLines(digest, 'ko').join('\n')).toMatch(
      /토큰을 아는 언어 모델 호출 2회, 토큰 2,580개, 정가로/,
    )
  })

  it('add to what other providers billed', async () => {
    const { charges: own } = await source.read(DAYS)
    const billed = charge({ day: '2026-11-18', provider: 'anthropic', effectiveNano: 5n })
    const digest = buildDigest({ period: '2026-W47', charges: [billed, ...own], known: [] })
    expect(digest.currencies[0]?.totalNano).toBe(200_005n)
  })

  it('make no day known on which nothing else is', async () => {
    const { charges: own, days } = await source.read(DAYS)
    const known = days.map((d) => ({ ...d, source: 'rightsize' }))
    const billed = charge({ day: '2026-11-17', provider: 'anthropic' })
    const digest = buildDigest({ period: '2026-W47', charges: [billed, ...own], known })
    expect(digest.coverage.settledDays).toEqual(['2026-11-17'])
    expect(digest.coverage.sources.map((s) => s.source)).not.toContain('rightsize')
    const alone = buildDigest({ period: '2026-W47', charges: own, known })
    expect(alone.coverage.settledDays).toEqual(['2026-11-18'])
  })
})
