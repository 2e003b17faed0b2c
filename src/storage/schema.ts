import type { AccessTables } from './tables/access.ts'
import type { ConversationTables } from './tables/conversation.ts'
import type { DecisionTables } from './tables/decision.ts'
import type { DigestTables } from './tables/digest.ts'
import type { EventTables } from './tables/event.ts'
import type { InstallTables } from './tables/install.ts'
import type { SpendTables } from './tables/spend.ts'

/** Tables of the one schema; every key is led by the tenant. Times are epoch milliseconds, JSON is text. */
export type Tables = ConversationTables &
  EventTables &
  SpendTables &
  DigestTables &
  DecisionTables &
  AccessTables &
  InstallTables
