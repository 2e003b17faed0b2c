/** People ask several processes at once while these are killed; part of `npm run test:faults`. */
import assert from 'node:assert/strict'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { postgresPrograms, startPostgres } from '../../support/postgres.ts'
import type { Outcome } from '../../support/replicas/judge.ts'
import { runLoad } from '../../support/replicas/load.ts'

const LOAD = { people: 50, perSecond: 10, seconds: 60, seed: 20261129 }
const KILL_EVERY = 5
const ACK_P99_MS = 500

function judge(name: string, { log, secrets, ...outcome }: Outcome, mayRefuse: boolean): void {
  console.log(name, outcome)
  const { lost, twice, disordered, refused, apologies } = outcome
  assert.deepEqual({ lost, twice, disordered }, { lost: [], twice: [], disordered: [] })
  if (!mayRefuse) {
    assert.deepEqual(refused, [])
    assert.equal(apologies, 0)
    assert.ok(outcome.ack.p99 < ACK_P99_MS, `acknowledged within ${outcome.ack.p99} ms`)
  }
  for (const secret of secrets) assert.ok(!log.includes(secret), 'a secret stands in the log')
  assert.ok(!log.includes('support tickets'), 'a question stands in the log')
}

const programs = postgresPrograms()
const skip = programs === undefined && 'the Debian package postgresql is not installed'
const onPostgres = async (killEvery?: number): Promise<Outcome> => {
  const server = await startPostgres(programs ?? '')
  try {
    return await runLoad({
      ...LOAD,
      place: { DATABASE_URL: server.url },
      replicas: 3,
      ...(killEvery === undefined ? {} : { killEvery }),
    })
  } finally {
    server.stop()
  }
}
const embedded = (killEvery?: number): Promise<Outcome> =>
  runLoad({
    ...LOAD,
    place: { DATA_DIR: mkdtempSync(join(tmpdir(), 'rightsize-load-')) },
    replicas: 1,
    ...(killEvery === undefined ? {} : { killEvery }),
  })

await test(
  'three processes on PostgreSQL answer each question once and in order',
  { skip },
  async () => judge('PostgreSQL, three processes', await onPostgres(), false),
)
await test('so does one process on the embedded database', async () =>
  judge('embedded, one process', await embedded(), false))
await test(
  'three processes that are killed in turn lose nothing and answer nothing twice',
  { skip },
  async () => judge('PostgreSQL, killed', await onPostgres(KILL_EVERY), true),
)
await test('one process that is killed again and again loses nothing it acknowledged', async () =>
  judge('embedded, killed', await embedded(KILL_EVERY), true))
