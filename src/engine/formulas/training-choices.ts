import type { Formula } from '../formula.ts'
import { GADRE } from '../scaling/constants.ts'
import { criticalBatch } from '../scaling/critical-batch.ts'
import { downstreamError, overTrainedLoss } from '../scaling/downstream-error.ts'
import { plateau } from '../scaling/flatness.ts'
import { inferenceAwareCost } from '../scaling/inference-aware-cost.ts'
import { kaplanJointLoss } from '../scaling/kaplan-joint.ts'
import { effectiveParameterShare, quantisationLoss } from '../scaling/precision.ts'
import { arg, named, num } from './arguments.ts'

const DATA = Object.keys(GADRE) as (keyof typeof GADRE)[]
const data = arg('data', 'name', 'which data set was fitted', { choices: DATA })
const n = arg('parameters', 'parameters', 'N', { min: 1e6, max: 1e13 })
const bits = (key: string, of: string) => arg(key, 'bits', of, { min: 1, max: 1e6, default: 1e6 })
const machine = (key: string, what: string) => [
  arg(`${key}_usd_per_hour`, 'USD', `rent of an accelerator for ${what}`, { min: 1e-6, max: 1e6 }),
  arg(`${key}_peak_tflops`, 'TFLOP/s', `its peak for ${what}`, { min: 1e-3, max: 1e6 }),
  arg(`${key}_utilisation`, 'share of the peak', `what ${what} reaches of it`, {
    min: 1e-6,
    max: 1,
  }),
]
const machineOf = (g: Parameters<Formula['compute']>[0], key: string) => ({
  usdPerHour: num(g, `${key}_usd_per_hour`),
  peakTflops: num(g, `${key}_peak_tflops`),
  utilisation: num(g, `${key}_utilisation`),
})

/** Training decisions beside the plain optimum: flatness, batch, precision, error on tasks, money over a life. */
export const TRAINING_CHOICES: readonly Formula[] = [
  {
    id: 'compute-plateau',
    title: 'How flat the compute-optimal choice is',
    equation: 'ratios D / N at which (L - L*) / (L* - E) equals the share, at equal compute',
    parameters: [
      arg('flops', 'FLOP', 'training compute', { min: 1e15, max: 1e30 }),
      arg('share', 'share of the reducible loss', 'what may be lost', {
        min: 1e-6,
        max: 1,
        default: 0.01,
      }),
    ],
    results: [
      { key: 'fewest_tokens_per_parameter', unit: 'tokens per parameter' },
      { key: 'most_tokens_per_parameter', unit: 'tokens per parameter' },
      { key: 'largest_parameters', unit: 'parameters' },
      { key: 'smallest_parameters', unit: 'parameters' },
    ],
    source: 'https://arxiv.org/abs/2404.10102',
    validity: 'optimistic beyond 100 tokens per parameter',
    example: {
      arguments: { flops: 1e23 },
      results: { fewest_tokens_per_parameter: 8.688, most_tokens_per_parameter: 42.369 },
      tolerance: 1e-3,
    },
    compute: (g) => {
      const r = plateau(num(g, 'flops'), num(g, 'share'))
      return {
        fewest_tokens_per_parameter: r.fewestTokens,
        most_tokens_per_parameter: r.mostTokens,
        largest_parameters: r.largest,
        smallest_parameters: r.smallest,
      }
    },
  },
  {
    id: 'kaplan-joint-loss',
    title: 'Loss from size and data together (Kaplan)',
    equation: '((Nc / N)^(aN / aD) + Dc / D)^aD',
    parameters: [
      arg('parameters', 'parameters', 'N, without embeddings', { min: 1e3, max: 1e13 }),
      arg('tokens', 'tokens', 'D', { min: 1e6, max: 1e15 }),
    ],
    results: [{ key: 'loss', unit: 'nats' }],
    source: 'https://arxiv.org/abs/2001.08361',
    validity: 'up to 1.5e9 parameters and 23e9 tokens; not for splitting a budget',
    example: {
      arguments: { parameters: 1e9, tokens: 1e10 },
      results: { loss: 2.42 },
      tolerance: 1e-3,
    },
    compute: (g) => ({ loss: kaplanJointLoss(num(g, 'parameters'), num(g, 'tokens')) }),
  },
  {
    id: 'critical-batch',
    title: 'Batch beyond which more tokens a step waste compute',
    equation: 'B* / L^(1 / alpha)',
    parameters: [arg('loss', 'nats', 'loss at that point of the training', { min: 0.5, max: 12 })],
    results: [{ key: 'tokens', unit: 'tokens' }],
    source: 'https://arxiv.org/abs/2001.08361',
    validity: "Kaplan's runs on WebText2",
    example: { arguments: { loss: 3 }, results: { tokens: 1069114 }, tolerance: 1e-4 },
    compute: (g) => ({ tokens: criticalBatch(num(g, 'loss')) }),
  },
  {
    id: 'downstream-error',
    title: 'Loss and average task error of an over-trained model',
    equation: 'L = E + a N^b + c 6^(b/2) (M N)^b; error = eps - k e^(-gamma L)',
    parameters: [
      n,
      arg('tokens_per_parameter', 'tokens per parameter', 'M', { min: 1, max: 1e5 }),
      data,
    ],
    results: [
      { key: 'loss', unit: 'nats' },
      { key: 'error', unit: 'share wrong, average of 17 tasks' },
    ],
    source: GADRE.rpj.source,
    validity: '11M to 6.9B parameters, to 640 tokens per parameter; an average, within 4 points',
    example: {
      arguments: { parameters: 1439795200, tokens_per_parameter: 640, data: 'rpj' },
      results: { loss: 2.5198, error: 0.4925 },
      tolerance: 2e-4,
    },
    compute: (g) => {
      const fit = GADRE[named(g, 'data', DATA)]
      const loss = overTrainedLoss(num(g, 'parameters'), num(g, 'tokens_per_parameter'), fit)
      return { loss, error: downstreamError(loss, fit) }
    },
  },
  {
    id: 'training-precision',
    title: 'Parameters that count when training at fewer bits',
    equation: 'product of (1 - e^(-bits / gamma)) over weights, activations and KV cache',
    parameters: [
      bits('weight_bits', 'bits of the weights; left out, full precision'),
      bits('activation_bits', 'bits of the activations'),
      bits('kv_bits', 'bits of the KV cache'),
    ],
    results: [{ key: 'effective_share', unit: 'share of the parameters' }],
    source: 'https://arxiv.org/abs/2411.04330',
    validity: 'to 1.7e9 parameters and 26e9 tokens, integer types',
    example: {
      arguments: { weight_bits: 4 },
      results: { effective_share: 0.7759 },
      tolerance: 1e-4,
    },
    compute: (g) => ({
      effective_share: effectiveParameterShare({
        weights: num(g, 'weight_bits'),
        activations: num(g, 'activation_bits'),
        kvCache: num(g, 'kv_bits'),
      }),
    }),
  },
  {
    id: 'quantisation-loss',
    title: 'Loss added by quantising weights after training',
    equation: 'C e^(-bits / g) D^d / N^n',
    parameters: [
      arg('parameters', 'parameters', 'N', { min: 1e6, max: 2e9 }),
      arg('tokens', 'tokens', 'D, trained on', { min: 1e8, max: 3e10 }),
      arg('bits', 'bits', 'of the weights', { min: 2, max: 16 }),
    ],
    results: [{ key: 'added_nats', unit: 'nats' }],
    source: 'https://arxiv.org/abs/2411.04330',
    validity: 'to 1.7e9 parameters and 26e9 tokens; larger models suffer less than it says',
    example: {
      arguments: { parameters: 1.7e9, tokens: 2.6e10, bits: 4 },
      results: { added_nats: 0.0087052 },
      tolerance: 1e-4,
    },
    compute: (g) => ({
      added_nats: quantisationLoss(num(g, 'parameters'), num(g, 'tokens'), num(g, 'bits')),
    }),
  },
  {
    id: 'inference-aware-cost',
    title: 'Best size and data in dollars over training and use',
    equation: 'least 6 N D c_train + 2 N (T_in c_prefill + T_out c_decode) with L(N, D) = loss',
    parameters: [
      arg('loss', 'nats', 'loss to reach', { min: 1.7, max: 20 }),
      arg('prompt_tokens', 'tokens', 'T_in, read over its life', { min: 0, max: 1e18 }),
      arg('answer_tokens', 'tokens', 'T_out, written over its life', { min: 0, max: 1e18 }),
      ...machine('training', 'training'),
      ...machine('prefill', 'reading prompts'),
      ...machine('decode', 'writing answers'),
    ],
    results: [
      { key: 'parameters', unit: 'parameters' },
      { key: 'tokens', unit: 'tokens' },
      { key: 'usd', unit: 'USD' },
    ],
    source: 'https://arxiv.org/abs/2401.00448',
    validity: 'to about 1,000 tokens per parameter; the 2022 constants of that paper',
    example: {
      arguments: {
        loss: 1.95825,
        prompt_tokens: 1.225e12,
        answer_tokens: 3.7625e12,
        training_usd_per_hour: 1.5,
        training_peak_tflops: 312,
        training_utilisation: 0.5,
        prefill_usd_per_hour: 1,
        prefill_peak_tflops: 624,
        prefill_utilisation: 0.5,
        decode_usd_per_hour: 1,
        decode_peak_tflops: 624,
        decode_utilisation: 0.01,
      },
      results: { parameters: 8.561e9, tokens: 1.2175e13, usd: 4.557e6 },
      tolerance: 1e-3,
    },
    compute: (g) => ({
      ...inferenceAwareCost(num(g, 'loss'), machineOf(g, 'training'), {
        promptTokens: num(g, 'prompt_tokens'),
        answerTokens: num(g, 'answer_tokens'),
        prefill: machineOf(g, 'prefill'),
        decode: machineOf(g, 'decode'),
      }),
    }),
  },
]
