/** Why a figure cannot be given. Words for people are in `language/`. */
export type UnknownReason =
  | 'no-price'
  | 'no-price-at-date'
  | 'size-undisclosed'
  | 'no-dimensions'
  | 'no-measured-score'
  | 'no-latency-record'
  | 'no-grid-intensity'
  | 'no-water-factor'
  | 'no-rent'
  | 'needs-own-measurement'
  | 'does-not-apply'

/** An honest gap. It propagates through arithmetic and never becomes 0. */
export type Unknown = Readonly<{ unknown: UnknownReason; subject?: string }>

/** `subject` names what is missing, e.g. a model or region id. */
export function unknown(reason: UnknownReason, subject?: string): Unknown {
  return subject === undefined ? { unknown: reason } : { unknown: reason, subject }
}

export function isUnknown(value: object): value is Unknown {
  return 'unknown' in value
}

/** Applies `f` unless a value is unknown; the first unknown wins. */
export function known<A extends object, R extends object>(
  a: A | Unknown,
  f: (a: A) => R | Unknown,
): R | Unknown {
  return isUnknown(a) ? a : f(a)
}

export function both<A extends object, B extends object, R extends object>(
  a: A | Unknown,
  b: B | Unknown,
  f: (a: A, b: B) => R | Unknown,
): R | Unknown {
  if (isUnknown(a)) return a
  return isUnknown(b) ? b : f(a, b)
}
