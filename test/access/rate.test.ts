import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RateStore, Used } from '../../src/access/ports.ts'
import { createRates, taken } from '../../src/access/rate.ts'

const MINUTE = 60_000

/** Asks at these times; how many were let in. */
function letIn(times: readonly number[], perMinute: number): number[] {
  let fullAt = 0
  return times.filter((now) => {
    const next = taken(fullAt, perMinute, now)
    fullAt = next.fullAt
    return next.wait === 0
  })
}

describe('an allowance of a minute', () => {
  it.each([1, 7, 20, 300, 60_000])('lets %i in at once, and then says when to come back', (n) => {
    expect(letIn(Array(n + 5).fill(1000), n)).toHaveLength(n)
    let fullAt = 0
    for (let i = 0; i < n; i += 1) fullAt = taken(fullAt, n, 1000).fullAt
    const { wait } = taken(fullAt, n, 1000)
    expect(wait).toBeGreaterThan(0)
    expect(wait).toBeLessThanOrEqual(Math.ceil(MINUTE / n))
    expect(taken(fullAt, n, 1000 + wait).wait).toBe(0)
  })
  it('in no minute lets more in than twice itself, and everybody who asks no faster than it', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100 }),
        fc.array(fc.integer({ min: 0, max: 5 * MINUTE }), { maxLength: 300 }),
        (n, times) => {
          const sorted = [...times].sort((a, b) => a - b)
          const let_in = letIn(sorted, n)
          for (const from of let_in)
            expect(let_in.filter((t) => t >= from && t < from + MINUTE).length).toBeLessThanOrEqual(
              2 * n,
            )
          const slow = sorted.map((_, i) => i * Math.ceil(MINUTE / n))
          expect(letIn(slow, n)).toEqual(slow)
        },
      ),
    ))
  it('is whole again after the clock was set back by hours', () => {
    const { fullAt } = taken(0, 1, 10 * 3_600_000)
    expect(taken(fullAt, 1, 3_600_000).wait).toBe(0)
  })
})

/** A store that somebody else always changes first. */
const contested: RateStore = {
  used: async () => ({ fullAt: 0, toldAt: 0 }),
  replace: async () => false,
  forgetBefore: async () => 0,
}

function inMemory(): RateStore {
  const rows = new Map<string, Used>()
  return {
    used: async (tenant, person) => rows.get(`${tenant} ${person}`),
    replace: async ({ tenant, person }, before, used) => {
      if (rows.get(`${tenant} ${person}`) !== before) return false
      rows.set(`${tenant} ${person}`, used)
      return true
    },
    forgetBefore: async () => 0,
  }
}

describe('people who ask', () => {
  const at = (store: RateStore, person: number, workspace: number) => {
    let now = 1_000_000
    const rates = createRates(store, { allowance: { person, workspace }, now: () => now })
    return {
      enter: rates.enter,
      later: (ms: number) => {
        now += ms
      },
    }
  }
  it('are told once a minute that they ask too fast, each by themselves', async () => {
    const { enter, later } = at(inMemory(), 1, 0)
    expect(await enter('A', 'U1')).toBe('in')
    const slow = { limit: 'person', wait: MINUTE }
    expect(await enter('A', 'U1')).toEqual({ ...slow, tell: true })
    expect(await enter('A', 'U1')).toEqual({ ...slow, tell: false })
    expect(await enter('A', 'U2')).toBe('in')
    expect(await enter('A', 'U2')).toEqual({ ...slow, tell: true })
    later(MINUTE)
    expect(await enter('A', 'U1')).toBe('in')
    expect(await enter('A', 'U1')).toEqual({ ...slow, tell: true })
  })
  it('share the allowance of their workspace, and of no other', async () => {
    const { enter } = at(inMemory(), 0, 2)
    expect(await enter('A', 'U1')).toBe('in')
    expect(await enter('A', 'U2')).toBe('in')
    expect(await enter('A', 'U3')).toMatchObject({ limit: 'workspace', tell: true })
    expect(await enter('A', 'U4')).toMatchObject({ limit: 'workspace', tell: true })
    expect(await enter('A', 'U4')).toMatchObject({ limit: 'workspace', tell: false })
    expect(await enter('B', 'U3')).toBe('in')
  })
  it('are not counted where there is no limit, and not kept waiting where it cannot be counted', async () => {
    const { enter } = at(inMemory(), 0, 0)
    for (let i = 0; i < 100; i += 1) expect(await enter('A', 'U1')).toBe('in')
    expect(await at(contested, 1, 1).enter('A', 'U1')).toBe('in')
  })
})
