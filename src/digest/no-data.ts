import type { SourceState } from '../ingest/ports.ts'
import { dayNumber } from '../spend/calendar.ts'
import type { Finding } from './alerts.ts'

/** Days from the last settled day until a source is late enough to say so. */
const LIMIT_DAYS = 5
/** Bills that come as files may be a month apart. */
export const FILES_LIMIT_DAYS = 45

const NO_DATA = { kind: 'no-data', severity: 'warning' } as const

/**
 * Sources whose settled days end too early, on a UTC day (ISO date). A source that was tried in vain
 * ever since has no last day; one whose first reading is still under way is not late.
 */
export function noDataFindings(sources: readonly SourceState[], today: string): Finding[] {
  return sources.flatMap(({ source, settledThrough, triedAt, problem }) => {
    const finding = {
      ...NO_DATA,
      key: `no-data ${source}`,
      source,
      limitDays: LIMIT_DAYS,
      ...(problem === undefined ? {} : { problem }),
    }
    if (settledThrough === undefined) return triedAt === undefined ? [] : [finding]
    const lagDays = dayNumber(today) - dayNumber(settledThrough)
    return lagDays > LIMIT_DAYS ? [{ ...finding, through: settledThrough, lagDays }] : []
  })
}

/** That the charges of all sources together end too early, on a UTC day; nothing where they do not. */
export function allDataFinding(through: string | undefined, today: string): Finding[] {
  if (through === undefined) return []
  const lagDays = dayNumber(today) - dayNumber(through)
  if (lagDays <= FILES_LIMIT_DAYS) return []
  return [{ ...NO_DATA, key: 'no-data spend', through, lagDays, limitDays: FILES_LIMIT_DAYS }]
}
