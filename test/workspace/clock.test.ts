import { describe, expect, it } from 'vitest'
import { createClock } from '../../src/workspace/clock.ts'
import { destination } from '../../src/workspace/destination.ts'

/** A Sunday afternoon in UTC, Monday night in Seoul. */
const NOW = Date.parse('2026-11-29T16:00:00Z')
const to = (text: string, zone = 'UTC') => {
  const at = destination(text, zone, NOW)
  return typeof at === 'number' ? new Date(at).toISOString().slice(0, 16) : at.en
}

describe('where the clock is asked to go', () => {
  it.each([
    ['+1 hour', 'UTC', '2026-11-29T17:00'],
    ['+90 minutes', 'UTC', '2026-11-29T17:30'],
    ['+2 weeks', 'UTC', '2026-12-13T16:00'],
    ['+1시간', 'UTC', '2026-11-29T17:00'],
    ['+3일 뒤', 'UTC', '2026-12-02T16:00'],
    ['Monday 09:00', 'UTC', '2026-11-30T09:00'],
    ['next Monday 09:00', 'Asia/Seoul', '2026-11-30T00:00'],
    ['월요일 09:00', 'Asia/Seoul', '2026-11-30T00:00'],
    ['mon 00:30', 'Asia/Seoul', '2026-12-06T15:30'],
    ['Sunday 15:00', 'UTC', '2026-12-06T15:00'],
    ['tomorrow 08:30', 'UTC', '2026-11-30T08:30'],
    ['내일 08:30', 'Asia/Seoul', '2026-11-30T23:30'],
    ['18:00', 'UTC', '2026-11-29T18:00'],
    ['2027-01-04 09:00', 'America/New_York', '2027-01-04T14:00'],
  ])('%s in %s is %s', (text, zone, at) => expect(to(text, zone)).toBe(at))
  it.each([
    ['yesterday', 'no time to come'],
    ['2026-11-01 09:00', 'no time to come'],
    ['Monday 25:00', 'no time to come'],
    ['2026-02-31 09:00', 'no time to come'],
    ['', 'no time to come'],
    ['2029-01-01 09:00', 'more than a year'],
    ['+99999 weeks', 'more than a year'],
  ])('“%s” is refused with a sentence', (text, says) => expect(to(text)).toContain(says))
  it('a zone that is none is named', () =>
    expect(to('+1 hour', 'Mars/Olympus')).toContain('no time zone “Mars/Olympus”'))
})

describe('the clock', () => {
  it('goes ahead, runs on from there, never goes back but to the real time, and tells its watchers in turn', async () => {
    let real = 1000
    const clock = createClock(() => real)
    const told: string[] = []
    clock.watch(async () => void told.push(`first ${clock.now()}`))
    clock.watch(() => void told.push(`second ${clock.now()}`))
    await clock.travelTo(5000)
    real += 10
    expect([clock.now(), clock.ahead()]).toEqual([5010, 4000])
    await clock.travelTo(2000)
    expect(clock.now()).toBe(5010)
    await clock.reset()
    expect(clock.now()).toBe(1010)
    expect(told.slice(0, 2)).toEqual(['first 5000', 'second 5000'])
  })
})
