import { DECISION_TABLES } from './decision-tables.ts'
import { FOOTPRINT_TABLES } from './footprint-tables.ts'
import type { Table } from './table.ts'

/** Every layout that can be checked. */
export const TABLES: readonly Table[] = [...DECISION_TABLES, ...FOOTPRINT_TABLES]
