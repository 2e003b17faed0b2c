/** Conversations, votes, and what language models were asked. */
export type ConversationTables = {
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
    /** What the answer leaves to later questions; null in rows of before it was kept apart. */
    left_json: string | null
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
}
