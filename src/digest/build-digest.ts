import { daysOfWeek, isoWeek, weekBefore } from '../spend/calendar.ts'
import type { Charge } from '../spend/charge.ts'
import { coverageOf, isComparable } from '../spend/coverage.ts'
import { topMovers } from '../spend/movers.ts'
import { summarizeWeek } from '../spend/summarize.ts'
import type { WeekDigest as Digest, WeekNote as Note } from './week-digest.ts'

const MOVERS = 3

/**
 * Builds the digest of an ISO week from the charges of that week and the one before. A week number
 * its year does not have is reported under the name its days have. Throws a RangeError for text that
 * is no week.
 */
export function buildDigest(charges: readonly Charge[], week: string): Digest {
  const days = daysOfWeek(week)
  const [from = '', to = ''] = [days[0], days[6]]
  const name = isoWeek(from)
  const { covered, missing } = coverageOf(charges, name)
  const summaries = summarizeWeek(charges, name)
  const comparable = isComparable(charges, name)
  return {
    week: name,
    from,
    to,
    coveredDays: covered,
    missingDays: missing,
    summaries,
    movers: summaries.map((s) => (comparable ? topMovers(s.byModel, MOVERS) : [])),
    notes: notesOf(charges, name, summaries.length),
  }
}

function notesOf(charges: readonly Charge[], week: string, currencies: number): Note[] {
  const { covered, missing } = coverageOf(charges, week)
  const before = coverageOf(charges, weekBefore(week)).covered.length
  if (covered.length === 0) return [{ kind: 'no-data' }]
  const notes: Note[] = []
  if (missing.length > 0) notes.push({ kind: 'missing-days', days: missing })
  if (before === 0) notes.push({ kind: 'week-before-unknown' })
  else if (!isComparable(charges, week))
    notes.push({ kind: 'days-differ', covered: covered.length, coveredBefore: before })
  if (currencies > 1) notes.push({ kind: 'several-currencies' })
  return notes
}
