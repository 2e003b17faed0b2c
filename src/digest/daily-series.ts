import type { Charge } from '../spend/charge.ts'
import { byDay, descending, groupBy, totalNano } from '../spend/sums.ts'
import type { DailySeries } from './digest.ts'

/**
 * Cost by day and team: the dearest teams, the rest added up, and what names no team.
 * @param known days with settled figures; on the others every series has no value
 */
export function dailySeries(
  usage: readonly Charge[],
  days: readonly string[],
  known: ReadonlySet<string>,
  limit: number,
): DailySeries {
  const teams = groupBy(usage, (c) => c.team)
  const named = [...teams]
    .flatMap(([name, charges]) =>
      name === undefined ? [] : [{ name, charges, nano: totalNano(charges) }],
    )
    .sort((a, b) => descending(a.nano, b.nano))
  const values = (charges: readonly Charge[]) => {
    const sums = byDay(charges)
    return days.map((day) => (known.has(day) ? (sums.get(day) ?? 0n) : null))
  }
  const rest = named.slice(limit).flatMap(({ charges }) => charges)
  const nobody = teams.get(undefined) ?? []
  return {
    days,
    series: [
      ...named
        .slice(0, limit)
        .map(({ name, charges }) => ({ kind: 'team', name, nano: values(charges) }) as const),
      ...(rest.length === 0 ? [] : [{ kind: 'rest', nano: values(rest) } as const]),
      ...(nobody.length === 0 ? [] : [{ kind: 'unattributed', nano: values(nobody) } as const]),
    ],
  }
}
