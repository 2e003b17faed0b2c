import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Polling, pollDue, pullDays } from '../../src/ingest/poll-sources.ts'
import { chunksOf, spanToRead } from '../../src/ingest/poll-span.ts'
import { type ChargeSource, type ChargeStore, SourceError } from '../../src/ingest/ports.ts'
import { dayNumber } from '../../src/spend/calendar.ts'
import { type Days, daysOf, utcDay } from '../../src/spend/days.ts'
import { chargeStore } from '../../src/storage/charge-store.ts'
import { type Db, openDatabase } from '../../src/storage/database.ts'
import { charge } from '../contracts/samples.ts'

const HOUR = 3_600_000
const START = Date.parse('2026-11-20T12:00:00Z')
const at = (text: string) => Date.parse(text)

/** A bill of one dollar a day that notes what it was asked for. */
function dollarADay(id: string, now: () => number, settleDays = 1) {
  const asked: Days[] = []
  const state = { failFrom: '9999-12-31', nano: 1_000_000_000n }
  const source: ChargeSource = {
    id,
    name: id,
    basis: 'billed',
    settleDays,
    read: async (span) => {
      asked.push(span)
      if (span.to >= state.failFrom)
        throw new SourceError({ en: `${id} refused the key.`, ko: `${id}: 키가 거부되었습니다.` })
      const days = daysOf(span)
      const charges = days.map((day) => charge({ source: id, provider: id, day, nano: state.nano }))
      return {
        charges,
        windows: [span],
        days: days.map((day) => ({
          day,
          settled: dayNumber(utcDay(now())) - dayNumber(day) > settleDays,
        })),
        read: days.length,
        kept: days.length,
        rejected: [],
        remainders: {},
        remarks: [],
      }
    },
  }
  return { source, asked, state }
}

describe('the days a poll reads', () => {
  const state = {
    source: 'x',
    settledThrough: '2026-11-18',
    readAt: START - HOUR,
    triedAt: START - HOUR,
  }
  it('are a quarter at first, never beyond today', () =>
    expect(spanToRead(undefined, START)).toEqual({ from: '2026-08-21', to: '2026-11-20' }))
  it('are the trailing week afterwards', () =>
    expect(spanToRead(state, START)).toEqual({ from: '2026-11-14', to: '2026-11-20' }))
  it('are the whole month at the first poll of a day', () =>
    expect(spanToRead({ ...state, readAt: START - 13 * HOUR }, START).from).toBe('2026-11-01'))
  it('go on from the last settled day when that is further back', () =>
    expect(spanToRead({ ...state, settledThrough: '2026-10-05' }, START).from).toBe('2026-10-06'))
  it('are never more than those of the first poll', () =>
    expect(spanToRead({ ...state, settledThrough: '2025-01-01' }, START).from).toBe('2026-08-21'))
  it('are read in parts that neither overlap nor leave a day out', () => {
    const span = { from: '2026-08-21', to: '2026-11-20' }
    const chunks = chunksOf(span)
    expect(chunks.flatMap(daysOf)).toEqual(daysOf(span))
    expect(chunks).toHaveLength(3)
  })
})

describe('polling', () => {
  let db: Db
  let charges: ChargeStore
  let time = START
  const now = () => time
  const as = (owner: string): Polling => ({ charges, tenant: 'A', now, owner })
  beforeAll(async () => {
    db = await openDatabase({ dataDir: mkdtempSync(join(tmpdir(), 'rightsize-poll-')) })
    charges = chargeStore(db)
  })
  afterAll(() => db.destroy())
  beforeEach(async () => {
    time = START
    for (const table of ['charge', 'charge_week', 'charge_day_known', 'spend_source'] as const)
      await db.deleteFrom(table).execute()
  })
  const stateOf = async (id: string) => (await charges.sources('A')).find((s) => s.source === id)
  const stored = async (id: string) =>
    (await charges.charges('A', '2020-01-01', '2030-01-01')).filter((c) => c.source === id)

  it('fills in a quarter, then reads again every hour and not before', async () => {
    const { source, asked } = dollarADay('openai', now)
    await pollDue(as('one'), [source])
    expect(asked).toHaveLength(3)
    expect(await stored('openai')).toHaveLength(92)
    expect(await stateOf('openai')).toEqual({
      source: 'openai',
      settledThrough: '2026-11-18',
      triedAt: START,
      readAt: START,
    })
    time += HOUR - 1
    expect(await pollDue(as('one'), [source])).toEqual([])
    time += 1
    await pollDue(as('one'), [source])
    expect(asked.at(-1)).toEqual({ from: '2026-11-14', to: '2026-11-20' })
    expect(await stored('openai')).toHaveLength(92)
  })
  it('over weeks of hours stores every day once and follows restated amounts', async () => {
    const { source, state } = dollarADay('openai', now)
    for (let i = 0; i < 60; i++) {
      await pollDue(as('one'), [source])
      time += 7 * HOUR
      if (i === 50) state.nano = 2_000_000_000n
    }
    const found = await stored('openai')
    const days = found.map((c) => c.day)
    expect(days).toEqual(daysOf({ from: days[0] ?? '', to: days.at(-1) ?? '' }))
    expect(found.at(-1)?.effectiveNano).toBe(2_000_000_000n)
    expect(found.filter((c) => c.effectiveNano === 1_000_000_000n).length).toBeGreaterThan(60)
  })
  it('keeps whole parts before a failure, says why, tries again sooner and goes on from there', async () => {
    const { source, asked, state } = dollarADay('openai', now)
    state.failFrom = '2026-11-01'
    const [failed] = await pollDue(as('one'), [source])
    expect(failed?.problem?.ko).toBe('openai: 키가 거부되었습니다.')
    expect(await stored('openai')).toHaveLength(62)
    expect(await stateOf('openai')).toMatchObject({
      settledThrough: '2026-10-21',
      problem: { en: 'openai refused the key.' },
    })
    expect((await stateOf('openai'))?.readAt).toBeUndefined()
    state.failFrom = '9999-12-31'
    time += HOUR / 4
    await pollDue(as('one'), [source])
    expect(asked.at(-1)?.to).toBe('2026-11-20')
    expect(await stored('openai')).toHaveLength(92)
    expect((await stateOf('openai'))?.problem).toBeUndefined()
  })
  it('of one source that fails does not stop the others', async () => {
    const [bad, good] = [dollarADay('anthropic', now), dollarADay('openai', now)]
    bad.state.failFrom = '2020-01-01'
    const polled = await pollDue(as('one'), [bad.source, good.source])
    expect(polled.map((p) => p.problem !== undefined)).toEqual([true, false])
    expect(await stored('openai')).toHaveLength(92)
  })
  it('is done by one of several replicas', async () => {
    const { source, asked } = dollarADay('openai', now)
    await Promise.all(['one', 'two', 'three'].map((name) => pollDue(as(name), [source])))
    expect(asked).toHaveLength(3)
  })
  it('is taken over from a replica that died, when its lease has run out', async () => {
    const { source, asked } = dollarADay('openai', now)
    const lease = { source: 'openai', owner: 'dead', now: time, leaseUntil: time + HOUR / 2 }
    await charges.claimSource('A', lease)
    await pollDue(as('one'), [source])
    expect(asked).toHaveLength(0)
    time += HOUR / 2
    await pollDue(as('one'), [source])
    expect(asked).toHaveLength(3)
  })
  it('goes on after a clock that was years ahead', async () => {
    const { source, asked } = dollarADay('openai', now)
    await charges.setSource('A', { source: 'openai', triedAt: at('2030-01-01T00:00:00Z') })
    await pollDue(as('one'), [source])
    expect(asked).toHaveLength(3)
  })
  it('that is stopped leaves the state as it was', async () => {
    const stop = new AbortController()
    const { source } = dollarADay('openai', now)
    const stopped: ChargeSource = {
      ...source,
      read: async (span) => {
        stop.abort()
        return source.read(span)
      },
    }
    await pollDue(as('one'), [stopped], stop.signal)
    expect(await stateOf('openai')).toEqual({ source: 'openai' })
    expect((await pollDue(as('one'), [source]))[0]?.problem).toBeUndefined()
  })
  it('stays at the last settled day before one that is unknown', async () => {
    const { source } = dollarADay('openai', now)
    const gap = '2026-11-10'
    const gapped: ChargeSource = {
      ...source,
      read: async (span) => {
        const reading = await source.read(span)
        return { ...reading, days: reading.days.filter((d) => d.day !== gap) }
      },
    }
    await pollDue(as('one'), [gapped])
    expect((await stateOf('openai'))?.settledThrough).toBe('2026-11-09')
  })
  it('by hand reads certain days, stores nothing in a dry run, and leaves the state', async () => {
    const { source } = dollarADay('openai', now)
    const span = { from: '2025-01-01', to: '2025-02-10' }
    const dry = await pullDays(as('one'), source, span, { dryRun: true })
    expect(dry.readings).toHaveLength(2)
    expect(await stored('openai')).toEqual([])
    expect((await pullDays(as('one'), source, span)).replaced).toBe(0)
    expect((await pullDays(as('one'), source, span)).replaced).toBe(41)
    expect(await stateOf('openai')).toEqual({ source: 'openai' })
  })
})
