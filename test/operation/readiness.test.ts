import { afterEach, describe, expect, it } from 'vitest'
import { answersWithin, createReadiness } from '../../src/operation/readiness.ts'
import { serveOperation } from '../../src/telemetry/serve.ts'

const servers: (() => void)[] = []
afterEach(() => {
  for (const close of servers.splice(0)) close()
})

/** The port of an operator, and what it says. */
async function operatorsPort(readiness = createReadiness()) {
  const { port, close } = await serveOperation(
    { port: 0, host: '127.0.0.1' },
    {
      reasons: readiness.reasons,
      metrics: async () => 'rightsize_slack_waits_total 0\n',
      contentType: 'text/plain; version=0.0.4; charset=utf-8',
    },
  )
  servers.push(close)
  const get = async (path: string, method = 'GET') => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { method })
    return { status: response.status, text: await response.text(), headers: response.headers }
  }
  return { readiness, get }
}
const started = () => {
  const readiness = createReadiness()
  for (const stage of ['knowledge', 'database', 'receiving'] as const) readiness.done(stage)
  return readiness
}

describe('health', () => {
  it('says that the process lives, also while it starts', async () => {
    const { get } = await operatorsPort()
    expect(await get('/healthz')).toMatchObject({ status: 200, text: 'ok\n' })
  })
  it('names every stage that a process which starts is still waiting for', async () => {
    const { readiness, get } = await operatorsPort()
    readiness.done('database')
    const { status, text } = await get('/readyz')
    expect(status).toBe(503)
    expect(text.split('\n')).toEqual([
      'The notes and their index are still being loaded.',
      'The bot does not receive from Slack yet.',
      '',
    ])
  })
  it('is ready when all stages are over', async () => {
    const { get } = await operatorsPort(started())
    expect(await get('/readyz')).toMatchObject({ status: 200, text: 'ready\n' })
  })
  it('is not ready as soon as the process is asked to stop', async () => {
    const { readiness, get } = await operatorsPort(started())
    readiness.drain()
    expect(await get('/readyz')).toMatchObject({
      status: 503,
      text: 'The process is stopping and takes nothing new.\n',
    })
  })
  it('is not ready while the database refuses or is silent, and is again when it answers', async () => {
    const { readiness, get } = await operatorsPort(started())
    let database = (): Promise<void> =>
      Promise.reject(new Error('postgres://app:secret@db is away'))
    readiness.watch(answersWithin(() => database(), 20, 'The database does not answer.'))
    const away = { status: 503, text: 'The database does not answer.\n' }
    expect(await get('/readyz')).toMatchObject(away)
    database = () => new Promise(() => undefined)
    expect(await get('/readyz')).toMatchObject(away)
    database = async () => undefined
    expect(await get('/readyz')).toMatchObject({ status: 200 })
  })
})

describe('the port of an operator', () => {
  it('gives the metrics in Prometheus’ format, never from a cache', async () => {
    const { get } = await operatorsPort()
    const { text, headers } = await get('/metrics')
    expect(text).toContain('rightsize_slack_waits_total 0')
    expect(headers.get('content-type')).toContain('version=0.0.4')
    expect(headers.get('cache-control')).toBe('no-store')
  })
  it('says what there is where something else is asked for, and takes no writes', async () => {
    const { get } = await operatorsPort()
    expect(await get('/')).toMatchObject({ status: 404, text: expect.stringContaining('/readyz') })
    expect((await get('/metrics', 'POST')).status).toBe(405)
  })
})
