import { describe, expect, it } from 'vitest'
import { alertLines } from '../../src/digest/alert-text.ts'
import { decideAlerts, type Finding } from '../../src/digest/alerts.ts'
import { buildDigest } from '../../src/digest/build-digest.ts'
import { watchSpend } from '../../src/digest/watch-spend.ts'
import type { SourceState } from '../../src/ingest/ports.ts'
import type { Budget } from '../../src/spend/budget-risk.ts'
import type { Charge } from '../../src/spend/charge.ts'
import { startOf } from '../../src/spend/days.ts'
import { daysBetween } from '../../src/spend/whole-days.ts'
import { charge } from '../contracts/samples.ts'

const NANO = 1_000_000_000n
/** A hundred dollars a day of one team and model up to the 20th, but for the days that cost otherwise. */
function spend(to: string, others: Readonly<Record<string, bigint>> = {}): Charge[] {
  return daysBetween('2026-09-01', to).map((day) =>
    charge({ day, team: 'support', nano: (others[day] ?? 100n) * NANO }),
  )
}

/** What is found on a day, and the first days of digests that were built for it. */
async function watch(
  charges: readonly Charge[],
  today: string,
  budgets: readonly Budget[] = [],
  sources: readonly SourceState[] = [],
) {
  const built: string[] = []
  const known = charges.map(({ source, day }) => ({ source, day, settled: true }))
  const look = watchSpend({
    charges: {
      sources: async () => sources,
      knownDays: async (_, from, to) => known.filter(({ day }) => day >= from && day <= to),
    },
    build: async ({ period }) => {
      built.push(period)
      return buildDigest({ period, charges, known, budgets })
    },
  })
  return { found: await look('A', startOf(today)), built }
}
const budget = (dollars: bigint, team?: string): Budget => ({
  ...(team === undefined ? {} : { team }),
  amountNano: dollars * NANO,
  currency: 'USD',
})
const kinds = (found: readonly Finding[]) => found.map((f) => [f.key, f.severity])
const lines = (found: readonly Finding[]) =>
  (['en', 'ko'] as const).map((language) =>
    alertLines({ raised: found, resolved: [] }, language).join(' '),
  )

describe('spend between digests', () => {
  it('that goes on as ever is nothing to say', async () =>
    expect((await watch(spend('2026-11-20'), '2026-11-21', [budget(9000n)])).found).toEqual([]))
  it('that heads over a budget is a warning, with the range', async () => {
    const { found } = await watch(spend('2026-11-20'), '2026-11-21', [budget(2500n, 'support')])
    expect(kinds(found)).toEqual([['budget support USD 2026-11', 'warning']])
    const [en, ko] = lines(found)
    expect(en).toBe(
      'Warning: support is heading for $3,000.00 to $3,000.00 by the end of 2026-11, over its budget of $2,500.00.',
    )
    expect(ko).toContain('support: 월말 예상 $3,000.00~$3,000.00로 2026-11 예산 $2,500.00')
  })
  it('that is over a budget is critical, the same matter become worse', async () => {
    const before = await watch(spend('2026-11-18'), '2026-11-19', [budget(1950n)])
    const after = await watch(spend('2026-11-20'), '2026-11-21', [budget(1950n)])
    expect(kinds(after.found)).toEqual([['budget  USD 2026-11', 'critical']])
    const told = decideAlerts([], before.found, 0)
    expect(decideAlerts(told.states, after.found, 1).message).toMatchObject({
      raised: after.found,
      resolved: [],
    })
    expect(lines(after.found)).toEqual([
      'Critical: All spend has passed 100% of its 2026-11 budget of $1,950.00 (spent $2,000.00).',
      '심각: 전체 지출: 2026-11 예산 $1,950.00의 100%를 넘었습니다(현재 $2,000.00).',
    ])
  })
  it('over the budget of a month that has ended is still told, and goes silently afterwards', async () => {
    const { found } = await watch(spend('2026-11-30'), '2026-12-01', [budget(2500n)])
    expect(kinds(found)).toContainEqual(['budget  USD 2026-11', 'critical'])
    const told = decideAlerts([], found, startOf('2026-12-01'))
    const over = decideAlerts(told.states, [], startOf('2026-12-04')).message
    expect(over?.resolved.map((f) => f.key)).not.toContain('budget  USD 2026-11')
  })
  it('that stands out on one of the last three settled days is told once for all its groups', async () => {
    const charges = spend('2026-11-20', { '2026-11-18': 400n })
    const { found, built } = await watch(charges, '2026-11-21')
    expect(built).toEqual(['2026-11-18', '2026-11-19', '2026-11-20'])
    expect(kinds(found)).toEqual([['anomaly total  2026-11-18 USD', 'critical']])
    expect(lines(found)).toEqual([
      'Critical: All together spent $400.00 on 2026-11-18 (UTC), where $100.00 is usual for that weekday.',
      '심각: 전체: 2026-11-18(UTC) 지출이 $400.00로, 같은 요일의 평소 $100.00에서 벗어났습니다.',
    ])
    expect((await watch(spend('2026-11-21', { '2026-11-18': 400n }), '2026-11-22')).found).toEqual(
      [],
    )
  })
  it('of sources that are late is unknown, and nothing is looked at that no day is settled of', async () => {
    const late = { source: 'openai', settledThrough: '2026-09-01' }
    const { found, built } = await watch([], '2026-11-21', [], [late])
    expect(kinds(found)).toEqual([['no-data openai', 'warning']])
    expect(built).toEqual([])
  })
})
