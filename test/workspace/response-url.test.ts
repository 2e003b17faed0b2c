import { beforeEach, describe, expect, it } from 'vitest'
import { localClient } from './local-client.ts'

let { store, client, local, pass, post, errorOf } = localClient()
beforeEach(() => {
  ;({ store, client, local, pass, post, errorOf } = localClient())
})

describe('files', () => {
  it('go up in the client’s three steps and land in the thread with their words', async () => {
    const { ts = '' } = await post()
    const bytes = Buffer.from([0x89, 0x50, 0x4e, 0x47])
    await client.filesUploadV2({
      channel_id: 'C000SPEND',
      thread_ts: ts,
      file: bytes,
      filename: 'spend.png',
      alt_text: 'Spend rose',
      initial_comment: 'Look',
    })
    const shared = store.messages.at(-1)
    expect(shared).toMatchObject({ thread: ts, text: 'Look', files: [expect.any(String)] })
    const file = store.files.get(shared?.files?.[0] ?? '')
    expect(file).toMatchObject({ name: 'spend.png', alt: 'Spend rose' })
    expect(file?.bytes.equals(bytes)).toBe(true)
  })
  it('that were not announced are refused', async () => {
    expect((await local('http://local.invalid/upload/F404', { method: 'POST' })).status).toBe(404)
    const complete = client.files.completeUploadExternal({ files: [{ id: 'F404' }] })
    expect(await errorOf(complete)).toBe('file_not_found')
  })
})

describe('a response_url', () => {
  const to = (url: string, body: object) =>
    local(url, { method: 'POST', body: JSON.stringify(body) })
  const url = (message?: string) =>
    store.responder({ channel: 'C000SPEND', user: 'U000ALEX', ...(message ? { message } : {}) })
  it('answers in private unless told otherwise, five times', async () => {
    const own = url()
    await to(own, { text: 'a' })
    await to(own, { text: 'b', response_type: 'in_channel' })
    expect(store.messages.map((m) => m.only)).toEqual(['U000ALEX', undefined])
    for (let i = 0; i < 3; i++) expect((await to(own, { text: 'c' })).status).toBe(200)
    const sixth = await to(own, { text: 'd' })
    expect([sixth.status, await sixth.json()]).toEqual([404, { ok: false, error: 'used_url' }])
  })
  it('is refused after thirty minutes', async () => {
    const own = url()
    pass(30 * 60_000 + 1)
    expect(await (await to(own, { text: 'a' })).json()).toMatchObject({ error: 'expired_url' })
    expect(store.messages).toEqual([])
  })
  it('replaces its message in place, or takes it away', async () => {
    const { ts = '' } = await post({ text: 'old' })
    await to(url(ts), { text: 'new', replace_original: true })
    expect(store.find('C000SPEND', ts)?.text).toBe('new')
    await to(url(ts), { delete_original: true })
    expect(store.messages).toEqual([])
  })
  it('refuses wrong blocks, empty answers and addresses that were never given out', async () => {
    const error = async (response: Promise<Response>) =>
      ((await (await response).json()) as { error: string }).error
    expect(await error(to(url(), { text: 'x', blocks: [{ type: 'nope' }] }))).toBe('invalid_blocks')
    expect(await error(to(url(), {}))).toBe('no_text')
    expect(await error(to('http://local.invalid/respond/R404', { text: 'x' }))).toBe('invalid_url')
  })
})
