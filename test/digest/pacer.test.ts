import { describe, expect, it } from 'vitest'
import { createPacer } from '../../src/digest/pacer.ts'

describe('a pacer', () => {
  it('keeps posts in a channel a second apart, and lets channels go beside each other', async () => {
    const slept: number[] = []
    let clock = 0
    const pace = createPacer({ now: () => clock, sleep: async (ms) => void slept.push(ms) })
    for (const channel of ['C1', 'C2', 'C1', 'C1', 'C2']) await pace(channel)
    expect(slept).toEqual([1000, 2000, 1000])
    clock = 2500
    await pace('C1')
    await pace('C2')
    expect(slept.slice(3)).toEqual([500])
  })
})
