import { describe, expect, it } from 'vitest'
import { meanWithInterval } from '../../bench/bootstrap.ts'
import { createAdviser, rules } from '../../bench/decisions/choosers.ts'
import { drawCompany } from '../../bench/decisions/companies.ts'
import { runPilot } from '../../bench/decisions/pilot.ts'
import { CHOOSERS, play } from '../../bench/decisions/play.ts'
import { worlds } from '../../bench/decisions/worlds.ts'
import { seeded } from '../../src/engine/random.ts'
import { exactly } from '../../src/engine/range.ts'
import { shippedKnowledge } from '../support/knowledge.ts'

const { catalog, defaults } = await shippedKnowledge()
const at = '2026-11-24T12:00:00.000Z'
const advise = createAdviser(catalog, defaults, at)
const means = { catalog, defaults, at, advise, rules: rules(catalog, at), when: 'stays' } as const
const families = [{ name: 'a family', scores: [80, 75, 68, 60] }]
const all = worlds({ catalog, defaults, families, larger: families })
const random = seeded(1)
const companies = Array.from({ length: 6 }, () => drawCompany(random, catalog, defaults))

describe('the simulation of decisions', () => {
  it.each(all.map((world) => [world.id, world] as const))(
    'in the world %s nobody beats the chooser that knows everything, but for the labels of a pilot',
    (_, world) => {
      for (const [i, company] of companies.entries()) {
        const { losses } = play(company, world, i, means)
        for (const who of Object.keys(CHOOSERS) as (keyof typeof CHOOSERS)[])
          if (!who.endsWith('Pilot')) expect(losses[who].usd, who).toBeGreaterThanOrEqual(-1e-6)
      }
    },
  )
  it('is the same for the same seed, and another for another', () => {
    const [world] = all
    const [company] = companies
    if (!world || !company) throw new Error('There is no world or company.')
    expect(play(company, world, 7, means)).toEqual(play(company, world, 7, means))
    expect(play(company, world, 8, means)).not.toEqual(play(company, world, 7, means))
  })
})

describe('a simulated pilot', () => {
  const pilot = { between: ['a', 'b'], items: { value: exactly(20_000) } }
  it('finds the shares right that are true', () => {
    const found = runPilot(pilot as never, [0.9, 0.8], seeded(3))
    expect((found?.aRight ?? 0) / 20_000).toBeCloseTo(0.9, 2)
    expect((found?.bRight ?? 0) / 20_000).toBeCloseTo(0.8, 2)
  })
})

describe('the interval of paired differences', () => {
  it('holds the mean and is as wide as chance', () => {
    const { mean, low, high } = meanWithInterval(Array.from({ length: 400 }, (_, i) => i % 2))
    expect(mean).toBe(0.5)
    expect(low).toBeGreaterThan(0.43)
    expect(high).toBeLessThan(0.57)
  })
})
