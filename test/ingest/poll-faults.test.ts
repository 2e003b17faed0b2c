import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { openAi } from '../../src/connectors/openai.ts'
import { seeded } from '../../src/engine/random.ts'
import { pollDue } from '../../src/ingest/poll-sources.ts'
import { daysOf, later, startOf, utcDay } from '../../src/spend/days.ts'
import { chargeStore } from '../../src/storage/charge-store.ts'
import { type Db, openDatabase } from '../../src/storage/database.ts'
import { type Asked, fakeWeb, type PageServer, type Reply, servePages } from '../support/pages.ts'

const HOUR = 3_600_000
const START = Date.parse('2026-11-20T01:00:00Z')
/** Two lines a day, so that half a day would show. */
const CENTS = (day: string) => [startOf(day) / 86_400_000, 7]

/** A service with a page for every five days; each day costs its day number and seven, in cents. */
function serviceAt(now: () => number) {
  return ({ url }: Asked): Reply => {
    const first = utcDay(Number(url.searchParams.get('start_time')) * 1000)
    const end = Number(url.searchParams.get('end_time') ?? now() / 1000) * 1000 - 1
    const offset = Number(url.searchParams.get('page') ?? 0)
    const days = daysOf({ from: later(first, offset), to: utcDay(end) })
    const bucket = (day: string) => ({
      start_time: startOf(day) / 1000,
      results: url.pathname.endsWith('/costs')
        ? CENTS(day).map((cents, i) => ({
            amount: { value: cents / 100, currency: 'usd' },
            line_item: `m, ${i === 0 ? 'input' : 'output'}`,
          }))
        : [],
    })
    const more = days.length > 5
    return {
      body: JSON.stringify({
        data: days.slice(0, 5).map(bucket),
        has_more: more,
        next_page: more ? String(offset + 5) : null,
      }),
    }
  }
}

const FAULTS: readonly ((reply: Reply) => Reply)[] = [
  () => ({ status: 429, headers: { 'retry-after': '1' } }),
  () => ({ status: 429, headers: { 'retry-after': '9999' } }),
  () => ({ status: 500 }),
  () => ({ status: 401 }),
  (reply) => ({ ...reply, cut: true }),
  ({ body = '' }) => ({ body: body.slice(0, body.length / 2) }),
  ({ body = '' }) => ({ body: body.replace('"data"', '"items"') }),
  ({ body = '' }) => ({ body: body.replace('"has_more"', '"more"') }),
  ({ body = '' }) => ({ body: body.replace(/"value":\d/, '"value":null,"x":1') }),
]

describe('a service that fails at random for weeks', () => {
  let server: PageServer
  let db: Db
  afterEach(async () => {
    await server.close()
    await db.destroy()
  })
  it.each([1, 2, 3])('loses, doubles and halves no day (seed %i)', async (seed) => {
    const random = seeded(seed)
    let time = START
    let faulty = true
    const now = () => time
    const service = serviceAt(now)
    server = await servePages((asked) => {
      const fault = FAULTS[Math.floor(random() * FAULTS.length)]
      return faulty && fault && random() < 0.12 ? fault(service(asked)) : service(asked)
    })
    db = await openDatabase({ dataDir: mkdtempSync(join(tmpdir(), 'rightsize-faults-')) })
    const charges = chargeStore(db)
    const source = openAi(fakeWeb(now), { baseUrl: server.address, key: () => 'k' })
    const polling = { charges, tenant: 'A', now, owner: 'one' }
    let failed = 0
    for (let poll = 0; poll < 60; poll++) {
      if (poll === 58) faulty = false
      const [polled] = await pollDue(polling, [source])
      if (polled?.problem) failed++
      const stored = await charges.charges('A', '2020-01-01', '2030-01-01')
      for (const day of new Set(stored.map((c) => c.day)))
        expect(
          stored.filter((c) => c.day === day).map((c) => Number(c.effectiveNano / 10_000_000n)),
        ).toEqual(CENTS(day))
      time += 5 * HOUR
    }
    expect(failed).toBeGreaterThan(5)
    const days = new Set((await charges.charges('A', '2020-01-01', '2030-01-01')).map((c) => c.day))
    expect([...days]).toEqual(daysOf({ from: [...days][0] ?? '', to: utcDay(time - 5 * HOUR) }))
    expect(days.size).toBeGreaterThanOrEqual(92)
    const [state] = await charges.sources('A')
    expect(state?.problem).toBeUndefined()
    expect(state?.settledThrough).toBe(later(utcDay(time - 5 * HOUR), -3))
  })
})
