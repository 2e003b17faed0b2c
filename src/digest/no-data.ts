import type { SourceState } from '../ingest/ports.ts'
import { dayNumber } from '../spend/calendar.ts'
import type { Finding } from './alerts.ts'

/** Days from the last settled day until a source is late enough to say so. */
const LIMIT_DAYS = 5

/**
 * Sources whose settled days end too early, on a UTC day (ISO date). A source that was never read has
 * no last day.
 */
export function noDataFindings(sources: readonly SourceState[], today: string): Finding[] {
  return sources.flatMap(({ source, settledThrough }) => {
    const finding = {
      key: `no-data ${source}`,
      kind: 'no-data',
      severity: 'warning',
      source,
      limitDays: LIMIT_DAYS,
    } as const
    if (settledThrough === undefined) return [finding]
    const lagDays = dayNumber(today) - dayNumber(settledThrough)
    return lagDays > LIMIT_DAYS ? [{ ...finding, through: settledThrough, lagDays }] : []
  })
}
