import { type Logger, LogLevel } from '@slack/bolt'
import { failureOf, unquoted } from './failure-fields.ts'
import type { Log } from './ports.ts'

/**
 * Bolt's own warnings and errors as lines of our log. Only their words, and nothing quoted: objects
 * that Bolt adds may hold payloads, and payloads hold what people wrote.
 */
export function boltLogger(log: Log): Logger {
  const words = (parts: readonly unknown[]) => ({
    said: parts
      .flatMap((p) => (p instanceof Error ? named(p) : typeof p === 'string' ? unquoted(p) : []))
      .join(' '),
  })
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: (...parts) => log.warn(words(parts), 'bolt'),
    error: (...parts) => log.error(words(parts), 'bolt'),
    setLevel: () => undefined,
    getLevel: () => LogLevel.WARN,
    setName: () => undefined,
  }
}

/** What sort of error it was, with the codes of Slack and Node. */
function named(error: Error): string {
  const { stack: _, ...words } = failureOf(error)
  return Object.values(words).join(' ')
}
