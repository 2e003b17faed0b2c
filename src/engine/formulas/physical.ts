import type { Formula } from '../formula.ts'
import type { Precision } from '../serving/dimensions.ts'
import { expertsTouched } from '../serving/experts-touched.ts'
import { BYTES_PER_PARAMETER, weightsGB } from '../serving/weights.ts'
import { num } from './arguments.ts'

export const PHYSICAL: readonly Formula[] = [
  {
    id: 'weights',
    title: 'Memory of the weights',
    equation: 'parameters x bytes per parameter / 1e9',
    parameters: [
      { key: 'parameters', unit: 'parameters', min: 0, max: 1e14, description: 'all parameters' },
      {
        key: 'precision',
        unit: 'format',
        choices: Object.keys(BYTES_PER_PARAMETER),
        description: 'number format',
      },
    ],
    results: [{ key: 'gb', unit: 'GB (1e9 bytes)' }],
    source: 'format definitions, scales included',
    validity: 'every tensor in that format',
    example: {
      arguments: { parameters: 70553706496, precision: 'fp8' },
      results: { gb: 70.5537 },
      tolerance: 1e-4,
    },
    compute: (g) => ({
      gb: weightsGB(
        num(g, 'parameters'),
        (Object.keys(BYTES_PER_PARAMETER) as Precision[]).find((p) => p === g.precision) ?? 'bf16',
      ),
    }),
  },
  {
    id: 'experts-touched',
    title: 'Share of experts read in a decode step',
    equation: '1 - (1 - k / E)^batch',
    parameters: [
      {
        key: 'active',
        unit: 'experts',
        min: 1,
        integer: true,
        description: 'experts a token uses',
      },
      { key: 'experts', unit: 'experts', min: 1, integer: true, description: 'experts in all' },
      { key: 'batch', unit: 'sequences', min: 1, description: 'sequences served at once' },
    ],
    results: [{ key: 'share', unit: 'share' }],
    source: 'uniform routing; checked on published gpt-oss measurements',
    validity: 'decode; routing near uniform',
    example: {
      arguments: { active: 4, experts: 128, batch: 64 },
      results: { share: 0.8689 },
      tolerance: 1e-3,
    },
    compute: (g) => ({
      share: expertsTouched(num(g, 'active'), num(g, 'experts'), num(g, 'batch')),
    }),
  },
]
