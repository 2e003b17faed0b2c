import { fineTuningBill } from '../cost/fine-tuning-bill.ts'
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
  {
    id: 'fine-tuning-bill',
    title: 'Bill of fine-tuning as a service',
    equation: '(epochs x training tokens + evaluations x validation tokens) x price / 1e6',
    parameters: [
      arg('training_tokens', 'tokens', 'tokens of one pass over the data', NOT_NEGATIVE),
      arg('epochs', 'epochs', 'times the data are read', { min: 0, max: 1000, default: 3 }),
      arg('validation_tokens', 'tokens', 'tokens of one evaluation', { min: 0, default: 0 }),
      arg('evaluations', 'evaluations', 'evaluations on the way', {
        min: 0,
        max: 1000,
        default: 0,
      }),
      arg('usd_per_1m_tokens', 'USD', 'price per million tokens processed', NOT_NEGATIVE),
    ],
    results: [
      { key: 'tokens', unit: 'tokens billed' },
      { key: 'usd', unit: 'USD' },
    ],
    source:
      'https://docs.together.ai/docs/fine-tuning/pricing; example https://docs.ori.co/fine-tuning/billing',
    validity: 'minimum charges and the deployment of the tuned model come on top',
    example: {
      arguments: { training_tokens: 16e6, epochs: 1, usd_per_1m_tokens: 0.46 },
      results: { tokens: 16e6, usd: 7.36 },
      tolerance: 1e-9,
    },
    compute: (g) =>
      fineTuningBill({
        trainingTokens: num(g, 'training_tokens'),
        epochs: num(g, 'epochs'),
        validationTokens: num(g, 'validation_tokens'),
        evaluations: num(g, 'evaluations'),
        usdPer1MTokens: num(g, 'usd_per_1m_tokens'),
      }),
  },
]
