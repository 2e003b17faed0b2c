import { FORMULA_TABLE } from './formula-table.ts'
import { MEMORY_TABLE } from './memory-table.ts'
import type { Table } from './table.ts'
import { THROUGHPUT_TABLE } from './throughput-table.ts'

/** Memory, queueing, rooflines and measured speed of served models. */
export const SERVING_TABLES: readonly Table[] = [MEMORY_TABLE, FORMULA_TABLE, THROUGHPUT_TABLE]
