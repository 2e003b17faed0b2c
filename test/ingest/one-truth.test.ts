import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fileSource } from '../../src/connectors/file-source.ts'
import { liteLlm } from '../../src/connectors/litellm.ts'
import { digestLines } from '../../src/digest/digest-text.ts'
import { gatherDigest } from '../../src/digest/gather-digest.ts'
import { importCharges } from '../../src/ingest/import-charges.ts'
import { pullDays } from '../../src/ingest/poll-sources.ts'
import { chargeStore } from '../../src/storage/charge-store.ts'
import { type Db, openDatabase } from '../../src/storage/database.ts'
import { charge, reading } from '../contracts/samples.ts'
import { fileWith } from '../support/file.ts'
import { file, ROW } from '../support/focus-file.ts'
import { fakeWeb, type PageServer, pageText, servePages } from '../support/pages.ts'

const NOW = Date.parse('2026-11-20T12:00:00Z')
const DAY = '2026-11-18'

describe('a gateway and the bill of the same day', () => {
  let [db, server] = [] as unknown as [Db, PageServer]
  let gatewayCalls = ''
  beforeEach(async () => {
    db = await openDatabase({ dataDir: mkdtempSync(join(tmpdir(), 'rightsize-truth-')) })
    server = await servePages(({ url }) => ({
      body: pageText(`litellm.activity.${url.searchParams.get('page')}`).replaceAll(
        '"openai"',
        `"${gatewayCalls}"`,
      ),
    }))
  })
  afterEach(() => Promise.all([db.destroy(), server.close()]))

  const place = () => ({ charges: chargeStore(db), tenant: 'A', now: () => NOW, owner: 'test' })
  const importBill = async (provider: string) =>
    importCharges(await fileSource([fileWith(file([{ ProviderName: provider }]))]), {
      ...place(),
      newId: () => `import-${provider}`,
      models: { isKnown: () => false, isPriced: () => false },
    })
  const pollGateway = async (calls: string) => {
    gatewayCalls = calls
    const gateway = liteLlm(
      fakeWeb(() => NOW),
      { baseUrl: server.address, key: () => 'k' },
    )
    expect((await pullDays(place(), gateway, { from: DAY, to: DAY })).problem).toBeUndefined()
  }
  const digest = () => gatherDigest({ charges: chargeStore(db) }, 'A', DAY)

  it.each([
    ['Microsoft', 'azure', 'azure'],
    ['AWS', 'bedrock', 'aws'],
    ['Google Cloud', 'vertex_ai', 'google'],
    ['OpenAI', 'openai', 'openai'],
  ])('of %s and %s are counted once: the bill', async (provider, calls, id) => {
    await importBill(provider)
    await pollGateway(calls)
    const { currencies, gatewayGaps } = await digest()
    expect(currencies.map((c) => c.totalNano)).toEqual([BigInt(Number(ROW.EffectiveCost) * 1e9)])
    expect(gatewayGaps).toMatchObject([
      { provider: id, meteredNano: 61_250_000_000n, billedNano: 1_250_000_000n },
    ])
    for (const [language, line] of [
      ['en', `${id}: the bill of $1.25 is counted and the gateway's $61.25`],
      ['ko', id],
    ] as const)
      expect(digestLines(await digest(), language).join('\n')).toContain(line)
  })
  it('of providers that are only alike are both counted', async () => {
    await importBill('Azure Resellers Inc.')
    await pollGateway('azure')
    const { currencies, gatewayGaps } = await digest()
    expect(currencies.map((c) => c.totalNano)).toEqual([62_500_000_000n])
    expect(gatewayGaps).toEqual([])
  })
  it('is not doubled by charges that were stored under the name as it came', async () => {
    const { charges } = place()
    const earlier = charge({
      source: 'focus',
      provider: 'Microsoft',
      day: DAY,
      period: '2026-11-01',
    })
    await charges.replace('A', 'focus', reading([earlier]), NOW)
    expect((await importBill('Microsoft')).replaced).toBe(1)
    expect((await charges.charges('A', DAY, DAY)).map((c) => c.provider)).toEqual(['azure'])
  })
})
