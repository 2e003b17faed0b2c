import { acceleratorHours } from '../cost/accelerator-hours.ts'
import { acceleratorRental } from '../cost/accelerator-rental.ts'
import { textTokens } from '../cost/text-tokens.ts'
import type { Formula } from '../formula.ts'
import { answerTime } from '../serving/answer-time.ts'
import { arg, NOT_NEGATIVE, num, POSITIVE } from './arguments.ts'

/** Rents, hours, lengths and times from figures that the asker has at hand. */
export const OWN_FIGURES: readonly Formula[] = [
  {
    id: 'accelerator-rental',
    title: 'Rent of accelerators for a time',
    equation: 'accelerators x hours x rent',
    parameters: [
      arg('gpus', 'GPUs', 'accelerators', { min: 0, max: 1e9, default: 1 }),
      arg('hours', 'hours', 'each is rented for', NOT_NEGATIVE),
      arg('per_gpu_hour', 'money', 'rent of one for an hour', NOT_NEGATIVE),
    ],
    results: [{ key: 'amount', unit: "the rent's currency" }],
    source: 'arithmetic',
    validity: 'paid for every hour, used or not',
    example: {
      arguments: { gpus: 8, hours: 72, per_gpu_hour: 1.5 },
      results: { amount: 864 },
      tolerance: 1e-12,
    },
    compute: (g) => ({
      amount: acceleratorRental(num(g, 'gpus'), num(g, 'hours'), num(g, 'per_gpu_hour')),
    }),
  },
  {
    id: 'accelerator-hours',
    title: 'Accelerator hours of a computation',
    equation: 'FLOP / (peak x MFU x 3600)',
    parameters: [
      arg('flops', 'FLOP', 'operations in all', NOT_NEGATIVE),
      arg('peak_tflops', 'TFLOP/s', 'speed of one accelerator', POSITIVE),
      arg('mfu', 'share of peak', 'that is reached; 1 where the speed is a sustained one', {
        min: 0.001,
        max: 1,
        default: 1,
      }),
    ],
    results: [{ key: 'gpu_hours', unit: 'hours' }],
    source: 'https://arxiv.org/abs/2204.02311',
    validity: 'steady work; restarts and idle hours come on top',
    example: {
      arguments: { flops: 1e24, peak_tflops: 400 },
      results: { gpu_hours: 694444.44 },
      tolerance: 1e-6,
    },
    compute: (g) => ({
      gpu_hours: acceleratorHours(num(g, 'flops'), num(g, 'peak_tflops'), num(g, 'mfu')),
    }),
  },
  {
    id: 'text-tokens',
    title: 'Tokens of a text',
    equation: 'units x tokens per unit',
    parameters: [
      arg('units', 'pages, words or characters', 'length of the text', NOT_NEGATIVE),
      arg('tokens_per_unit', 'tokens', 'of one of them', { min: 1e-3, max: 1e6 }),
    ],
    results: [{ key: 'tokens', unit: 'tokens' }],
    source: 'arithmetic; tokens per unit in knowledge/catalog/defaults.yml',
    validity: 'plain prose: within about 15 %',
    example: {
      arguments: { units: 1000, tokens_per_unit: 620 },
      results: { tokens: 620000 },
      tolerance: 1e-12,
    },
    compute: (g) => ({ tokens: textTokens(num(g, 'units'), num(g, 'tokens_per_unit')) }),
  },
  {
    id: 'answer-time',
    title: 'Time until an answer is complete',
    equation: 'time to first token + tokens / speed',
    parameters: [
      arg('first_token_s', 's', 'until the first token', { min: 0, max: 1e6, default: 0 }),
      arg('tokens', 'tokens', 'of the answer', NOT_NEGATIVE),
      arg('tokens_per_s', 'tokens/s', 'for this one answer', { min: 1e-6 }),
    ],
    results: [{ key: 'seconds', unit: 's' }],
    source: 'https://docs.mlcommons.org/inference',
    validity: 'a steady speed and no queue',
    example: {
      arguments: { first_token_s: 0.6, tokens: 500, tokens_per_s: 80 },
      results: { seconds: 6.85 },
      tolerance: 1e-12,
    },
    compute: (g) => ({
      seconds: answerTime(num(g, 'first_token_s'), num(g, 'tokens'), num(g, 'tokens_per_s')),
    }),
  },
]
