import type { Bilingual } from '../language/language.ts'
import type { Charge } from '../spend/charge.ts'
import { absolute } from '../spend/sums.ts'
import type { ChargeSource, ChargeStore, Progress, Reading, Rejected } from './ports.ts'
import { withProviderIds } from './provider-ids.ts'

/** What the catalogue knows of a model. */
export type ModelKnowledge = Readonly<{
  /** Whether the id is one of the catalogue's. */
  isKnown: (model: string) => boolean
  /** Whether there is a price for it on a day (ISO date). */
  isPriced: (provider: string, model: string, day: string) => boolean
}>

/** Money of one currency; shares are of usage money, from 0 to 1, absent where there was none. */
export type CurrencyTotal = Readonly<{
  currency: string
  effectiveNano: bigint
  billedNano: bigint
  /** Of money whose team is known. */
  withTeam?: number
  /** Of money whose model has a price in the catalogue on its day. */
  withPrice?: number
}>

/** What an import did, or would do. */
export type ImportReport = Readonly<{
  source: string
  dryRun: boolean
  read: number
  kept: number
  rejected: readonly Rejected[]
  /** First and last day with charges, and how many days have some. */
  days?: Readonly<{ from: string; to: string; count: number }>
  /** Charges that were stored: one a day and group. */
  charges: number
  models: Readonly<{ known: readonly string[]; unknown: readonly string[] }>
  totals: readonly CurrencyTotal[]
  /** What rounding to nano-units lost, in decimal text by currency. */
  remainders: Readonly<Record<string, string>>
  remarks: readonly Bilingual[]
  /** Earlier charges that gave way; absent on a dry run. */
  replaced?: number
}>

/** What an import needs. */
export type Importing = Readonly<{
  charges: ChargeStore
  tenant: string
  models: ModelKnowledge
  /** Epoch milliseconds. */
  now: () => number
  newId: () => string
}>

/** Every day there is: files hold what they hold. */
const ALL = { from: '0001-01-01', to: '9999-12-31' } as const

/**
 * Reads a source whole and puts it in the place of its earlier charges, all or nothing, and logs the
 * import. A dry run stores nothing.
 * @throws {SourceError} when the source cannot be read; the stored charges stay as they were
 */
export async function importCharges(
  source: ChargeSource,
  importing: Importing,
  options: Readonly<{ dryRun?: boolean; progress?: Progress; signal?: AbortSignal }> = {},
): Promise<ImportReport> {
  const { charges, tenant, models, now, newId } = importing
  const { dryRun = false, ...reading } = options
  const read = withProviderIds(await source.read(ALL, reading))
  const report = reportOf(source.id, read, models, dryRun)
  if (dryRun) return report
  const replaced = await charges.replace(tenant, source.id, read, now())
  const done = { ...report, replaced }
  await charges.logImport(tenant, {
    id: newId(),
    source: source.id,
    importedAt: now(),
    report: { ...done, rejected: done.rejected.length },
  })
  return done
}

function reportOf(
  source: string,
  { charges, read, kept, rejected, remainders, remarks }: Reading,
  models: ModelKnowledge,
  dryRun: boolean,
): ImportReport {
  const days = [...new Set(charges.map((c) => c.day))].sort()
  const [from, to] = [days[0], days.at(-1)]
  const named = [...new Set(charges.flatMap((c) => c.model ?? []))].sort()
  return {
    source,
    dryRun,
    read,
    kept,
    rejected,
    ...(from && to ? { days: { from, to, count: days.length } } : {}),
    charges: charges.length,
    models: {
      known: named.filter((model) => models.isKnown(model)),
      unknown: named.filter((model) => !models.isKnown(model)),
    },
    totals: totalsOf(charges, models),
    remainders,
    remarks,
  }
}

/** Sums by currency, which are never added together. */
function totalsOf(charges: readonly Charge[], { isPriced }: ModelKnowledge): CurrencyTotal[] {
  const currencies = [...new Set(charges.map((c) => c.currency))].sort()
  return currencies.map((currency) => {
    const own = charges.filter((c) => c.currency === currency)
    const usage = own.filter((c) => c.category === 'usage')
    const withTeam = shareOf(usage, (c) => c.team !== undefined)
    const withPrice = shareOf(
      usage,
      (c) => c.model !== undefined && isPriced(c.provider, c.model, c.day),
    )
    return {
      currency,
      effectiveNano: own.reduce((sum, c) => sum + c.effectiveNano, 0n),
      billedNano: own.reduce((sum, c) => sum + c.billedNano, 0n),
      ...(withTeam === undefined ? {} : { withTeam }),
      ...(withPrice === undefined ? {} : { withPrice }),
    }
  })
}

/** Share of the money, whatever its sign, for which something holds. */
function shareOf(
  charges: readonly Charge[],
  holds: (charge: Charge) => boolean,
): number | undefined {
  let [some, all] = [0n, 0n]
  for (const charge of charges) {
    const size = absolute(charge.effectiveNano)
    all += size
    if (holds(charge)) some += size
  }
  return all === 0n ? undefined : Number((some * 1_000_000n) / all) / 1e6
}
