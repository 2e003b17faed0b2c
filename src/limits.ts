import { createRates } from './access/rate.ts'
import type { Config } from './config.ts'
import { createRetention } from './privacy/retention.ts'
import { accessStore } from './storage/access-store.ts'
import { conversationStore } from './storage/conversation-store.ts'
import type { Db } from './storage/database.ts'
import { modelCallStore } from './storage/model-call-store.ts'
import { outbox } from './storage/outbox.ts'
import { rateStore } from './storage/rate-store.ts'
import { seenStore } from './storage/seen-store.ts'

type Means = Readonly<{ tenant: string; now: () => number; newId: () => string }>

/** How much may be asked in a minute, and how long things are kept, as configured. */
export function openLimits(config: Config, db: Db, { tenant, now, newId }: Means) {
  const rates = rateStore(db)
  const allowance = {
    person: config.RATE_PERSON_PER_MINUTE,
    workspace: config.RATE_WORKSPACE_PER_MINUTE,
  }
  const days = {
    conversations: config.RETENTION_CONVERSATIONS_DAYS,
    messages: config.RETENTION_MESSAGES_DAYS,
    modelCalls: config.RETENTION_MODEL_CALLS_DAYS,
    accessLog: config.RETENTION_ACCESS_LOG_DAYS,
  }
  return {
    rates: createRates(rates, { allowance, now }),
    retention: createRetention(days, {
      ...{ turns: conversationStore(db), outbox: outbox(db), calls: modelCallStore(db) },
      ...{ access: accessStore(db), seen: seenStore(db), rates, tenant, now, newId },
    }),
  }
}
