import type { Answer } from '../../src/answering/answer.ts'
import type { Turn } from '../../src/answering/ports.ts'
import type { DecisionRecord } from '../../src/decisions/decision-record.ts'
import type { Finding } from '../../src/digest/alerts.ts'
import type { Schedule } from '../../src/digest/ports.ts'
import type { Reading } from '../../src/ingest/ports.ts'
import { dayWindows, settledDays } from '../../src/ingest/windows.ts'
import type { Charge } from '../../src/spend/charge.ts'
import type { Db } from '../../src/storage/database.ts'

/** Opens an empty database; whoever opens it closes it. */
export type Open = () => Promise<Db>

const answer = {
  kind: 'answer',
  language: 'en',
  question: 'q',
  sections: [],
  citations: [],
  estimates: [],
  coverage: { cited: 0, computed: 0, yours: 0, assumed: 0, unknown: [] },
  replay: 'r1',
  suggestions: [],
} as const satisfies Answer

export const turn = (over: Partial<Turn> = {}): Turn => ({
  id: 't1',
  place: { tenant: 'A', channel: 'C1', thread: '1.0' },
  asker: 'U1',
  questionTs: '1.0',
  visibility: 'thread',
  question: 'why <!channel>? 왜요? \'"; drop table turn; --',
  language: 'en',
  input: { volume: 5 },
  answer,
  createdAt: 1000,
  ...over,
})

/** A line that bills input and output together; `nano` is what it cost in effect and as billed. */
export const charge = ({
  nano = 1_000_000_000n,
  ...over
}: Partial<Charge> & Readonly<{ nano?: bigint }> = {}): Charge => ({
  source: 'csv',
  basis: 'billed',
  day: '2026-11-16',
  provider: 'openai',
  model: 'gpt-6-luna',
  meter: 'tokens',
  category: 'usage',
  team: 'support',
  tokens: { input: 9, cacheRead: 1, output: 2 },
  effectiveNano: nano,
  billedNano: nano,
  currency: 'USD',
  ...over,
})

/** A reading of days and providers as a plain file gives it. */
export const reading = (
  charges: readonly Charge[],
): Pick<Reading, 'charges' | 'windows' | 'days'> => ({
  charges,
  windows: dayWindows(charges),
  days: settledDays(charges),
})

/** Monday 09:00 in Seoul, at which week 2026-W47 has just ended in UTC. */
export const MONDAY = Date.parse('2026-11-23T00:00:00Z')
export const MINUTE = 60_000
export const WEEK = 7 * 86_400_000

export const schedule = (
  over: Partial<Omit<Schedule, 'revision'>> = {},
): Omit<Schedule, 'revision'> => ({
  tenant: 'A',
  channel: 'C1',
  cadence: 'weekly',
  day: 1,
  hour: 9,
  zone: 'Asia/Seoul',
  language: 'ko',
  owner: 'U1',
  nextRun: MONDAY,
  ...over,
})

/** Takes away all schedules, messages and alerts. */
export async function emptyOutbox(db: Db): Promise<void> {
  for (const table of ['schedule', 'outbox', 'alert'] as const) await db.deleteFrom(table).execute()
}

type Anomaly = Extract<Finding, { kind: 'anomaly' }>

export const anomaly = (key: string, over: Partial<Anomaly> = {}): Anomaly => ({
  key,
  kind: 'anomaly',
  severity: 'warning',
  name: `team ${key}`,
  day: '2026-11-22',
  spentNano: 300_000_000_000n,
  usualNano: 100_000_000_000n,
  currency: 'USD',
  ...over,
})

/** A record of which only what the store asks for is filled in. */
export const decision = (over: Partial<DecisionRecord> = {}): DecisionRecord => ({
  id: 'd1',
  place: { tenant: 'A', channel: 'C1', thread: '1.0' },
  visibility: 'thread',
  language: 'ko',
  question: '큰 모델이 꼭 필요해? \'"; drop table decision; --',
  owner: 'U2',
  recordedBy: 'U3',
  recordedAt: 1,
  reviewOn: '2027-02-22',
  note: 'until the pilot is done',
  recommendation: { replay: 'r1' } as DecisionRecord['recommendation'],
  names: {
    task: { en: 'classification', ko: '분류' },
    region: { en: 'Korea', ko: '한국' },
  },
  citations: [],
  catalog: { version: 'v1', ground: 'g1' },
  state: 'open',
  unreachable: false,
  ...over,
})
