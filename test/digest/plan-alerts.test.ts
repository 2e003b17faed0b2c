import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Finding } from '../../src/digest/alerts.ts'
import { createAlerts } from '../../src/digest/plan-alerts.ts'
import { tick } from '../../src/digest/send-digest.ts'
import { alertLog } from '../../src/storage/alert-log.ts'
import { type Db, openDatabase } from '../../src/storage/database.ts'
import { digestLog } from '../../src/storage/digest-log.ts'
import { anomaly, emptyOutbox, MONDAY, schedule, WEEK } from '../contracts/samples.ts'
import { recordingChannel, sending } from '../contracts/send-digest.ts'

const HOUR = 3_600_000

describe('alerts of a channel with a digest', () => {
  let db: Db
  let now = MONDAY
  let found: Finding[] = []
  const replica = () =>
    createAlerts({
      log: digestLog(db),
      alerts: alertLog(db),
      findings: async (tenant) => {
        if (tenant === 'BAD') throw new Error('no figures')
        return tenant === 'A' ? found : []
      },
      now: () => now,
    })
  beforeAll(async () => {
    db = await openDatabase({ dataDir: mkdtempSync(join(tmpdir(), 'rightsize-alerts-')) })
  })
  afterAll(() => db.destroy())
  beforeEach(async () => {
    await emptyOutbox(db)
    now = MONDAY
    found = [anomaly('a')]
    for (const tenant of ['A', 'B'])
      await digestLog(db).setSchedule(schedule({ tenant, nextRun: MONDAY + 9 * WEEK }))
  })

  it('are posted once, however many replicas look and send', async () => {
    const { posts, publisher } = recordingChannel()
    const replicas = ['r1', 'r2', 'r3'].map((owner) => ({
      look: replica(),
      send: () => tick(sending(db, publisher, owner, () => now)),
    }))
    for (const at of [0, 1, 2]) {
      now = MONDAY + at * HOUR
      if (at === 2) found = []
      await Promise.all(replicas.map(({ look }) => look()))
      await Promise.all(replicas.map(({ send }) => send()))
    }
    expect(posts.map((p) => p.key)).toEqual([
      `A/C1/alert/${MONDAY}-0`,
      expect.stringMatching(/^A\/C1\/alert\//),
    ])
  })
  it('are looked at once an hour, so that what comes up in between is one message', async () => {
    const look = replica()
    await look()
    found = [anomaly('a'), anomaly('b')]
    now = MONDAY + HOUR - 1
    await look()
    const keys = async () => (await alertLog(db).states('A', 'C1')).states.map((s) => s.finding.key)
    expect(await keys()).toEqual(['a'])
    now = MONDAY + HOUR
    await look()
    expect(await keys()).toEqual(['a', 'b'])
  })
  it('of one tenant that cannot be looked at do not hold up the others', async () => {
    await digestLog(db).setSchedule(
      schedule({ tenant: 'BAD', channel: 'C0', nextRun: MONDAY + WEEK }),
    )
    expect(await replica()()).toMatchObject([{ tenant: 'BAD' }])
    expect((await alertLog(db).states('A', 'C1')).states).toHaveLength(1)
  })
})
