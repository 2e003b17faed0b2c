import type { Choice } from '../engine/decision/choice.ts'
import type { Estimate, Quantity, Unit } from '../engine/estimate.ts'
import { exactly } from '../engine/range.ts'
import { isUnknown } from '../engine/unknown.ts'
import type { Bilingual } from '../language/language.ts'
import { formValues, REQUEST_KEYS } from '../sizing/parse-arguments.ts'
import type { Option, Recommendation } from '../sizing/recommendation.ts'
import type { SizingInput } from '../sizing/request.ts'

/** What a verdict points at. */
export type Outcome = Readonly<{ choice: Choice; option?: string; label?: Bilingual }>

/** One figure at two times; `whose` names the option it belongs to, `flipsAt` the value at which the record said it would flip. */
export type Pair = Readonly<{
  before: Estimate
  after: Estimate
  whose?: Bilingual
  flipsAt?: Estimate
}>

/** An assumption that is not what it was. */
export type Difference =
  | (Readonly<{ is: 'figure' }> & Pair)
  | Readonly<{ is: 'stated'; key: keyof SizingInput; before?: string; after?: string }>
  | Readonly<{ is: 'added' | 'dropped'; option: Bilingual }>

/** Two recommendations for one workload whose verdicts differ. */
export type Comparison = Readonly<{
  before: Outcome
  after: Outcome
  costs: readonly Pair[]
  differences: readonly Difference[]
}>

/** What there is to say about a recorded decision. */
export type Change =
  | (Readonly<{ kind: 'catalogue' | 'stated' }> & Comparison)
  | Readonly<{ kind: 'unsizable'; problems: readonly string[] }>
  | Readonly<{ kind: 'retires'; model: string; date: string; past: boolean; source: string }>
  | Readonly<{ kind: 'review'; date: string }>

/** Rates in the working of a bill, and what they are called. */
const RATES: readonly (readonly [input: string, quantity: Quantity, unit: Unit])[] = [
  ['input_usd_per_1m', 'price-input', 'USD/1M tokens'],
  ['output_usd_per_1m', 'price-output', 'USD/1M tokens'],
  ['usd_per_gpu_hour', 'rent', 'USD/hour'],
]

/** The prices that a recommendation used, read off the working of its bills. */
export function pricesUsed({ options }: Recommendation): Estimate[] {
  return options.flatMap(({ id, figures: { usdPerMonth } }) =>
    RATES.flatMap(([input, quantity, unit]): Estimate[] => {
      const usd = usdPerMonth.inputs[input]
      if (typeof usd !== 'number') return []
      const { sources, asOf } = usdPerMonth
      return [
        {
          id: `${id}.${input}`,
          quantity,
          subject: id,
          unit,
          value: exactly(usd),
          kind: 'cited',
          inputs: {},
          sources,
          ...(asOf === undefined ? {} : { asOf }),
        },
      ]
    }),
  )
}

/** Before and after where the verdict points elsewhere; nothing where it does not. */
export function compared(before: Recommendation, after: Recommendation): Comparison | undefined {
  const [was, is] = [outcomeOf(before), outcomeOf(after)]
  if (was.choice === is.choice && was.option === is.option) return undefined
  const shown = new Set([was.option ?? before.reference, is.option ?? after.reference])
  return {
    before: was,
    after: is,
    costs: [...shown].flatMap((id) => {
      const [one, other] = [optionOf(before, id), optionOf(after, id)]
      return one && other && !sameValue(one.figures.usdPerMonth, other.figures.usdPerMonth)
        ? [
            {
              before: one.figures.usdPerMonth,
              after: other.figures.usdPerMonth,
              whose: other.label,
            },
          ]
        : []
    }),
    differences: [
      ...figureDifferences(before, after, shown),
      ...statedDifferences(before.request.input, after.request.input),
      ...optionDifferences(before, after),
    ],
  }
}

export function outcomeOf({ verdict, options }: Recommendation): Outcome {
  const option = options.find((o) => o.id === verdict.option)
  return {
    choice: verdict.choice,
    ...(option ? { option: option.id, label: option.label } : {}),
  }
}

function optionOf({ options }: Recommendation, id: string): Option | undefined {
  return options.find((o) => o.id === id)
}

/** Numbers of the request, prices of all options, and the quality of those the verdicts point at. */
function figureDifferences(
  before: Recommendation,
  after: Recommendation,
  shown: ReadonlySet<string>,
): Difference[] {
  const figures = (r: Recommendation): readonly Estimate[] => [
    ...r.estimates.filter((e) => REQUEST_KEYS.some((key) => key === e.id)),
    ...pricesUsed(r),
    ...r.options.filter((o) => shown.has(o.id)).map((o) => o.figures.qualityPoints),
  ]
  const now = new Map(figures(after).map((e) => [e.id, e]))
  return figures(before).flatMap((was): Difference[] => {
    const is = now.get(was.id)
    if (!is || sameValue(was, is)) return []
    const whose = is.subject === undefined ? undefined : optionOf(after, is.subject)?.label
    const flip = before.flips.find((f) => f.assumption === was.id)
    const flipsAt: Estimate | undefined = flip && {
      ...was,
      quantity: 'flip-value',
      kind: 'computed',
      value: exactly(flip.flipsAt),
    }
    return [
      {
        is: 'figure',
        before: was,
        after: is,
        ...(whose ? { whose } : {}),
        ...(flipsAt ? { flipsAt } : {}),
      },
    ]
  })
}

function sameValue(a: Estimate, b: Estimate): boolean {
  if (isUnknown(a.value) || isUnknown(b.value)) return isUnknown(a.value) && isUnknown(b.value)
  return a.value.central === b.value.central && a.value.low === b.value.low
}

/** Keys whose values are words; numbers are among the figures. */
function statedDifferences(before: SizingInput, after: SizingInput): Difference[] {
  const [was, is] = [formValues(before), formValues(after)]
  return REQUEST_KEYS.flatMap((key): Difference[] =>
    was[key] === is[key] || typeof (before[key] ?? after[key]) === 'number'
      ? []
      : [
          {
            is: 'stated',
            key,
            ...(was[key] === undefined ? {} : { before: was[key] }),
            ...(is[key] === undefined ? {} : { after: is[key] }),
          },
        ],
  )
}

function optionDifferences(before: Recommendation, after: Recommendation): Difference[] {
  return [
    ...after.options
      .filter((o) => !optionOf(before, o.id))
      .map(({ label }): Difference => ({ is: 'added', option: label })),
    ...before.options
      .filter((o) => !optionOf(after, o.id))
      .map(({ label }): Difference => ({ is: 'dropped', option: label })),
  ]
}
