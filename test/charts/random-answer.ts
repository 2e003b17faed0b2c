import fc from 'fast-check'
import type { Answer } from '../../src/answering/answer.ts'
import { CHOICES } from '../../src/engine/decision/choice.ts'
import type { Estimate, Quantity, Unit } from '../../src/engine/estimate.ts'
import type { Range } from '../../src/engine/range.ts'
import { type Unknown, unknown } from '../../src/engine/unknown.ts'
import type { Option, OptionFigures, Recommendation } from '../../src/sizing/recommendation.ts'

const amount = (most: number) => fc.integer({ min: 0, max: 1e6 }).map((n) => (n / 1e6) * most)
const ranges = (most: number): fc.Arbitrary<Range> =>
  fc.oneof(
    amount(most).map((n) => ({ low: n, central: n, high: n })),
    fc.tuple(amount(most), amount(most), amount(most)).map((three) => {
      const [low = 0, central = 0, high = 0] = three.sort((a, b) => a - b)
      return { low, central, high }
    }),
  )
const values = (most: number): fc.Arbitrary<Range | Unknown> =>
  fc.oneof(
    { weight: 6, arbitrary: ranges(most) },
    { weight: 1, arbitrary: fc.constant(unknown('no-price')) },
  )

function estimate(
  id: string,
  quantity: Quantity,
  unit: Unit,
  value: Range | Unknown,
  more: Partial<Estimate> = {},
): Estimate {
  return { id, quantity, unit, value, kind: 'computed', inputs: {}, sources: [], ...more }
}

const figures = (id: string): fc.Arbitrary<OptionFigures> =>
  fc
    .record({
      usd: values(1e7),
      quality: values(100),
      ms: values(1e4),
      kwh: values(1e5),
      kg: values(1e5),
      litres: values(1e6),
      once: fc.option(amount(1e5), { nil: undefined }),
    })
    .map(({ usd, quality, ms, kwh, kg, litres, once }) => ({
      usdPerMonth: estimate(`${id}.usd`, 'cost', 'USD/month', usd, {
        inputs: once === undefined ? {} : { one_off_usd: once, written_off_over_months: 12 },
      }),
      qualityPoints: estimate(`${id}.quality`, 'quality', 'percent', quality),
      latencyMs: estimate(`${id}.ms`, 'latency', 'ms', ms),
      energyKwhPerMonth: estimate(`${id}.kwh`, 'energy', 'kWh/month', kwh),
      co2eKgPerMonth: estimate(`${id}.kg`, 'carbon', 'kgCO2e/month', kg),
      waterLPerMonth: estimate(`${id}.litres`, 'water', 'L/month', litres),
    }))

const option = (index: number): fc.Arbitrary<Option> =>
  fc
    .record({
      choice: fc.constantFrom(...CHOICES),
      figures: figures(`o${index}`),
      name: fc.string({
        unit: fc.constantFrom('a', 'B', '한', '글', '<', '&', ' ', '8'),
        maxLength: 40,
      }),
      pareto: fc.boolean(),
      isRefused: fc.boolean(),
    })
    .map(({ choice, figures: all, name, pareto, isRefused }) => ({
      id: `o${index}`,
      choice,
      label: { en: `Option ${index} ${name}`, ko: `선택지 ${index} ${name}` },
      figures: all,
      usdPerRequest: estimate(`o${index}.per`, 'cost', 'USD/request', {
        low: 0,
        central: 0,
        high: 0,
      }),
      bearers: [{ en: 'people nearby', ko: '인근 주민' }],
      ...(isRefused ? { refused: { reason: 'over-budget' } as const } : { pareto }),
    }))

/** An answer whose recommendation holds anything that figures may be; the rest is that of `base`. */
export function randomAnswers(base: Answer): fc.Arbitrary<Answer> {
  return fc
    .record({
      options: fc
        .integer({ min: 0, max: 9 })
        .chain((count) => fc.tuple(...Array.from({ length: count }, (_, i) => option(i)))),
      chosen: fc.option(fc.integer({ min: 0, max: 8 }), { nil: undefined }),
      gap: ranges(200).map(({ low, central, high }) => ({
        ...{ low: low - 100, central: central - 100, high: high - 100 },
      })),
      value: ranges(50),
      errorCost: ranges(50),
      saving: values(1e6),
      volume: amount(1e7),
    })
    .map(({ options, chosen, gap, value, errorCost, saving, volume }) => {
      const subject = 'o0 > o1'
      const estimates = [
        estimate('compare.gap', 'quality-gap', 'points', gap, { subject }),
        estimate('compare.saving', 'saving', 'USD/month', saving, { subject }),
        estimate('value', 'value-right', 'USD/item', value),
        estimate('error-cost', 'error-cost', 'USD/item', errorCost),
        estimate('volume', 'volume', 'requests/month', {
          low: volume,
          central: volume,
          high: volume,
        }),
      ]
      const known = base.recommendation
      if (!known) throw new Error('The base has no recommendation.')
      const { pilot: _, ...kept } = known
      const recommendation: Recommendation = {
        ...kept,
        ...{ options, estimates, flips: [], reference: 'o0' },
        verdict: {
          ...{ choice: 'smaller', confidence: 0.5 },
          ...(chosen === undefined ? {} : { option: `o${chosen}` }),
        },
      }
      return { ...base, recommendation, estimates }
    })
}
