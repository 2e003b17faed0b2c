import { LogLevel, WebClient } from '@slack/web-api'
import { createStore } from '../../src/workspace/store.ts'
import { createLocalFetch } from '../../src/workspace/web-api.ts'

/** Slack's own client on a fresh workspace, with a clock that the test moves. */
export function localClient() {
  let time = Date.parse('2026-11-24T12:00:00Z')
  const store = createStore(() => time)
  const local = createLocalFetch(store)
  const client = new WebClient('xoxb-local', {
    slackApiUrl: 'http://local.invalid/api/',
    fetch: local,
    retryConfig: { retries: 0 },
    logLevel: LogLevel.ERROR,
  })
  return {
    store,
    local,
    client,
    pass: (ms: number) => {
      time += ms
    },
    post: (over: object = {}) =>
      client.chat.postMessage({ channel: 'C000SPEND', text: 'hello', ...over } as never),
    /** What Slack says is wrong with a call. */
    errorOf: (call: Promise<unknown>): Promise<unknown> =>
      call.then(
        () => 'no error',
        (e) => e.data?.error ?? String(e),
      ),
  }
}

export const section = (text: string) => ({
  type: 'section',
  text: { type: 'mrkdwn' as const, text },
})
