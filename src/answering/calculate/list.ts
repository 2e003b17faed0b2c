import { API_BILLS } from './api-bills.ts'
import { BLENDS } from './blends.ts'
import type { Calculator } from './calculator.ts'
import { CHANGES } from './changes.ts'
import { COMPARISONS } from './comparisons.ts'
import { DECISIONS } from './decisions.ts'
import { EMISSIONS } from './emissions.ts'
import { FOOTPRINT } from './footprint.ts'
import { GROWTH } from './growth.ts'
import { MEMORY } from './memory.ts'
import { MODEL_PAIRS } from './model-pairs.ts'
import { PAYBACKS } from './payback.ts'
import { RENTS } from './rents.ts'
import { SAMPLES } from './samples.ts'
import { SERVING } from './serving.ts'
import { TOKEN_PRICES } from './token-prices.ts'
import { TRAINING } from './training.ts'

/** Every calculator; of two that fit equally well the earlier one is taken. */
export const CALCULATORS: readonly Calculator[] = [
  ...PAYBACKS,
  ...DECISIONS,
  ...MODEL_PAIRS,
  ...API_BILLS,
  ...TOKEN_PRICES,
  ...RENTS,
  ...TRAINING,
  ...SERVING,
  ...MEMORY,
  ...FOOTPRINT,
  ...EMISSIONS,
  ...CHANGES,
  ...COMPARISONS,
  ...BLENDS,
  ...GROWTH,
  ...SAMPLES,
]
