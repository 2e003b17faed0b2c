import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isUnknown } from '../../src/engine/unknown.ts'
import type { Recommendation } from '../../src/sizing/recommendation.ts'
import type { SizingInput } from '../../src/sizing/request.ts'
import { shippedKnowledge } from '../support/knowledge.ts'

const { size, catalog } = await shippedKnowledge()
const sized = async (input: SizingInput): Promise<Recommendation> => {
  const result = await size(input, 'en')
  if (!result.ok) throw new Error(result.problems.map((p) => p.sentence).join(' '))
  return result.recommendation
}
const monthly = (r: Recommendation, id: string) => {
  const value = r.options.find((o) => o.id === id)?.figures.usdPerMonth.value
  return value && !isUnknown(value) ? value.central : Number.NaN
}

const workloads = fc.record({
  task: fc.constantFrom(...catalog.tasks.map((t) => t.id)),
  volume: fc.integer({ min: 100, max: 50_000_000 }),
  in: fc.integer({ min: 50, max: 8000 }),
  out: fc.integer({ min: 5, max: 1500 }),
  value: fc.double({ min: 0.01, max: 20, noNaN: true }),
  'error-cost': fc.double({ min: 0.01, max: 50, noNaN: true }),
})

describe('over random workloads', { timeout: 60_000 }, () => {
  it('going a little past a flip point changes the verdict to the one named, and stopping short does not', async () => {
    await fc.assert(
      fc.asyncProperty(workloads, async (input) => {
        const { verdict, flips } = await sized(input)
        const away = flips.map((f) => Math.abs(Math.log(f.flipsAt / f.current)))
        const nearestFirst = away.every((distance, i) => i === 0 || distance >= (away[i - 1] ?? 0))
        for (const { assumption, current, flipsAt, toChoice } of flips) {
          const beyond = flipsAt > current ? 1 : -1
          const at = async (share: number) =>
            (await sized({ ...input, [assumption]: flipsAt * (1 + beyond * share) })).verdict.choice
          expect(await at(0.003)).toBe(toChoice)
          expect(await at(-0.003)).toBe(verdict.choice)
        }
        return flips.length <= 3 && nearestFirst
      }),
      { numRuns: 12, endOnFailure: true },
    )
  })
  it('doubling the volume doubles what an API costs', async () => {
    await fc.assert(
      fc.asyncProperty(workloads, async (input) => {
        const [once, twice] = [
          await sized(input),
          await sized({ ...input, volume: input.volume * 2 }),
        ]
        return once.options
          .filter((o) => o.provider !== undefined && !o.id.includes(':'))
          .every((o) => Math.abs(monthly(twice, o.id) / monthly(once, o.id) - 2) < 1e-9)
      }),
      { numRuns: 12, endOnFailure: true },
    )
  })
  it('raising the cost of an error never moves the choice to a less accurate option', async () => {
    const accuracy = (r: Recommendation) => {
      const value = r.options.find((o) => o.id === r.verdict.option)?.figures.qualityPoints.value
      return value && !isUnknown(value) ? value.central : undefined
    }
    await fc.assert(
      fc.asyncProperty(
        workloads,
        fc.double({ min: 1.1, max: 30, noNaN: true }),
        async (input, factor) => {
          const [before, after] = [
            accuracy(await sized(input)),
            accuracy(await sized({ ...input, 'error-cost': input['error-cost'] * factor })),
          ]
          return before === undefined || after === undefined || after >= before - 1e-9
        },
      ),
      { numRuns: 30, endOnFailure: true },
    )
  })
  it('every figure says what it is, and unknown is never zero', async () => {
    await fc.assert(
      fc.asyncProperty(workloads, async (input) =>
        (await sized(input)).estimates.every(
          (e) =>
            isUnknown(e.value) || (Number.isFinite(e.value.central) && e.value.low <= e.value.high),
        ),
      ),
      { numRuns: 12, endOnFailure: true },
    )
  })
})

describe('verdicts', () => {
  it('says smaller for tagging tickets, because the small model is as accurate', async () =>
    expect((await sized({ task: 'classification', volume: 200_000 })).verdict.choice).toBe(
      'smaller',
    ))
  it('says bigger for clinical triage, where an error costs much', async () =>
    expect((await sized({ task: 'clinical-triage', volume: 10_000 })).verdict.choice).toBe(
      'bigger',
    ))
  it('says no AI when a right answer is worth nothing and a wrong one costs', async () =>
    expect(
      (await sized({ task: 'classification', value: 0, 'error-cost': 5 })).verdict.choice,
    ).toBe('no-ai'))
  it('says it cannot tell when the evidence is between the bars', async () => {
    const { verdict, pilot } = await sized({ task: 'coding-agent', volume: 10_000 })
    expect(verdict.choice).toBe('cannot-tell')
    expect(pilot).toBeDefined()
  })
  it('says fine-tune for much extraction at real stakes', async () =>
    expect((await sized({ task: 'extraction', volume: 1_000_000 })).verdict.choice).toBe(
      'fine-tune',
    ))
  it('says self-host when only that was asked for', async () =>
    expect(
      (
        await sized({
          candidates: ['llama-3.1-70b'],
          hosting: 'self-host',
          volume: 50 * 3600 * 730,
        })
      ).verdict.choice,
    ).toBe('self-host'))
  it('gives the same figures and the same replay id for the same request', async () =>
    expect(await sized({ task: 'chatbot', volume: 5000 })).toEqual(
      await sized({ volume: 5000, task: 'chatbot' }),
    ))
})

describe('limits', () => {
  it('refuses options over the budget and says so', async () => {
    const { options } = await sized({ task: 'classification', volume: 200_000, budget: 100 })
    expect(options.find((o) => o.id === 'gpt-6-astra')?.refused).toEqual({ reason: 'over-budget' })
    expect(options.find((o) => o.id === 'gpt-6-luna')?.refused).toBeUndefined()
  })
  it('uses the batch price when answers may wait', async () => {
    const [now, batch] = [
      await sized({ task: 'summarisation', volume: 10_000 }),
      await sized({ task: 'summarisation', volume: 10_000, batch: true }),
    ]
    expect(monthly(batch, 'gpt-6-luna')).toBeCloseTo(monthly(now, 'gpt-6-luna') / 2, 9)
  })
  it('reprices a whole prompt above the long-prompt threshold', async () => {
    const at = async (tokens: number) =>
      monthly(
        await sized({
          task: 'summarisation',
          candidates: ['claude-haiku-5-5', 'claude-opus-5-5'],
          volume: 1000,
          in: tokens,
          out: 1000,
        }),
        'claude-haiku-5-5',
      )
    expect((await at(100_001)) / (await at(100_000))).toBeCloseTo(5, 3)
  })
})

describe('a name that is not in the catalogue', () => {
  it('is a problem with the nearest names, never a guess', async () => {
    const result = await size({ candidates: ['gpt-6-lunar'] }, 'en')
    expect(result).toMatchObject({
      ok: false,
      problems: [{ key: 'candidates', sentence: expect.stringContaining('gpt-6-luna') }],
    })
  })
  it('is told in Korean to those who ask in Korean', async () => {
    const result = await size({ task: '뭔가' }, 'ko')
    expect(result.ok ? '' : result.problems[0]?.sentence).toContain('카탈로그에 없습니다')
  })
})
