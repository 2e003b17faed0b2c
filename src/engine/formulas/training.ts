import { fineTuningCost } from '../cost/fine-tuning.ts'
import { modelFlopsUtilisation, trainingCost } from '../cost/training.ts'
import type { Formula } from '../formula.ts'
import { arg, NOT_NEGATIVE, named, num, POSITIVE } from './arguments.ts'

const METHODS = ['full', 'adapters'] as const
const parameters = arg('parameters', 'parameters', 'active parameters', { min: 0, max: 1e15 })
const tokens = arg('tokens', 'tokens', 'training tokens', { min: 0, max: 1e15 })
const peak = arg('peak_tflops', 'TFLOP/s', 'dense peak of one accelerator', {
  ...POSITIVE,
  default: 989,
})
const mfu = arg('mfu', 'share of peak', 'share of peak in steady state', {
  min: 0.001,
  max: 1,
  default: 0.4,
})
const rent = arg('usd_per_gpu_hour', 'USD', 'rent of one accelerator', NOT_NEGATIVE)
const bill = [
  { key: 'flops', unit: 'FLOP' },
  { key: 'gpu_hours', unit: 'hours' },
  { key: 'usd', unit: 'USD' },
] as const
const billed = (r: { flops: number; gpuHours: number; usd: number }) => ({
  flops: r.flops,
  gpu_hours: r.gpuHours,
  usd: r.usd,
})

export const TRAINING: readonly Formula[] = [
  {
    id: 'fine-tuning',
    title: 'Compute and rent of fine-tuning',
    equation: '6 N D (4 N D with adapters) / (peak x MFU x 3600)',
    parameters: [
      parameters,
      tokens,
      arg('epochs', 'epochs', 'times the data are read', { min: 0, max: 1000, default: 3 }),
      arg('method', 'name', 'what is trained', { choices: METHODS }),
      peak,
      mfu,
      rent,
    ],
    results: bill,
    source: 'https://github.com/mosaicml/llm-foundry',
    validity: 'compute only; labels, evaluation and hosting cost more',
    example: {
      arguments: { parameters: 8.030261248e9, tokens: 10e6, usd_per_gpu_hour: 2.95 },
      results: { gpu_hours: 1.015, usd: 2.994 },
      tolerance: 1e-3,
    },
    compute: (g) =>
      billed(
        fineTuningCost({
          parameters: num(g, 'parameters'),
          tokens: num(g, 'tokens'),
          epochs: num(g, 'epochs'),
          method: named(g, 'method', METHODS),
          peakTeraFlops: num(g, 'peak_tflops'),
          mfu: num(g, 'mfu'),
          usdPerGpuHour: num(g, 'usd_per_gpu_hour'),
        }),
      ),
  },
  {
    id: 'training-cost',
    title: 'Compute and rent of a training run',
    equation: '6 N D / (peak x MFU x goodput x 3600)',
    parameters: [
      parameters,
      tokens,
      peak,
      mfu,
      arg('goodput', 'share', 'billed hours that train', { min: 0.01, max: 1, default: 0.8 }),
      rent,
    ],
    results: bill,
    source: 'https://arxiv.org/abs/2001.08361; shares of peak from published runs',
    validity: 'the final run; MFU 0.35 to 0.45 above 10B, 0.15 to 0.28 else; no data, no people',
    example: {
      arguments: { parameters: 8.03e9, tokens: 15e12, usd_per_gpu_hour: 2 },
      results: { flops: 7.227e23, gpu_hours: 634337, usd: 1268675 },
      tolerance: 1e-4,
    },
    compute: (g) =>
      billed(
        trainingCost({
          parameters: num(g, 'parameters'),
          tokens: num(g, 'tokens'),
          peakTeraFlops: num(g, 'peak_tflops'),
          mfu: num(g, 'mfu'),
          goodput: num(g, 'goodput'),
          usdPerGpuHour: num(g, 'usd_per_gpu_hour'),
        }),
      ),
  },
  {
    id: 'mfu',
    title: 'Share of peak that a run reached',
    equation: 'FLOP / (hours x 3600 x peak)',
    parameters: [
      arg('flops', 'FLOP', 'training compute', NOT_NEGATIVE),
      arg('gpu_hours', 'hours', 'billed accelerator hours', POSITIVE),
      peak,
    ],
    results: [{ key: 'mfu', unit: 'share of peak' }],
    source: 'definition; example from https://arxiv.org/abs/2407.21783',
    validity: 'over billed hours, restarts included',
    example: {
      arguments: { flops: 3.799e25, gpu_hours: 30840000 },
      results: { mfu: 0.346 },
      tolerance: 1e-3,
    },
    compute: (g) => ({
      mfu: modelFlopsUtilisation(num(g, 'flops'), num(g, 'gpu_hours'), num(g, 'peak_tflops')),
    }),
  },
]
