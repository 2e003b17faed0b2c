import { REQUEST_FOOTPRINTS } from './request-footprint-table.ts'
import { SOCIAL_COSTS } from './social-cost-table.ts'
import type { Table } from './table.ts'
import { TRAINING_ENERGY } from './training-energy-table.ts'

export const FOOTPRINT_TABLES: readonly Table[] = [
  REQUEST_FOOTPRINTS,
  TRAINING_ENERGY,
  SOCIAL_COSTS,
]
