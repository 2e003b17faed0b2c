const NUMBER = String.raw`(-?\.?\d[\d.]*(?:e[+-]?\d+)?)`
/** `p1=0.85`: a name is all that stands before the sign since the last number. */
const SIGNED = new RegExp(String.raw`([^=]+)=\s*${NUMBER}`, 'gi')
/** `mean 0.02 sd 0.03`: without a sign, a name has no digits in it. */
const SPACED = new RegExp(String.raw`(\S[^\d]*?|\d\S*?)\s+${NUMBER}`, 'gi')

/**
 * Reads terse inputs by name: `N=6.34e9;D=242e9`, but also `sd 0.03` and `Falcon: h=7000000`. Words
 * without a number are passed over.
 */
export function inputsOf(text: string): Readonly<Record<string, number>> {
  return Object.fromEntries(
    text
      .split(/[;,]\s+|[;,](?=\D)|:\s/)
      .flatMap((part) => [...part.matchAll(part.includes('=') ? SIGNED : SPACED)])
      .map((m) => [(m[1] ?? '').trim(), Number(m[2])]),
  )
}

/** How many decimals a printed number has: what "to the printed digits" means. */
export function decimalsOf(printed: string): number {
  const [mantissa = '', exponent = '0'] = printed.trim().toLowerCase().split('e')
  return (mantissa.split('.')[1]?.length ?? 0) - Number(exponent)
}

/** Arguments of a formula from a row's inputs, by the names they have there; what is missing is not a number. */
export function picked(
  inputs: Readonly<Record<string, number>>,
  names: Readonly<Record<string, string>>,
): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(names).map(([key, name]) => [key, inputs[name] ?? Number.NaN]),
  )
}
