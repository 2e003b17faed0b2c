import { API_BILLS } from './api-bills.ts'
import type { Calculator } from './calculator.ts'
import { DECISIONS } from './decisions.ts'
import { FOOTPRINT } from './footprint.ts'
import { MONEY } from './money.ts'
import { RENTS } from './rents.ts'
import { SERVING } from './serving.ts'
import { TRAINING } from './training.ts'

/** Every calculator; of two that fit equally well the earlier one is taken. */
export const CALCULATORS: readonly Calculator[] = [
  ...DECISIONS,
  ...API_BILLS,
  ...RENTS,
  ...TRAINING,
  ...SERVING,
  ...FOOTPRINT,
  ...MONEY,
]
