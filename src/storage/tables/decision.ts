/** Decisions, and what is said of them later. */
export type DecisionTables = {
  decision: {
    tenant_id: string
    id: string
    channel_id: string
    thread_ts: string
    visibility: string
    owner_id: string
    recorded_by: string
    state: string
    unreachable: number
    recorded_at: number
    /** The rest of the record. */
    content_json: string
  }
  decision_notice: {
    tenant_id: string
    decision_id: string
    fingerprint: string
    change_json: string
    state: string
    attempt: number
    sender: string | null
    lease_until: number | null
    created_at: number
    message_ts: string | null
  }
}
