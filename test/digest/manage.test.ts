import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { gatherDigest } from '../../src/digest/gather-digest.ts'
import { createDigests } from '../../src/digest/manage.ts'
import { alertLog } from '../../src/storage/alert-log.ts'
import { chargeStore } from '../../src/storage/charge-store.ts'
import { type Db, openDatabase } from '../../src/storage/database.ts'
import { digestLog } from '../../src/storage/digest-log.ts'
import { anomaly, charge, MONDAY, reading } from '../contracts/samples.ts'

describe('setting up a channel’s digest', () => {
  let db: Db
  beforeAll(async () => {
    db = await openDatabase({ dataDir: mkdtempSync(join(tmpdir(), 'rightsize-manage-')) })
  })
  afterAll(() => db.destroy())
  const digests = () =>
    createDigests({
      build: ({ tenant, period }) => gatherDigest({ charges: chargeStore(db) }, tenant, period),
      log: digestLog(db),
      alerts: alertLog(db),
      now: () => MONDAY,
    })
  const at = (tenant: string, channel = 'C1') => ({ tenant, channel, person: 'U1' })

  it.each([
    [
      'Monday 09:00 Asia/Seoul',
      'A digest every Monday at 09:00 (Asia/Seoul); the next one on Monday, November 30, 2026, about 2026-11-23 to 2026-11-29 (UTC days).',
    ],
    [
      'daily 17:00 Europe/Paris KRW',
      'A digest every day at 17:00 (Europe/Paris) in KRW; the next one on Monday, November 23, 2026, about 2026-11-22 (a UTC day).',
    ],
    [
      'monthly 1 09:00 America/New_York',
      'A digest on day 1 of every month at 09:00 (America/New_York); the next one on Tuesday, December 1, 2026, about 2026-11-01 to 2026-11-30 (UTC days).',
    ],
  ])('%s: says when the next one comes and which UTC days it will be about', async (text, line) =>
    expect(await digests().schedule(at('A'), text, 'en')).toEqual([line]),
  )
  it('says so in Korean, and remembers who set it up', async () => {
    expect(await digests().schedule(at('A'), '월요일 8시 Asia/Seoul', 'ko')).toEqual([
      '매주 월요일 08:00(Asia/Seoul)에 요약을 올립니다. 다음은 2026년 11월 30일 월요일이며, 2026-11-16부터 2026-11-22까지(UTC)를 다룹니다.',
    ])
    expect(await digests().schedule(at('A'), '매월 1일 8시 Asia/Seoul KRW', 'ko')).toEqual([
      '매월 1일 08:00(Asia/Seoul)에 요약을 올립니다(통화 KRW). 다음은 2026년 12월 1일 화요일이며, 2026-10-01부터 2026-10-31까지(UTC)를 다룹니다.',
    ])
    expect(await digestLog(db).schedules('A')).toMatchObject([
      { hour: 8, revision: 5, owner: 'U1', language: 'ko', cadence: 'monthly' },
    ])
  })
  it('says what is wrong, and changes nothing', async () => {
    expect(await digests().schedule(at('B'), 'Monday 3:00 Moon', 'en')).toHaveLength(2)
    expect(await digestLog(db).schedules('B')).toEqual([])
  })
  it('lists the channels of the tenant alone', async () => {
    await digests().schedule(at('E', 'C2'), 'Friday 9 UTC', 'en')
    await digests().schedule(at('F', 'C3'), 'Friday 9 UTC', 'en')
    expect(await digests().list('E', 'en')).toEqual([
      { channel: 'C2', line: expect.stringMatching(/^A digest every Friday at 09:00 \(UTC\)/) },
    ])
  })
  it('stops it, for that tenant’s channel alone', async () => {
    await digests().schedule(at('D'), 'Friday 9 UTC', 'en')
    expect(await digests().remove(at('A'), 'en')).toEqual(['No digest will be posted any more.'])
    expect(await digests().remove(at('A'), 'ko')).toEqual(['설정된 요약이 없습니다.'])
    expect(await digestLog(db).schedules('A')).toEqual([])
    expect(await digestLog(db).schedules('D')).toHaveLength(1)
  })
  it('previews the last whole week of its own tenant', async () => {
    await chargeStore(db).replace('A', 'csv', reading([charge({ day: '2026-11-18' })]), 0)
    expect((await digests().preview(at('A'), 'en')).slice(0, 2)).toEqual([
      '*AI spend, week 2026-W47 (2026-11-16 to 2026-11-22, UTC)*',
      'Total $1.00. Data through 2026-11-18.',
    ])
    expect((await digests().preview(at('B'), 'ko'))[1]).toContain('알 수 없습니다')
  })
  it('snoozes an alert for a week, and names those there are when the key is another', async () => {
    await digests().schedule(at('S'), 'Friday 9 UTC', 'en')
    const [schedule] = await digestLog(db).schedules('S')
    if (!schedule) throw new Error('no schedule')
    const standing = { finding: anomaly('a'), open: true, standing: true }
    await alertLog(db).record(schedule, 0, [standing], undefined, MONDAY)
    expect(await digests().snooze(at('S'), 'b', 'en')).toEqual([
      'This channel has no alert "b". Those there are: "a".',
    ])
    expect(await digests().snooze(at('S'), 'a', 'en')).toEqual([
      'Silent until 2026-11-30 (UTC): unusual spend of team a.',
    ])
    expect((await alertLog(db).states('S', 'C1')).states).toEqual([
      { ...standing, snoozedUntil: MONDAY + 7 * 86_400_000 },
    ])
    expect(await digests().snooze(at('T'), 'a', 'ko')).toEqual([
      '이 채널에 "a"라는 경보가 없습니다. 지금 있는 것: 없음',
    ])
  })
})
