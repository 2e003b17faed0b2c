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
  model_call: {
    tenant_id: string
    id: string
    called_at: number
    person_id: string
    channel_id: string
    purpose: string
    provider: string
    model: string
    outcome: string
    /** Tokens and money that are not known are null. */
    input_tokens: number | null
    cached_tokens: number | null
    output_tokens: number | null
    /** List price, USD in nano-units. */
    nano: number | null
    most_nano: number
    ms: number
  }
  charge: {
    tenant_id: string
    source: string
    day: string
    provider: string
    /** First day of the billing period, or empty where none is known. */
    period: string
    /** Counts the lines of a source, day, provider and period. */
    ordinal: number
    basis: string
    /** Names and words that are not stated are empty; counts that are not stated are null. */
    model: string
    meter: string
    category: string
    correction: number
    unused: number
    team: string
    project: string
    workload: string
    region: string
    tier: string
    input_tokens: number | null
    cache_read_tokens: number | null
    cache_write_tokens: number | null
    output_tokens: number | null
    requests: number | null
    failed_requests: number | null
    quantity: number | null
    unit: string
    /** Nano-units as decimal text: exact in every engine and driver. */
    effective_nano: string
    billed_nano: string
    list_nano: string | null
    currency: string
  }
  charge_week: {
    tenant_id: string
    week: string
    source: string
    provider: string
    model: string
    team: string
    category: string
    currency: string
    basis: string
    effective_nano: string
  }
  charge_day_known: {
    tenant_id: string
    source: string
    day: string
    settled: number
    read_at: number
  }
  spend_source: {
    tenant_id: string
    source: string
    settled_through: string | null
    tried_at: number | null
    read_at: number | null
    /** The sentence about the last failed attempt, in both languages as JSON; null after a good one. */
    problem: string | null
    owner: string | null
    lease_until: number | null
  }
  spend_import: {
    tenant_id: string
    id: string
    source: string
    imported_at: number
    report_json: string
  }
  schedule: {
    tenant_id: string
    channel_id: string
    cadence: string
    /** 1 (Monday) to 7 of a week, or the day of a month. */
    day: number
    hour: number
    zone: string
    language: string
    /** Empty where amounts are wanted as billed. */
    currency: string
    /** Empty where nobody is known to have set it up. */
    owner_id: string
    next_run: number
    revision: number
  }
  /** The revision grows whenever the channel's alerts are recorded or forgotten. */
  alert_channel: { tenant_id: string; channel_id: string; revision: number }
  outbox: {
    tenant_id: string
    /** The channel, or the person for a direct message. */
    channel_id: string
    key: string
    kind: string
    /** Empty for what is no digest. */
    period: string
    language: string
    currency: string
    thread_ts: string | null
    state: string
    attempt: number
    owner: string | null
    lease_until: number | null
    content_json: string | null
    created_at: number
    message_ts: string | null
  }
  posted_figure: {
    tenant_id: string
    channel_id: string
    period: string
    currency: string
    nano: string
  }
  alert: {
    tenant_id: string
    channel_id: string
    key: string
    open: number
    standing: number
    said_at: number | null
    said_severity: string | null
    snoozed_until: number | null
    finding_json: string
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
  settings: {
    tenant_id: string
    revision: number
    changed_by: string | null
    changed_at: number | null
    /** Audience and alerts. */
    content_json: string
  }
  role: {
    tenant_id: string
    person_id: string
    /** Keeps the order in which they were named, as with budgets. */
    ordinal: number
    role: string
  }
  budget: {
    tenant_id: string
    /** Empty for all spend. */
    team: string
    period: string
    ordinal: number
    amount_nano: string
    currency: string
  }
  access_log: {
    tenant_id: string
    id: string
    at: number
    /** Empty for what the schedule posts. */
    person_id: string
    channel_id: string
    kind: string
    allowed: number
    /** Why not; empty when allowed. */
    reason: string
  }
}
