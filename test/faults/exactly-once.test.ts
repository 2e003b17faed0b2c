/** Digests over both clock changes while processes are killed; part of `npm run test:faults`. */
import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { type Outcome, runWorld, type WorldOptions } from '../support/exactly-once/world.ts'
import { postgresPrograms, startPostgres } from '../support/postgres.ts'

/** Autumn: Europe on 25 October, America on 1 November 2026. Spring: America on 14, Europe on 28 March 2027; Sydney on 4 April. */
const SPANS = [
  ['2026-10-19T00:30:00Z', '2026-11-09T00:30:00Z'],
  ['2027-03-08T00:30:00Z', '2027-04-06T00:30:00Z'],
] as const
const KILLS = 200
const seed = Number(process.env.FAULT_SEED ?? 20261123)

function judge(name: string, { kills, due, posted, ...wrong }: Outcome): void {
  const counted = new Map<string, number>()
  for (const moment of kills) {
    const what = moment.replace(/^failed: .*/, 'a failure')
    counted.set(what, (counted.get(what) ?? 0) + 1)
  }
  console.log(
    `${name}: seed ${seed}, ${kills.length} kills, ${due} messages due, ${posted} posted`,
    Object.fromEntries(counted),
  )
  assert.deepEqual(wrong, { duplicates: [], missing: [], unexpected: [], astray: [] })
  assert.ok(kills.length >= KILLS)
}

const run = (options: Pick<WorldOptions, 'place' | 'replicas'>) =>
  runWorld({ ...options, seed, spans: SPANS, kills: KILLS })

await test('one process on the embedded database, killed and started again, posts each message once', async () =>
  judge(
    'embedded, one process',
    await run({
      place: { dataDir: mkdtempSync(join(tmpdir(), 'rightsize-faults-')) },
      replicas: 1,
    }),
  ))

const programs = postgresPrograms()
await test('three processes on PostgreSQL, killed and started again, post each message once', {
  skip: programs === undefined && 'the Debian package postgresql is not installed',
}, async () => {
  const server = await startPostgres(programs ?? '')
  try {
    const outcome = await run({ place: { databaseUrl: server.url }, replicas: 3 })
    judge('PostgreSQL, three processes', outcome)
  } finally {
    server.stop()
  }
})
