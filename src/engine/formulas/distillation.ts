import { distillationUsd } from '../cost/distillation.ts'
import type { Formula } from '../formula.ts'
import { arg, NOT_NEGATIVE, named, num } from './arguments.ts'

const METHODS = ['full', 'adapters'] as const

export const DISTILLATION: readonly Formula[] = [
  {
    id: 'distillation-cost',
    title: 'One-off cost of distilling a model',
    equation: "teacher's answers + runs x fine-tuning + test items x price",
    parameters: [
      arg('examples', 'examples', 'examples that the student learns from', NOT_NEGATIVE),
      arg('kept_share', 'share', "teacher's answers good enough to keep", {
        min: 0.001,
        max: 1,
        default: 1,
      }),
      arg('usd_per_teacher_answer', 'USD', 'one answer of the teacher', NOT_NEGATIVE),
      arg('parameters', 'parameters', 'of the student', { min: 0, max: 1e15 }),
      arg('tokens_per_example', 'tokens', 'question and answer', NOT_NEGATIVE),
      arg('epochs', 'epochs', 'times the examples are read', { min: 0, max: 1000, default: 3 }),
      arg('method', 'name', 'what is trained', { choices: METHODS }),
      arg('peak_tflops', 'TFLOP/s', 'dense peak of one accelerator', { min: 1e-9, default: 989 }),
      arg('mfu', 'share of peak', 'in steady state', { min: 0.001, max: 1, default: 0.4 }),
      arg('usd_per_gpu_hour', 'USD', 'rent of one accelerator', NOT_NEGATIVE),
      arg('runs', 'runs', 'training runs until one is good enough', {
        min: 1,
        max: 1000,
        default: 1,
      }),
      arg('test_items', 'items', 'items of the test before it serves', { min: 0, default: 0 }),
      arg('usd_per_test_item', 'USD', 'label and answers of one item', { min: 0, default: 0 }),
    ],
    results: [
      { key: 'data_usd', unit: 'USD' },
      { key: 'training_usd', unit: 'USD' },
      { key: 'test_usd', unit: 'USD' },
      { key: 'usd', unit: 'USD' },
    ],
    source: 'arithmetic over synthetic-data-cost and fine-tuning',
    validity: 'one-off; keeping the student deployed is usually the largest part',
    example: {
      arguments: {
        examples: 10000,
        usd_per_teacher_answer: 0.03,
        parameters: 8.030261248e9,
        tokens_per_example: 1000,
        usd_per_gpu_hour: 2.95,
        runs: 4,
        test_items: 500,
        usd_per_test_item: 1.5,
      },
      results: { data_usd: 300, training_usd: 11.976, test_usd: 750, usd: 1061.976 },
      tolerance: 1e-3,
    },
    compute: (g) => {
      const r = distillationUsd({
        answers: {
          examplesKept: num(g, 'examples'),
          keptShare: num(g, 'kept_share'),
          usdPerExample: num(g, 'usd_per_teacher_answer'),
          usdPerCheck: 0,
        },
        training: {
          parameters: num(g, 'parameters'),
          tokens: num(g, 'examples') * num(g, 'tokens_per_example'),
          epochs: num(g, 'epochs'),
          method: named(g, 'method', METHODS),
          peakTeraFlops: num(g, 'peak_tflops'),
          mfu: num(g, 'mfu'),
          usdPerGpuHour: num(g, 'usd_per_gpu_hour'),
        },
        runs: num(g, 'runs'),
        testItems: num(g, 'test_items'),
        usdPerTestItem: num(g, 'usd_per_test_item'),
      })
      return {
        data_usd: r.dataUsd,
        training_usd: r.trainingUsd,
        test_usd: r.testUsd,
        usd: r.usd,
      }
    },
  },
]
