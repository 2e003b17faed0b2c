import {
  type ChargeSource,
  type ChargeStore,
  type Reading,
  SAMPLE_SOURCE,
} from '../ingest/ports.ts'
import { dayNumber, isoDay, weekday } from '../spend/calendar.ts'
import type { Charge } from '../spend/charge.ts'

type Supplying = Readonly<{
  charges: ChargeStore
  tenant: string
  /** The thirteen weeks as they are shipped. */
  sample: ChargeSource
  now: () => number
}>

/**
 * Keeps the sample company's bill up to the last whole week: at first the shipped weeks, moved so that
 * they end with it; later, and when the clock was moved, the weeks since as well. Where real spend took
 * the sample's place nothing is added.
 */
export function sampleSupply({ charges, tenant, sample, now }: Supplying): () => Promise<void> {
  return async () => {
    const today = isoDay(Math.floor(now() / 86_400_000))
    const last = isoDay(dayNumber(today) - weekday(today))
    const held = await charges.knownDays(tenant, '0000-01-01', last)
    const end = held.findLast((d) => d.source === SAMPLE_SOURCE)?.day
    if (end === undefined) {
      if (await charges.coveredDays(tenant)) return
      const shipped = await sample.read({ from: '', to: '' })
      await charges.replace(tenant, SAMPLE_SOURCE, endingOn(shipped, last), now())
    } else if (end < last) {
      const week = await charges.charges(tenant, isoDay(dayNumber(end) - 6), end)
      const known = week.filter((c) => c.source === SAMPLE_SOURCE)
      await charges.replace(tenant, SAMPLE_SOURCE, goneOn(known, end, last), now())
    }
  }
}

/** A reading moved ahead by whole weeks, so that it ends on a day or at most six days before; never moved back. */
export function endingOn(reading: Reading, last: string): Reading {
  const end = reading.days.at(-1)?.day ?? last
  const by = Math.max(0, Math.floor((dayNumber(last) - dayNumber(end)) / 7) * 7)
  const moved = (day: string) => isoDay(dayNumber(day) + by)
  return {
    ...reading,
    charges: reading.charges.map((c) => ({ ...c, day: moved(c.day) })),
    windows: reading.windows.map((w) => ({ ...w, from: moved(w.from), to: moved(w.to) })),
    days: reading.days.map((d) => ({ ...d, day: moved(d.day) })),
  }
}

/**
 * The days after `end` until `last`: each like the same day of the last week, give or take six per
 * cent, but Thursdays like its Wednesday, since on the Thursday an agent ran away.
 */
export function goneOn(week: readonly Charge[], end: string, last: string): Reading {
  const days = Array.from({ length: dayNumber(last) - dayNumber(end) }, (_, i) =>
    isoDay(dayNumber(end) + 1 + i),
  )
  const charges = days.flatMap((day) => {
    const like = weekday(day) === 4 ? 3 : weekday(day)
    return week
      .filter((c) => weekday(c.day) === like)
      .map((c, i) => ({ ...scaled(c, 0.94 + 0.12 * scatter(dayNumber(day) * 31 + i)), day }))
  })
  return {
    charges,
    windows: days.map((day) => ({ from: day, to: day })),
    days: days.map((day) => ({ day, settled: true })),
    ...{ read: charges.length, kept: charges.length },
    ...{ rejected: [], remainders: {}, remarks: [] },
  }
}

function scaled(charge: Charge, by: number): Charge {
  const counts = Object.entries(charge.tokens).map(([kind, n]) => [kind, Math.round(n * by)])
  const money = (nano: bigint) => BigInt(Math.round(Number(nano) * by))
  return {
    ...charge,
    tokens: Object.fromEntries(counts),
    ...(charge.requests === undefined ? {} : { requests: Math.round(charge.requests * by) }),
    effectiveNano: money(charge.effectiveNano),
    billedNano: money(charge.billedNano),
    ...(charge.listNano === undefined ? {} : { listNano: money(charge.listNano) }),
  }
}

/** A number from 0 to 1 for a whole number, the same each time; constants of Numerical Recipes. */
function scatter(seed: number): number {
  return ((Math.imul(seed, 1664525) + 1013904223) >>> 0) / 2 ** 32
}
