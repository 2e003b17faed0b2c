import type { Random } from '../random.ts'
import type { Range } from '../range.ts'

/**
 * The random numbers of a simulation, in columns. A column is always the same numbers, whatever else
 * is drawn, so that two workloads are compared on common random numbers.
 */
export type Draws = Readonly<{
  count: number
  /** Evenly spread over 0 to 1. */
  uniform: (column: number) => Float64Array
  /** Standard normal. */
  normal: (column: number) => Float64Array
}>

/** Draws of a seeded generator; `stream` gives the generator of a column. Columns are made when first asked for. */
export function createDraws(stream: (column: number) => Random, count: number): Draws {
  const uniforms = new Map<number, Float64Array>()
  const normals = new Map<number, Float64Array>()
  return {
    count,
    uniform: (column) =>
      remembered(uniforms, column, () => {
        const random = stream(column)
        return Float64Array.from({ length: count }, random)
      }),
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

/**
 * Draws from a range: half of them evenly between low and central, half between central and high, so
 * that the central value is the median and the ends are never passed.
 * @param uniform numbers from 0 to 1
 */
export function fromRange({ low, central, high }: Range, uniform: Float64Array): Float64Array {
  const count = uniform.length
  const drawn = new Float64Array(count)
  const [below, above] = [central - low, high - central]
  for (let i = 0; i < count; i++) {
    const side = 2 * (uniform[i] as number) - 1
    drawn[i] = central + side * (side < 0 ? below : above)
  }
  return drawn
}

function remembered<V>(known: Map<number, V>, key: number, make: () => V): V {
  const found = known.get(key) ?? make()
  known.set(key, found)
  return found
}
