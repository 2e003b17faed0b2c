import { describe, expect, it } from 'vitest'
import { createArrivals } from '../../src/inbox/arrivals.ts'

describe('an answer that is about to be computed', () => {
  it('waits for a moment, until what arrives is acknowledged, and not for ever', async () => {
    let waited = 0
    let acknowledge = () => {}
    const arrivals = createArrivals(async (ms) => {
      waited += ms
      if (waited === 50) acknowledge()
    })
    await arrivals.passed(250)
    expect(waited).toBe(5)
    const arriving = arrivals.during(
      () =>
        new Promise<void>((resolve) => {
          acknowledge = resolve
        }),
    )
    await arrivals.passed(250)
    expect(waited).toBeGreaterThanOrEqual(50)
    expect(waited).toBeLessThan(100)
    await arriving
    const failing = arrivals.during(async () => {
      throw new Error('not kept')
    })
    await expect(failing).rejects.toThrow('not kept')
    const before = waited
    await arrivals.passed(250)
    expect(waited).toBe(before + 5)
    void arrivals.during(() => new Promise(() => undefined))
    await arrivals.passed(250)
    expect(waited).toBe(before + 5 + 250)
  })
})
