/**
 * A figure with its spread. `low` and `high` are the plausible ends of a scenario range (not a
 * confidence interval unless the source says so); `central` lies between them.
 */
export type Range = Readonly<{ low: number; central: number; high: number }>

/** Builds a range. Throws a RangeError when a bound is not finite or the order low <= central <= high is broken. */
export function range(low: number, central: number, high: number): Range {
  if (!(Number.isFinite(low) && Number.isFinite(central) && Number.isFinite(high)))
    throw new RangeError(`A range needs finite numbers, received ${low}, ${central}, ${high}.`)
  if (low > central || central > high)
    throw new RangeError(
      `A range needs low <= central <= high, received ${low}, ${central}, ${high}.`,
    )
  return { low, central, high }
}

/** A range without spread. */
export function exactly(value: number): Range {
  return range(value, value, value)
}

/** A range around a central value that divides and multiplies by `factor` (>= 1), e.g. 2 for x/÷2. */
export function withFactor(central: number, factor: number): Range {
  return range(
    Math.min(central / factor, central * factor),
    central,
    Math.max(central / factor, central * factor),
  )
}

/** Sum; scenario ends pair low with low and high with high. */
export function add(a: Range, b: Range): Range {
  return range(a.low + b.low, a.central + b.central, a.high + b.high)
}

/** Difference; the ends are the extremes of any pairing. */
export function subtract(a: Range, b: Range): Range {
  return range(a.low - b.high, a.central - b.central, a.high - b.low)
}

/** Product; right for any signs. */
export function multiply(a: Range, b: Range): Range {
  return spanning(
    a.central * b.central,
    ends(a, b, (x, y) => x * y),
  )
}

/** Quotient. Throws a RangeError when the divisor's range touches zero. */
export function divide(a: Range, b: Range): Range {
  if (b.low <= 0 && b.high >= 0)
    throw new RangeError(`Cannot divide by a range that contains zero (${b.low} to ${b.high}).`)
  return spanning(
    a.central / b.central,
    ends(a, b, (x, y) => x / y),
  )
}

/** Multiplies by a plain number of either sign. */
export function scale(a: Range, factor: number): Range {
  const [one, other] = [a.low * factor, a.high * factor]
  return range(Math.min(one, other), a.central * factor, Math.max(one, other))
}

/** Applies a monotone function to each bound and puts the results in order. */
export function mapMonotone(a: Range, f: (x: number) => number): Range {
  return spanning(f(a.central), [f(a.low), f(a.high)])
}

function ends(a: Range, b: Range, f: (x: number, y: number) => number): number[] {
  return [f(a.low, b.low), f(a.low, b.high), f(a.high, b.low), f(a.high, b.high)]
}

function spanning(central: number, values: number[]): Range {
  return range(Math.min(central, ...values), central, Math.max(central, ...values))
}
