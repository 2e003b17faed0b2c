import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser } from '../support/browser.ts'

let place: Awaited<ReturnType<typeof openBrowser>>
beforeAll(async () => {
  place = await openBrowser()
})
afterAll(() => place.close())

/** Asks, and chooses a chart from the list under the answer. */
async function chosen(question: string, chart: string): Promise<string> {
  await place.say(`@rightsize ${question}`)
  const root = place.store.messages.findLast((m) => m.text.includes(question))
  const thread = `?u=U000ALEX&c=C000SPEND&t=${root?.ts}`
  const html = await place.page(thread)
  const forms = [...html.matchAll(/<form method="post" action="([^"]+)">([\s\S]*?)<\/form>/g)]
  const form = forms.find(([, , inner]) => inner?.includes(`value="${chart} `))
  const [, name = ''] = /<select name="([^"]+)"/.exec(form?.[2] ?? '') ?? []
  const [, value = ''] = new RegExp(`value="(${chart} [^"]+)"`).exec(form?.[2] ?? '') ?? []
  await place.post(form?.[1] ?? '', { ...place.fieldsOf(form?.[2] ?? ''), [name]: value })
  return place.page(thread)
}

it('a chart that Slack cannot draw is shown as a picture, with what it says as its text', async () => {
  const html = await chosen(
    'Do we need GPT-class models to tag 200k tickets a month?',
    'cost-quality',
  )
  const [, file = '', alt = ''] = /<img src="(\/file\/[^"]+)" alt="([^"]+)"/.exec(html) ?? []
  expect(alt).toContain('Cost against quality: ')
  const picture = await fetch(new URL(file, place.url))
  expect([...new Uint8Array(await picture.arrayBuffer()).slice(0, 4)]).toEqual([
    ...[0x89, 0x50, 0x4e, 0x47],
  ])
})
