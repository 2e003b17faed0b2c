import { WebClient } from '@slack/web-api'
import { describe, expect, it } from 'vitest'
import type { Block } from '../../src/slack/blocks/kit.ts'
import { createPoster, type Message } from '../../src/slack/post.ts'

const MESSAGE: Message = {
  text: 'the verdict',
  steps: [
    [{ type: 'table', rows: [[{ type: 'raw_text', text: 'a' }]] }],
    [{ type: 'section', text: { type: 'mrkdwn', text: 'a' } }],
    [],
  ],
}
const QUIET = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  setLevel: () => undefined,
  getLevel: () => 'error',
  setName: () => undefined,
} as never

/** A client as the app makes it, whose posts get these replies one after the other. */
function posting(replies: readonly (() => Response)[], strict = false) {
  const bodies: URLSearchParams[] = []
  const waited: number[] = []
  const logged: unknown[] = []
  const log = (fields: object) => void logged.push(fields)
  const client = new WebClient('xoxb-1', {
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: QUIET,
    fetch: async (_input: unknown, init?: RequestInit) => {
      bodies.push(new URLSearchParams(String(init?.body)))
      const reply = replies[bodies.length - 1]
      if (!reply) throw new Error('one post more than expected')
      return reply()
    },
  } as never)
  const post = createPoster({ info: log, warn: log, error: log }, strict, {
    wait: async (milliseconds) => void waited.push(milliseconds),
  })
  const run = (message: Message = MESSAGE) =>
    post(client, { to: 'thread', channel: 'C1', thread: '1.0' }, message)
  return { run, bodies, waited, logged }
}
const taken = () => Response.json({ ok: true, ts: '2.0' })
const refused = (error: string) => () =>
  Response.json({
    ok: false,
    error,
    response_metadata: { messages: ['[ERROR] bad block /blocks/0'] },
  })
const slower = (seconds: number) => () =>
  new Response('', { status: 429, headers: { 'retry-after': String(seconds) } })
const types = (body: URLSearchParams | undefined) =>
  (JSON.parse(body?.get('blocks') ?? '[]') as { type: string }[]).map((b) => b.type)

describe('posting', () => {
  it('goes from all blocks to plainer ones to text alone, and logs which block was bad', async () => {
    const p = posting([refused('invalid_blocks'), refused('msg_blocks_too_long'), taken])
    expect(await p.run()).toBe('2.0')
    expect(p.bodies.map(types)).toEqual([['table'], ['section'], []])
    expect(p.bodies[2]?.get('text')).toBe('the verdict')
    expect(JSON.stringify(p.logged)).toContain('bad block /blocks/0')
  })
  it('does not try plainer blocks when the blocks are not at fault', async () => {
    const p = posting([refused('channel_not_found')])
    await expect(p.run()).rejects.toThrow('channel_not_found')
    expect(p.bodies).toHaveLength(1)
  })
  it('waits as long as Slack asks and posts once', async () => {
    const p = posting([slower(3), slower(1), taken])
    expect(await p.run()).toBe('2.0')
    expect(p.waited).toEqual([3000, 1000])
  })
  it('gives up after two waits, and at once when the wait is too long for a person', async () => {
    await expect(posting([slower(1), slower(1), slower(1)]).run()).rejects.toThrow(/rate/)
    const long = posting([slower(600)])
    await expect(long.run()).rejects.toThrow(/rate/)
    expect(long.waited).toEqual([])
  })
  it('never sends again what may have arrived', async () => {
    const p = posting([() => new Response('bad gateway', { status: 502 }), taken])
    await expect(p.run()).rejects.toThrow()
    expect(p.bodies).toHaveLength(1)
  })
  it('asks for no previews of links', async () => {
    const p = posting([taken])
    await p.run()
    expect([p.bodies[0]?.get('unfurl_links'), p.bodies[0]?.get('unfurl_media')]).toEqual([
      'false',
      'false',
    ])
  })
  it('skips blocks over a limit, or fails on them when strict', async () => {
    const long: Block = { type: 'section', text: { type: 'mrkdwn', text: 'x'.repeat(3001) } }
    const message = { text: 'the verdict', steps: [[long], []] }
    const lenient = posting([taken])
    await lenient.run(message)
    expect(lenient.bodies.map(types)).toEqual([[]])
    await expect(posting([], true).run(message)).rejects.toThrow('3001 characters')
  })
})
