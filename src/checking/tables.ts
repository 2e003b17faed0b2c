import { COST_TABLES } from './cost-tables.ts'
import { DECISION_TABLES } from './decision-tables.ts'
import { FOOTPRINT_TABLES } from './footprint-tables.ts'
import { INFERENCE_AWARE } from './inference-aware-table.ts'
import { OVER_TRAINING_TABLES } from './over-training-tables.ts'
import { QUALITY_TABLES } from './quality-tables.ts'
import { SCALING_TABLES } from './scaling-tables.ts'
import { SERVING_TABLES } from './serving-tables.ts'
import type { Table } from './table.ts'
import { TRAINING_TABLES } from './training-tables.ts'

/** Every layout that can be checked. */
export const TABLES: readonly Table[] = [
  ...DECISION_TABLES,
  ...COST_TABLES,
  ...FOOTPRINT_TABLES,
  ...SCALING_TABLES,
  ...QUALITY_TABLES,
  ...OVER_TRAINING_TABLES,
  INFERENCE_AWARE,
  ...SERVING_TABLES,
  ...TRAINING_TABLES,
]
