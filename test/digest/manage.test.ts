import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDigests } from '../../src/digest/manage.ts'
import { chargeStore } from '../../src/storage/charge-store.ts'
import { type Db, openDatabase } from '../../src/storage/database.ts'
import { digestLog } from '../../src/storage/digest-log.ts'
import { charge, MONDAY, reading } from '../contracts/samples.ts'

describe('setting up a channel’s digest', () => {
  let db: Db
  beforeAll(async () => {
    db = await openDatabase({ dataDir: mkdtempSync(join(tmpdir(), 'rightsize-manage-')) })
  })
  afterAll(() => db.destroy())
  const digests = () => createDigests(chargeStore(db), digestLog(db), () => MONDAY)
  const seoul = { weekday: 1, hour: 9, zone: 'Asia/Seoul' }

  it('says when the next one comes and which days it will be about', async () => {
    expect(await digests().schedule('A', 'C1', seoul, 'en')).toEqual([
      'This channel gets a digest every week; the next one on Monday, November 30, 2026 at 09:00 (Asia/Seoul), about 2026-11-23 to 2026-11-29 (UTC).',
    ])
    expect(await digests().schedule('A', 'C1', { ...seoul, hour: 8 }, 'ko')).toEqual([
      '이 채널에 매주 요약을 올립니다. 다음은 2026년 11월 30일 월요일 08:00(Asia/Seoul)이며, 2026-11-16부터 2026-11-22까지(UTC)를 다룹니다.',
    ])
    expect(await digestLog(db).schedules('A')).toMatchObject([{ hour: 8, revision: 2 }])
  })
  it('says what is wrong with each setting and what was received', async () => {
    const wrong = { weekday: 9, hour: 3, zone: 'Moon/Base' }
    expect(await digests().schedule('B', 'C1', wrong, 'en')).toEqual([
      'weekday must be a day such as monday; received "9".',
      'hour must be a whole number from 5 to 23; received "3".',
      'zone must be an IANA time zone such as Asia/Seoul or Europe/Paris; received "Moon/Base".',
    ])
    expect((await digests().schedule('B', 'C1', wrong, 'ko'))[1]).toBe(
      'hour는 5부터 23까지의 정수여야 합니다. 받은 값: "3"',
    )
    expect(await digestLog(db).schedules('B')).toEqual([])
  })
  it('stops it, for that tenant’s channel alone', async () => {
    await digests().schedule('D', 'C1', seoul, 'en')
    expect(await digests().remove('A', 'C1', 'en')).toEqual([
      'This channel gets no digest any more.',
    ])
    expect(await digestLog(db).schedules('A')).toEqual([])
    expect(await digestLog(db).schedules('D')).toHaveLength(1)
  })
  it('previews the last whole week of its own tenant', async () => {
    await chargeStore(db).replace('A', 'csv', reading([charge({ day: '2026-11-18' })]), 0)
    expect((await digests().preview('A', 'en')).slice(0, 2)).toEqual([
      '*AI spend, week 2026-W47 (2026-11-16 to 2026-11-22, UTC)*',
      'Total $1.00. Data through 2026-11-18.',
    ])
    expect((await digests().preview('B', 'ko'))[1]).toContain('알 수 없습니다')
  })
})
