/** Who may see and set up what, and who did. */
export type AccessTables = {
  settings: {
    tenant_id: string
    revision: number
    changed_by: string | null
    changed_at: number | null
    /** Audiences, alerts, and who may ask and record. */
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
    detail: string
  }
  rate: {
    tenant_id: string
    /** Empty for the workspace as a whole. */
    person_id: string
    /** When nothing of the allowance is used any more. */
    full_at: number
    told_at: number
  }
}
