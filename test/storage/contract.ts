import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Answer } from '../../src/answering/answer.ts'
import type { Turn } from '../../src/answering/ports.ts'
import type { buildDigest } from '../../src/digest/build-digest.ts'
import { tick } from '../../src/digest/send-digest.ts'
import type { Charge } from '../../src/spend/charge.ts'
import { chargeStore } from '../../src/storage/charge-store.ts'
import { conversationStore } from '../../src/storage/conversation-store.ts'
import type { Db } from '../../src/storage/database.ts'
import { digestLog } from '../../src/storage/digest-log.ts'
import { feedbackStore } from '../../src/storage/feedback-store.ts'
import { seenStore } from '../../src/storage/seen-store.ts'

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
const turn = (over: Partial<Turn> = {}): Turn => ({
  id: 't1',
  place: { tenant: 'A', channel: 'C1', thread: '1.0' },
  asker: 'U1',
  questionTs: '1.0',
  visibility: 'thread',
  question: 'why <!channel>?',
  language: 'en',
  input: { volume: 5 },
  answer,
  createdAt: 1000,
  ...over,
})
const charge = (over: Partial<Charge> = {}): Charge => ({
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

/** What every database must do; run against each engine. */
export function storageContract(open: () => Promise<Db>): void {
  describe('keeps what it is given', () => {
    let db: Db
    beforeAll(async () => {
      db = await open()
    }, 60_000)
    afterAll(() => db.destroy())

    it('turns by thread, id, question and person, each within its tenant', async () => {
      const turns = conversationStore(db)
      await turns.save(turn())
      await turns.save(
        turn({ id: 't2', questionTs: '2.0', createdAt: 2000, visibility: 'private' }),
      )
      await turns.save(
        turn({ place: { tenant: 'B', channel: 'C1', thread: '1.0' }, question: 'other' }),
      )
      expect(
        (await turns.turns({ tenant: 'A', channel: 'C1', thread: '1.0' })).map((t) => t.id),
      ).toEqual(['t1', 't2'])
      expect(await turns.turn('A', 't1')).toEqual(turn())
      expect((await turns.turn('B', 't1'))?.question).toBe('other')
      expect(await turns.turn('C', 't1')).toBeUndefined()
      expect((await turns.turnForQuestion('A', 'C1', '2.0'))?.id).toBe('t2')
      expect(await turns.turnForQuestion('B', 'C1', '2.0')).toBeUndefined()
      expect((await turns.privateTurns('A', 'U1', 5)).map((t) => t.id)).toEqual(['t2'])
      expect(await turns.privateTurns('B', 'U1', 5)).toEqual([])
      await turns.save(turn({ answerTs: '9.9', question: 'edited' }))
      expect(await turns.turn('A', 't1')).toMatchObject({ answerTs: '9.9', question: 'edited' })
      await turns.forget('A', 't1')
      expect(await turns.turn('A', 't1')).toBeUndefined()
      expect(await turns.turn('B', 't1')).toBeDefined()
    })
    it('one vote a person, the last one', async () => {
      const votes = feedbackStore(db)
      const vote = { tenant: 'A', turn: 't1', user: 'U1', helpful: true, replay: 'r1', at: 1 }
      await votes.vote(vote)
      await votes.vote({ ...vote, helpful: false, at: 2 })
      expect(await votes.votes('A')).toEqual([
        { turn: 't1', user: 'U1', helpful: false, replay: 'r1', at: 2 },
      ])
      expect(await votes.votes('B')).toEqual([])
    })
    it('an event seen once is not new again, until it is forgotten', async () => {
      const seen = seenStore(db)
      expect(
        await Promise.all([
          seen.firstTime('A', 'e1', 5),
          seen.firstTime('A', 'e1', 5),
          seen.firstTime('B', 'e1', 5),
        ]),
      ).toEqual([true, false, true])
      await seen.forgetBefore(6)
      expect(await seen.firstTime('A', 'e1', 7)).toBe(true)
    })
    it('money exactly, beyond what a double can hold, and the same import twice once', async () => {
      const charges = chargeStore(db)
      const big = charge({ costNano: 9_007_199_254_740_993_123n })
      const credit = charge({ model: 'credit', costNano: -5n })
      const { team: _none, ...nobody } = charge({ provider: 'google', costNano: 7n })
      for (let i = 0; i < 2; i++) await charges.replaceDays('A', 'csv', [big, credit, nobody])
      expect(await charges.charges('A', '2026-11-16', '2026-11-16')).toEqual([nobody, credit, big])
      expect(await charges.charges('B', '2026-01-01', '2026-12-31')).toEqual([])
      expect(await charges.coveredDays('A')).toEqual({ from: '2026-11-16', to: '2026-11-16' })
      expect(await charges.coveredDays('B')).toBeUndefined()
    })
  })

  describe('posts a digest once a channel and week', () => {
    const MONDAY_9_SEOUL = Date.parse('2026-11-23T00:00:00Z')
    const setUp = async (db: Db) => {
      const log = digestLog(db)
      for (const channel of ['C1', 'C2'])
        await log.setSchedule({
          tenant: 'T',
          channel,
          weekday: 1,
          hour: 9,
          zone: 'Asia/Seoul',
          language: 'ko',
          nextRun: MONDAY_9_SEOUL,
        })
      const posts: { key: string; total: bigint | undefined }[] = []
      const key = (j: { channel: string; week: string }) => `${j.channel}/${j.week}`
      const sending = (owner: string, now: number, crash = false) => ({
        charges: chargeStore(db),
        log,
        owner,
        now: () => now,
        publisher: {
          find: async (job: { channel: string; week: string }) =>
            posts.some((p) => p.key === key(job)) ? 'found' : undefined,
          post: async (
            job: { channel: string; week: string },
            digest: ReturnType<typeof buildDigest>,
          ) => {
            posts.push({ key: key(job), total: digest.summaries[0]?.totalNano })
            if (crash) throw new Error('the line dropped after Slack took it')
            return `${posts.length}.0`
          },
        },
      })
      return { log, posts, sending }
    }
    it('whatever crashes between post and record, and whoever ticks', async () => {
      const db = await open()
      await chargeStore(db).replaceDays('T', 'csv', [charge({ day: '2026-11-18' })])
      const { posts, sending } = await setUp(db)
      await tick(sending('a', MONDAY_9_SEOUL - 1))
      expect(posts).toEqual([])
      expect((await tick(sending('a', MONDAY_9_SEOUL, true))).failed.length).toBe(2)
      await Promise.all([
        tick(sending('a', MONDAY_9_SEOUL + 1)),
        tick(sending('b', MONDAY_9_SEOUL + 1)),
      ])
      await tick(sending('b', MONDAY_9_SEOUL + 3_600_000))
      expect(posts.map((p) => p.key).sort()).toEqual(['C1/2026-W47', 'C2/2026-W47'])
      expect(posts[0]?.total).toBe(1_000_000_000n)
      await tick(sending('b', MONDAY_9_SEOUL + 7 * 86_400_000))
      expect(posts.map((p) => p.key).filter((k) => k.endsWith('W48')).length).toBe(2)
      await db.destroy()
    })
  })
}
