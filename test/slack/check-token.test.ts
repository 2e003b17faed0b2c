import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { boltLogger } from '../../src/slack/bolt-logger.ts'
import { checkToken, SlackUnusable } from '../../src/slack/check-token.ts'

const lines: string[] = []
const note = (fields: object, message: string) => lines.push(JSON.stringify({ ...fields, message }))
const log = { info: note, warn: note, error: note }

describe('the check of the token before anything starts', () => {
  let server: Server
  let url = ''
  let reply: object = { ok: true }
  beforeAll(async () => {
    server = createServer((_, response) => {
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify(reply))
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/api/`
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })

  it('lets a token pass that Slack knows', () =>
    expect(checkToken('xoxb-1', url, log)).resolves.toBeUndefined())
  it('says in one sentence that Slack does not take it, without the token', async () => {
    reply = { ok: false, error: 'invalid_auth' }
    const refused = await checkToken('xoxb-very-secret', url, log).catch((e: unknown) => e)
    expect(refused).toBeInstanceOf(SlackUnusable)
    expect(String(refused)).toMatch(/Slack does not accept SLACK_BOT_TOKEN \(invalid_auth\)/)
    expect(`${refused}${lines}`).not.toContain('very-secret')
  })
  it('says where Slack was looked for when nobody answers there', async () => {
    await expect(checkToken('xoxb-1', 'http://127.0.0.1:9/api/', log)).rejects.toThrow(
      'Slack cannot be reached at http://127.0.0.1:9/api/',
    )
  })
})

describe('Bolt’s own messages', () => {
  it('become lines of the log without the payloads that come with them', () => {
    lines.length = 0
    const logger = boltLogger(log)
    logger.debug('body', { text: 'our plans' })
    const error = Object.assign(new Error('our plans'), { code: 'too_late' })
    logger.error('not acknowledged', error, { text: 'our plans' })
    expect(lines).toEqual([
      JSON.stringify({ said: 'not acknowledged Error too_late', message: 'bolt' }),
    ])
  })
})
