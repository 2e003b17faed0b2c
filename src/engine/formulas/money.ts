import { paybackMonths } from '../cost/distillation-payback.ts'
import { selfHostedUsdPer1MTokens, selfHostingUsdPerMonth } from '../cost/self-hosting.ts'
import type { Formula } from '../formula.ts'
import { exactly } from '../range.ts'
import { isUnknown } from '../unknown.ts'
import { applying, num } from './arguments.ts'

const usd = { unit: 'USD', min: 0 } as const

export const MONEY: readonly Formula[] = [
  {
    id: 'self-hosting',
    title: 'Monthly bill of self-hosting',
    equation: 'GPUs x rent x 730 h + staff share x salary / 12',
    parameters: [
      { key: 'gpus', unit: 'GPUs', min: 0, description: 'accelerators of all replicas' },
      { key: 'usd_per_gpu_hour', ...usd, description: 'rent of one accelerator' },
      {
        key: 'staff_share',
        unit: 'full-time equivalents',
        min: 0,
        default: 0,
        description: 'engineers who look after it',
      },
      {
        key: 'staff_usd_per_year',
        ...usd,
        default: 300000,
        description: 'loaded cost of an engineer',
      },
    ],
    results: [{ key: 'usd_per_month', unit: 'USD a month' }],
    source: 'arithmetic; rents in knowledge/catalog/accelerators',
    validity: 'accelerators rented round the clock',
    example: {
      arguments: { gpus: 2, usd_per_gpu_hour: 3.64, staff_share: 0.25 },
      results: { usd_per_month: 11564.4 },
      tolerance: 1e-9,
    },
    compute: (g) => ({
      usd_per_month: selfHostingUsdPerMonth({
        gpus: num(g, 'gpus'),
        usdPerGpuHour: exactly(num(g, 'usd_per_gpu_hour')),
        staffShare: num(g, 'staff_share'),
        staffUsdPerYear: num(g, 'staff_usd_per_year'),
      }).central,
    }),
  },
  {
    id: 'self-hosted-token-price',
    title: 'Price of a self-hosted answer token',
    equation: 'rent x GPUs / (tokens per second x 3600 x duty) x 1e6',
    parameters: [
      { key: 'gpus', unit: 'GPUs', min: 1, description: 'accelerators of one replica' },
      { key: 'usd_per_gpu_hour', ...usd, description: 'rent of one accelerator' },
      {
        key: 'tokens_per_second',
        unit: 'tokens/s',
        min: 1e-6,
        description: 'answer tokens of the replica',
      },
      {
        key: 'duty',
        unit: 'share of the time',
        min: 1e-6,
        max: 1,
        default: 1,
        description: 'share of the time it works',
      },
    ],
    results: [{ key: 'usd_per_1m_tokens', unit: 'USD per million answer tokens' }],
    source: 'arithmetic; example from published TensorRT-LLM throughput',
    validity: 'the prompt work of the same mix is included',
    example: {
      arguments: { gpus: 2, usd_per_gpu_hour: 2.95, tokens_per_second: 4205, duty: 0.3 },
      results: { usd_per_1m_tokens: 1.2992 },
      tolerance: 1e-3,
    },
    compute: (g) => ({
      usd_per_1m_tokens: selfHostedUsdPer1MTokens(
        num(g, 'gpus'),
        num(g, 'usd_per_gpu_hour'),
        num(g, 'tokens_per_second'),
        num(g, 'duty'),
      ),
    }),
  },
  {
    id: 'distillation-payback',
    title: 'Months until a one-off cost is earned back',
    equation: 'one-off cost / saving a month',
    parameters: [
      { key: 'fixed_usd', ...usd, description: 'spent once' },
      {
        key: 'saving_usd_per_month',
        unit: 'USD a month',
        min: 1e-9,
        description: 'saved every month',
      },
    ],
    results: [{ key: 'months', unit: 'months' }],
    source: 'arithmetic',
    validity: 'constant saving; a saving of nothing has no payback',
    example: {
      arguments: { fixed_usd: 5000, saving_usd_per_month: 500 },
      results: { months: 10 },
      tolerance: 1e-9,
    },
    compute: (g) => {
      const months = paybackMonths({
        fixedUsd: exactly(num(g, 'fixed_usd')),
        savingUsdPerMonth: exactly(num(g, 'saving_usd_per_month')),
      })
      const refusal = `It is never earned back: saving_usd_per_month must be larger; received ${g.saving_usd_per_month}.`
      return { months: applying(isUnknown(months) ? months : months.central, refusal) }
    },
  },
]
