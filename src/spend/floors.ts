/**
 * Amounts below which a figure says nothing, about as much in round units of currencies often billed
 * in (assumed, not converted). Other currencies have no floor; shares alone decide there.
 */
type Floors = Readonly<Record<string, bigint>>

/** Smallest amount that a percentage is given of: 20 US dollars. Source: storage-spend.md, pitfalls. */
const SMALLEST_BASE_NANO: Floors = {
  USD: 20_000_000_000n,
  EUR: 20_000_000_000n,
  GBP: 20_000_000_000n,
  JPY: 3_000_000_000_000n,
  KRW: 30_000_000_000_000n,
}

/** Smallest driver or excess worth a line: 50 US dollars. Source: storage-spend.md, section 5. */
const NOTABLE_NANO: Floors = {
  USD: 50_000_000_000n,
  EUR: 50_000_000_000n,
  GBP: 50_000_000_000n,
  JPY: 7_500_000_000_000n,
  KRW: 75_000_000_000_000n,
}

/** Change as a share of a base; none where the base is too small, or its currency has no floor. */
export function changeShare(
  changeNano: bigint,
  baseNano: bigint,
  currency: string,
): number | undefined {
  const smallest = SMALLEST_BASE_NANO[currency]
  return smallest === undefined || baseNano < smallest
    ? undefined
    : Number((changeNano * 1_000_000n) / baseNano) / 1e6
}

/** Smallest amount worth a line in a currency, nano-units; 0 where none is set. */
export function notableNano(currency: string): bigint {
  return NOTABLE_NANO[currency] ?? 0n
}
