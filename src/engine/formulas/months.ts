import { costOverMonths, type Months, monthsUntilCheaper } from '../cost/cost-over-months.ts'
import { meanOver, splitWindow } from '../cost/price-windows.ts'
import { type Arguments, DomainError, type Formula } from '../formula.ts'
import { applying, arg, given, NOT_NEGATIVE, num, POSITIVE, SHARE } from './arguments.ts'

const parameters = [
  arg('months', 'months', 'months ahead', { min: 1, max: 120, integer: true, default: 12 }),
  arg('requests_per_month', 'requests a month', 'in the first month', NOT_NEGATIVE),
  arg('growth', 'share a month', 'growth of the volume', { min: -1, max: 1, default: 0 }),
  arg('big_usd', 'USD', 'one request of the big model', NOT_NEGATIVE),
  arg('price_change_month', 'months', 'months until the big model changes its price', {
    min: 0,
    max: 120,
    integer: true,
    optional: true,
  }),
  arg('big_usd_after', 'USD', 'one request of it after that', { min: 0, optional: true }),
  arg('small_usd', 'USD', 'one request of the small model', NOT_NEGATIVE),
  arg('passed_on_share', 'share', 'requests that the small one passes on', {
    ...SHARE,
    default: 0,
  }),
  arg('distil_month', 'months', 'months until the distilled model answers', {
    min: 0,
    max: 120,
    integer: true,
  }),
  arg('distil_once_usd', 'USD', 'data, training and evaluation', NOT_NEGATIVE),
  arg('distilled_usd', 'USD', 'one request of the distilled model', NOT_NEGATIVE),
  arg('distilled_usd_per_month', 'USD a month', 'its deployment and care', { min: 0, default: 0 }),
] as const

const common = {
  parameters,
  source: 'arithmetic',
  validity: 'nominal dollars; the volumes and prices are assumptions, dated changes are not',
}

const example = {
  months: 3,
  requests_per_month: 1000,
  big_usd: 0.03,
  small_usd: 0.002,
  passed_on_share: 0.1,
  distil_month: 1,
  distil_once_usd: 20,
  distilled_usd: 0.002,
  distilled_usd_per_month: 5,
}

export const MONTHS: readonly Formula[] = [
  {
    id: 'cost-over-months',
    title: 'Cumulative cost of staying big, distilling later and starting small',
    equation: 'sum over months of requests x price, plus what is paid once and monthly',
    ...common,
    results: [
      { key: 'stay_big_usd', unit: 'USD' },
      { key: 'distil_later_usd', unit: 'USD' },
      { key: 'start_small_usd', unit: 'USD' },
    ],
    example: {
      arguments: example,
      results: { stay_big_usd: 90, distil_later_usd: 64, start_small_usd: 15 },
      tolerance: 1e-9,
    },
    compute: (g) => {
      const curves = costOverMonths(monthsOf(g))
      const total = (curve: readonly number[]) => curve.at(-1) ?? Number.NaN
      return {
        stay_big_usd: total(curves.stayBig),
        distil_later_usd: total(curves.distilLater),
        start_small_usd: total(curves.startSmall),
      }
    },
  },
  {
    id: 'cost-crossover',
    title: 'Months until distilling has cost no more than staying big',
    equation: 'first month from which the cumulative curves stay apart',
    ...common,
    results: [{ key: 'months', unit: 'months' }],
    example: {
      arguments: { ...example, distil_once_usd: 40 },
      results: { months: 3 },
      tolerance: 1e-9,
    },
    compute: (g) => {
      const { distilLater, stayBig } = costOverMonths(monthsOf(g))
      return {
        months: applying(
          monthsUntilCheaper(distilLater, stayBig),
          `Distilling still costs more at the end of the last month: months must be higher for it to pay, if it ever does; received ${g.months}.`,
        ),
      }
    },
  },
  {
    id: 'forecast-price',
    title: 'Mean price over a window in which it changes once',
    equation: 'share before x old price + share after x new price',
    parameters: [
      arg('days', 'days', 'length of the window', POSITIVE),
      arg('change_day', 'days', 'from its start to the change', NOT_NEGATIVE),
      arg('usd_before', 'USD', 'until the change', NOT_NEGATIVE),
      arg('usd_after', 'USD', 'from the change on', NOT_NEGATIVE),
    ],
    results: [{ key: 'usd', unit: 'USD' }],
    source: 'arithmetic; example: a doubling on 2026-12-01 seen from 2026-11-01 for 181 days',
    validity: 'use spread evenly over the window',
    example: {
      arguments: { days: 181, change_day: 30, usd_before: 2, usd_after: 4 },
      results: { usd: 3.668508 },
      tolerance: 1e-6,
    },
    compute: (g) => {
      const change = num(g, 'change_day')
      const stretches = splitWindow(0, num(g, 'days'), [change]).map((s) => ({
        share: s.share,
        value: num(g, s.from < change ? 'usd_before' : 'usd_after'),
      }))
      return { usd: applying(meanOver(stretches), 'A part of the window has no price.') }
    },
  },
]

function monthsOf(g: Arguments): Months {
  const change = given(g, 'price_change_month')
  const after = given(g, 'big_usd_after')
  if ((change === undefined) !== (after === undefined))
    throw new DomainError(
      `price_change_month and big_usd_after belong together; received ${change} and ${after}.`,
    )
  const each = (value: (month: number) => number) =>
    Array.from({ length: num(g, 'months') }, (_, month) => value(month))
  return {
    requests: each((m) => num(g, 'requests_per_month') * (1 + num(g, 'growth')) ** m),
    bigUsd: each((m) =>
      change !== undefined && after !== undefined && m >= change ? after : num(g, 'big_usd'),
    ),
    smallUsd: each(() => num(g, 'small_usd')),
    distil: {
      fromMonth: num(g, 'distil_month'),
      oneOffUsd: num(g, 'distil_once_usd'),
      usdPerRequest: num(g, 'distilled_usd'),
      usdPerMonth: num(g, 'distilled_usd_per_month'),
    },
    passedOnShare: num(g, 'passed_on_share'),
  }
}
