import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Outcome, runWorld } from '../support/exactly-once/world.ts'
import { postgresPrograms, startPostgres } from '../support/postgres.ts'
import { ring } from '../support/rings.ts'

/** A day on which America's clocks go back; `npm run test:faults` is the long form. */
const SHORT = {
  seed: 7,
  kills: 2,
  spans: [['2026-11-01T15:30:00Z', '2026-11-02T00:30:00Z']],
} as const

function expectOnce({ kills, due, posted, ...wrong }: Outcome): void {
  expect(wrong).toEqual({ duplicates: [], missing: [], unexpected: [], astray: [] })
  expect(posted).toBe(due)
  expect(kills.length).toBeGreaterThanOrEqual(SHORT.kills)
}

describe('over a clock change, with kills and lost answers, each message is posted once', () => {
  it('by one process that is killed and started again', { timeout: 180_000 }, async () => {
    const place = { dataDir: mkdtempSync(join(tmpdir(), 'rightsize-once-')) }
    expectOnce(await runWorld({ ...SHORT, place, replicas: 1 }))
  })
})

const programs = postgresPrograms()
ring('PostgreSQL', programs !== undefined, 'Debian package postgresql is not installed', () => {
  it('by three processes that are killed and started again', { timeout: 180_000 }, async () => {
    const server = await startPostgres(programs ?? '')
    try {
      const place = { databaseUrl: server.url }
      expectOnce(await runWorld({ ...SHORT, place, replicas: 3 }))
    } finally {
      server.stop()
    }
  })
})
