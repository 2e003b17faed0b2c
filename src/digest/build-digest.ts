import { daysOfWeek } from '../spend/calendar.ts'
import type { Charge } from '../spend/charge.ts'
import { missingDays, summarizeWeek, topMovers } from '../spend/summarize.ts'
import type { Digest } from './digest.ts'

const MOVERS = 3

/** Builds the digest of an ISO week from the charges of that week and the one before. */
export function buildDigest(charges: readonly Charge[], week: string): Digest {
  const days = daysOfWeek(week)
  const summaries = summarizeWeek(charges, week)
  return {
    week,
    from: days[0] ?? '',
    to: days[6] ?? '',
    summaries,
    movers: summaries.map((s) => topMovers(s.byModel, MOVERS)),
    missingDays: missingDays(charges, week),
  }
}
