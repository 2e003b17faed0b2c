/** A sentence for the operator when the database cannot be opened. */
export class DatabaseError extends Error {
  override name = 'DatabaseError'
}

/** What a thrown value says; several failed attempts at once are joined, because their sum has no message. */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ')
  return error instanceof Error ? error.message : String(error)
}
