import type { Catalog } from '../catalog/types.ts'
import type { Arguments } from '../engine/formula.ts'

/** How far a result may be off: relative to what is expected, or to so many decimals; where both are given, either will do. */
export type Tolerance =
  | Readonly<{ relative: number; decimals?: number }>
  | Readonly<{ relative?: number; decimals: number }>

/** What a result must be: a figure, or on one side of one, as the ends of a predicted band are. */
export type Expected = number | Readonly<{ atMost: number }> | Readonly<{ atLeast: number }>

/** One row of a published table, as a question to one formula of the registry. */
export type Case = Readonly<{
  /** Which row: its id, or what tells it from its neighbours. */
  row: string
  formula: string
  arguments: Arguments
  /** By result key; `refused` where the engine must refuse the inputs as impossible. */
  expected: Readonly<Record<string, Expected>> | 'refused'
  tolerance: Tolerance
  source: string
}>

/** A row that cannot be computed from what it prints, and why. */
export type LeftOut = Readonly<{ row: string; leftOut: string }>

export type Row = Readonly<Record<string, string>>

/** A layout of published rows, recognised by its columns. */
export type Table = Readonly<{
  name: string
  /** Columns that together no other layout has. */
  columns: readonly string[]
  /** The questions in one row; `catalog` knows the dimensions and prices of models named there. */
  cases: (row: Row, catalog: Catalog) => readonly (Case | LeftOut)[]
}>
