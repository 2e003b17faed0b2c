import { setImmediate as giveWay } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { seeded } from '../../src/engine/random.ts'
import { createInbox } from '../../src/inbox/inbox.ts'
import type { Arrived } from '../../src/inbox/ports.ts'
import { type Db, openDatabase } from '../../src/storage/database.ts'
import { inboxStore } from '../../src/storage/inbox-store.ts'
import { postgresPrograms, startPostgres } from '../support/postgres.ts'
import { ring } from '../support/rings.ts'

const THREADS = 8
const EVENTS = 120
const REPLICAS = 3

const programs = postgresPrograms()
ring('PostgreSQL', programs !== undefined, 'Debian package postgresql is not installed', () => {
  let server: Awaited<ReturnType<typeof startPostgres>>
  let dbs: readonly Db[] = []
  beforeAll(async () => {
    server = await startPostgres(programs ?? '')
    dbs = await Promise.all(
      Array.from({ length: REPLICAS }, () => openDatabase({ databaseUrl: server.url })),
    )
  })
  afterAll(async () => {
    for (const db of dbs) await db.destroy()
    server.stop()
  })

  it.each([1, 2, 3])(
    'replicas that get events in any order, twice, and die over them answer each once, in order (seed %i)',
    async (seed) => {
      const random = seeded(seed)
      const answered: Arrived[] = []
      let time = 0
      let lives = 0
      const born = (db: Db) => {
        let dead = false
        const owner = `${seed}-r${++lives}`
        const means = {
          store: inboxStore(db),
          now: () => time,
          owner,
          wait: async () => 0,
        }
        const inbox = createInbox(means, {
          turnAway: async () => undefined,
          answer: async (event, holds) => {
            // A process dies before its answer in one case of ten, and takes all it holds along.
            if (random() < 0.1) dead = true
            if (dead) return new Promise(() => undefined)
            await giveWay()
            if (await holds()) answered.push(event)
          },
        })
        return {
          ...inbox,
          isDead: () => dead,
          accept: async (event: Arrived) => {
            if (dead) throw new Error('connection refused')
            await inbox.accept(event)
          },
        }
      }
      const replicas = dbs.map(born)
      const events = Array.from({ length: EVENTS }, (_, i): Arrived => {
        const order = String(i).padStart(6, '0')
        return {
          tenant: 'A',
          id: `${seed}-${i}`,
          thread: `C1:${seed}-${i % THREADS}`,
          order,
          body: i,
        }
      })
      const deliver = async (event: Arrived): Promise<void> => {
        const at = Math.floor(random() * REPLICAS)
        await replicas[at]?.accept(event).catch(async () => {
          replicas[at] = born(dbs[at] as Db)
          await deliver(event)
        })
      }
      for (const event of events) {
        await deliver(event)
        if (random() < 0.2) await deliver(event)
      }
      for (let round = 0; round < 200 && answered.length < EVENTS; round++) {
        time += 11_000
        for (const [at, replica] of replicas.entries()) {
          if (replica.isDead()) replicas[at] = born(dbs[at] as Db)
          else await replica.tick()
        }
        for (let n = 0; n < 50; n++) await giveWay()
      }
      for (const replica of replicas) await replica.stop(0)
      expect(answered.map((e) => e.id).sort()).toEqual(events.map((e) => e.id).sort())
      for (let thread = 0; thread < THREADS; thread++) {
        const orders = answered.filter((e) => e.thread.endsWith(`-${thread}`)).map((e) => e.order)
        expect(orders).toEqual([...orders].sort())
      }
    },
  )
})
