import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Charge } from '../../src/spend/charge.ts'
import { oneTruth, UNKNOWN_PROVIDER } from '../../src/spend/one-truth.ts'
import { charge } from '../contracts/samples.ts'

const billed = (over: Parameters<typeof charge>[0] = {}) => charge({ source: 'openai', ...over })
const metered = (over: Parameters<typeof charge>[0] = {}) =>
  charge({ source: 'litellm', basis: 'metered', ...over })

describe('a gateway and the provider behind it', () => {
  it('are not added: the bill counts, and the gap is said', () => {
    const bill = billed({ provider: 'OpenAI', nano: 60n })
    const { counted, leftOut } = oneTruth([bill, metered({ nano: 61n }), metered({ nano: 2n })])
    expect(counted).toEqual([bill])
    expect(leftOut).toEqual([
      {
        day: '2026-11-16',
        provider: 'openai',
        currency: 'USD',
        meteredNano: 63n,
        billedNano: 60n,
      },
    ])
  })
  it('are told apart by day and provider, so that what no bill speaks for still counts', () => {
    const others = [metered({ day: '2026-11-17' }), metered({ provider: 'anthropic' })]
    expect(oneTruth([billed(), ...others]).counted).toEqual([billed(), ...others])
  })
  it('count as metered when there is no bill at all, unknown providers too', () => {
    const lines = [metered(), metered({ provider: UNKNOWN_PROVIDER })]
    expect(oneTruth(lines)).toEqual({ counted: lines, leftOut: [] })
  })
  it('of an unknown provider give way on any day with a bill, and are compared with all of it', () => {
    const bills = [billed({ nano: 3n }), charge({ source: 'claude', provider: 'claude', nano: 4n })]
    const { counted, leftOut } = oneTruth([...bills, metered({ provider: '', nano: 9n })])
    expect(counted).toEqual(bills)
    expect(leftOut).toEqual([
      expect.objectContaining({ provider: UNKNOWN_PROVIDER, meteredNano: 9n, billedNano: 7n }),
    ])
  })
  it('are settled by a day that the bill is known to be empty on', () => {
    const lines = [billed({ day: '2026-11-15' }), metered({ nano: 5n })]
    const known = [{ source: 'openai', day: '2026-11-16' }]
    expect(oneTruth(lines).counted).toHaveLength(2)
    expect(oneTruth(lines, known)).toEqual({
      counted: [lines[0]],
      leftOut: [expect.objectContaining({ meteredNano: 5n, billedNano: 0n })],
    })
  })
  it('are not settled by a known day of a file of several providers, which may say nothing of this one', () => {
    const file = [billed({ day: '2026-11-15' }), billed({ day: '2026-11-16', provider: 'aws' })]
    const known = [{ source: 'openai', day: '2026-11-16' }]
    expect(oneTruth([...file, metered()], known).leftOut).toEqual([])
  })
  it('are not settled by tax or credits alone, nor is the gap made of them', () => {
    const tax = billed({ category: 'tax', nano: 8n })
    expect(oneTruth([tax, metered()]).counted).toHaveLength(2)
    const [gap] = oneTruth([tax, billed({ nano: 5n }), metered()]).leftOut
    expect(gap?.billedNano).toBe(5n)
  })
})

const line = fc.record({
  basis: fc.constantFrom('billed' as const, 'metered' as const),
  day: fc.constantFrom('2026-11-16', '2026-11-17', '2026-11-18'),
  provider: fc.constantFrom('openai', 'OpenAI', 'anthropic', UNKNOWN_PROVIDER),
  category: fc.constantFrom('usage' as const, 'tax' as const),
  currency: fc.constantFrom('USD', 'EUR'),
  nano: fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
})
const sum = (nanos: readonly bigint[]) => nanos.reduce((a, b) => a + b, 0n)

describe('any mixture of bills and meters', () => {
  const holds = (claim: (charges: readonly Charge[]) => void) =>
    fc.assert(fc.property(fc.array(line.map(charge), { maxLength: 30 }), claim), { numRuns: 500 })
  it('keeps every billed line, and every metered unit is counted or left out, once', () =>
    holds((charges) => {
      const { counted, leftOut } = oneTruth(charges)
      const of = (basis: string, list: readonly Charge[]) => list.filter((c) => c.basis === basis)
      expect(of('billed', counted)).toEqual(of('billed', charges))
      expect(
        sum(of('metered', counted).map((c) => c.effectiveNano)) +
          sum(leftOut.map((l) => l.meteredNano)),
      ).toBe(sum(of('metered', charges).map((c) => c.effectiveNano)))
    }))
  it('never counts a provider twice on a day', () =>
    holds((charges) => {
      const { counted } = oneTruth(charges)
      const days = (basis: string) =>
        counted
          .filter((c) => c.basis === basis && c.category === 'usage')
          .map((c) => `${c.day} ${c.provider.toLowerCase()}`)
      const bills = new Set(days('billed'))
      expect(days('metered').filter((day) => bills.has(day))).toEqual([])
    }))
  it('does not depend on the order of the lines, and counting again changes nothing', () =>
    holds((charges) => {
      const once = oneTruth(charges)
      expect(oneTruth([...charges].reverse()).leftOut).toEqual(once.leftOut)
      expect(oneTruth(once.counted)).toEqual({ counted: once.counted, leftOut: [] })
    }))
})
