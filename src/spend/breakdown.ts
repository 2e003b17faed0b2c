import type { Charge } from './charge.ts'
import { descending } from './sums.ts'

/** What spend is grouped by. */
export const DIMENSIONS = ['provider', 'model', 'team', 'project', 'workload'] as const
export type Dimension = (typeof DIMENSIONS)[number]

/**
 * Money of a group in nano-units. `beforeNano` and `changeNano` are of the days that both periods have
 * in common; absent where there are none.
 */
export type Amount = Readonly<{ nano: bigint; beforeNano?: bigint; changeNano?: bigint }>

export type Line = Amount & Readonly<{ name: string }>

/** Groups, largest first; all parts together are the total. */
export type Breakdown = Readonly<{
  lines: readonly Line[]
  /** Groups that are not listed, added up. */
  rest?: Amount & Readonly<{ groups: number }>
  /** What names no team, model and so on: its own bar, never dropped. */
  unnamed?: Amount
}>

/** Charges of the period, and those of the days that two periods have in common. */
export type Compared = Readonly<{
  period: readonly Charge[]
  common?: Readonly<{ now: readonly Charge[]; before: readonly Charge[] }>
}>

/** Amounts by group, largest first; what names no group is under `undefined`. */
export type Amounts = ReadonlyMap<string | undefined, Amount>

/** Sums by group of one dimension. */
export function amountsBy({ period, common }: Compared, by: Dimension): Amounts {
  const sums = new Map<string | undefined, { nano: bigint; now: bigint; before: bigint }>()
  const add = (charges: readonly Charge[], key: 'nano' | 'now' | 'before') => {
    for (const c of charges) {
      const name = c[by]
      const sum = sums.get(name)
      if (sum) sum[key] += c.effectiveNano
      else sums.set(name, { nano: 0n, now: 0n, before: 0n, [key]: c.effectiveNano })
    }
  }
  add(period, 'nano')
  if (common) {
    add(common.now, 'now')
    add(common.before, 'before')
  }
  const amount = ({ nano, now, before }: { nano: bigint; now: bigint; before: bigint }): Amount =>
    common ? { nano, beforeNano: before, changeNano: now - before } : { nano }
  return new Map(
    [...sums]
      .sort(([a, x], [b, y]) => descending(x.nano, y.nano) || byText(a ?? '', b ?? ''))
      .map(([name, sum]) => [name, amount(sum)]),
  )
}

/**
 * Cost by one dimension as a report shows it: the largest groups, the rest added up, and what names none.
 * Example: teams of 5, 3 and 1 with a limit of 2: lines 5 and 3, rest 1 of one group.
 */
export function breakdownOf(amounts: Amounts, limit: number): Breakdown {
  const unnamed = amounts.get(undefined)
  const named = [...amounts].flatMap(([name, amount]): Line[] =>
    name === undefined ? [] : [{ name, ...amount }],
  )
  const rest = named.slice(limit)
  return {
    lines: named.slice(0, limit),
    ...(rest.length === 0 ? {} : { rest: { ...rest.reduce(plus, ZERO), groups: rest.length } }),
    ...(unnamed === undefined ? {} : { unnamed }),
  }
}

const ZERO: Amount = { nano: 0n }

function plus(sum: Amount, { nano, beforeNano, changeNano }: Amount): Amount {
  return {
    nano: sum.nano + nano,
    ...(beforeNano === undefined || changeNano === undefined
      ? {}
      : {
          beforeNano: (sum.beforeNano ?? 0n) + beforeNano,
          changeNano: (sum.changeNano ?? 0n) + changeNano,
        }),
  }
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
