import { z } from 'zod'
import { oneOfForm, PORT_FORM, port, text } from './fields.ts'

const SWITCH = ['on', 'off'] as const
const MOST_SECONDS = 300

/** How the process is watched and stopped. */
export const OPERATION = {
  METRICS_PORT: port().optional().meta({
    description:
      'Port of /healthz, /readyz and /metrics for whoever runs the bot; none is opened without it, 0 picks a free one.',
    form: PORT_FORM,
  }),
  METRICS_HOST: text()
    .default('127.0.0.1')
    .describe('Address to bind for them; they name nobody, but keep them off the public network.'),
  OTEL: z
    .enum(SWITCH)
    .default('off')
    .meta({
      description:
        'Spans of OpenTelemetry around answers and calls outward; they need an SDK that the process is started with.',
      form: oneOfForm(SWITCH),
    }),
  DRAIN_SECONDS: z.coerce
    .number()
    .min(0)
    .max(MOST_SECONDS)
    .default(10)
    .meta({
      description: 'How long work under way may take to finish when the process is asked to stop.',
      form: {
        en: `must be a number of seconds from 0 to ${MOST_SECONDS}`,
        ko: `0부터 ${MOST_SECONDS}까지의 초여야 합니다.`,
      },
    }),
}
