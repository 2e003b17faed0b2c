import type { Reading } from '../../ingest/ports.ts'
import type { Charge, Tokens } from '../../spend/charge.ts'
import { ATTO_PER_NANO, attoText, nanoOf } from '../atto.ts'
import type { Described } from './interpret.ts'

/** Amounts of a group of rows in atto-units (1e-18), money and quantities alike. What a row leaves out is unknown of all. */
export type Amounts = Readonly<{
  effective: bigint
  billed: bigint
  list?: bigint
  quantity?: bigint
}>

const KIND = {
  input: 'input',
  'cache-read': 'cacheRead',
  'cache-write': 'cacheWrite',
  output: 'output',
} as const

/** Charges in the making: one a day and group, exact until they are rounded once at the end. */
export class Groups {
  readonly #groups = new Map<string, { described: Described; amounts: Amounts }>()

  add(described: Described, amounts: Amounts): void {
    const key = JSON.stringify([described.charge, described.tokensPerUnit !== undefined])
    const before = this.#groups.get(key)
    const tokens = described.tokensPerUnit
    const counted =
      tokens === undefined || amounts.quantity === undefined
        ? amounts
        : { ...amounts, quantity: amounts.quantity * BigInt(tokens) }
    this.#groups.set(key, {
      described,
      amounts: before ? summed(before.amounts, counted) : counted,
    })
  }

  /** The charges, and what rounding their effective cost to nano-units lost, by currency. */
  finish(): Pick<Reading, 'charges' | 'remainders'> {
    const lost = new Map<string, bigint>()
    const groups = [...this.#groups].sort(([a], [b]) => (a < b ? -1 : 1))
    const charges = groups.map(([, { described, amounts }]): Charge => {
      const { charge } = described
      const effectiveNano = nanoOf(amounts.effective)
      const rest = amounts.effective - effectiveNano * ATTO_PER_NANO
      lost.set(charge.currency, (lost.get(charge.currency) ?? 0n) + rest)
      return {
        ...charge,
        tokens: tokensOf(described, amounts),
        ...quantityOf(described, amounts),
        effectiveNano,
        billedNano: nanoOf(amounts.billed),
        ...(amounts.list === undefined ? {} : { listNano: nanoOf(amounts.list) }),
      }
    })
    const remainders = [...lost].filter(([, rest]) => rest !== 0n).map(([c, r]) => [c, attoText(r)])
    return { charges, remainders: Object.fromEntries(remainders) }
  }
}

function tokensOf({ charge, tokensPerUnit }: Described, { quantity }: Amounts): Tokens {
  const { meter } = charge
  if (meter === 'other' || meter === 'tokens') return {}
  return tokensPerUnit === undefined || quantity === undefined
    ? {}
    : { [KIND[meter]]: Math.round(Number(quantity) / 1e18) }
}

function quantityOf({ charge }: Described, { quantity }: Amounts): { quantity?: number } {
  return charge.unit === undefined || quantity === undefined
    ? {}
    : { quantity: Number(attoText(quantity)) }
}

function summed(a: Amounts, b: Amounts): Amounts {
  return {
    effective: a.effective + b.effective,
    billed: a.billed + b.billed,
    ...(a.list === undefined || b.list === undefined ? {} : { list: a.list + b.list }),
    ...(a.quantity === undefined || b.quantity === undefined
      ? {}
      : { quantity: a.quantity + b.quantity }),
  }
}
