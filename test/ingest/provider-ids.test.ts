import { describe, expect, it } from 'vitest'
import { providerId, withProviderIds } from '../../src/ingest/provider-ids.ts'
import { oneTruth } from '../../src/spend/one-truth.ts'
import { charge, reading } from '../contracts/samples.ts'
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
  it('pairs the gateway with the bill behind it, and the bill replaces its own window', () => {
    const bill = withProviderIds(reading([charge({ provider: 'Microsoft', source: 'focus' })]))
    const metered = withProviderIds(
      reading([charge({ provider: 'azure', source: 'litellm', basis: 'metered' })]),
    )
    expect(bill.windows.map((w) => w.provider)).toEqual(bill.windows.map(() => 'azure'))
    const { counted, leftOut } = oneTruth([...bill.charges, ...metered.charges])
    expect(counted.map((c) => c.source)).toEqual(['focus'])
    expect(leftOut).toMatchObject([{ provider: 'azure' }])
  })
})
