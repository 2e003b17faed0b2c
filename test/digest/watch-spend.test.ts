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
      coveredDays: async () => {
        const [first, last] = [charges[0], charges.at(-1)]
        return first && last && { from: first.day, to: last.day }
      },
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
    expect(kinds(found)).toEqual([['anomaly total USD', 'critical']])
    expect(lines(found)).toEqual([
      'Critical: All together spent $400.00 on 2026-11-18 (UTC), where $100.00 is usual for that weekday.',
      '심각: 전체: 2026-11-18(UTC) 지출이 $400.00로, 같은 요일의 평소 $100.00에서 벗어났습니다.',
    ])
    expect((await watch(spend('2026-11-21', { '2026-11-18': 400n }), '2026-11-22')).found).toEqual(
      [],
    )
  })
  it('that stands out on several of the days is told of the worst, and of those of the last', async () => {
    const of = async (...dollars: bigint[]) => {
      const days = Object.fromEntries(dollars.map((d, i) => [`2026-11-${19 + i}`, d]))
      const { found } = await watch(spend('2026-11-20', days), '2026-11-21')
      return found.map((f) => f.kind === 'anomaly' && [f.key, f.day, f.severity])
    }
    const key = 'anomaly total USD'
    expect(await of(400n, 250n)).toEqual([[key, '2026-11-19', 'critical']])
    expect(await of(250n, 250n)).toEqual([[key, '2026-11-20', 'warning']])
    expect(await of(250n, 400n)).toEqual([[key, '2026-11-20', 'critical']])
  })
  it('that stays at a new level is said to, and is the usual when it is over', async () => {
    const days = { '2026-11-18': 300n, '2026-11-19': 300n, '2026-11-20': 300n }
    const { found } = await watch(spend('2026-11-20', days), '2026-11-21')
    expect(lines(found)).toEqual([
      'Critical: All together has been at a new level since 2026-11-18 (UTC): $300.00 on that day, where $100.00 was usual for that weekday.',
      '심각: 전체: 2026-11-18(UTC)부터 지출이 새 수준입니다(그날 $300.00, 같은 요일의 평소 $100.00).',
    ])
    const over = { raised: [], resolved: found }
    expect(alertLines(over, 'en')).toEqual(['Resolved: unusual spend in all, by now the usual'])
    expect(alertLines(over, 'ko')).toEqual(['해소: 전체 지출 이상(이제 평소 수준)'])
  })
  it('of which no bill has come for longer than bills take is unknown, and that is said', async () => {
    const { found, built } = await watch(spend('2026-09-30'), '2026-11-21')
    expect(built).toEqual([])
    expect(lines(found)).toEqual([
      'Warning: Spend has data through 2026-09-30 (UTC) only, 52 days behind (45 at most is usual); spend since then is unknown, not zero.',
      '경고: 지출: 데이터가 2026-09-30(UTC)까지만 있어 52일 늦었습니다(보통 45일 이내). 그 뒤의 지출은 0이 아니라 알 수 없습니다.',
    ])
    expect((await watch(spend('2026-10-10'), '2026-11-21')).found).toEqual([])
    expect((await watch([], '2026-11-21')).found).toEqual([])
  })
  it('of sources that are late is unknown, and nothing is looked at that no day is settled of', async () => {
    const late = { source: 'openai', settledThrough: '2026-09-01' }
    const { found, built } = await watch([], '2026-11-21', [], [late])
    expect(kinds(found)).toEqual([['no-data openai', 'warning']])
    expect(built).toEqual([])
  })
})
