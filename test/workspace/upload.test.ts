import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser } from '../support/browser.ts'

const CSV =
  'date,provider,model,team,cost,currency\n2026-11-17,openai,gpt-6-luna,support,12.5,USD\nx\n'
let place: Awaited<ReturnType<typeof openBrowser>>
beforeAll(async () => {
  place = await openBrowser()
})
afterAll(() => place.close())

/** Sends a file in a direct message with the bot, and says what the bot answered in its thread. */
async function send(user: string, name: string, content: string): Promise<string> {
  const channel = [...place.store.channels.values()].find((c) => c.im === user)?.id ?? ''
  const form = new FormData()
  for (const [key, value] of Object.entries({ user, channel, back: '/' })) form.set(key, value)
  form.set('file', new Blob([content]), name)
  const sent = await fetch(new URL('/share', place.url), {
    method: 'POST',
    body: form,
    redirect: 'manual',
  })
  expect(sent.status).toBe(303)
  const root = place.store.messages.findLast((m) => m.channel === channel && m.files)
  return place.store.messages.findLast((m) => m.thread === root?.ts)?.text ?? ''
}
const stored = () => place.charges.charges('T000LOCAL', '2026-01-01', '2026-12-31')

it('a bill that an owner sends is imported, and the report answered in the thread', async () => {
  const answer = await send('U000MINA', 'bill.csv', CSV)
  expect(answer).toMatch(/읽은 행 2개, 반영 1개, 거부 1개/)
  expect(answer).toMatch(/3번째 줄/)
  expect(await stored()).toMatchObject([{ team: 'support', effectiveNano: 12_500_000_000n }])
})
it('a bill that cannot be read is answered with why, and what was there stays', async () => {
  expect(await send('U000MINA', 'bill.csv', 'when,who\n1,2')).toContain('열이 없습니다')
  expect(await stored()).toHaveLength(1)
})
it('members and guests may not, and are told who may', async () => {
  expect(await send('U000ALEX', 'other.csv', CSV)).toContain('Only admins of Rightsize')
  expect(await send('U000DANA', 'other.csv', CSV)).toContain('people of another company')
})
it('the direct message offers a place to choose a file', async () => {
  const channel = [...place.store.channels.values()].find((c) => c.im === 'U000ALEX')?.id
  expect(await place.page(`?u=U000ALEX&c=${channel}`)).toContain('type="file"')
})
