/** Schedules, messages to be posted, and alerts. */
export type DigestTables = {
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
}
