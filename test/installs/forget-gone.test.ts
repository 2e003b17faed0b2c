import { describe, expect, it } from 'vitest'
import { createForgetting } from '../../src/installs/forget-gone.ts'

const DAY = 86_400_000

describe('the data of workspaces that the app was taken away from', () => {
  it('is deleted after the days that were set, looked for once an hour, and not when it is back', async () => {
    const gone = new Map([
      ['T1', 0],
      ['T2', 5 * DAY],
      ['BACK', 0],
    ])
    let now = 29 * DAY
    let looks = 0
    const forget = createForgetting(
      {
        goneBefore: async (moment) => {
          looks++
          return [...gone].filter(([, at]) => at < moment).map(([tenant]) => tenant)
        },
        forget: async (tenant) => tenant !== 'BACK' && gone.delete(tenant),
      },
      { now: () => now, days: 30 },
    )
    expect(await forget()).toEqual([])
    now = 30 * DAY + 1
    expect(await forget()).toEqual(['T1'])
    now += 60_000
    expect(await forget()).toEqual([])
    expect(looks).toBe(2)
    now = 36 * DAY
    expect(await forget()).toEqual(['T2'])
  })
})
