import { describe, expect, it } from 'vitest'
import { answerSizing } from '../../src/answering/answer-question.ts'
import { answerText } from '../../src/answering/plain-text.ts'
import { runFormula } from '../../src/engine/registry.ts'
import { isUnknown } from '../../src/engine/unknown.ts'
import type { Option, Recommendation } from '../../src/sizing/recommendation.ts'
import type { SizingInput } from '../../src/sizing/request.ts'
import { shippedKnowledge } from '../support/knowledge.ts'

const knowledge = await shippedKnowledge()
const worked = async (input: SizingInput) => {
  const { answer } = await answerSizing(input, 'en', knowledge)
  if (!answer.recommendation) throw new Error(answerText(answer))
  return { r: answer.recommendation, text: answerText(answer) }
}
const option = (r: Recommendation, id: string): Option => {
  const found = r.options.find((o) => o.id === id)
  if (!found) throw new Error(`there is no option ${id}`)
  return found
}
const central = (e: Option['usdPerRequest']) => (isUnknown(e.value) ? Number.NaN : e.value.central)

// List prices of 2026-11: GPT-6 Astra $10 in and $50 out, GPT-6 Luna $0.10 and $0.50 per million tokens.

describe('tagging support tickets', () => {
  it('at 200,000 a month: the small model is enough, for $18 instead of $1,800', async () => {
    const { r, text } = await worked({ task: 'classification', volume: 200_000 })
    expect(r.verdict).toMatchObject({ choice: 'smaller', option: 'gpt-6-luna' })
    expect(text).toContain('GPT-6 Astra costs $1,800 a month ƒ, GPT-6 Luna $18 a month ƒ')
    expect(text).toMatch(/must lead by 2\.97 points/)
  })
  it('at 20 million a month: still enough, and the large one would cost $180,000', async () => {
    const { r, text } = await worked({ task: 'classification', volume: 20_000_000 })
    expect(r.verdict.choice).toBe('smaller')
    expect(text).toContain('GPT-6 Astra costs $180,000 a month ƒ, GPT-6 Luna $1,800 a month ƒ')
    const own = option(r, 'fine-tune:llama-3.1-8b')
    expect(central(own.figures.usdPerMonth)).toBeLessThan(
      central(option(r, 'gpt-6.1-terra').figures.usdPerMonth),
    )
  })
})

describe('a million answers from documents a month in Korea', () => {
  it('is priced, and its emissions are those of the Korean grid, several times France’s', async () => {
    const { r, text } = await worked({ task: 'rag-qa', volume: 1_000_000, region: 'KOR' })
    expect(text).toContain('grid: Korea')
    const { r: france } = await worked({ task: 'rag-qa', volume: 1_000_000, region: 'FRA' })
    const carbon = (of: Recommendation) => central(option(of, 'gpt-6-astra').figures.co2eKgPerMonth)
    expect(carbon(r) / carbon(france)).toBeGreaterThan(3)
    expect(central(option(r, 'gpt-6-astra').usdPerRequest)).toBe(
      central(option(france, 'gpt-6-astra').usdPerRequest),
    )
  })
})

describe('a coding agent that thinks longer', () => {
  it('costs more and gets more right, and is an option beside a larger model', async () => {
    const { r, text } = await worked({ task: 'coding-agent', volume: 20_000 })
    const [low, high] = [option(r, 'gpt-6-luna'), option(r, 'effort:gpt-6-luna')]
    expect(high.choice).toBe('reasoning-effort')
    expect(central(high.usdPerRequest)).toBeGreaterThan(central(low.usdPerRequest))
    expect(central(high.figures.qualityPoints)).toBeGreaterThan(central(low.figures.qualityPoints))
    expect(text).toContain('GPT-6 Luna, high reasoning effort: cost $192 a month')
    expect(text).toContain('GPT-6 Luna: cost $120 a month')
  })
})

describe('medical triage, where a mistake costs a lot', () => {
  it('is worth the larger model', async () => {
    const { r, text } = await worked({ task: 'clinical-triage', volume: 10_000 })
    expect(r.verdict.choice).toBe('bigger')
    expect(text).toContain('Bigger is worth it')
  })
})

describe('summaries that may wait for the night', () => {
  it('cost half, because the batch price is used', async () => {
    const [now, night] = [
      await worked({ task: 'summarisation', volume: 10_000 }),
      await worked({ task: 'summarisation', volume: 10_000, batch: true }),
    ]
    expect(central(option(night.r, 'gpt-6-astra').usdPerRequest)).toBeCloseTo(
      central(option(now.r, 'gpt-6-astra').usdPerRequest) / 2,
      12,
    )
    expect(night.text).toContain('GPT-6 Astra costs $213 a month ƒ, GPT-6 Luna $2.13 a month ƒ')
  })
})

describe('a 70B model of one’s own against an API of $0.59 and $0.79, as much read as written', () => {
  const CAPACITY = 2 * 4205 * 730 * 3600
  const millions = (rent: number, staffUsd: number) =>
    (runFormula('break-even-volume', {
      usd_per_replica_month: 2 * rent * 730,
      staff_usd_per_month: staffUsd,
      api_usd_per_request: (0.59 + 0.79) / 2 / 1e6,
      requests_a_replica_carries: CAPACITY,
    }).results.requests_per_month ?? Number.NaN) / 1e6
  it.each([
    [2.95, 6242],
    [3.64, 7702],
    [4.5, 9522],
  ])('at $%d an hour is even at %d million tokens a month', (rent, expected) =>
    expect(millions(rent, 0) / expected).toBeCloseTo(1, 3),
  )
  it.each([
    [2.95, 15_300],
    [3.64, 16_760],
    [4.5, 18_580],
  ])('at $%d with a quarter of an engineer only at %d million', (rent, expected) =>
    expect(millions(rent, 6250) / expected).toBeCloseTo(1, 3),
  )
  it('at $12 an hour is never even, for a full replica costs more than the API', () =>
    expect(() => millions(12, 0)).toThrow(/No volume evens out.*received 22/))
})

describe('a price that doubles on 2026-12-01', () => {
  it('splits the bill of six months there, in words', async () => {
    const { text } = await worked({
      task: 'chatbot',
      volume: 1_000_000,
      candidates: ['gemini-4-argon', 'gemini-3.8-flash'],
    })
    // Seven days of thirty at $5,000 a month; all else at $10,000; without the change it would be $30,000.
    expect(text).toContain('The price of Gemini 4 Argon changes on Dec 1, 2026')
    expect(text).toContain('With the change 6 months (assumed) of it cost $58,900 ƒ')
  })
})

describe('a prompt that grows past a threshold', () => {
  const costOf = async (model: string, tokens: number) =>
    central(
      option(
        (
          await worked({
            task: 'summarisation',
            volume: 1000,
            in: tokens,
            out: 1000,
            candidates: [model, 'claude-opus-5-5'],
          })
        ).r,
        model,
      ).usdPerRequest,
    )
  it('of 100,000 tokens makes Haiku 5.5 five times as dear', async () => {
    expect(await costOf('claude-haiku-5-5', 100_000)).toBeCloseTo(0.0105, 9)
    expect(await costOf('claude-haiku-5-5', 100_001)).toBeCloseTo(0.0525005, 9)
  })
  it('of 272,000 tokens doubles what GPT-6 costs', async () => {
    expect(await costOf('gpt-6-sol', 272_000)).toBeCloseTo(0.554, 9)
    expect(await costOf('gpt-6-sol', 272_001)).toBeCloseTo(1.103004, 9)
  })
})
