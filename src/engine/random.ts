/** A source of numbers evenly spread over 0 (included) to 1 (excluded). */
export type Random = () => number

/**
 * A generator that gives the same numbers for the same seed (mulberry32): small, fast and even enough
 * for simulations of up to some hundred million draws; not for secrets.
 * @param seed any whole number; its lowest 32 bits count
 * Source: Tommy Ettinger, mulberry32, public domain, https://gist.github.com/tommyettinger/46a874533244883189143505d203312c.
 * Example: seeded(1)() = 0.62707.
 */
export function seeded(seed: number): Random {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
