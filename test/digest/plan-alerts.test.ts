import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { AlertSettings } from '../../src/access/settings.ts'
import type { Finding } from '../../src/digest/alerts.ts'
import { createAlerts } from '../../src/digest/plan-alerts.ts'
import { tick } from '../../src/digest/send-digest.ts'
import { alertLog } from '../../src/storage/alert-log.ts'
import { type Db, openDatabase } from '../../src/storage/database.ts'
import { digestLog } from '../../src/storage/digest-log.ts'
import { outbox } from '../../src/storage/outbox.ts'
import { anomaly, emptyOutbox, MONDAY, schedule, WEEK } from '../contracts/samples.ts'
import { recordingChannel, sending } from '../support/sending.ts'

const HOUR = 3_600_000

describe('alerts of a channel with a digest', () => {
  let db: Db
  let now = MONDAY
  let found: Finding[] = []
  let settings: AlertSettings
  const replica = () =>
    createAlerts({
      log: digestLog(db),
      alerts: alertLog(db),
      tenants: async () => ['A'],
      settings: async () => settings,
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
    settings = { on: true, coolDownHours: 72 }
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
  it('are not looked for where they are off', async () => {
    settings = { on: false, coolDownHours: 72 }
    expect(await replica()()).toEqual([])
    expect((await alertLog(db).states('A', 'C1')).states).toEqual([])
  })
  it('go to the channel named for them, with a digest or without, in the language of the digests', async () => {
    settings = { on: true, channel: 'CALERT', coolDownHours: 72 }
    await replica()()
    const open = await outbox(db).open(MONDAY)
    expect(open.map((m) => [m.tenant, m.channel, m.kind, m.language])).toEqual([
      ['A', 'CALERT', 'alert', 'ko'],
    ])
    await digestLog(db).removeSchedule('A', 'C1')
    await digestLog(db).removeSchedule('B', 'C1')
    found = [anomaly('a'), anomaly('b')]
    now = MONDAY + HOUR
    await replica()()
    expect((await alertLog(db).states('A', 'CALERT')).states).toHaveLength(2)
  })
  it('stay quiet for as long as the settings say', async () => {
    settings = { on: true, coolDownHours: 2 }
    const look = replica()
    const heard: number[] = []
    for (const [hour, there] of [
      [0, true],
      [1, false],
      [2, true],
      [3, true],
    ] as const) {
      now = MONDAY + hour * HOUR
      found = there ? [anomaly('a')] : []
      await look()
      heard.push((await outbox(db).open(now)).length)
    }
    expect(heard).toEqual([1, 2, 2, 3])
  })
  it('of one tenant that cannot be looked at do not hold up the others', async () => {
    await digestLog(db).setSchedule(
      schedule({ tenant: 'BAD', channel: 'C0', nextRun: MONDAY + WEEK }),
    )
    expect(await replica()()).toMatchObject([{ tenant: 'BAD' }])
    expect((await alertLog(db).states('A', 'C1')).states).toHaveLength(1)
  })
})
