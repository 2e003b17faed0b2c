import { describe, expect, it } from 'vitest'
import { buildDigest } from '../../src/digest/build-digest.ts'
import { digestChart } from '../../src/digest/digest-chart.ts'
import { digestTable } from '../../src/digest/digest-table.ts'
import type { Language } from '../../src/language/language.ts'
import type { Charge } from '../../src/spend/charge.ts'
import { daysBetween } from '../../src/spend/whole-days.ts'
import { charge } from '../contracts/samples.ts'

const usd = (dollars: number) => BigInt(dollars) * 1_000_000_000n
const daily = (from: string, to: string, over: Parameters<typeof charge>[0] = {}) =>
  daysBetween(from, to).map((day) => charge({ day, ...over }))
const chart = (charges: readonly Charge[], period = '2026-W47', language: Language = 'en') =>
  digestChart(buildDigest({ period, charges, known: [] }), language)

describe('the chart of a digest', () => {
  it('shows the week beside the one before, a bar a day', () => {
    const drawn = chart(daily('2026-10-01', '2026-11-22', { nano: usd(2) }))
    expect(drawn).toMatchObject({ title: 'Daily cost by team, Nov 9 to Nov 22 (UTC)', kind: 'bar' })
    expect(drawn?.categories).toHaveLength(14)
    expect(drawn?.series).toEqual([{ name: 'support', values: Array(14).fill(2) }])
  })
  it('of a month shows its weeks, the first and last as far as they are in it', () => {
    const drawn = chart(daily('2026-09-01', '2026-10-31', { nano: usd(1) }), '2026-10', 'ko')
    expect(drawn?.title).toBe('팀별 주간 비용, 10/1~10/31(UTC)')
    expect(drawn?.categories).toEqual(['10/1~4', '10/5~11', '10/12~18', '10/19~25', '10/26~31'])
    expect(drawn?.series[0]?.values).toEqual([4, 7, 7, 7, 6])
  })
  it('gives colours to four teams, adds the others up, and tells what names none', () => {
    const of = (team: string, i: number) =>
      daily('2026-11-16', '2026-11-22', { nano: usd(10 - i), team })
    const nobody = of('', 6).map(({ team: _, ...rest }) => rest)
    const teams = [...['a', 'b', 'c', 'd', 'e', 'f'].flatMap(of), ...nobody]
    expect(chart(teams)?.series.map(({ name, values }) => [name, values[0]])).toEqual([
      ...[
        ['a', 10],
        ['b', 9],
        ['c', 8],
        ['d', 7],
        ['other teams', 11],
      ],
      ['no team named', 4],
    ])
  })
  it('leaves out what nobody knows the cost of, instead of drawing nothing', () => {
    const days = daily('2026-11-16', '2026-11-22').filter((c) => c.day !== '2026-11-18')
    expect(chart(days)?.categories).not.toContain('Nov 18')
    const month = daily('2026-10-01', '2026-10-31').filter((c) => c.day !== '2026-10-13')
    expect(chart(month, '2026-10')?.categories).toEqual([
      ...['Oct 1–4', 'Oct 5–11', 'Oct 19–25', 'Oct 26–31'],
    ])
  })
  it('says in words what it shows', () =>
    expect(
      chart([...daily('2026-11-16', '2026-11-22'), charge({ day: '2026-11-18' })])?.altText,
    ).toBe(
      'Stacked bars: Daily cost by team, Nov 16 to Nov 22. Highest: Nov 18 $2.00. By team: support $8.00.',
    ))
  it('foresees what is left of the month as a bar apart, a day or a week, and says its range', () => {
    const charges = daysBetween('2026-09-01', '2026-11-22').map((day, i) =>
      charge({ day, nano: usd(i % 3 === 0 ? 3 : 2) }),
    )
    const daily = chart(charges)
    const { value = 0, spread = { low: 9, high: 0 } } = daily?.expected ?? {}
    expect(spread.low).toBeLessThanOrEqual(value)
    expect(spread.high).toBeGreaterThanOrEqual(value)
    expect(value).toBeGreaterThanOrEqual(2)
    expect(value).toBeLessThanOrEqual(3)
    expect(daily?.altText).toMatch(/Expected a day until Nov 30: (about )?\$2/)
    const weekly = chart(charges, '2026-10', 'ko')
    expect(weekly?.expected?.value).toBeGreaterThan(13)
    expect(weekly?.altText).toContain('11/30까지 주당 예상')
    const table = digestTable(buildDigest({ period: '2026-W47', charges, known: [] }), 'en')
    expect(table?.rows.at(-1)?.[0]).toBe('Expected a day until Nov 30')
    expect(table?.rows.at(-1)).toHaveLength(table?.heads.length ?? 0)
  })
  it('foresees nothing from too short a history', () =>
    expect(chart(daily('2026-11-10', '2026-11-22'))?.expected).toBeUndefined())
  it('is none of a single day, or where nothing is known', () => {
    expect(chart([charge({ day: '2026-11-18' })])).toBeUndefined()
    expect(chart([])).toBeUndefined()
  })
})
