import type { Config } from './config.ts'
import { CsvError, type CsvImport, readCharges } from './connectors/csv.ts'
import { pricesUsed } from './decisions/changes.ts'
import type { DecisionRecord } from './decisions/decision-record.ts'
import type { DecisionStore } from './decisions/ports.ts'
import { recordLines, recordTitle } from './decisions/record-text.ts'
import { isPeriod } from './digest/build-digest.ts'
import { digestLines, digestTitle } from './digest/digest-text.ts'
import { gatherDigest } from './digest/gather-digest.ts'
import type { Lookups } from './digest/lookups.ts'
import { periodBefore } from './digest/period.ts'
import type { ChargeStore } from './ingest/ports.ts'
import { dayWindows, settledDays } from './ingest/windows.ts'
import type { Language } from './language/language.ts'
import { chargeStore } from './storage/charge-store.ts'
import { openDatabase } from './storage/database.ts'
import { decisionStore } from './storage/decision-store.ts'
import { toJson } from './storage/json.ts'

/** Tenant of the local workspace and of imports on the command line; a single-team installation has one. */
export const LOCAL_TENANT = 'T000LOCAL'

export type StateRequest =
  | Readonly<{ command: 'import'; text: string; language: Language }>
  | Readonly<{ command: 'digest'; period?: string; language: Language }>
  | Readonly<{ command: 'decisions'; language: Language }>

export type StateReply = Readonly<{ ok: boolean; lines: readonly string[]; data: unknown }>

export type State = Readonly<{
  charges: ChargeStore
  decisions: DecisionStore
  /** What the catalogue knows; the digest does without where it is not given. */
  lookups?: () => Lookups
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
  return {
    charges: chargeStore(db),
    decisions: decisionStore(db),
    tenant: LOCAL_TENANT,
    now,
    close: () => db.destroy(),
  }
}

/** Carries out a command that needs stored data. */
export async function handleState(
  request: StateRequest,
  { charges, decisions, lookups, tenant, now }: Omit<State, 'close'>,
): Promise<StateReply> {
  switch (request.command) {
    case 'import': {
      const { language } = request
      const result = readOrReason(request.text, language)
      if (typeof result === 'string') return { ok: false, lines: [result], data: null }
      const replaced = await charges.replace(
        tenant,
        'csv',
        {
          charges: result.charges,
          windows: dayWindows(result.charges),
          days: settledDays(result.charges),
        },
        now(),
      )
      const { read, kept, rounded, rejected, days } = result
      return {
        ok: true,
        lines: importLines(result, replaced, language),
        data: { read, kept, rounded, replaced, rejected, days },
      }
    }
    case 'digest': {
      const { language } = request
      const asked = request.period ?? 'weekly'
      const isCadence = asked === 'daily' || asked === 'weekly' || asked === 'monthly'
      const period = isCadence
        ? periodBefore(asked, new Date(now()).toISOString().slice(0, 10))
        : asked
      if (!isPeriod(period))
        return {
          ok: false,
          lines: [
            language === 'ko'
              ? `--period는 daily, weekly, monthly 또는 2026-W47, 2026-11-24, 2026-10 같은 기간이어야 합니다. 받은 값: "${period}"`
              : `--period must be daily, weekly or monthly, or a period such as 2026-W47, 2026-11-24 or 2026-10; received "${period}".`,
          ],
          data: null,
        }
      const digest = await gatherDigest(
        { charges, decisions, ...(lookups === undefined ? {} : { lookups }) },
        tenant,
        period,
      )
      return {
        ok: true,
        lines: [digestTitle(digest, language), ...digestLines(digest, language)],
        data: JSON.parse(toJson(digest)),
      }
    }
    case 'decisions': {
      const { language } = request
      const records = await decisions.all()
      const none = language === 'ko' ? '기록된 결정이 없습니다.' : 'No decisions are recorded.'
      const lines = records.flatMap((record) => [
        `${recordTitle(record, language)} · ${record.owner}`,
        ...recordLines(record, language).map((line) => `  ${line}`),
      ])
      return { ok: true, lines: lines.length > 0 ? lines : [none], data: records.map(decisionJson) }
    }
    default:
      return request satisfies never
  }
}

/** The stable JSON of `decisions --json`; its keys are documented in docs/cli.md. */
function decisionJson(record: DecisionRecord): Readonly<Record<string, unknown>> {
  const { id, state, owner, recordedBy, recordedAt, reviewOn, note, place, unreachable } = record
  const { request, verdict, flips, options, replay } = record.recommendation
  return {
    id,
    state,
    owner,
    recordedBy,
    recordedAt: new Date(recordedAt).toISOString(),
    reviewOn,
    note: note ?? null,
    question: record.question,
    place,
    unreachable,
    request,
    verdict,
    figures: options.find((o) => o.id === verdict.option)?.figures ?? null,
    prices: pricesUsed(record.recommendation),
    flips,
    citations: record.citations,
    catalog: record.catalog?.version ?? null,
    replay,
  }
}

/** What an import did, for a person. */
function importLines(
  { read, kept, rounded, rejected, days }: CsvImport,
  replaced: number,
  language: Language,
): string[] {
  const [first = '–', last = first] = [days[0], days.at(-1)]
  const en = [
    `Rows read ${read}, kept ${kept}, rejected ${rejected.length}; days ${first} to ${last}.`,
    `Costs with more than nine decimals, rounded: ${rounded}.`,
    `Charges of an earlier file for the same days and providers, replaced: ${replaced}.`,
  ]
  const ko = [
    `읽은 행 ${read}개, 반영 ${kept}개, 거부 ${rejected.length}개. 기간 ${first}~${last}.`,
    `소수점 아래 아홉 자리를 넘어 반올림한 비용 ${rounded}개.`,
    `같은 날짜와 공급사의 이전 파일 항목 ${replaced}개를 바꾸었습니다.`,
  ]
  const [summary = '', ...notes] = language === 'ko' ? ko : en
  const line = language === 'ko' ? (n: number) => `${n}번째 줄` : (n: number) => `Line ${n}`
  return [
    summary,
    ...notes.filter((_, i) => [rounded, replaced][i] !== 0),
    ...rejected.map((r) => `${line(r.line)}: ${r.reason}`),
  ]
}

/** The file's charges, or the sentence that says why it cannot be read. */
function readOrReason(text: string, language: Language): CsvImport | string {
  try {
    return readCharges(text, language)
  } catch (error) {
    if (error instanceof CsvError) return error.message
    throw error
  }
}
