import type { Config } from './config.ts'
import { type Meter, UNMETERED } from './operation/meter.ts'
import { createReadiness, type Readiness } from './operation/readiness.ts'
import type { Gauge } from './operation/standing.ts'
import { portError } from './start.ts'

/** How the process is watched from outside. */
export type Operation = Readonly<{
  meter: Meter
  readiness: Readiness
  /** Shows a figure that is read anew whenever somebody scrapes. */
  show: (gauge: Gauge) => void
  /** The address of health and metrics, once they are served; undefined where they are not wanted. */
  listening: Promise<string | undefined>
  close: () => Promise<void>
}>

/**
 * Opens what is wanted of it: without METRICS_PORT and OTEL nothing is loaded, kept or served. The
 * port answers from the start, so that a process which is still starting says so.
 */
export async function openOperation(config: Config): Promise<Operation> {
  const readiness = createReadiness()
  const { METRICS_PORT: port, METRICS_HOST: host, OTEL } = config
  if (port === undefined && OTEL === 'off')
    return {
      ...{ meter: UNMETERED, readiness, show: () => undefined },
      ...{ listening: Promise.resolve(undefined), close: async () => undefined },
    }
  const { openTelemetry, UNTRACED } = await import('./telemetry/tracing.ts')
  const { prometheus } = await import('./telemetry/prometheus.ts')
  const metrics = prometheus(OTEL === 'on' ? await openTelemetry() : UNTRACED)
  const { meter, show, text, contentType } = metrics
  const server =
    port === undefined
      ? Promise.resolve(undefined)
      : (await import('./telemetry/serve.ts'))
          .serveOperation(
            { port, host },
            { reasons: readiness.reasons, metrics: text, contentType },
          )
          .catch((error: NodeJS.ErrnoException) => {
            throw portError(error, { variable: 'METRICS_PORT', port, host })
          })
  return {
    ...{ meter, readiness, show },
    listening: server.then((s) => s && `http://${host}:${s.port}`),
    close: async () => (await server.catch(() => undefined))?.close(),
  }
}
