import { describe, expect, it } from 'vitest'
import { providerId, withProviderIds } from '../../src/ingest/provider-ids.ts'
import { PROVIDER_NAMES } from '../../src/ingest/provider-names.ts'
import { charge } from '../contracts/samples.ts'
import { shippedKnowledge } from '../support/knowledge.ts'

describe('the provider of a charge', () => {
  it.each([
    ['azure', ['Microsoft', 'microsoft  Azure', 'azure', 'azure_ai', 'Azure']],
    ['aws', ['AWS', 'Amazon Web Services', 'Amazon Web Services, Inc.', 'bedrock', 'sagemaker']],
    ['google', ['Google Cloud', 'GCP', 'vertex_ai', 'gemini', 'Google AI Studio']],
    ['openai', ['OpenAI', 'openai', ' OpenAI ']],
    ['anthropic', ['Anthropic', 'anthropic']],
    ['x-ai', ['xai', 'xAI']],
  ])('is %s, whatever a bill or gateway calls it', (id, names) =>
    expect(names.map(providerId)).toEqual(names.map(() => id)),
  )
  it.each(['Acme Co', 'Vendor A', 'unknown', 'openrouter', 'azurean', ''])(
    'that is not known, "%s", stays as it is',
    (name) => expect(providerId(name)).toBe(name),
  )
  it('has the id of the catalogue, where that knows it', async () => {
    const { providers } = (await shippedKnowledge()).catalog
    expect(providers.map((p) => providerId(p.id))).toEqual(providers.map((p) => p.id))
  })
  it('makes a reading speak for its id, and for the name under which charges may be stored', () => {
    const windows = [
      { from: '2026-11-16', to: '2026-11-16', provider: 'Microsoft' },
      { from: '2026-11-16', to: '2026-11-16', provider: 'azure' },
      { from: '2026-11-16', to: '2026-11-16' },
    ]
    const named = withProviderIds({ charges: [charge({ provider: 'Microsoft' })], windows })
    expect(named.charges.map((c) => c.provider)).toEqual(['azure'])
    expect(named.windows.map((w) => w.provider)).toEqual(['azure', 'Microsoft', 'azure', undefined])
  })
  it('is one: no name stands for two', () => {
    const pairs = PROVIDER_NAMES.flatMap(({ names }) =>
      Object.entries(names).flatMap(([id, own]) => own.map((name) => [name, id] as const)),
    )
    for (const [name, id] of pairs) expect([name, providerId(name)]).toEqual([name, id])
    expect(PROVIDER_NAMES.every(({ source }) => source.length > 0)).toBe(true)
  })
})
