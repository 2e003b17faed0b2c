import { createHmac, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startApp } from '../../src/app.ts'
import { runCli } from '../../src/cli/run.ts'
import { readConfig } from '../../src/config.ts'
import type { Log } from '../../src/slack/ports.ts'

type Json = Record<string, unknown>
/** A call as Slack got it: which method, by whose token, with what. */
export type Asked = Readonly<{ method: string; token: string; body: Record<string, string> }>

/** Noon of a Tuesday; what is signed goes by the real clock. */
export const NOW = Date.parse('2026-11-24T12:00:00Z')

const SECRET = 'a signing secret'
/** What must never be logged. */
export const HIDDEN = { client: 'the client secret', state: 'the state secret', signing: SECRET }

/**
 * A Web API that notes whose token each call carries; what `answers` leaves open goes on to another
 * server, or is simply well.
 */
export async function notingSlack(
  answers: (asked: Asked) => Json | undefined = () => undefined,
  onward?: string,
) {
  const calls: Asked[] = []
  const waiting: { test: (asked: Asked) => boolean; found: (asked: Asked) => void }[] = []
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const text = Buffer.concat(parts).toString()
    const asked = {
      method: (request.url ?? '').replace('/api/', ''),
      token: (request.headers.authorization ?? '').replace('Bearer ', ''),
      body: text.startsWith('{')
        ? (JSON.parse(text) as Record<string, string>)
        : Object.fromEntries(new URLSearchParams(text)),
    }
    const answered =
      answers(asked) ??
      (onward === undefined ? { ok: true } : await passedOn(onward, request, text))
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answered))
    calls.push(asked)
    for (const one of waiting) if (one.test(asked)) one.found(asked)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `http://127.0.0.1:${port}`,
    calls,
    /** The next call that passes a test. */
    next: (test: (asked: Asked) => boolean) =>
      new Promise<Asked>((found) => waiting.push({ test, found })),
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

async function passedOn(
  onward: string,
  { url, headers }: Readonly<{ url?: string | undefined; headers: NodeJS.Dict<string | string[]> }>,
  body: string,
): Promise<Json> {
  const response = await fetch(`${onward}${url}`, {
    method: 'POST',
    headers: {
      'content-type': String(headers['content-type']),
      ...(headers.authorization ? { authorization: String(headers.authorization) } : {}),
    },
    body,
  })
  return response.json() as Promise<Json>
}

/** The whole product, started as an app that many workspaces install. */
export async function manyWorkspaces(slackUrl: string, authorizeUrl: string, clientId = '1.2') {
  const dataDir = mkdtempSync(join(tmpdir(), 'rightsize-many-'))
  const config = readConfig({
    PORT: '0',
    DATA_DIR: dataDir,
    EMBEDDINGS: 'none',
    SLACK_CLIENT_ID: clientId,
    SLACK_CLIENT_SECRET: HIDDEN.client,
    SLACK_STATE_SECRET: HIDDEN.state,
    SLACK_SIGNING_SECRET: SECRET,
    SLACK_REDIRECT_URI: 'https://rightsize.test/slack/oauth_redirect',
    SLACK_API_URL: `${slackUrl}/api/`,
    SLACK_AUTHORIZE_URL: authorizeUrl,
    ENCRYPTION_KEYS: `k1:${randomBytes(32).toString('base64')}`,
  })
  const logged: { level: string; fields: Json; message: string }[] = []
  const listening = new Map<string, (fields: Json) => void>()
  const at = (level: string) => (fields: Readonly<Json>, message: string) => {
    logged.push({ level, fields, message })
    listening.get(message)?.(fields)
  }
  const log: Log = { info: at('info'), warn: at('warn'), error: at('error') }
  const running = await startApp(config, log, () => NOW)
  const bot = /http:\/\/127\.0\.0\.1:\d+/.exec(running.address)?.[0] ?? ''
  let events = 0

  const deliver = (body: string, type: string) => {
    const time = Math.floor(Date.now() / 1000)
    const signature = createHmac('sha256', SECRET).update(`v0:${time}:${body}`).digest('hex')
    return fetch(`${bot}/slack/events`, {
      method: 'POST',
      body,
      headers: {
        'content-type': type,
        'x-slack-request-timestamp': String(time),
        'x-slack-signature': `v0=${signature}`,
      },
    })
  }
  return {
    bot,
    config,
    logged,
    stop: running.stop,
    /** The fields of the next log line with a message. */
    saying: (message: string) =>
      new Promise<Json>((said) => {
        listening.set(message, said)
      }),
    /** Opens the install address as a browser does. */
    begin: async () => {
      const response = await fetch(`${bot}/slack/install`, { redirect: 'manual' })
      const to = new URL(response.headers.get('location') ?? 'http://nowhere.test')
      const cookie = (response.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
      return { status: response.status, to, cookie, state: to.searchParams.get('state') ?? '' }
    },
    /** Comes back from Slack with what it gave. */
    comeBack: (search: URLSearchParams, cookie: string) =>
      fetch(`${bot}/slack/oauth_redirect?${search}`, { headers: { cookie } }),
    event: (
      event: Json,
      { team, enterprise, happened = NOW }: Where & Readonly<{ happened?: number }>,
    ) =>
      deliver(
        JSON.stringify({
          type: 'event_callback',
          team_id: team,
          enterprise_id: enterprise ?? null,
          api_app_id: 'A01',
          event,
          event_id: `Ev${++events}`,
          event_time: Math.floor(happened / 1000),
          authorizations: [
            {
              team_id: team,
              enterprise_id: enterprise ?? null,
              user_id: 'U0BOT',
              is_bot: true,
              is_enterprise_install: enterprise !== undefined,
            },
          ],
        }),
        'application/json',
      ),
    command: (text: string, { team, enterprise }: Where, channel = 'C1', user = 'UOWN') =>
      deliver(
        new URLSearchParams({
          command: '/model-size',
          text,
          user_id: user,
          channel_id: channel,
          team_id: team,
          ...(enterprise === undefined ? {} : { enterprise_id: enterprise }),
          is_enterprise_install: String(enterprise !== undefined),
          api_app_id: 'A01',
          trigger_id: `t${++events}`,
          response_url: `${slackUrl}/respond/${team}`,
        }).toString(),
        'application/x-www-form-urlencoded',
      ),
    /** Types a command line beside the running product. */
    cli: async (args: readonly string[], input = '') => {
      const [out, err]: [string[], string[]] = [[], []]
      const code = await runCli(args, {
        config: () => config,
        out: (text) => out.push(text),
        err: (text) => err.push(text),
        now: () => NOW,
        input: async () => input,
      })
      return { code, out: out.join('\n'), err: err.join('\n') }
    },
  }
}

/** A workspace, and the organisation whose installation serves it if one does. */
export type Where = Readonly<{ team: string; enterprise?: string }>
