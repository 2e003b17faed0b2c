import type { Config } from './config.ts'
import { CsvError, type CsvImport, readCharges } from './connectors/csv.ts'
import { digestLines, digestTitle } from './digest/digest-text.ts'
import type { ChargeStore } from './digest/ports.ts'
import { digestOf, weekBeforeMoment } from './digest/send-digest.ts'
import type { Language } from './language/language.ts'
import { chargeStore } from './storage/charge-store.ts'
import { openDatabase } from './storage/database.ts'
import { toJson } from './storage/json.ts'

/** Tenant of the local workspace and of imports on the command line; a single-team installation has one. */
export const LOCAL_TENANT = 'T000LOCAL'

export type StateRequest =
  | Readonly<{ command: 'import'; text: string; source: string }>
  | Readonly<{ command: 'digest'; week?: string; language: Language }>

export type StateReply = Readonly<{ ok: boolean; lines: readonly string[]; data: unknown }>

export type State = Readonly<{
  charges: ChargeStore
  tenant: string
  now: () => number
  close: () => Promise<void>
}>

/** Opens the stored data for one command. */
export async function openState(
  config: Pick<Config, 'DATA_DIR' | 'DATABASE_URL'>,
  now: () => number,
): Promise<State> {
  const db = await openDatabase(
    config.DATABASE_URL === undefined
      ? { dataDir: config.DATA_DIR }
      : { databaseUrl: config.DATABASE_URL },
  )
  return { charges: chargeStore(db), tenant: LOCAL_TENANT, now, close: () => db.destroy() }
}

/** Carries out a command that needs stored data. */
export async function handleState(
  request: StateRequest,
  { charges, tenant, now }: Omit<State, 'close'>,
): Promise<StateReply> {
  switch (request.command) {
    case 'import': {
      const result = readOrReason(request.text)
      if (typeof result === 'string') return { ok: false, lines: [result], data: null }
      await charges.replaceDays(tenant, 'csv', result.charges)
      const range = result.days.length > 0 ? `${result.days[0]} to ${result.days.at(-1)}` : 'none'
      const lines = [
        `Rows read ${result.read}, kept ${result.kept}, rejected ${result.rejected.length}; days ${range}.`,
        ...result.rejected.map((r) => `Line ${r.line}: ${r.reason}`),
      ]
      return {
        ok: true,
        lines,
        data: {
          read: result.read,
          kept: result.kept,
          rejected: result.rejected,
          days: result.days,
        },
      }
    }
    case 'digest': {
      const week = request.week ?? weekBeforeMoment(now())
      if (!/^\d{4}-W(0[1-9]|[1-4]\d|5[0-3])$/.test(week))
        return {
          ok: false,
          lines: [`--week must be an ISO week such as 2026-W47; received "${week}".`],
          data: null,
        }
      const digest = await digestOf(charges, tenant, week)
      return {
        ok: true,
        lines: [digestTitle(digest, request.language), ...digestLines(digest, request.language)],
        data: JSON.parse(toJson(digest)),
      }
    }
    default:
      return request satisfies never
  }
}

/** The file's charges, or the sentence that says why it cannot be read. */
function readOrReason(text: string): CsvImport | string {
  try {
    return readCharges(text)
  } catch (error) {
    if (error instanceof CsvError) return error.message
    throw error
  }
}
