/** Events that came, and what was seen of them. */
export type EventTables = {
  /** Events that were acknowledged; the key is the sender's, `order_key` puts those of a thread in order. */
  inbox: {
    tenant_id: string
    id: string
    /** Empty where no order is needed. */
    thread: string
    order_key: string
    /** Empty once the event is dealt with. */
    body_json: string
    received_at: number
    /** `waiting`, `taken` or `done`. */
    state: string
    attempt: number
    owner: string | null
    lease_until: number | null
  }
  seen: { tenant_id: string; key: string; seen_at: number }
}
