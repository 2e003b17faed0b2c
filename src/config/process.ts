import { z } from 'zod'
import { port, text } from './fields.ts'

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const

/** Where the process listens, and what it logs. */
export const PROCESS = {
  PORT: port()
    .default(3000)
    .describe('Port of the local workspace or of the HTTP receiver; 0 picks a free one.'),
  HOST: text()
    .default('127.0.0.1')
    .describe('Address to bind; the local workspace always stays on 127.0.0.1.'),
  LOG_LEVEL: z
    .enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`)
    .default('info')
    .describe('How much is logged, as JSON on standard error.'),
}
