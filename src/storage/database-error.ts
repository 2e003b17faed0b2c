import { ToldError } from '../language/told-error.ts'

/** A sentence for the operator about a database or a file of it that cannot be used. */
export class DatabaseError extends ToldError {
  override name = 'DatabaseError'
}

/** The same about surroundings that fail while it is used: a server that is away, a disk that is full. */
export class DatabaseFaultError extends DatabaseError {
  override name = 'DatabaseFaultError'
}

/** What a thrown value says; several failed attempts at once are joined, because their sum has no message. */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ')
  return error instanceof Error ? error.message : String(error)
}

/** The code that the system or a driver gave an error, or an empty text. */
export function codeOf(error: unknown): string {
  if (error instanceof AggregateError) return codeOf(error.errors[0])
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
