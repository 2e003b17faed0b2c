import type { Answer } from '../../src/answering/answer.ts'
import type { Turn } from '../../src/answering/ports.ts'
import type { Schedule } from '../../src/digest/ports.ts'
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

export const charge = (over: Partial<Charge> = {}): Charge => ({
  day: '2026-11-16',
  provider: 'openai',
  model: 'gpt-6-luna',
  team: 'support',
  inputTokens: 10,
  outputTokens: 2,
  cachedTokens: 1,
  costNano: 1_000_000_000n,
  currency: 'USD',
  ...over,
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
  weekday: 1,
  hour: 9,
  zone: 'Asia/Seoul',
  language: 'ko',
  nextRun: MONDAY,
  ...over,
})
