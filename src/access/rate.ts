import type { Clock } from '../answering/ports.ts'
import type { RateStore } from './ports.ts'

/** How many questions, commands and clicks a minute takes; 0 is no limit. */
export type Allowance = Readonly<{ person: number; workspace: number }>

/** Let in, or whose allowance is used up, for how many milliseconds, and whether to say so. */
export type Turnstile = 'in' | Readonly<{ limit: keyof Allowance; wait: number; tell: boolean }>

/** Counts what is asked. */
export type Rates = Readonly<{
  /** Counts one question, command or click of a person. */
  enter: (tenant: string, person: string) => Promise<Turnstile>
}>

const MINUTE_MS = 60_000

/**
 * Takes one of so many a minute, which come back evenly. `fullAt` is when nothing of the allowance is
 * used any more, before and after; `wait` is above zero where nothing could be taken. A clock that was
 * set back gives the allowance back whole.
 */
export function taken(
  fullAt: number,
  perMinute: number,
  now: number,
): Readonly<{ fullAt: number; wait: number }> {
  const each = Math.floor(MINUTE_MS / perMinute)
  const next = (fullAt > now && fullAt <= now + MINUTE_MS ? fullAt : now) + each
  const wait = next - now - MINUTE_MS
  return wait > 0 ? { fullAt, wait } : { fullAt: next, wait: 0 }
}

/** Tries of one compare-and-set; after that somebody is let in rather than kept waiting. */
const TRIES = 5

/** Stands for the workspace as a whole where an id of a person is asked for. */
const WORKSPACE = ''

/** Limits by person and by workspace over all replicas; somebody over one of them hears of it once a minute. */
export function createRates(
  store: RateStore,
  { allowance, now }: Readonly<{ allowance: Allowance; now: Clock }>,
): Rates {
  const unused = { fullAt: 0, toldAt: 0 }
  const take = async (tenant: string, who: string, perMinute: number): Promise<number> => {
    for (let tried = 0; tried < TRIES && perMinute > 0; tried += 1) {
      const before = await store.used(tenant, who)
      const { fullAt, wait } = taken((before ?? unused).fullAt, perMinute, now())
      if (wait > 0) return wait
      const used = { ...(before ?? unused), fullAt }
      if (await store.replace({ tenant, person: who }, before, used)) return 0
    }
    return 0
  }
  const firstToTell = async (tenant: string, person: string): Promise<boolean> => {
    const before = await store.used(tenant, person)
    const used = before ?? unused
    if (Math.abs(now() - used.toldAt) < MINUTE_MS) return false
    return store.replace({ tenant, person }, before, { ...used, toldAt: now() })
  }
  return {
    enter: async (tenant, person) => {
      const own = await take(tenant, person, allowance.person)
      const wait = own || (await take(tenant, WORKSPACE, allowance.workspace))
      if (wait === 0) return 'in'
      const limit = own > 0 ? 'person' : 'workspace'
      return { limit, wait, tell: await firstToTell(tenant, person) }
    },
  }
}
