import type { Charge } from '../spend/charge.ts'
import type { KnownDay, Window } from './ports.ts'

/** A window for each day and provider that charges name: for files that may leave days out. */
export function dayWindows(charges: readonly Charge[]): Window[] {
  const pairs = new Set(charges.map((c) => JSON.stringify([c.day, c.provider])))
  return [...pairs].map((pair) => {
    const [day, provider] = JSON.parse(pair) as [string, string]
    return { from: day, to: day, provider }
  })
}

/** The days that charges name, as known and settled. */
export function settledDays(charges: readonly Charge[]): KnownDay[] {
  return [...new Set(charges.map((c) => c.day))].sort().map((day) => ({ day, settled: true }))
}
