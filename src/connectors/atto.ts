/** Atto-units (1e-18) in a nano-unit (1e-9). */
export const ATTO_PER_NANO = 1_000_000_000n
const LARGEST_EXPONENT = 30
const SIGNS = '$€£¥₩'
const GROUPED = /^([+-]?)(\d{1,3}(?:,\d{3})+)(\.\d*)?$/

/**
 * Decimal text without the dress of spreadsheets: blanks, a currency sign, thousands separators,
 * brackets for a negative amount. Anything else comes back as it is.
 * Example: `undressed('$10,000.00 ')` = `'10000.00'`.
 */
export function undressed(text: string): string {
  const bare = text
    .trim()
    .replace(/^\((.*)\)$/, '-$1')
    .replace(new RegExp(`^([+-]?) ?[${SIGNS}] ?([+-]?)`), '$1$2')
  return GROUPED.test(bare) ? bare.replaceAll(',', '') : bare
}

/**
 * Decimal text, dressed or with an exponent, in atto-units (1e-18); digits beyond the eighteenth
 * decimal round half to even. Undefined for anything that is no number.
 */
export function toAtto(text: string): bigint | undefined {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/.exec(undressed(text))
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match ?? []
  const digits = `${whole}${fraction}`
  if (!match || digits === '' || Math.abs(Number(exponent)) > LARGEST_EXPONENT) return undefined
  const shift = 18 - fraction.length + Number(exponent)
  const atto =
    shift >= 0
      ? BigInt(digits) * 10n ** BigInt(shift)
      : halfEven(BigInt(digits), 10n ** BigInt(-shift))
  return sign === '-' ? -atto : atto
}

/** Nano-units of an amount in atto-units, rounded half to even. */
export function nanoOf(atto: bigint): bigint {
  return atto < 0n ? -halfEven(-atto, ATTO_PER_NANO) : halfEven(atto, ATTO_PER_NANO)
}

/** An amount in atto-units as decimal text. Example: `attoText(-1_500_000_000n)` = `'-0.0000000015'`. */
export function attoText(atto: bigint): string {
  const digits = String(atto < 0n ? -atto : atto).padStart(19, '0')
  const fraction = digits.slice(-18).replace(/0+$/, '')
  return `${atto < 0n ? '-' : ''}${digits.slice(0, -18)}${fraction === '' ? '' : `.${fraction}`}`
}

function halfEven(value: bigint, divisor: bigint): bigint {
  const [quotient, rest] = [value / divisor, value % divisor]
  const up = rest * 2n > divisor || (rest * 2n === divisor && quotient % 2n === 1n)
  return up ? quotient + 1n : quotient
}
