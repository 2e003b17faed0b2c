/** Digests of processes that are killed and started again; part of `npm run test:faults`. */
import { test } from 'node:test'
import { postsOnce } from '../support/exactly-once/judge.ts'
import { postgresPrograms, startPostgres } from '../support/postgres.ts'

const programs = postgresPrograms()
await test('three processes on PostgreSQL, killed and started again, post each message once', {
  skip: programs === undefined && 'the Debian package postgresql is not installed',
}, async () => {
  const server = await startPostgres(programs ?? '')
  try {
    await postsOnce('PostgreSQL, three processes', {
      place: { databaseUrl: server.url },
      replicas: 3,
    })
  } finally {
    server.stop()
  }
})
