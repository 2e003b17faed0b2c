import type { Work } from '../operation/meter.ts'

/** Runs work inside a span; what it is handed takes the outcome when the work is over. */
export type Span = <T>(
  work: Work,
  run: (ended: (outcome: string) => void) => Promise<T>,
) => Promise<T>

/** No spans. */
export const UNTRACED: Span = (_, run) => run(() => undefined)

/**
 * Spans through OpenTelemetry's interface, which is loaded only here. They go to the SDK that the
 * process was started with, or nowhere. A span holds the work's name and its outcome, and no words of
 * anybody: what was thrown is not recorded, for it may repeat them.
 */
export async function openTelemetry(): Promise<Span> {
  const { SpanKind, SpanStatusCode, trace } = await import('@opentelemetry/api')
  const tracer = trace.getTracer('rightsize')
  return (work, run) => {
    const kind = work.kind === 'journey' ? SpanKind.INTERNAL : SpanKind.CLIENT
    return tracer.startActiveSpan(`${work.kind} ${work.name}`, { kind }, async (span) => {
      try {
        return await run((outcome) => {
          span.setAttribute('rightsize.outcome', outcome)
          if (outcome !== 'ok') span.setStatus({ code: SpanStatusCode.ERROR })
        })
      } finally {
        span.end()
      }
    })
  }
}
