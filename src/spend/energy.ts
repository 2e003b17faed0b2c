import type { Range } from '../engine/range.ts'

/** Energy and carbon of the answers that models wrote, an order of magnitude. */
export type SpendFootprint = Readonly<{
  /** Absent when nothing about it is known. */
  kWh?: Range
  /** Use and making of the machines, average grid. */
  kgCO2e?: Range
  regions: readonly RegionFootprint[]
  /** Share of output tokens whose model's size is known or estimated, and of those with a grid besides, 0 to 1. */
  energyCoverage: number
  carbonCoverage: number
}>

export type RegionFootprint = Readonly<{
  region: string
  /** The bill does not say where; the provider's home region is taken. */
  assumed: boolean
  kWh: Range
  kgCO2e?: Range
}>
