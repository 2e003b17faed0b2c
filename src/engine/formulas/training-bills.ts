import { goodputRatio, impliedRent } from '../cost/training-bills.ts'
import type { Formula } from '../formula.ts'
import { arg, NOT_NEGATIVE, num, POSITIVE } from './arguments.ts'

export const TRAINING_BILLS: readonly Formula[] = [
  {
    id: 'goodput',
    title: 'Share of billed hours that trained',
    equation: 'MFU over billed hours / MFU in steady state',
    parameters: [
      arg('billed_mfu', 'share of peak', 'over billed hours', { min: 0, max: 1 }),
      arg('steady_mfu', 'share of peak', 'in steady state', { min: 0.001, max: 1 }),
    ],
    results: [{ key: 'goodput', unit: 'share of billed hours' }],
    source: 'definition; example from https://arxiv.org/abs/2112.11446',
    validity: 'both shares of the same peak',
    example: {
      arguments: { billed_mfu: 0.302, steady_mfu: 0.325 },
      results: { goodput: 0.929 },
      tolerance: 1e-3,
    },
    compute: (g) => ({ goodput: goodputRatio(num(g, 'billed_mfu'), num(g, 'steady_mfu')) }),
  },
  {
    id: 'implied-rent',
    title: 'Rent that a published training bill implies',
    equation: 'bill / accelerator hours',
    parameters: [
      arg('usd', 'USD', 'published bill', NOT_NEGATIVE),
      arg('gpu_hours', 'hours', 'billed accelerator hours', POSITIVE),
    ],
    results: [{ key: 'usd_per_gpu_hour', unit: 'USD' }],
    source: 'arithmetic; example from https://github.com/deepseek-ai/DeepSeek-V3',
    validity: 'the final run; research, ablations, data and staff are seldom in a published bill',
    example: {
      arguments: { usd: 5576000, gpu_hours: 2788000 },
      results: { usd_per_gpu_hour: 2 },
      tolerance: 1e-9,
    },
    compute: (g) => ({ usd_per_gpu_hour: impliedRent(num(g, 'usd'), num(g, 'gpu_hours')) }),
  },
]
