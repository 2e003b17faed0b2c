import { type Logger, LogLevel } from '@slack/bolt'
import type { Log } from './ports.ts'

/**
 * Bolt's own warnings and errors as lines of our log. Only their words: objects that Bolt adds may
 * hold payloads, and payloads hold what people wrote.
 */
export function boltLogger(log: Log): Logger {
  const words = (parts: readonly unknown[]) => ({
    said: parts
      .flatMap((p) => (p instanceof Error ? p.message : typeof p === 'string' ? p : []))
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
