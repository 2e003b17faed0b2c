/** Tables of the one schema; every key is led by the tenant. Times are epoch milliseconds, JSON is text. */
export type Tables = {
  turn: {
    tenant_id: string
    id: string
    channel_id: string
    thread_ts: string
    question_ts: string | null
    answer_ts: string | null
    asker_id: string
    visibility: string
    question: string
    language: string
    input_json: string | null
    answer_json: string
    created_at: number
  }
  feedback: {
    tenant_id: string
    turn_id: string
    user_id: string
    helpful: number
    replay: string
    voted_at: number
  }
  seen: { tenant_id: string; key: string; seen_at: number }
  charge: {
    tenant_id: string
    source: string
    day: string
    provider: string
    model: string
    team: string
    currency: string
    /** Null where the export says nothing of tokens. */
    input_tokens: number | null
    output_tokens: number | null
    cached_tokens: number | null
    /** Nano-units as decimal text: exact in every engine and driver. */
    cost_nano: string
  }
  schedule: {
    tenant_id: string
    channel_id: string
    weekday: number
    hour: number
    zone: string
    language: string
    next_run: number
    revision: number
  }
  digest: {
    tenant_id: string
    channel_id: string
    week: string
    language: string
    state: string
    attempt: number
    owner: string | null
    lease_until: number | null
    payload_json: string | null
    message_ts: string | null
  }
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
