/** Charges, what is known of which day, and where they come from. */
export type SpendTables = {
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
}
