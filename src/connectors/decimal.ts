/** Money in nano-units; `rounded` says that digits beyond the ninth decimal were given up. */
export type Nano = Readonly<{ nano: bigint; rounded: boolean }>

/** Exponents further out than any price are taken for mistakes, not for very long numbers. */
const LARGEST_EXPONENT = 30

/**
 * Decimal text such as `12.34`, `-0.5` or `4.2e-05` to nano-units without passing through floats;
 * digits beyond the ninth decimal round half to even. Undefined for anything else, thousands
 * separators included.
 */
export function toNano(text: string): Nano | undefined {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/.exec(text.trim())
  if (!match) return undefined
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match
  const digits = `${whole}${fraction}`
  if (digits === '' || Math.abs(Number(exponent)) > LARGEST_EXPONENT) return undefined
  const shift = 9 - fraction.length + Number(exponent)
  const { nano, rounded } = scaled(BigInt(digits), shift)
  return { nano: sign === '-' ? -nano : nano, rounded }
}

/** A non-negative integer times a power of ten, rounded half to even. */
function scaled(value: bigint, shift: number): Nano {
  if (shift >= 0) return { nano: value * 10n ** BigInt(shift), rounded: false }
  const divisor = 10n ** BigInt(-shift)
  const [quotient, rest] = [value / divisor, value % divisor]
  const up = rest * 2n > divisor || (rest * 2n === divisor && quotient % 2n === 1n)
  return { nano: up ? quotient + 1n : quotient, rounded: rest !== 0n }
}
