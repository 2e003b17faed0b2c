import { z } from 'zod'
import { port, text } from './fields.ts'

/** How the process is watched and stopped. */
export const OPERATION = {
  METRICS_PORT: port()
    .optional()
    .describe(
      'Port of /healthz, /readyz and /metrics for whoever runs the bot; none is opened without it, 0 picks a free one.',
    ),
  METRICS_HOST: text()
    .default('127.0.0.1')
    .describe('Address to bind for them; they name nobody, but keep them off the public network.'),
  OTEL: z
    .enum(['on', 'off'], 'must be on or off')
    .default('off')
    .describe(
      'Spans of OpenTelemetry around answers and calls outward; they need an SDK that the process is started with.',
    ),
  DRAIN_SECONDS: z.coerce
    .number('must be a number of seconds from 0 to 300')
    .min(0, 'must be a number of seconds from 0 to 300')
    .max(300, 'must be a number of seconds from 0 to 300')
    .default(10)
    .describe('How long work under way may take to finish when the process is asked to stop.'),
}
