import { accessStoreContract } from './access-store.ts'
import { alertLogContract } from './alert-log.ts'
import { alertsContract } from './alerts.ts'
import { chargeStoreContract } from './charge-store.ts'
import { clockJumpContract } from './clock-jump.ts'
import { conversationStoreContract } from './conversation-store.ts'
import { decisionStoreContract } from './decision-store.ts'
import { digestLogContract } from './digest-log.ts'
import { feedbackStoreContract } from './feedback-store.ts'
import { inboxStoreContract } from './inbox-store.ts'
import { installsContract } from './installs.ts'
import { keysContract } from './keys.ts'
import { modelCallStoreContract } from './model-call-store.ts'
import { outboxContract } from './outbox.ts'
import { personStoreContract } from './person-store.ts'
import { rateStoreContract } from './rate-store.ts'
import type { Open } from './samples.ts'
import { seenStoreContract } from './seen-store.ts'
import { sendDigestContract } from './send-digest.ts'
import { sourceStatesContract } from './source-states.ts'
import { standingContract } from './standing.ts'
import { tenantsContract } from './tenants.ts'
import { threadMessagesContract } from './thread-messages.ts'

/** Every contract over one engine. */
export function storageContracts(open: Open): void {
  conversationStoreContract(open)
  feedbackStoreContract(open)
  seenStoreContract(open)
  inboxStoreContract(open)
  modelCallStoreContract(open)
  chargeStoreContract(open)
  sourceStatesContract(open)
  digestLogContract(open)
  outboxContract(open)
  alertLogContract(open)
  alertsContract(open)
  sendDigestContract(open)
  clockJumpContract(open)
  threadMessagesContract(open)
  decisionStoreContract(open)
  accessStoreContract(open)
  tenantsContract(open)
  keysContract(open)
  installsContract(open)
  standingContract(open)
  rateStoreContract(open)
  personStoreContract(open)
}
