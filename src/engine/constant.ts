/** A number from a source: its unit, where it was read and when. Formulas use `.value`. */
export type Constant = Readonly<{ value: number; unit: string; source: string; asOf: string }>
