import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { OPERATOR } from '../../src/access/ports.ts'
import { createRetention } from '../../src/privacy/retention.ts'
import { accessStore } from '../../src/storage/access-store.ts'
import { conversationStore } from '../../src/storage/conversation-store.ts'
import { type Db, openDatabase } from '../../src/storage/database.ts'
import { modelCallStore } from '../../src/storage/model-call-store.ts'
import { outbox } from '../../src/storage/outbox.ts'
import { rateStore } from '../../src/storage/rate-store.ts'
import { seenStore } from '../../src/storage/seen-store.ts'
import { turn } from '../contracts/samples.ts'

const DAY = 86_400_000
const NOW = Date.parse('2026-11-24T12:00:00Z')
const PERIODS = { conversations: 30, messages: 90, modelCalls: 400, accessLog: 10 }

let db: Db
let now = NOW
beforeEach(async () => {
  db = await openDatabase({ dataDir: mkdtempSync(join(tmpdir(), 'rightsize-retention-')) })
  now = NOW
})
afterEach(() => db.destroy())

let ids = 0
const replica = (days = PERIODS) =>
  createRetention(days, {
    ...{ turns: conversationStore(db), outbox: outbox(db), calls: modelCallStore(db) },
    ...{ access: accessStore(db), seen: seenStore(db), rates: rateStore(db) },
    ...{ tenant: 'A', now: () => now, newId: () => `r${++ids}` },
  })
const asked = (id: string, days: number, tenant = 'A') =>
  conversationStore(db).save(
    turn({ id, createdAt: NOW - days * DAY, place: { tenant, channel: 'C1', thread: '1.0' } }),
  )
const kept = async () => (await db.selectFrom('turn').select('id').execute()).map((t) => t.id)
const logged = () => accessStore(db).entries(10, 'A', 'retention')

describe('what was kept longer than wanted', () => {
  it('goes, of every workspace, and what is younger stays', async () => {
    await asked('old', 31)
    await asked('elsewhere', 31, 'B')
    await asked('young', 29)
    expect(await replica().tick()).toEqual({ conversations: 2 })
    expect(await kept()).toEqual(['young'])
  })
  it('goes even where there is more than one statement takes', async () => {
    for (let i = 0; i < 450; i += 1) await asked(`t${i}`, 31)
    expect(await replica().tick()).toEqual({ conversations: 450 })
    expect(await kept()).toEqual([])
  })
  it('stays for ever where the period is 0', async () => {
    await asked('old', 36_000)
    expect(await replica({ ...PERIODS, conversations: 0 }).tick()).toEqual({})
    expect(await kept()).toEqual(['old'])
  })
  it('is looked at once an hour, also after the clock was set back', async () => {
    const one = replica()
    await one.tick()
    await asked('old', 31)
    now += 3_599_000
    expect(await one.tick()).toBeUndefined()
    now += 1000
    expect(await one.tick()).toEqual({ conversations: 1 })
    await asked('older', 60)
    now -= 2 * DAY
    expect(await one.tick()).toEqual({ conversations: 1 })
  })
  it('is taken away once by two replicas at the same time', async () => {
    for (let i = 0; i < 20; i += 1) await asked(`t${i}`, 31)
    const gone = await Promise.all([replica().tick(), replica().tick()])
    expect(gone.reduce((n, g) => n + (g?.conversations ?? 0), 0)).toBe(20)
  })
})

describe('the periods', () => {
  it('are logged when they change, and only then', async () => {
    await replica().tick()
    await replica().tick()
    now += 1
    await replica({ ...PERIODS, accessLog: 20 }).tick()
    const detail = (days: number) => `conversations 30 messages 90 modelCalls 400 accessLog ${days}`
    expect(await logged()).toMatchObject([
      { person: OPERATOR, channel: OPERATOR, allowed: true, detail: detail(20) },
      { person: OPERATOR, detail: detail(10) },
    ])
  })
})
