import { App, LogLevel } from '@slack/bolt'
import { createClock } from '../../src/workspace/clock.ts'
import { createWorkspace } from '../../src/workspace/create-workspace.ts'
import type { Upcoming } from '../../src/workspace/forms.ts'
import { realTimer } from '../../src/workspace/timer.ts'
import { fieldsOf } from '../support/browser.ts'

const plain = (text: string) => ({ type: 'plain_text' as const, text })
const option = (value: string) => ({ text: plain(value), value })
const button = (action_id: string) => ({
  type: 'button' as const,
  action_id,
  value: action_id,
  text: plain(action_id),
})
export const form = (title: string, more: object = {}) => ({
  type: 'modal' as const,
  callback_id: 'form',
  private_metadata: 'kept',
  title: plain(title),
  submit: plain('Send it'),
  blocks: [
    {
      type: 'input' as const,
      block_id: 'name',
      label: plain('Name'),
      element: { type: 'plain_text_input' as const, action_id: 'v' },
    },
    {
      type: 'input' as const,
      block_id: 'size',
      optional: true,
      label: plain('Size'),
      element: {
        type: 'static_select' as const,
        action_id: 'v',
        options: [option('small'), option('big')],
      },
    },
    { type: 'actions' as const, block_id: 'more', elements: [button('in_modal')] },
  ],
  ...more,
})

/** An ordinary Bolt app of the test's own on the workspace, used through its plain HTML forms. */
export async function openTinyApp() {
  let time = Date.parse('2026-11-24T12:00:00Z')
  let late = false
  let away = false
  const upcoming: Upcoming[] = []
  const clock = createClock(() => time)
  const workspace = createWorkspace(clock, {
    timer: (ms, fire) => (late && ms === 3000 ? realTimer(0, fire) : realTimer(ms, fire)),
    upcoming: async () => {
      if (away) throw new Error('the store is away')
      return upcoming
    },
  })
  const { receiver, token, slackApiUrl } = workspace
  const app = new App({
    token,
    receiver,
    logLevel: LogLevel.ERROR,
    clientOptions: { fetch: workspace.fetch, slackApiUrl, retryConfig: { retries: 0 } } as never,
  })
  const seen: { kind: string; body: Record<string, never> }[] = []
  const note = (kind: string, body: unknown) => void seen.push({ kind, body: body as never })

  app.event('app_mention', async ({ event, say }) => {
    note('mention', event)
    const blocks = [
      { type: 'section', text: plain('answer') },
      {
        type: 'actions',
        block_id: 'a',
        elements: [
          button('go'),
          { type: 'static_select', action_id: 'pick', options: [option('x'), option('y')] },
        ],
      },
    ]
    await say({ text: 'answer', thread_ts: event.ts, blocks } as never).catch(() => undefined)
  })
  app.message(async ({ message }) => note('message', message))
  app.command('/model-size', async ({ command, ack, client }) => {
    note('command', command)
    if (command.text.startsWith('private')) await ack('only you')
    if (command.text === 'open') await ack({ response_type: 'in_channel', text: 'for all' })
    if (command.text !== 'form') return
    await ack()
    const view = form('One', { notify_on_close: true })
    await client.views.open({ trigger_id: command.trigger_id, view })
  })
  app.action(/go|pick/, async ({ body, action, ack, respond }) => {
    await ack()
    note('action', { ...body, action })
    if ('message' in body) await respond({ replace_original: true, text: 'clicked' })
  })
  app.action('in_modal', async ({ body, ack }) => {
    await ack()
    note('in_modal', body)
  })
  app.view('form', async ({ view, ack }) => {
    note('view', view)
    const name = view.state.values.name?.v?.value ?? ''
    if (name === 'hang') return
    if (name === 'bad') await ack({ response_action: 'errors', errors: { name: 'Not that one' } })
    else if (name === 'astray') await ack({ response_action: 'errors', errors: { nowhere: 'x' } })
    else if (name === 'long') await ack({ response_action: 'update', view: form('x'.repeat(25)) })
    else if (name === 'again') await ack({ response_action: 'update', view: form('Two') })
    else if (name === 'deeper') await ack({ response_action: 'push', view: form('Three') })
    else if (name === 'out') await ack({ response_action: 'clear' })
    else await ack()
  })
  app.view({ callback_id: 'form', type: 'view_closed' }, async ({ view, ack }) => {
    await ack()
    note('closed', view)
  })
  app.shortcut('ask_about_message', async ({ shortcut, ack }) => {
    await ack()
    note('shortcut', shortcut)
  })
  app.event('app_home_opened', async ({ event, client }) => {
    note('home', event)
    const blocks = [{ type: 'actions' as const, elements: [button('go')] }]
    if (event.tab === 'home')
      await client.views.publish({ user_id: event.user, view: { type: 'home', blocks } })
  })
  await app.start()
  const { url, server } = await workspace.serve(0)

  const post = (path: string, fields: Record<string, string>, headers = {}) =>
    fetch(new URL(path, url), {
      method: 'POST',
      body: new URLSearchParams({ user: 'U000ALEX', channel: 'C000SPEND', back: '/', ...fields }),
      redirect: 'manual',
      headers,
    })
  const page = async (query = '?u=U000ALEX&c=C000SPEND') => (await fetch(`${url}${query}`)).text()
  return {
    ...workspace,
    url,
    upcoming,
    seen,
    last: (kind: string) => seen.filter((s) => s.kind === kind).at(-1)?.body as never,
    post,
    page,
    say: (text: string, more = {}) => post('/say', { text, ...more }),
    /** Submits the open modal with some fields changed. */
    submit: async (over: Record<string, string>) => {
      const inner = /<form method="post" action="\/submit">([\s\S]*?)<\/form>/.exec(await page())
      return post('/submit', { ...fieldsOf(inner?.[1] ?? ''), ...over })
    },
    pass: (ms: number) => {
      time += ms
    },
    /** Whether Slack's three seconds are over at once. */
    beLate: (value: boolean) => {
      late = value
    },
    /** Whether the store of the schedules cannot be read. */
    beAway: (value: boolean) => {
      away = value
    },
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
