import {
  type Span as OtelSpan,
  type SpanOptions,
  SpanStatusCode,
  type TracerProvider,
  trace,
} from '@opentelemetry/api'
import { afterEach, describe, expect, it } from 'vitest'
import { prometheus } from '../../src/telemetry/prometheus.ts'
import { openTelemetry } from '../../src/telemetry/tracing.ts'
import { mention } from '../support/recording-slack.ts'
import { slackInProcess } from '../support/slack-in-process.ts'

type Kept = { name: string; attributes: Record<string, unknown>; status?: unknown; ended: boolean }

/** A provider that keeps the spans it is asked for. */
function keeping() {
  const kept: Kept[] = []
  const startSpan = (name: string, options: SpanOptions = {}): OtelSpan => {
    const one: Kept = { name, attributes: { ...options.attributes }, ended: false }
    kept.push(one)
    const span: Partial<OtelSpan> = {
      setAttribute: (key, value) => {
        one.attributes[key] = value
        return span as OtelSpan
      },
      setStatus: (status) => {
        one.status = status
        return span as OtelSpan
      },
      end: () => {
        one.ended = true
      },
    }
    return span as OtelSpan
  }
  const startActiveSpan = (name: string, ...rest: readonly unknown[]) =>
    (rest.at(-1) as (span: OtelSpan) => unknown)(startSpan(name, rest[0] as SpanOptions))
  const provider = { getTracer: () => ({ startSpan, startActiveSpan }) } as TracerProvider
  return { kept, provider }
}

describe('spans', () => {
  afterEach(() => trace.disable())

  it('stand around a question and its calls to Slack, and hold no words of anybody', async () => {
    const { kept, provider } = keeping()
    trace.setGlobalTracerProvider(provider)
    const { meter } = prometheus(await openTelemetry())
    const slack = await slackInProcess(() => ({ meter }))
    await slack.event(mention('1.0'))
    const names = kept.map((s) => s.name)
    expect(names).toContain('journey question')
    expect(names).toContain('slack chat.postMessage')
    expect(names.indexOf('journey question')).toBeLessThan(names.indexOf('slack chat.postMessage'))
    expect(kept.every((s) => s.ended)).toBe(true)
    expect(JSON.stringify(kept)).not.toMatch(/Chinchilla|U1|C1|xoxb|Hoffmann/)
    expect(new Set(kept.flatMap((s) => Object.keys(s.attributes)))).toEqual(
      new Set(['rightsize.outcome']),
    )
    await slack.db.destroy()
  })
  it('of work that fails say so, without what was thrown', async () => {
    const { kept, provider } = keeping()
    trace.setGlobalTracerProvider(provider)
    const { meter } = prometheus(await openTelemetry())
    const work = meter.timed({ kind: 'model', name: 'plan' }, () =>
      Promise.reject(new Error('could not read "our secret plans"')),
    )
    await expect(work).rejects.toThrow('secret')
    expect(kept).toEqual([
      {
        ...{ name: 'model plan', ended: true, status: { code: SpanStatusCode.ERROR } },
        attributes: { 'rightsize.outcome': 'failed' },
      },
    ])
  })
  it('cost nothing but a call where no SDK is there', async () => {
    const { meter } = prometheus(await openTelemetry())
    expect(await meter.timed({ kind: 'journey', name: 'action' }, async () => 7)).toBe(7)
  })
})
