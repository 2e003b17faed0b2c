import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ModelCall } from '../../src/answering/ports.ts'
import { storedGauges } from '../../src/operation/standing.ts'
import { chargeStore } from '../../src/storage/charge-store.ts'
import type { Db } from '../../src/storage/database.ts'
import { digestLog } from '../../src/storage/digest-log.ts'
import { inboxStore } from '../../src/storage/inbox-store.ts'
import { modelCallStore } from '../../src/storage/model-call-store.ts'
import { outbox } from '../../src/storage/outbox.ts'
import { standing } from '../../src/storage/standing.ts'
import { MONDAY, type Open, schedule } from './samples.ts'

const call: Omit<ModelCall, 'id' | 'at'> = {
  ...{ tenant: 'A', person: 'U1', channel: 'C1', provider: 'openai', model: 'gpt-6-luna' },
  ...{ purpose: 'plan', outcome: 'ok', mostNano: 900n, ms: 5 },
}
const MONTH = Date.parse('2026-11-01T00:00:00Z')

/** What an operator is told of what is stored. */
export function standingContract(open: Open): void {
  describe('what is stored, as an operator sees it', () => {
    let db: Db
    beforeAll(async () => {
      db = await open()
    })
    afterAll(() => db.destroy())
    const figures = async (name: string, now = MONDAY) => {
      const gauge = storedGauges(standing(db), () => now).find((g) => g.name === name)
      return gauge?.read()
    }

    it('has no figure for what there is none of', async () => {
      for (const name of ['outbox_messages', 'outbox_oldest_seconds', 'source_lag_seconds'])
        expect(await figures(name)).toEqual([])
      expect(await figures('model_month_usd')).toEqual([{ value: 0 }])
    })
    it('counts events of the inbox that are not dealt with, and ages the oldest', async () => {
      const inbox = inboxStore(db)
      expect(await figures('inbox_events')).toEqual([{ value: 0 }])
      expect(await figures('inbox_oldest_seconds')).toEqual([])
      for (const [tenant, at] of [
        ['A', MONDAY - 30_000],
        ['B', MONDAY],
      ] as const)
        await inbox.keep({ tenant, at, id: 'Ev1', thread: '', order: '', body: {} }, false)
      expect(await figures('inbox_events')).toEqual([{ value: 2 }])
      expect(await figures('inbox_oldest_seconds')).toEqual([{ value: 30 }])
      for (const taken of await inbox.claim('me', { now: MONDAY, until: MONDAY + 1 }, 9))
        await inbox.done(taken, 'me')
      expect(await figures('inbox_events')).toEqual([{ value: 0 }])
    })
    it('counts messages by kind and state over all tenants, and ages the oldest open one', async () => {
      const log = digestLog(db)
      for (const tenant of ['A', 'B']) {
        const kept = await log.setSchedule(schedule({ tenant, channel: 'C1' }))
        await log.plan(kept, '2026-W47', MONDAY + 1, tenant === 'A' ? MONDAY : MONDAY + 60_000)
      }
      const labels = { kind: 'digest', state: 'due' }
      expect(await figures('outbox_messages')).toEqual([{ labels, value: 2 }])
      expect(await figures('outbox_oldest_seconds', MONDAY + 90_000)).toEqual([{ value: 90 }])
      const box = outbox(db)
      for (const message of await box.open(MONDAY)) {
        await box.claim(message, 'me', MONDAY + 1)
        await box.settle(message, 'me', '1.0', [])
      }
      expect(await figures('outbox_messages')).toEqual([
        { labels: { kind: 'digest', state: 'posted' }, value: 2 },
      ])
      expect(await figures('outbox_oldest_seconds')).toEqual([])
    })
    it('tells how long ago each source was read, the worst of all tenants, and which fail', async () => {
      const charges = chargeStore(db)
      const problem = { en: 'The key was refused.', ko: '키가 거부되었습니다.' }
      await charges.setSource('A', { source: 'openai', triedAt: MONDAY, readAt: MONDAY })
      await charges.setSource('B', {
        ...{ source: 'openai', triedAt: MONDAY, readAt: MONDAY - 3_600_000, problem },
      })
      await charges.setSource('A', { source: 'litellm', triedAt: MONDAY, problem })
      expect(await figures('source_lag_seconds')).toEqual([
        { labels: { source: 'openai' }, value: 3600 },
      ])
      expect(await figures('source_failing')).toEqual([
        { labels: { source: 'litellm' }, value: 1 },
        { labels: { source: 'openai' }, value: 1 },
      ])
    })
    it('adds up the month’s money for models, an unknown cost at its most', async () => {
      const store = modelCallStore(db)
      await store.record({ ...call, id: 'c0', at: MONTH - 1, nano: 7_000_000_000n })
      await store.record({ ...call, id: 'c1', at: MONTH, nano: 1_500_000_000n })
      await store.record({ ...call, tenant: 'B', id: 'c2', at: MONTH, mostNano: 500_000_000n })
      expect(await figures('model_month_usd', MONTH + 5)).toEqual([{ value: 2 }])
    })
    it('answers while the database does', () =>
      expect(standing(db).answers()).resolves.toBeUndefined())
  })
}
