import type { Charge } from './charge.ts'
import { descending, divideNano, groupBy, shareOf, totalNano } from './sums.ts'
import { countRequests, tokensOf } from './tokens.ts'

/** What a thousand requests, or a million tokens, cost; with what it was divided by. */
export type UnitCost = Readonly<{
  by: 'total' | 'team' | 'workload' | 'model'
  name?: string
  per: '1000-requests' | '1M-tokens'
  /** Nano-units per thousand requests or million tokens. */
  nano: bigint
  /** Requests or tokens counted. */
  denominator: number
  /** Share of the group's cost that has a denominator, 0 to 1. */
  coverage: number
  /** The same in the period before, where it is known. */
  beforeNano?: bigint
}>

/**
 * Unit costs of the whole and of the largest groups: cost of the lines whose requests (tokens) are
 * known over those requests (tokens). Source: storage-spend.md, section 5.
 * Example: 12 for 4,000 requests: 3 per thousand, n = 4,000.
 */
export function unitCostsOf(
  usage: readonly Charge[],
  before: readonly Charge[],
  limit: number,
): readonly UnitCost[] {
  const groups = (by: 'team' | 'workload' | 'model') => {
    const earlier = groupBy(before, (c) => c[by])
    return [...groupBy(usage, (c) => c[by])]
      .flatMap(([name, charges]) =>
        name === undefined ? [] : [{ name, charges, nano: totalNano(charges) }],
      )
      .sort((a, b) => descending(a.nano, b.nano))
      .slice(0, limit)
      .flatMap(({ name, charges }) => costs({ by, name }, charges, earlier.get(name) ?? []))
  }
  return [
    ...costs({ by: 'total' }, usage, before),
    ...groups('team'),
    ...groups('workload'),
    ...groups('model'),
  ]
}

type Whose = Pick<UnitCost, 'by' | 'name'>

function costs(whose: Whose, usage: readonly Charge[], before: readonly Charge[]): UnitCost[] {
  const all = totalNano(usage)
  return (['1000-requests', '1M-tokens'] as const).flatMap((per): UnitCost[] => {
    const count = per === '1000-requests' ? requestsAndCost : tokensAndCost
    const { nano, units } = count(usage)
    if (units === 0 || all <= 0n) return []
    const earlier = count(before)
    return [
      {
        ...whose,
        per,
        nano: perUnit(nano, units, per),
        denominator: units,
        coverage: shareOf(nano, all),
        ...(earlier.units === 0 ? {} : { beforeNano: perUnit(earlier.nano, earlier.units, per) }),
      },
    ]
  })
}

function perUnit(nano: bigint, units: number, per: UnitCost['per']): bigint {
  return divideNano(nano * (per === '1000-requests' ? 1_000n : 1_000_000n), BigInt(units))
}

function requestsAndCost(charges: readonly Charge[]): { nano: bigint; units: number } {
  const { requests = 0, knownNano } = countRequests(charges)
  return { nano: knownNano, units: Math.round(requests) }
}

function tokensAndCost(charges: readonly Charge[]): { nano: bigint; units: number } {
  let [nano, units] = [0n, 0]
  for (const c of charges) {
    const tokens = tokensOf(c)
    if (tokens === undefined) continue
    nano += c.effectiveNano
    units += tokens
  }
  return { nano, units: Math.round(units) }
}
