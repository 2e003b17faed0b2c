import { setImmediate as othersFirst } from 'node:timers/promises'
import { type AccessStore, OPERATOR, type RateStore } from '../access/ports.ts'
import type {
  Clock,
  ConversationStore,
  ModelCallStore,
  NewId,
  SeenStore,
} from '../answering/ports.ts'
import type { Outbox } from '../digest/ports.ts'

/** Days that things are kept; 0 keeps them for ever. */
export type Retention = Readonly<{
  conversations: number
  messages: number
  modelCalls: number
  accessLog: number
}>

/** What one run took away, by kind. */
export type Expired = Readonly<Partial<Record<keyof Retention, number>>>

type Means = Readonly<{
  turns: Pick<ConversationStore, 'forgetBefore'>
  outbox: Pick<Outbox, 'forgetBefore'>
  calls: Pick<ModelCallStore, 'forgetBefore'>
  access: Pick<AccessStore, 'forgetBefore' | 'entries' | 'log'>
  seen: Pick<SeenStore, 'forgetBefore'>
  rates: Pick<RateStore, 'forgetBefore'>
  /** Under whom a change of the periods is logged. */
  tenant: string
  now: Clock
  newId: NewId
}>

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** Rows of one statement, so that nobody waits long for it. */
const BATCH = 200

/**
 * Takes away, once an hour and of all workspaces, what was kept longer than wanted. Every replica may do
 * so: what one has taken away the other does not find. A change of the periods is logged once.
 */
export function createRetention(days: Retention, means: Means) {
  const { turns, outbox, calls, access, seen, rates, now } = means
  const forget = {
    conversations: turns.forgetBefore,
    messages: outbox.forgetBefore,
    modelCalls: calls.forgetBefore,
    accessLog: access.forgetBefore,
  } as const satisfies Record<keyof Retention, (at: number, most: number) => Promise<number>>
  let last: number | undefined

  const logPeriods = async (): Promise<void> => {
    const { tenant, newId } = means
    const detail = Object.entries(days).flat().join(' ')
    const [before] = await access.entries(1, tenant, 'retention')
    if (before?.detail === detail) return
    const who = { tenant, person: OPERATOR, channel: OPERATOR }
    const done = { kind: 'retention', allowed: true, reason: '', detail } as const
    await access.log({ ...who, ...done, id: newId(), at: now() })
  }

  return {
    /** @returns how much went, or undefined where it was not time yet */
    tick: async (): Promise<Expired | undefined> => {
      const moment = now()
      if (last !== undefined && Math.abs(moment - last) < HOUR_MS) return undefined
      if (last === undefined) await logPeriods()
      const expired: { -readonly [kind in keyof Expired]: Expired[kind] } = {}
      for (const [kind, forgetBefore] of Object.entries(forget) as [keyof Retention, Forget][]) {
        if (days[kind] === 0) continue
        const gone = await all(forgetBefore, moment - days[kind] * DAY_MS)
        if (gone > 0) expired[kind] = gone
      }
      await seen.forgetBefore(moment - DAY_MS)
      await rates.forgetBefore(moment - DAY_MS)
      last = moment
      return expired
    },
  }
}

type Forget = (at: number, most: number) => Promise<number>

async function all(forgetBefore: Forget, at: number): Promise<number> {
  for (let gone = 0; ; ) {
    const some = await forgetBefore(at, BATCH)
    gone += some
    if (some < BATCH) return gone
    await othersFirst()
  }
}
