import { describe, expect, it } from 'vitest'
import { createDraws } from '../../src/engine/decision/draws.ts'
import { seeded } from '../../src/engine/random.ts'
import { completeRequest } from '../../src/sizing/complete-request.ts'
import { createDecider } from '../../src/sizing/decide.ts'
import type { SizingInput } from '../../src/sizing/request.ts'
import { shippedKnowledge } from '../support/knowledge.ts'
import { drawWorlds, type World } from '../support/worlds.ts'

const WORLDS = 200
const TASKS = [
  'classification',
  'extraction',
  'summarisation',
  'rag-qa',
  'chatbot',
  'drafting',
  'coding-agent',
  'expert-reasoning',
  'clinical-triage',
  'knowledge-lookup',
  'translation',
  'code-completion',
  'code-review',
  'text-to-sql',
]
/** How much more or less is at stake than the product assumes. */
const STAKES = [0.1, 1, 10]

const { catalog, defaults, at } = await shippedKnowledge()
const { seed, draws } = defaults.simulation
const random = createDraws((column) => seeded(seed + column), draws)

const completed = (input: SizingInput) => {
  const done = completeRequest(input, catalog, defaults, 'en')
  if (!done.ok) throw new Error(`${JSON.stringify(input)} is no request.`)
  return done
}

/** A recommendation for a request, and what is true in worlds drawn from its ranges. */
const judged = (task: string, stakes: number, world: number) => {
  const plain = completed({ task, volume: 50_000 }).request
  const { request, task: full } = completed({
    task,
    volume: 50_000,
    ...(stakes === 1
      ? {}
      : { value: plain.value.central * stakes, 'error-cost': plain.errorCost.central * stakes }),
  })
  const decision = createDecider(catalog, defaults, at())(request, full, random)
  const worlds = drawWorlds(decision, request, full, defaults, seeded(7_000 + world), WORLDS)
  return { decision, worlds }
}

const cases = TASKS.flatMap((task, i) =>
  STAKES.map((stakes, j) => judged(task, stakes, i * STAKES.length + j)),
)

type Stated = Readonly<{ probability: number; came: boolean }>

/** Forecasts by tenths of what was stated, each held against how often it came true. */
const expectCalibrated = (stated: readonly Stated[]) => {
  const tenth = ({ probability }: Stated) => Math.min(9, Math.floor(probability * 10))
  const bins = new Map(
    [...new Set(stated.map(tenth))].map((bin) => [bin, stated.filter((s) => tenth(s) === bin)]),
  )
  for (const [bin, ones] of bins) {
    const said = ones.reduce((sum, s) => sum + s.probability, 0) / ones.length
    const came = ones.filter((s) => s.came).length / ones.length
    const chance = 1.96 * Math.sqrt((said * (1 - said)) / ones.length)
    expect(
      Math.abs(came - said),
      `${bin * 10} % and more: said ${said}, came ${came}`,
    ).toBeLessThan(chance + 0.05)
  }
  return bins
}

const earns = (world: World, id: string) => world.get(id) ?? 0
const bestOf = (world: World) =>
  [...world].reduce((top, one) => (one[1] > top[1] ? one : top), ['no-ai', 0] as const)[0]

describe('probabilities in worlds drawn from the ranges that answers state', () => {
  it('the recommended option earns more than the one it is held against as often as is said', () => {
    const stated = cases.flatMap(({ decision: { chosen }, worlds }) => {
      const [option, rival] = [chosen.outcome === 'none' ? 'no-ai' : chosen.id, chosen.against()]
      if (option === undefined || rival === undefined) return []
      return worlds.map((world) => ({
        probability: chosen.confidence(),
        came: earns(world, option) > earns(world, rival),
      }))
    })
    const bins = expectCalibrated(stated)
    expect(stated.length).toBeGreaterThanOrEqual(400)
    expect([...bins.keys()]).toEqual(expect.arrayContaining([5, 6, 7, 8, 9]))
  })
  it('each option is the best of all as often as its share of the draws says, doing nothing included', () => {
    const stated = cases.flatMap(({ decision: { simulation }, worlds }) => {
      const best = worlds.map(bestOf)
      return [...simulation.best()].flatMap(([id, probability]) =>
        best.map((one) => ({ probability, came: one === (id || 'no-ai') })),
      )
    })
    expectCalibrated(stated)
  })
})
