import { describe, expect, it } from 'vitest'
import { chooseOption } from '../../src/engine/decision/choose-option.ts'

const contender = (id: string, usd: number, quality: number) => ({
  id,
  kind: id,
  quality,
  upFront: false,
  usdPerRequest: { low: usd, central: usd, high: usd },
})
const [small, middle, big] = [
  contender('small', 1, 0.7),
  contender('middle', 2, 0.8),
  contender('big', 3, 0.9),
]
/** How often the first earns more than the second. */
const beats = (odds: Readonly<Record<string, number>>) => (one: string, other: string) =>
  odds[`${one} ${other}`] ?? 0

describe('what keeps a choice undecided', () => {
  it('is the comparison in which the dearer option falls short, not one that it wins', () => {
    const odds = beats({ 'middle small': 0.6, 'big small': 0.97, 'big middle': 0.7 })
    const chosen = chooseOption([small, middle, big], odds, 0.8, () => 0.9)
    expect(chosen).toMatchObject({ id: 'small', outcome: 'undecided' })
    expect(chosen.doubt?.()).toEqual({ rival: 'big', against: 'middle', probability: 0.7 })
  })
  it('names the option that comes nearest to being chosen', () => {
    const odds = beats({ 'middle small': 0.75, 'big small': 0.9, 'big middle': 0.2 })
    const chosen = chooseOption([small, middle, big], odds, 0.8, () => 0.9)
    expect(chosen.doubt?.()).toEqual({ rival: 'middle', against: 'small', probability: 0.75 })
  })
  it('is absent of a settled choice', () => {
    const odds = beats({ 'middle small': 0.95 })
    expect(chooseOption([small, middle, big], odds, 0.8, () => 0.9).doubt).toBeUndefined()
  })
})

describe('the confidence of a choice', () => {
  it('is that of its weakest comparison, here with a dearer option that might be worth it', () => {
    const odds = beats({ 'middle small': 0.95, 'big middle': 0.4, 'big small': 0.5 })
    const chosen = chooseOption([small, middle, big], odds, 0.8, () => 0.9)
    expect(chosen).toMatchObject({ id: 'middle', outcome: 'settled' })
    expect(chosen.confidence()).toBeCloseTo(0.6, 12)
    expect(chosen.against()).toBe('big')
  })
  it('names the cheaper option where that is the closer one', () => {
    const odds = beats({ 'middle small': 0.85, 'big middle': 0.1, 'big small': 0.2 })
    const chosen = chooseOption([small, middle, big], odds, 0.8, () => 0.9)
    expect(chosen.confidence()).toBeCloseTo(0.85, 12)
    expect(chosen.against()).toBe('small')
  })
  it('of choosing nothing is that of losing money', () => {
    const chosen = chooseOption([small], beats({}), 0.8, () => 0.3)
    expect(chosen).toMatchObject({ outcome: 'none' })
    expect([chosen.confidence(), chosen.against()]).toEqual([0.7, 'small'])
  })
})
