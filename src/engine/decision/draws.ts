import type { Random } from '../random.ts'
import type { Range } from '../range.ts'
import { remembered } from '../remembered.ts'

/**
 * The random numbers of a simulation, in columns. A column is always the same numbers, whatever else
 * is drawn, so that two workloads are compared on common random numbers.
 */
export type Draws = Readonly<{
  count: number
  /** Evenly spread over 0 to 1. */
  uniform: (column: number) => Float64Array
  /** The evenly spread numbers of a column, split at their middle. */
  sides: (column: number) => Sides
  /** Standard normal. */
  normal: (column: number) => Float64Array
}>

/** Draws of a seeded generator; `stream` gives the generator of a column. Columns are made when first asked for. */
export function createDraws(stream: (column: number) => Random, count: number): Draws {
  const uniforms = new Map<number, Float64Array>()
  const normals = new Map<number, Float64Array>()
  const sides = new Map<number, Sides>()
  const uniform = (column: number) =>
    remembered(uniforms, column, () => {
      const random = stream(column)
      return Float64Array.from({ length: count }, random)
    })
  return {
    count,
    uniform,
    sides: (column) => remembered(sides, column, () => sidesOf(uniform(column))),
    normal: (column) =>
      remembered(normals, column, () => {
        const random = stream(column)
        // Box and Muller 1958; 1 - u is never zero.
        return Float64Array.from(
          { length: count },
          () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()),
        )
      }),
  }
}

/** How far evenly spread numbers lie from their middle: -1 to 0 below it and 0 to 1 above, 0 on the other side. */
export type Sides = Readonly<{ below: Float64Array; above: Float64Array }>

/** Splits numbers from 0 to 1 at their middle, once for all the ranges that move together. */
export function sidesOf(uniform: Float64Array): Sides {
  return {
    below: uniform.map((u) => Math.min(0, 2 * u - 1)),
    above: uniform.map((u) => Math.max(0, 2 * u - 1)),
  }
}

/**
 * Draws from a range: half of them evenly between low and central, half between central and high, so
 * that the central value is the median and the ends are never passed.
 */
export function fromRange({ low, central, high }: Range, { below, above }: Sides): Float64Array {
  const count = below.length
  const drawn = new Float64Array(count).fill(central)
  const [down, up] = [central - low, high - central]
  if (down === 0 && up === 0) return drawn
  for (let i = 0; i < count; i++)
    drawn[i] = central + down * (below[i] as number) + up * (above[i] as number)
  return drawn
}
