import { DECISION_TABLES } from './decision-tables.ts'
import { SERVING_TABLES } from './serving-tables.ts'
import type { Table } from './table.ts'

/** Every layout that can be checked. */
export const TABLES: readonly Table[] = [...DECISION_TABLES, ...SERVING_TABLES]
