import {
  Counter,
  collectDefaultMetrics,
  Histogram,
  Gauge as PromGauge,
  Registry,
} from 'prom-client'
import type { Meter } from '../operation/meter.ts'
import type { Gauge } from '../operation/standing.ts'
import { boundedLabels } from './labels.ts'
import { type Span, UNTRACED } from './tracing.ts'

const PREFIX = 'rightsize_'
/** Upper ends in seconds: from an answer by rules to a digest that waited out an outage. */
const BUCKETS = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1800, 7200]

/** What is kept in this process, and shown to whoever scrapes it. */
export type Metrics = Readonly<{
  meter: Meter
  /** Shows a figure that is read anew for every scrape; one that cannot be read is left out of it. */
  show: (gauge: Gauge) => void
  /** Everything in Prometheus' text format. */
  text: () => Promise<string>
  contentType: string
}>

/**
 * Keeps what is told in Prometheus' terms.
 * @param clock milliseconds that never go back
 */
export function prometheus(span: Span = UNTRACED, clock = () => performance.now()): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const { timing, counting } = instruments(registry)
  const times = {
    journey: timing('journey', 'Time a person waited, or a digest was late.'),
    slack: timing('slack', 'Time of calls to Slack by method.'),
    model: timing('model', 'Time of requests to the language model by purpose, waits included.'),
    source: timing('source', 'Time of readings of sources of spend.'),
  }
  const counts = {
    answer: counting('answers', 'Answers by kind; nearest and refuse are abstentions.', [
      'answer',
      'language',
    ]),
    'answer-cache': counting('answer_cache', 'Whether an answer with a model was still known.', [
      'result',
    ]),
    'slack-error': counting('slack_errors', 'Calls that Slack did not carry out.', ['code']),
    'slack-redelivery': counting('slack_redeliveries', 'Events that Slack delivered once more.'),
    'turned-away': counting('turned_away', 'Questions for which there was no room.'),
    'slack-wait': counting('slack_waits', 'Messages that waited because Slack had asked for it.'),
  }
  const unread = counting('unread_figures', 'Figures that a scrape left out, for no answer came.')
  const took: Meter['took'] = ({ kind, name }, milliseconds, outcome) =>
    times[kind](name, milliseconds / 1000, outcome)

  return {
    meter: {
      took,
      count: ({ kind, ...labels }) => counts[kind](labels),
      timed: (work, run, outcomeOf = () => 'ok') =>
        span(work, async (ended) => {
          const start = clock()
          let outcome = 'failed'
          try {
            const value = await run()
            outcome = outcomeOf(value)
            return value
          } finally {
            took(work, clock() - start, outcome)
            ended(outcome)
          }
        }),
    },
    show: ({ name, help, labels, read }) => {
      const bounded = boundedLabels()
      new PromGauge({
        ...{ name: `${PREFIX}${name}`, help, registers, labelNames: [...labels] },
        async collect() {
          const values = await read().catch(() => {
            unread({})
            return []
          })
          this.reset()
          // Without labels a reset leaves a 0 behind.
          if (labels.length === 0) this.remove()
          for (const { labels: given = {}, value } of values) this.set(bounded(given), value)
        },
      })
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  }
}

function instruments(registry: Registry) {
  const registers = [registry]
  return {
    timing: (kind: string, help: string) => {
      const histogram = new Histogram({
        ...{ name: `${PREFIX}${kind}_seconds`, help, registers, buckets: BUCKETS },
        labelNames: ['name', 'outcome'],
      })
      const bounded = boundedLabels()
      return (name: string, seconds: number, outcome: string) =>
        histogram.observe(bounded({ name, outcome }), seconds)
    },
    counting: (what: string, help: string, labelNames: readonly string[] = []) => {
      const counter = new Counter({
        ...{ name: `${PREFIX}${what}_total`, help, registers, labelNames: [...labelNames] },
      })
      const bounded = boundedLabels()
      return (labels: Readonly<Record<string, string>>) => counter.inc(bounded(labels))
    },
  }
}
