import { DomainError } from './formula.ts'

/** An exact decimal fraction: `digits` divided by ten to the power of `scale`. */
export type Decimal = Readonly<{ digits: bigint; scale: number }>

/**
 * The decimal that a number is printed as: 0.1 becomes one tenth, not the binary fraction next to it.
 * Prices are published in decimals, so sums and products of them are exact from here on.
 * Refuses what is not finite.
 * Example: 2.5 -> 25 / 10^1; 1e-7 -> 1 / 10^7.
 */
export function decimal(value: number): Decimal {
  if (!Number.isFinite(value)) throw new DomainError(`An amount must be finite; received ${value}.`)
  if (Number.isSafeInteger(value)) return { digits: BigInt(value), scale: 0 }
  const [mantissa = '', exponent = '0'] = String(value).split('e')
  const [whole = '', fraction = ''] = mantissa.split('.')
  const scale = fraction.length - Number(exponent)
  const digits = BigInt(`${whole}${fraction}`)
  return scale < 0 ? { digits: digits * 10n ** BigInt(-scale), scale: 0 } : { digits, scale }
}

/** Sum, exact. */
export function plus(a: Decimal, b: Decimal): Decimal {
  if (a.scale === b.scale) return { digits: a.digits + b.digits, scale: a.scale }
  const scale = Math.max(a.scale, b.scale)
  const at = (d: Decimal) => d.digits * 10n ** BigInt(scale - d.scale)
  return { digits: at(a) + at(b), scale }
}

/** Product, exact. */
export function times(a: Decimal, b: Decimal): Decimal {
  return { digits: a.digits * b.digits, scale: a.scale + b.scale }
}

/** The number nearest to a decimal. */
export function toNumber({ digits, scale }: Decimal): number {
  return Number(`${digits}e${-scale}`)
}
