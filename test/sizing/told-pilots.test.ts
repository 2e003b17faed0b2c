import { describe, expect, it } from 'vitest'
import { answerSizing } from '../../src/answering/answer-question.ts'
import { answerText } from '../../src/answering/plain-text.ts'
import { isUnknown } from '../../src/engine/unknown.ts'
import type { SizingInput } from '../../src/sizing/request.ts'
import { shippedKnowledge } from '../support/knowledge.ts'

const knowledge = await shippedKnowledge()
const { size, catalog } = knowledge

/** Workloads of every task: few and many requests, hosted anywhere or kept at home. */
const WORKLOADS: readonly SizingInput[] = catalog.tasks.flatMap(({ id }) =>
  [3_000, 2_000_000].flatMap((volume): SizingInput[] => [
    { task: id, volume, hosting: 'api' },
    { task: id, volume, 'current-model': 'claude-opus-5-5' },
    { task: id, volume, data: 'stays' },
  ]),
)

describe('the result of a pilot', () => {
  it('can be told, whatever pilot was advised, and then counts', async () => {
    const kinds = new Set<string>()
    for (const input of WORKLOADS) {
      const before = await size(input, 'en')
      const pilot = before.ok ? before.recommendation.pilot : undefined
      if (!pilot || isUnknown(pilot.items.value)) continue
      const [a, b] = pilot.between
      const items = pilot.items.value.central
      const half = Math.floor(items / 2)
      const counts = { aRight: half + 3, bRight: half, bothRight: half - 5, items }
      const after = await size({ ...input, evaluation: { a, b, ...counts } }, 'en')
      expect(after, `${JSON.stringify(input)}: ${a} against ${b}`).toMatchObject({ ok: true })
      if (!after.ok) continue
      for (const id of pilot.between) {
        kinds.add(id.includes(':') ? (id.split(':')[0] ?? '') : 'model')
        const option = after.recommendation.options.find((o) => o.id === id)
        expect(option?.figures.qualityPoints, id).toMatchObject({ kind: 'yours' })
      }
    }
    expect([...kinds]).toEqual(expect.arrayContaining(['model', 'effort']))
  })
})

describe('a pilot of a router', () => {
  it('runs its two models on the items, which tries it before it is built', async () => {
    const undecided = await size(
      { task: 'extraction', volume: 20_000, 'current-model': 'claude-opus-5-5', hosting: 'api' },
      'en',
    )
    if (!undecided.ok) throw new Error('not sized')
    const { verdict, pilot } = undecided.recommendation
    expect(verdict.between?.some((id) => id.startsWith('router:'))).toBe(true)
    expect([...(pilot?.between ?? [])].sort()).toEqual(['claude-haiku-5-5', 'claude-opus-5-5'])
  })
})

describe('a pilot of what is not there yet', () => {
  it('counts what it takes to make it, and says that it has to be made', async () => {
    const { answer } = await answerSizing({ task: 'summarisation', volume: 50e6 }, 'en', knowledge)
    const { pilot, options } = answer.recommendation ?? {}
    expect(pilot?.made).toEqual(['distil:gpt-6-astra+llama-3.1-8b'])
    const make = Number(pilot?.usd.inputs.usd_to_make)
    expect(make).toBeGreaterThan(0)
    const { items, usd_per_label, usd_per_request_a, usd_per_request_b } = pilot?.usd.inputs ?? {}
    const run = Number(usd_per_label) + Number(usd_per_request_a) + Number(usd_per_request_b)
    expect(pilot?.usd.value).toMatchObject({
      central: expect.closeTo(make + Number(items) * run, 6),
    })
    const made = options?.find((o) => o.id === pilot?.made[0])?.label.en
    expect(answerText(answer)).toContain(`Pilot: make ${made} first, label`)
  })
})
