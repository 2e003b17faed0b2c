import { describe, expect, it } from 'vitest'
import {
  comparableDays,
  dataThrough,
  dayBook,
  daysBetween,
  settledThrough,
} from '../../src/spend/whole-days.ts'
import { charge } from '../contracts/samples.ts'

const DAYS = daysBetween('2026-11-09', '2026-11-22')
const known = (source: string, days: readonly string[], settled = true) =>
  days.map((day) => ({ source, day, settled }))
const without = (...gone: readonly string[]) => DAYS.filter((d) => !gone.includes(d))

describe('the last day that is settled without a gap', () => {
  it('is the earliest of all sources', () => {
    const book = dayBook([...known('a', DAYS), ...known('b', DAYS.slice(0, 10))], [])
    expect(dataThrough(book, DAYS)).toBe('2026-11-18')
  })
  it('ends before a day that still moves, and before one that is missing', () => {
    const moving = [...known('a', DAYS), ...known('a', ['2026-11-20'], false)]
    expect(settledThrough(dayBook(moving, []), 'a', DAYS)).toBe('2026-11-19')
    const gap = dayBook(known('a', without('2026-11-17')), [])
    expect(settledThrough(gap, 'a', DAYS)).toBe('2026-11-16')
  })
  it('does not end at a weekday on which nothing ever comes', () => {
    const book = dayBook(
      known('a', without('2026-11-15', '2026-11-22', '2026-11-14', '2026-11-21')),
      [],
    )
    expect(dataThrough(book, DAYS)).toBe('2026-11-20')
  })
  it('is not there when a source has no settled day', () => {
    const book = dayBook([...known('a', DAYS), ...known('b', DAYS, false)], [])
    expect(dataThrough(book, DAYS)).toBeUndefined()
    expect(dataThrough(dayBook([], []), DAYS)).toBeUndefined()
  })
  it('takes a day with charges for known', () =>
    expect(dataThrough(dayBook([], [charge()]), DAYS)).toBe('2026-11-16'))
})

describe('days that may be held against each other', () => {
  const pairs = DAYS.slice(7).map((day, i) => [day, DAYS[i] ?? ''] as const)
  it('are those that every source has settled in both periods, or in neither', () => {
    const book = dayBook([...known('a', DAYS), ...known('b', without('2026-11-17'))], [])
    expect(comparableDays(book, pairs).map(([d]) => d)).toEqual(
      DAYS.slice(7).filter((d) => d !== '2026-11-17'),
    )
    const sundays = dayBook(known('a', without('2026-11-15', '2026-11-22')), [])
    expect(comparableDays(sundays, pairs)).toHaveLength(6)
    expect(comparableDays(dayBook([], []), pairs)).toEqual([])
  })
})
