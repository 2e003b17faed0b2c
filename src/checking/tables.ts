import { COST_TABLES } from './cost-tables.ts'
import { DECISION_TABLES } from './decision-tables.ts'
import type { Table } from './table.ts'

/** Every layout that can be checked. */
export const TABLES: readonly Table[] = [...DECISION_TABLES, ...COST_TABLES]
