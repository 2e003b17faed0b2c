import { z } from 'zod'
import { oneOfForm, PORT_FORM, port, text } from './fields.ts'

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const

/** Where the process listens, and what it logs. */
export const PROCESS = {
  PORT: port().default(3000).meta({
    description: 'Port of the local workspace or of the HTTP receiver; 0 picks a free one.',
    form: PORT_FORM,
  }),
  HOST: text()
    .default('127.0.0.1')
    .describe('Address to bind; the local workspace always stays on 127.0.0.1.'),
  LOG_LEVEL: z
    .enum(LOG_LEVELS)
    .default('info')
    .meta({
      description: 'How much is logged, as JSON on standard error.',
      form: oneOfForm(LOG_LEVELS),
    }),
}
