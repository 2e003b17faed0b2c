import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ModelCall } from '../../src/answering/ports.ts'
import type { Db } from '../../src/storage/database.ts'
import { modelCallStore } from '../../src/storage/model-call-store.ts'
import type { Open } from './samples.ts'

const call: ModelCall = {
  tenant: 'A',
  person: 'U1',
  channel: 'C1',
  id: 'c1',
  at: Date.parse('2026-11-30T23:59:59.999Z'),
  purpose: 'understand',
  provider: 'openai',
  model: 'gpt-6-luna',
  outcome: 'ok',
  inputTokens: 1_200,
  cachedTokens: 200,
  outputTokens: 90,
  nano: 123_456_789n,
  mostNano: 200_000_000n,
  ms: 840,
}

/** What a ModelCallStore must do. */
export function modelCallStoreContract(open: Open): void {
  describe('calls of language models', () => {
    let db: Db
    beforeAll(async () => {
      db = await open()
      const store = modelCallStore(db)
      await store.record(call)
      await store.record({ ...call, id: 'c2', person: 'U2', nano: 5n, at: call.at - 1 })
      await store.record({ ...call, id: 'c3', channel: 'C2', nano: 7n, at: call.at - 2 })
      await store.record({ ...call, id: 'c4', at: call.at + 1 })
      await store.record({ ...call, tenant: 'B' })
    })
    afterAll(() => db.destroy())

    it('are summed by month, person and channel within one tenant', async () => {
      const store = modelCallStore(db)
      expect(await store.spent(call, '2026-11')).toEqual({
        month: 123_456_801n,
        person: 123_456_796n,
        channel: 123_456_794n,
      })
      expect(await store.spent(call, '2026-12')).toEqual({
        month: 123_456_789n,
        person: 123_456_789n,
        channel: 123_456_789n,
      })
      expect(await store.spent({ ...call, tenant: 'C' }, '2026-11')).toEqual({
        month: 0n,
        person: 0n,
        channel: 0n,
      })
    })

    it('come back as they were, oldest first, on the days asked for', async () => {
      const calls = await modelCallStore(db).calls('A', '2026-11-30', '2026-11-30')
      expect(calls.map((c) => c.id)).toEqual(['c3', 'c2', 'c1'])
      expect(calls[2]).toEqual(call)
    })

    it('are forgotten after a time, of every tenant, some at a time', async () => {
      const old = { ...call, tenant: 'E', at: 5 }
      for (const id of ['c1', 'c2', 'c3']) await modelCallStore(db).record({ ...old, id })
      expect(await modelCallStore(db).forgetBefore(6, 2)).toBe(2)
      expect(await modelCallStore(db).forgetBefore(6, 2)).toBe(1)
      expect(await modelCallStore(db).forgetBefore(6, 2)).toBe(0)
      expect(await modelCallStore(db).calls('A', '2026-11-30', '2026-11-30')).toHaveLength(3)
    })

    it('keep what is not known as unknown, and count it at its most', async () => {
      const { inputTokens, cachedTokens, outputTokens, nano, ...bare } = call
      const stalled: ModelCall = { ...bare, tenant: 'D', outcome: 'timeout' }
      await modelCallStore(db).record(stalled)
      expect(await modelCallStore(db).calls('D', '2026-11-01', '2026-11-30')).toEqual([stalled])
      const { month } = await modelCallStore(db).spent(stalled, '2026-11')
      expect(month).toBe(200_000_000n)
    })
  })
}
