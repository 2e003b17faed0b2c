import type { Constant } from '../constant.ts'

const SOURCE =
  'https://github.com/felipemaiapolo/statistical-scaling-law ; https://github.com/ryoungj/ObsScaling (largest of a family predicted from its smallest, slope of the others)'

/** Error of a score predicted from another size of the family. */
export const GAP_SD = {
  general: {
    value: 4,
    unit: 'points per square root of a doubling',
    source: SOURCE,
    asOf: '2026-11-23',
  },
  maths: {
    value: 9,
    unit: 'points per square root of a doubling',
    source: SOURCE,
    asOf: '2026-11-23',
  },
} as const satisfies Record<string, Constant>
