import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Gauge } from '../../src/operation/standing.ts'
import { prometheus } from '../../src/telemetry/prometheus.ts'

/** Metrics on a clock that the test moves. */
function measured() {
  let time = 0
  const metrics = prometheus(undefined, () => time)
  const lines = async () =>
    (await metrics.text()).split('\n').filter((line) => line.startsWith('rightsize_'))
  return {
    ...metrics,
    lines,
    pass: (milliseconds: number) => {
      time += milliseconds
    },
    line: async (start: string) => (await lines()).filter((line) => line.startsWith(start)),
  }
}

const depth = (read: Gauge['read']): Gauge => ({
  ...{ name: 'inbox_depth', help: 'Events that wait.', labels: [], read },
})

describe('work that is timed', () => {
  it('is kept in seconds by name and outcome', async () => {
    const { meter, pass, line } = measured()
    await meter.timed({ kind: 'journey', name: 'question' }, async () => pass(700))
    meter.took({ kind: 'journey', name: 'digest' }, 90_000, 'ok')
    const sums = await line('rightsize_journey_seconds_sum')
    expect(sums).toEqual([
      'rightsize_journey_seconds_sum{name="question",outcome="ok"} 0.7',
      'rightsize_journey_seconds_sum{name="digest",outcome="ok"} 90',
    ])
    expect(await line('rightsize_journey_seconds_bucket{le="1",name="question"')).toEqual([
      'rightsize_journey_seconds_bucket{le="1",name="question",outcome="ok"} 1',
    ])
  })
  it('that fails counts as failed, and fails for whoever asked for it too', async () => {
    const { meter, line } = measured()
    const work = meter.timed({ kind: 'source', name: 'openai' }, async () => {
      throw new Error('no answer')
    })
    await expect(work).rejects.toThrow('no answer')
    expect(await line('rightsize_source_seconds_count')).toEqual([
      'rightsize_source_seconds_count{name="openai",outcome="failed"} 1',
    ])
  })
  it('may have an outcome of its own', async () => {
    const { meter, line } = measured()
    const work = { kind: 'model', name: 'plan' } as const
    expect(
      await meter.timed(
        work,
        async () => 'late',
        () => 'timeout',
      ),
    ).toBe('late')
    expect(await line('rightsize_model_seconds_count')).toEqual([
      'rightsize_model_seconds_count{name="plan",outcome="timeout"} 1',
    ])
  })
})

describe('a figure that is read for every scrape', () => {
  it('is read anew each time, and what is gone is shown no more', async () => {
    const { show, line } = measured()
    let states = ['due', 'posted']
    const read = async () => states.map((state) => ({ labels: { state }, value: 2 }))
    show({ name: 'outbox_messages', help: 'Messages.', labels: ['state'], read })
    expect(await line('rightsize_outbox_messages')).toHaveLength(2)
    states = ['posted']
    expect(await line('rightsize_outbox_messages')).toEqual([
      'rightsize_outbox_messages{state="posted"} 2',
    ])
  })
  it('that nobody knows is left out and never 0, also where it has no labels', async () => {
    const { show, line } = measured()
    show(depth(async () => []))
    expect(await line('rightsize_inbox_depth')).toEqual([])
  })
  it('that cannot be read is left out and counted, and the others are shown', async () => {
    const { show, meter, line } = measured()
    let away = false
    show(
      depth(async () => {
        if (away) throw new Error('the database is away')
        return [{ value: 3 }]
      }),
    )
    meter.count({ kind: 'slack-wait' })
    expect(await line('rightsize_inbox_depth')).toEqual(['rightsize_inbox_depth 3'])
    away = true
    expect(await line('rightsize_inbox_depth')).toEqual([])
    expect(await line('rightsize_slack_waits_total')).toEqual(['rightsize_slack_waits_total 1'])
    expect(await line('rightsize_unread_figures_total')).toEqual([
      'rightsize_unread_figures_total 2',
    ])
  })
})

describe('labels', () => {
  it('never hold ids of people or channels, tokens or texts, whatever is told', async () => {
    const { meter, text } = measured()
    const told = [
      'U012AB3CD',
      'C0SPEND',
      'xoxb-1-secret',
      'our secret plans',
      '비밀 계획',
      'a@b.io',
    ]
    for (const name of told) {
      meter.took({ kind: 'slack', name }, 1, name)
      meter.count({ kind: 'slack-error', code: name })
    }
    const shown = await text()
    for (const name of told) expect(shown).not.toContain(name)
    expect(shown).toContain('rightsize_slack_errors_total{code="other"} 6')
  })
  it('stay few however many different things are told', async () => {
    const { meter, line } = measured()
    const word = fc.stringMatching(/^[a-z]{1,12}(_[a-z]{1,12})?$/)
    fc.assert(
      fc.property(fc.array(word, { minLength: 300, maxLength: 300 }), (codes) => {
        for (const code of codes) meter.count({ kind: 'slack-error', code })
      }),
      { numRuns: 10, seed: 1 },
    )
    expect((await line('rightsize_slack_errors_total')).length).toBe(61)
  })
  it('keep methods and codes of Slack as they are', async () => {
    const { meter, lines } = measured()
    meter.took({ kind: 'slack', name: 'assistant.threads.setStatus' }, 1, 'ok')
    meter.count({ kind: 'slack-error', code: 'not_in_channel' })
    const all = (await lines()).join('\n')
    expect(all).toContain('name="assistant.threads.setStatus"')
    expect(all).toContain('code="not_in_channel"')
  })
})
