import { DECISION_TABLES } from './decision-tables.ts'
import { QUALITY_TABLES } from './quality-tables.ts'
import type { Table } from './table.ts'

/** Every layout that can be checked. */
export const TABLES: readonly Table[] = [...DECISION_TABLES, ...QUALITY_TABLES]
