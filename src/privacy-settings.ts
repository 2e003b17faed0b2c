import type { Allowance } from './access/rate.ts'
import type { Config } from './config.ts'
import type { Retention } from './privacy/retention.ts'

/** How much may be asked in a minute. */
export function allowanceOf(config: Config): Allowance {
  return { person: config.RATE_PERSON_PER_MINUTE, workspace: config.RATE_WORKSPACE_PER_MINUTE }
}

/** How long things are kept. */
export function retentionOf(config: Config): Retention {
  return {
    conversations: config.RETENTION_CONVERSATIONS_DAYS,
    messages: config.RETENTION_MESSAGES_DAYS,
    modelCalls: config.RETENTION_MODEL_CALLS_DAYS,
    accessLog: config.RETENTION_ACCESS_LOG_DAYS,
  }
}
