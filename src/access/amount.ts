/** Decimals that a nano-unit has. */
const PLACES = 9

/**
 * A budget's amount as typed, such as `5000`, `5,000.50` or `$5,000`, in nano-units; undefined for
 * anything that is no amount above zero.
 */
export function readAmount(text: string): bigint | undefined {
  const match = /^[$₩€£¥]?(\d{1,3}(?:,\d{3})+|\d{1,12})(?:\.(\d{1,9}))?(?:원)?$/u.exec(text.trim())
  if (!match) return undefined
  const [, whole = '', fraction = ''] = match
  const nano = BigInt(whole.replaceAll(',', '') + fraction.padEnd(PLACES, '0'))
  return nano > 0n ? nano : undefined
}

/** Whether a text is the code of a currency, ISO 4217. */
export function isCurrency(text: string): boolean {
  return Intl.supportedValuesOf('currency').includes(text)
}
