import type { KnownDay, Window } from '../../ingest/ports.ts'
import { dayWindows } from '../../ingest/windows.ts'
import { dayNumber, isoDay } from '../../spend/calendar.ts'
import type { Charge } from '../../spend/charge.ts'

/**
 * A FOCUS file speaks for each provider and billing period it names, from the first to the last day
 * it charges there. Charges without a billing period are replaced day by day.
 */
export function focusWindows(charges: readonly Charge[]): Window[] {
  const spans = new Map<string, { from: string; to: string; provider: string; period: string }>()
  for (const { day, provider, period } of charges) {
    if (period === undefined) continue
    const key = JSON.stringify([provider, period])
    const { from, to } = spans.get(key) ?? { from: day, to: day }
    spans.set(key, {
      from: day < from ? day : from,
      to: day > to ? day : to,
      provider,
      period,
    })
  }
  const undated = charges.filter((c) => c.period === undefined)
  return [...spans.values(), ...dayWindows(undated)]
}

/**
 * Days that a file knows whole: from the first to the last day of usage in each billing period, those
 * without a charge too. Corrections and purchases say nothing of the days they fall on. The last day
 * of the file is settled only when its charges reach to its end.
 * @param whole whether some charge of a day lasts to the end of it
 */
export function focusDays(
  charges: readonly Charge[],
  whole: (day: string) => boolean,
): readonly KnownDay[] {
  const spans = new Map<string, { from: number; to: number }>()
  for (const { day, period = '', category, correction } of charges) {
    if (category !== 'usage' || correction) continue
    const number = dayNumber(day)
    const { from, to } = spans.get(period) ?? { from: number, to: number }
    spans.set(period, { from: Math.min(from, number), to: Math.max(to, number) })
  }
  const known = new Set<number>()
  for (const { from, to } of spans.values()) for (let n = from; n <= to; n++) known.add(n)
  const days = [...known].sort((a, b) => a - b).map(isoDay)
  return days.map((day) => ({ day, settled: day !== days.at(-1) || whole(day) }))
}
