/** Milliseconds that no lease is ever given for; one that ends later was noted by a clock that ran ahead. */
const TOO_LONG_MS = 24 * 3_600_000

/** Ends of leases, in epoch milliseconds, between which somebody may still be at work. */
export function leasesRunning(now: number): Readonly<{ from: number; to: number }> {
  return { from: now, to: now + TOO_LONG_MS }
}
