import type { Server } from 'node:http'
import { createSlackApp } from '../../src/slack/create-app.ts'
import { createClock } from '../../src/workspace/clock.ts'
import { createWorkspace } from '../../src/workspace/create-workspace.ts'
import { SPEND_SETTINGS, TEAM } from '../../src/workspace/seed.ts'
import { product } from './product.ts'

/** The product in the local workspace, used by its plain HTML forms over HTTP as a browser without scripts would. */
export async function openBrowser() {
  let time = Date.parse('2026-11-24T12:00:00Z')
  const now = () => time
  const made = await product(now)
  await made.settings.save(TEAM, SPEND_SETTINGS, 0)
  const workspace = createWorkspace(createClock(now))
  const slack = createSlackApp({
    ...made.options,
    fetch: workspace.fetch,
    bolt: {
      token: workspace.token,
      receiver: workspace.receiver,
      clientOptions: { fetch: workspace.fetch, slackApiUrl: workspace.slackApiUrl } as never,
    },
  })
  await slack.app.start()
  const { url, server }: { url: string; server: Server } = await workspace.serve(0)

  const page = async (query = '') => (await fetch(`${url}${query}`)).text()
  const post = (path: string, fields: Record<string, string>) =>
    fetch(new URL(path, url), {
      method: 'POST',
      body: new URLSearchParams(fields),
      redirect: 'manual',
    })
  return {
    ...made,
    ...workspace,
    url,
    page,
    post,
    pass: (ms: number) => {
      time += ms
    },
    say: (text: string, over: Record<string, string> = {}) =>
      post('/say', { user: 'U000ALEX', channel: 'C000SPEND', back: '/', text, ...over }),
    /** Sends the form of the button whose label is given, from a page. */
    click: async (label: string, html: string) => {
      const forms = [...html.matchAll(/<form method="post" action="([^"]+)">([\s\S]*?)<\/form>/g)]
      const form = forms.find(([, , inner]) => inner?.includes(label))
      if (!form) throw new Error(`There is no button "${label}".`)
      return post(form[1] ?? '', fieldsOf(form[2] ?? ''))
    },
    fieldsOf,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await slack.drain(5000)
      await made.db.destroy()
    },
  }
}

/** Names and values of a form's fields, as a browser would send them. */
export function fieldsOf(html: string): Record<string, string> {
  const decode = (s: string) =>
    s
      .replace(/&quot;/g, '"')
      .replace(/&#39;/g, "'")
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&amp;/g, '&')
  const inputs = [...html.matchAll(/<input[^>]*name="([^"]*)"[^>]*value="([^"]*)"/g)].map((m) => [
    decode(m[1] ?? ''),
    decode(m[2] ?? ''),
  ])
  const selects = [...html.matchAll(/<select[^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g)].map(
    (m) => [
      decode(m[1] ?? ''),
      decode(/<option value="([^"]*)" selected/.exec(m[2] ?? '')?.[1] ?? ''),
    ],
  )
  return Object.fromEntries([...inputs, ...selects])
}
