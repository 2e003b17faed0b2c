import type { Charge } from './charge.ts'

/** A day that a source has handed over whole. */
export type KnownOf = Readonly<{ source: string; day: string }>

/**
 * What a gateway metered on a day that the provider's own bill speaks for, in nano-units of effective
 * cost: usage as metered, and usage as billed in the same currency. `provider` is in lower case; it is
 * `UNKNOWN_PROVIDER` for lines that name none, and `billedNano` is then that of all providers.
 */
export type LeftOut = Readonly<{
  day: string
  provider: string
  currency: string
  meteredNano: bigint
  billedNano: bigint
}>

/** Provider of metered lines that do not say whose bill they end up on. */
export const UNKNOWN_PROVIDER = 'unknown'

/**
 * Leaves out what would count the same usage twice: a gateway's metered lines on every UTC day that a
 * billed source covers their provider. A day is covered by a billed usage line of the provider, and by
 * being known (`known`) from a source whose billed lines are all of that one provider. Metered lines of
 * an unknown provider give way on days with any billed source. Providers are the ids that the charges
 * give, compared without letter case; other spellings of a name are other providers.
 */
export function oneTruth(
  charges: readonly Charge[],
  known: readonly KnownOf[] = [],
): { counted: readonly Charge[]; leftOut: readonly LeftOut[] } {
  if (charges.every(isBilled)) return { counted: charges, leftOut: [] }
  const billed = charges.filter(isBilled)
  const covered = coveredDays(billed, known)
  const givesWay = (c: Charge) => {
    const providers = isBilled(c) ? undefined : covered.get(c.day)
    const provider = providerOf(c)
    return providers !== undefined && (provider === UNKNOWN_PROVIDER || providers.has(provider))
  }
  const out = charges.filter(givesWay)
  return { counted: charges.filter((c) => !givesWay(c)), leftOut: gaps(out, billed) }
}

/** Providers by day that billed sources speak for. */
function coveredDays(
  billed: readonly Charge[],
  known: readonly KnownOf[],
): Map<string, Set<string>> {
  const covered = new Map<string, Set<string>>()
  const cover = (day: string, provider: string) => {
    const providers = covered.get(day) ?? new Set()
    covered.set(day, providers.add(provider))
  }
  const bySource = new Map<string, Set<string>>()
  for (const c of billed) {
    const provider = providerOf(c)
    bySource.set(c.source, (bySource.get(c.source) ?? new Set()).add(provider))
    if (c.category === 'usage') cover(c.day, provider)
  }
  for (const { source, day } of known) {
    const [provider, another] = bySource.get(source) ?? []
    if (provider !== undefined && another === undefined) cover(day, provider)
  }
  return covered
}

/** Sums by day, provider and currency, in that order. */
function gaps(out: readonly Charge[], billed: readonly Charge[]): LeftOut[] {
  const metered = new Map<string, bigint>()
  for (const c of out) add(metered, keyOf(c.day, providerOf(c), c.currency), c.effectiveNano)
  const usage = new Map<string, bigint>()
  for (const c of billed) {
    if (c.category !== 'usage') continue
    for (const provider of new Set([providerOf(c), UNKNOWN_PROVIDER]))
      add(usage, keyOf(c.day, provider, c.currency), c.effectiveNano)
  }
  return [...metered].sort(byKey).map(([key, meteredNano]) => {
    const [day, provider, currency] = JSON.parse(key) as [string, string, string]
    return { day, provider, currency, meteredNano, billedNano: usage.get(key) ?? 0n }
  })
}

function isBilled({ basis }: Charge): boolean {
  return basis === 'billed'
}

function providerOf({ provider }: Charge): string {
  return provider.trim().toLowerCase() || UNKNOWN_PROVIDER
}

function keyOf(...parts: readonly string[]): string {
  return JSON.stringify(parts)
}

function add(sums: Map<string, bigint>, key: string, nano: bigint): void {
  sums.set(key, (sums.get(key) ?? 0n) + nano)
}

function byKey([a]: readonly [string, bigint], [b]: readonly [string, bigint]): number {
  return a < b ? -1 : a > b ? 1 : 0
}
