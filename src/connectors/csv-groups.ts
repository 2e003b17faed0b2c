import type { Reading } from '../ingest/ports.ts'
import type { Charge, Tokens } from '../spend/charge.ts'
import { ATTO_PER_NANO, attoText, nanoOf } from './atto.ts'

type Bare = Omit<Charge, 'effectiveNano' | 'billedNano'>

/** Charges in the making: one a day and group, exact until they are rounded once at the end. */
export class CsvGroups {
  readonly #groups = new Map<string, { charge: Bare; cost: bigint }>()

  add(charge: Bare, cost: bigint): void {
    const { tokens: _, requests: _r, ...group } = charge
    const key = JSON.stringify(group)
    const before = this.#groups.get(key)
    this.#groups.set(
      key,
      before
        ? { charge: summed(before.charge, charge), cost: before.cost + cost }
        : { charge, cost },
    )
  }

  /** The charges, and what rounding them to nano-units lost, by currency. */
  finish(): Pick<Reading, 'charges' | 'remainders'> {
    const lost = new Map<string, bigint>()
    const charges = [...this.#groups.values()].map(({ charge, cost }): Charge => {
      const nano = nanoOf(cost)
      const rest = cost - nano * ATTO_PER_NANO
      lost.set(charge.currency, (lost.get(charge.currency) ?? 0n) + rest)
      return { ...charge, effectiveNano: nano, billedNano: nano }
    })
    const remainders = [...lost].filter(([, rest]) => rest !== 0n).map(([c, r]) => [c, attoText(r)])
    return { charges, remainders: Object.fromEntries(remainders) }
  }
}

/** Two rows of the same group. What one of them does not say is unknown for both. */
function summed(a: Bare, b: Bare): Bare {
  const tokens: { -readonly [k in keyof Tokens]: number } = {}
  for (const kind of ['input', 'cacheRead', 'output'] as const) {
    const [x, y] = [a.tokens[kind], b.tokens[kind]]
    if (x !== undefined && y !== undefined) tokens[kind] = x + y
  }
  const { requests: x, ...rest } = a
  const { requests: y } = b
  return { ...rest, tokens, ...(x === undefined || y === undefined ? {} : { requests: x + y }) }
}
